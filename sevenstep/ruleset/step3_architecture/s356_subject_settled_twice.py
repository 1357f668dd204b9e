from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step3_regulations import Regulation
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step3_architecture.peers import by_subject


@rule(
    "S356",
    "subject-settled-twice",
    Severity.WARNING,
    title=Text(
        zh="同一范围同一时间，一件事只由一条法规标准规定",
        en="In one jurisdiction, a subject is settled once at a time",
    ),
    reason=Text(
        zh="两条同时管同一件事，说不清以哪条为准；旧的要写失效日期，管的不是一件事就分开写。",
        en="With two at once it is unclear which counts: give the old one an end, and two matters two subjects.",
    ),
)
def subject_settled_twice(chain: Chain) -> Iterator[Violation]:
    for peers in by_subject(chain).values():
        of_area: dict[str, list[Regulation]] = {}
        for regulation in peers:
            of_area.setdefault(regulation.area, []).append(regulation)
        for area, together in of_area.items():
            if area:
                yield from _twice(together)


def _twice(together: list[Regulation]) -> Iterator[Violation]:
    """Each with the one before it that applies the longest: two that meet none but far ones still meet that one."""
    together.sort(key=lambda regulation: regulation.first_day)
    longest = together[0]
    for regulation in together[1:]:
        if regulation.meets(longest):
            yield Violation(
                regulation.id,
                Text(
                    zh=f"“{regulation.id}”和“{longest.id}”在同一范围、同一时间规定同一件事",
                    en=f"“{regulation.id}” and “{longest.id}” settle one subject in one jurisdiction at the same time",
                ),
                Text(
                    zh="给旧的写上 until，或给其中一条另写 subject",
                    en="Give the older one its until, or one of the two another subject",
                ),
                ("subject",),
                also=((longest.id, ("subject",)),),
            )
        if regulation.last_day > longest.last_day:
            longest = regulation
