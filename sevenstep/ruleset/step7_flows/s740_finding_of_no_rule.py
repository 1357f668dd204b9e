from collections.abc import Iterator

from sevenstep.analysis.findings.catalogue import FINDING_RULES
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step7_flows import Finding
from sevenstep.ruleset.rule import Violation, rule


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
)
def finding_of_no_rule(chain: Chain) -> Iterator[Violation]:
    codes = {rule.code: rule for rule in FINDING_RULES}
    for found in chain.engagement.of(Finding):
        if found.rule is None:
            continue
        known = codes.get(found.rule)
        if known is None:
            listed = ", ".join(codes)
            yield Violation(
                found.id,
                Text(zh=f"没有规则“{found.rule}”", en=f"There is no rule “{found.rule}”"),
                Text(zh=f"可用：{listed}（sevenstep explain 列出）", en=f"There are {listed} (see sevenstep explain)"),
                ("rule",),
            )
        elif known.type != found.type:
            yield Violation(
                found.id,
                Text(
                    zh=f"规则 {known.code} 找的是{known.type.label.zh}，这个发现写的是{found.type.label.zh}",
                    en=f"Rule {known.code} finds a {known.type.label.en}; this finding is a {found.type.label.en}",
                ),
                Text(zh=f"把 type 改成 {known.type}，或去掉 rule", en=f"Make it type: {known.type}, or take rule out"),
                ("type",),
            )
