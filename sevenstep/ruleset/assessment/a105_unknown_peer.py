from collections.abc import Iterator

from sevenstep.analysis.assessment.factor_tree import factor_tree
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import KeyPath, Severity
from sevenstep.language import Text
from sevenstep.model.frames.assessment import Assessment
from sevenstep.model.suggest import did_you_mean
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A105",
    "unknown-peer",
    Severity.ERROR,
    title=Text(zh="对标值属于评估的对标对象", en="Values are of peers of the assessment"),
    reason=Text(
        zh="对标对象没有登记，它的值就不参加比较。",
        en="The value of a peer that the assessment does not name is compared with nothing.",
    ),
)
def unknown_peer(chain: Chain) -> Iterator[Violation]:
    for assessment in chain.engagement.of(Assessment):
        for node in factor_tree(chain, assessment):
            named: list[tuple[KeyPath, str]] = [(("peers", name), name) for name in node.factor.peers]
            named += [
                (("courses", at, "peer"), course.peer)
                for at, course in enumerate(node.factor.courses)
                if course.peer is not None
            ]
            for path, name in named:
                if name not in assessment.peers:
                    near = did_you_mean(name, assessment.peers)
                    remedy = Text(zh="在评估的 peers 里写上它", en="Name it among the peers of the assessment")
                    yield Violation(
                        node.factor.id,
                        Text(
                            zh=f"评估“{assessment.id}”没有对标对象 {name}",
                            en=f"The assessment “{assessment.id}” has no peer {name}",
                        ),
                        near or remedy,
                        path,
                        on_key=path[0] == "peers",
                    )
