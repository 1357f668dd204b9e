from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.quantity.yearly import a_year
from sevenstep.model.step6_items import Item, Resources
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S620",
    "change-among-resources",
    Severity.WARNING,
    title=Text(zh="建设投入和运行资源分开写", en="What the change costs stands apart from what it takes to run"),
    reason=Text(
        zh="办成一件事花一次钱，运行它年年花钱；混在一起，就说不出运行资源够不够。",
        en="To bring an item about costs once, to run it costs every year; mixed, nobody can say whether there is "
        "enough to run it.",
    ),
)
def change_among_resources(chain: Chain) -> Iterator[Violation]:
    for item in chain.engagement.of(Item):
        held = item.resources
        moved = _of_the_change(held) if held is not None else ()
        if held is None or not moved:
            continue
        listed = [getattr(held, name).text for name in moved]
        zh, en = "、".join(listed), " and ".join(listed)
        yield Violation(
            item.id,
            Text(
                zh=f"事项“{item.id}”的 {zh} 是办成它的投入，却写在运行资源里",
                en=f"Item “{item.id}” has {en}, which {'are' if len(moved) > 1 else 'is'} what the change takes, among "
                "the resources to run it",
            ),
            Text(
                zh=f"移到 change 下（check --fix 会移）：change: {{{_written(held, moved)}}}；"
                "若是每年的运行经费，写明每年，如 300000 CNY/y",
                en=f"Put {'them' if len(moved) > 1 else 'it'} under change (check --fix does so): "
                f"change: {{{_written(held, moved)}}}; what is spent a year says so, as in 300000 CNY/y",
            ),
            ("resources", moved[0]),
            also=tuple((item.id, ("resources", name)) for name in moved[1:]),
            moves=((("resources",), "change", moved),) if item.change is None else (),
        )


def _of_the_change(held: Resources) -> tuple[str, ...]:
    """What stands there of old: an amount without a stretch of time, and how long the change takes."""
    found = []
    if held.money is not None and a_year(held.money) is None:
        found.append("money")
    if held.time is not None:
        found.append("time")
    return tuple(found)


def _written(held: Resources, names: tuple[str, ...]) -> str:
    return ", ".join(f"{name}: {getattr(held, name).text}" for name in names)
