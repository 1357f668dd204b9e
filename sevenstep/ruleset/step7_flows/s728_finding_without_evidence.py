from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step4_paths import Actor
from sevenstep.model.step7_flows import Finding, Flow, Node
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S728",
    "finding-without-evidence",
    Severity.QUESTION,
    title=Text(zh="发现要有依据", en="A finding has evidence"),
    reason=Text(
        zh="没有依据的发现，当事的单位一句话就能否认。",
        en="A finding without evidence can be denied by those it concerns in one sentence.",
    ),
    decision=Text(
        zh="决定这个问题值不值得用举措去改。",
        en="It decides whether the problem is worth a measure.",
    ),
)
def finding_without_evidence(chain: Chain) -> Iterator[Violation]:
    for finding in chain.engagement.of(Finding):
        if not finding.evidence:
            yield Violation(
                finding.id,
                finding.title.inserted_into(
                    zh="“{}”有什么数据或事例可以证明？",
                    en="What is the evidence for “{}”: figures, or a case?",
                ),
                Text(
                    zh="写上 evidence: [{what: 看到了什么, figure: 数值, source: 出处}]",
                    en="Add evidence: [{what: …, figure: …, source: …}]",
                ),
                ask=() if finding.owner else tuple(dict.fromkeys(_concerned(chain, finding))),
            )


def _concerned(chain: Chain, finding: Finding) -> Iterator[str]:
    """The actors who feel what was found: they are named, they do the step, or they own what is touched."""
    for touched in chain.targets(finding.id, "touches"):
        flow = chain.elements.get(touched.id.rpartition("/")[0])
        if isinstance(touched, Actor):
            yield touched.id
        elif isinstance(touched, Node) and isinstance(flow, Flow) and (lane := flow.lanes.get(touched.name)):
            yield lane
        elif touched.owner is not None:
            yield touched.owner
