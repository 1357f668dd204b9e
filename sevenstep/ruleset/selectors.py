"""What settings and acceptances name: rules by their code, the beginning of their codes, or their name."""

from typing import Final

from sevenstep.diagnostic import RuleInfo

ALWAYS: Final = "S00"
"""The codes of the rules of reading begin so: what they report is not in the model, and nobody may overlook that."""


def names(selector: str, info: RuleInfo) -> bool:
    """Whether a selector names the rule: its code, the beginning of its code, its name, or ``all``."""
    return selector in {info.name, "all"} or (len(selector) > 1 and info.code.startswith(selector))


def always(info: RuleInfo) -> bool:
    """Whether the rule can be neither switched off nor made milder."""
    return info.code.startswith(ALWAYS) or info.code in {"S010", "S017"}
