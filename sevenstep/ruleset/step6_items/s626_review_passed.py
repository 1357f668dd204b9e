from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.dates import end_of
from sevenstep.model.step6_items import Item
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S626",
    "review-passed",
    Severity.HINT,
    title=Text(zh="下次复核的日子还没过", en="The next review is still to come"),
    reason=Text(
        zh="日子过了还没改，多半是没有复核。",
        en="A date that has passed is mostly that of a review that was not held.",
    ),
)
def review_passed(chain: Chain) -> Iterator[Violation]:
    for item in chain.engagement.of(Item):
        review = item.adjustment.review if item.adjustment is not None else None
        if review is not None and end_of(review) < chain.engagement.today:
            yield Violation(
                item.id,
                Text(
                    zh=f"事项“{item.id}”的复核日期 {review} 已过",
                    en=f"The review of item “{item.id}”, {review}, has passed",
                ),
                Text(zh="复核后写上下一次的日期", en="Hold it, and write the date of the next one"),
                ("adjustment", "review"),
            )
