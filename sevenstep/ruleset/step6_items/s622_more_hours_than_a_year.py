from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.quantity import plain_number
from sevenstep.model.step6_items import Item
from sevenstep.ruleset.rule import Violation, rule

_YEAR: Final = 24 * 366
"""Hours of the longest year."""


@rule(
    "S622",
    "more-hours-than-a-year",
    Severity.ERROR,
    title=Text(zh="一个人一年的工时不超过一年的小时数", en="Nobody works more hours than a year has"),
    reason=Text(
        zh="工时写多了，人手看上去永远够。多半是把几个人的工时加在了一起。",
        en="With too many hours there always seem to be enough people. Mostly those of several were added up.",
    ),
)
def more_hours_than_a_year(chain: Chain) -> Iterator[Violation]:
    for item in chain.engagement.of(Item):
        for place, staff in enumerate(item.resources.people if item.resources is not None else ()):
            if staff.hours is not None and staff.hours.hours[-1] > _YEAR:
                shown = plain_number(round(staff.hours.hours[-1]))
                yield Violation(
                    item.id,
                    Text(
                        zh=f"每人每年 {shown} 小时（{staff.hours.text}），一年只有 {_YEAR} 小时",
                        en=f"{shown} hours a year of each person ({staff.hours.text}); a year has {_YEAR}",
                    ),
                    Text(
                        zh="写一个人的工时，如 1600 h/y；几个人写在 number 里",
                        en="Write the hours of one person, such as 1600 h/y; how many there are stands under number",
                    ),
                    ("resources", "people", place, "hours"),
                )
