from collections.abc import Iterator

from sevenstep.analysis.assessment.factor_tree import factor_tree
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text, many
from sevenstep.model.frames.assessment import Assessment
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A103",
    "peer-without-date",
    Severity.WARNING,
    title=Text(zh="对标值有时间", en="Values of peers have a date"),
    reason=Text(
        zh="不知道是哪一年的数，就不知道比的是不是同一件事。",
        en="Without its date nobody knows whether like is compared with like.",
    ),
)
def peer_without_date(chain: Chain) -> Iterator[Violation]:
    for assessment in chain.engagement.of(Assessment):
        for name, peer in assessment.peers.items():
            undated = [
                node.factor.id
                for node in factor_tree(chain, assessment)
                if name in node.factor.peers
                and node.factor.peers[name].value is not None
                and node.factor.peers[name].date is None
            ]
            if peer.date is None and undated:
                yield Violation(
                    assessment.id,
                    Text(
                        zh=f"对标对象“{peer.title.for_language('zh')}”的 {len(undated)} 个值没有时间",
                        en=f"{many(len(undated), 'value')} of the peer “{peer.title.for_language('en')}” "
                        f"{'has' if len(undated) == 1 else 'have'} no date",
                    ),
                    Text(zh="写明它是什么时候的，如 date: 2023", en="Say of when they are, as in date: 2023"),
                    ("peers", name),
                    on_key=True,
                    also=tuple((factor, ("peers", name)) for factor in undated),
                )
