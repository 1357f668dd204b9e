"""Every rule there is, those of third parties included, and finding one by what a person types."""

from sevenstep.checking.check import Checked
from sevenstep.checking.example import check_example
from sevenstep.checking.plugins import installed_rules
from sevenstep.diagnostic import RuleInfo
from sevenstep.failure import Failure
from sevenstep.language import Text
from sevenstep.model.suggest import did_you_mean
from sevenstep.ruleset.catalogue import ALL_RULES


def known_rules() -> tuple[RuleInfo, ...]:
    """Every rule, by code; those of third parties behind ours."""
    return (*ALL_RULES, *(rule.info for rule in installed_rules().rules))


def find_rule(name: str) -> RuleInfo:
    """The rule with that code or name; raises Failure."""
    known = known_rules()
    for info in known:
        if name.casefold() in {info.code.casefold(), info.name}:
            return info
    raise Failure(
        Text(zh=f"没有规则“{name}”", en=f"There is no rule “{name}”"),
        did_you_mean(name, (word for info in known for word in (info.code, info.name)))
        or Text(zh="sevenstep explain 列出所有规则", en="sevenstep explain lists the rules"),
    )


def bad_example(info: RuleInfo) -> Checked:
    """The example that breaks a rule, checked."""
    return check_example(info, info.bad, info.encoding, installed_rules().rules)
