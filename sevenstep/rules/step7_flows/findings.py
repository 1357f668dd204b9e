"""Rules of step 7: what the analyst has found."""

from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step4_paths import Actor
from sevenstep.model.step7_flows import Finding, Flow, Node
from sevenstep.rules.rule import Breach, rule


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
    bad="""
    findings:
      gate-waiting: {title: {zh: 闸口排队没有预告, en: Nobody announces the queue at the gate}, type: blind-spot}
    """,
    good="""
    findings:
      gate-waiting:
        title: Nobody announces the queue at the gate
        type: blind-spot
        evidence: [{what: Wait at the gate, figure: 2..5 h, source: "assumption: told by drivers"}]
    """,
)
def finding_without_evidence(chain: Chain) -> Iterator[Breach]:
    for finding in chain.engagement.of(Finding):
        if not finding.evidence:
            yield Breach(
                finding.id,
                finding.title.put(
                    zh="“{}”有什么数据或事例可以证明？",
                    en="What is the evidence for “{}”: figures, or a case?",
                ),
                Text(
                    zh="写上 evidence: [{what: 看到了什么, figure: 数值, source: 出处}]",
                    en="Add evidence: [{what: …, figure: …, source: …}]",
                ),
                ask=() if finding.owner else tuple(dict.fromkeys(_concerned(chain, finding))),
            )


@rule(
    "S729",
    "finding-touches-nothing",
    Severity.WARNING,
    title=Text(zh="发现要说明出在哪里", en="A finding says where it is felt"),
    reason=Text(
        zh="不说出在哪个流程、哪一步，图上标不出来，也不知道该改哪里。",
        en="Unless it names a flow or a step, no picture can show it, and nobody knows where to change something.",
    ),
    bad="""
    findings:
      re-entry: {title: The same data is typed five times, type: break, evidence: [seen at five desks]}
    """,
    good="""
    flows:
      booking:
        title: Booking
        variant: as-is
        steps:
          fill-in: {title: Fill in the form}
    findings:
      re-entry:
        title: The same data is typed five times
        type: break
        touches: booking/fill-in
        evidence: [seen at five desks]
    """,
)
def finding_touches_nothing(chain: Chain) -> Iterator[Breach]:
    for finding in chain.engagement.of(Finding):
        if not finding.touches:
            yield Breach(
                finding.id,
                Text(
                    zh=f"发现“{finding.id}”没有说明出在哪里",
                    en=f"Finding “{finding.id}” does not say where it is felt",
                ),
                Text(
                    zh="写上 touches: [流程/步骤, 数据对象, …]，用要素的编号",
                    en="Add touches: [flow/step, data object, …] with the ids of elements",
                ),
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


RULES: Final = (finding_without_evidence, finding_touches_nothing)
"""What was found, in the order of the codes."""
