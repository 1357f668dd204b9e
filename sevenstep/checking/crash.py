"""A rule that fails is reported by name, and the rest goes on."""

from sevenstep.diagnostic import Diagnostic, Place
from sevenstep.language import Text
from sevenstep.ruleset.check_itself.s000_rule_crashed import RULE_CRASHED
from sevenstep.ruleset.rule import Rule
from sevenstep.source.files import HEADER_FILE


def crash(rule: Rule, error: Exception) -> Diagnostic:
    """That the rule failed with `error`."""
    said = f"{type(error).__name__}: {error}"[:200]
    return Diagnostic(
        RULE_CRASHED,
        Place(HEADER_FILE),
        Text(
            zh=f"规则 {rule.info.code} {rule.info.name} 运行失败（{said}）",
            en=f"Rule {rule.info.code} {rule.info.name} failed: {said}",
        ),
        Text(
            zh="这是工具的缺陷，不是模型的；其余规则已照常检查，请把模型和这段信息发给我们",
            en="This is a defect of the tool, not of the model; all other rules were run. Please report it",
        ),
    )
