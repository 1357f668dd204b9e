from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step6_items import Item
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
        moved = tuple(item.of_old)
        if not moved:
            continue
        written = ", ".join(f"{name}: {text}" for name, text in item.of_old.items())
        zh, en = "、".join(item.of_old.values()), " and ".join(item.of_old.values())
        them, fixes = "them" if len(moved) > 1 else "it", not item.says_change
        yield Violation(
            item.id,
            Text(
                zh=f"事项“{item.id}”的 {zh} 是办成它的投入，却写在运行资源里",
                en=f"Item “{item.id}” has {en}, which {'are' if len(moved) > 1 else 'is'} what the change takes, among "
                "the resources to run it",
            ),
            Text(
                zh=f"移到 change 下{'（check --fix 会移）' if fixes else ''}：change: {{{written}}}；"
                "若是每年的运行经费，写明每年，如 300000 CNY/y",
                en=f"Put {them} under change{' (check --fix does so)' if fixes else ''}: change: {{{written}}}; "
                "what is spent a year says so, as in 300000 CNY/y",
            ),
            ("resources", moved[0]),
            also=tuple((item.id, ("resources", name)) for name in moved[1:]),
            moves=((("resources",), "change", moved),) if fixes else (),
        )
