from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step6_items import Item
from sevenstep.model.values import same_words
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S627",
    "staff-twice",
    Severity.WARNING,
    title=Text(zh="同一岗位的人只写一次", en="The people of one role are written once"),
    reason=Text(
        zh="写两次就算两次，人手看上去多了一倍。",
        en="Written twice they count twice, and there seem to be more of them than there are.",
    ),
)
def staff_twice(chain: Chain) -> Iterator[Violation]:
    for item in chain.engagement.of(Item):
        seen: dict[tuple[str, tuple[str, ...]], int] = {}
        for place, staff in enumerate(item.resources.people if item.resources is not None else ()):
            words = tuple(map(same_words, staff.role.wordings())) if staff.role is not None else ()
            first = seen.setdefault((staff.unit or "", words), place)
            if first != place:
                yield Violation(
                    item.id,
                    Text(
                        zh=f"人员第 {place + 1} 项和第 {first + 1} 项是同一单位的同一岗位",
                        en=f"Entry {place + 1} of the people is of the same unit and role as entry {first + 1}",
                    ),
                    Text(zh="合成一项，人数写在 number 里", en="Make them one, with their number under number"),
                    ("resources", "people", place),
                    also=((item.id, ("resources", "people", first)),),
                )
