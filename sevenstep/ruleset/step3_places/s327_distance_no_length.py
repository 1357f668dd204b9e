from collections.abc import Iterator

from sevenstep.analysis.transport.passages import told_in
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step3_places import TransportLink
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S327",
    "distance-no-length",
    Severity.WARNING,
    title=Text(zh="里程是长度", en="A distance is a length"),
    reason=Text(
        zh="不是长度的里程加不到路线上。",
        en="A distance that is no length cannot be added up along a route.",
    ),
)
def distance_no_length(chain: Chain) -> Iterator[Violation]:
    for link in chain.engagement.of(TransportLink):
        if link.distance is not None and told_in(link.distance, "km") is None:
            yield Violation(
                link.id,
                Text(
                    zh=f"运输区段“{link.id}”的里程 {link.distance.text} 不是长度",
                    en=f"The distance of “{link.id}”, {link.distance.text}, is not a length",
                ),
                Text(zh="写成 320 km；用多少时间写在 time 里", en="Write 320 km; how long it takes goes into time"),
                ("distance",),
            )
