from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step3_places import TransportLink
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S310",
    "link-to-itself",
    Severity.ERROR,
    title=Text(zh="运输区段连接两个不同的地点", en="A transport link joins two places"),
    reason=Text(
        zh="起点和终点相同的区段哪里也到不了。",
        en="A link that ends where it begins leads nowhere.",
    ),
)
def link_to_itself(chain: Chain) -> Iterator[Violation]:
    for link in chain.engagement.of(TransportLink):
        if link.start == link.end:
            yield Violation(
                link.id,
                Text(
                    zh=f"运输区段“{link.id}”的起点和终点都是“{link.start}”",
                    en=f"Link “{link.id}” leads from “{link.start}” to itself",
                ),
                Text(zh="改写 to，写上另一头的地点", en="Change to: and name the place at the other end"),
                ("to",),
            )
