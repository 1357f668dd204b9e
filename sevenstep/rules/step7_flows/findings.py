"""Rules of step 7: what the analyst has found."""

from collections.abc import Iterator
from typing import Final

from sevenstep.analysis.findings.catalogue import FINDING_RULES
from sevenstep.analysis.findings.rule import TYPES
from sevenstep.analysis.findings.thresholds import fits, known_thresholds
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step4_paths import Actor
from sevenstep.model.step7_flows import Finding, Flow, Node
from sevenstep.model.suggest import did_you_mean
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


@rule(
    "S740",
    "finding-of-no-rule",
    Severity.ERROR,
    literal=True,
    title=Text(zh="发现引用的规则是有的", en="A finding names a rule that there is"),
    reason=Text(
        zh="写错的代码让手写的发现和算出的发现对不上，同一件事会列两遍。",
        en="With a wrong code the finding written by hand and the computed one do not meet, and are listed twice.",
    ),
    bad="""
    findings:
      waits: {title: It waits, type: blockage, rule: F999, touches: [], evidence: [seen on site]}
    """,
    good="""
    flows:
      gate: {title: Gate, variant: as-is}
    findings:
      waits: {title: It waits, type: blockage, rule: F101, touches: gate, evidence: [seen on site]}
    """,
)
def finding_of_no_rule(chain: Chain) -> Iterator[Breach]:
    codes = {one.code: one for one in FINDING_RULES}
    for found in chain.engagement.of(Finding):
        if found.rule is None:
            continue
        known = codes.get(found.rule)
        if known is None:
            listed = ", ".join(codes)
            yield Breach(
                found.id,
                Text(zh=f"没有规则“{found.rule}”", en=f"There is no rule “{found.rule}”"),
                Text(zh=f"可用：{listed}（sevenstep explain 列出）", en=f"There are {listed} (see sevenstep explain)"),
                ("rule",),
            )
        elif known.type != found.type:
            yield Breach(
                found.id,
                Text(
                    zh=f"规则 {known.code} 找的是{TYPES[known.type].zh}，这个发现写的是{TYPES[found.type].zh}",
                    en=f"Rule {known.code} finds a {TYPES[known.type].en}; this finding is a {TYPES[found.type].en}",
                ),
                Text(zh=f"把 type 改成 {known.type}，或去掉 rule", en=f"Make it type: {known.type}, or take rule out"),
                ("type",),
            )


@rule(
    "S741",
    "threshold-that-is-none",
    Severity.ERROR,
    literal=True,
    title=Text(zh="阈值写对名称和数值", en="A threshold has a known name and a fitting value"),
    reason=Text(
        zh="写错的阈值不起作用，大家却以为按它在查。",
        en="A wrong threshold does nothing, while everybody believes that it holds.",
    ),
    bad="""
    id: sample
    title: Sample
    analysis:
      thresholds:
        waiting-share: {value: 3 h, reason: our clerks are slow}
        reworks: {value: 30%, reason: the authority sends back a third}
    """,
    good="""
    id: sample
    title: Sample
    analysis:
      thresholds:
        waiting-share: {value: 90%, reason: ships sail twice a week}
        rework: {value: 30%, reason: the authority sends back a third}
    """,
)
def threshold_that_is_none(chain: Chain) -> Iterator[Breach]:
    known = known_thresholds()
    for name, given in chain.engagement.header.analysis.thresholds.items():
        here = ("analysis", "thresholds", name)
        if name not in known:
            yield Breach(
                "",
                Text(zh=f"没有阈值“{name}”", en=f"There is no threshold “{name}”"),
                did_you_mean(name, known) or Text(zh=f"可用：{'、'.join(known)}", en=f"There are {', '.join(known)}"),
                here,
                on_key=True,
            )
        elif not fits(known[name], given.value):
            what = known[name].title
            yield Breach(
                "",
                Text(
                    zh=f"“{given.value.text}”不能作阈值 {name}（{what.in_('zh')}）",
                    en=f"“{given.value.text}” is no value for {name}, the {what.in_('en')}",
                ),
                Text(zh="写成比例，如 80%", en="Write a share, as in 80%")
                if known[name].is_share
                else Text(zh="写一个数，如 5", en="Write a number, as in 5"),
                (*here, "value"),
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


RULES: Final = (finding_without_evidence, finding_touches_nothing, finding_of_no_rule, threshold_that_is_none)
"""What was found, in the order of the codes."""
