"""How one problem is said where there is room for a single text."""

from typing import Final

from sevenstep.diagnostic import Diagnostic, RuleInfo
from sevenstep.language import Language

ON_NEW_LINE: Final = "\n→ "
ON_SAME_LINE: Final = " → "


def message_and_remedy(diagnostic: Diagnostic, language: Language, joint: str = ON_NEW_LINE) -> str:
    """What is wrong and, after `joint`, how to fix it."""
    message = diagnostic.message.for_language(language)
    return message if diagnostic.remedy is None else f"{message}{joint}{diagnostic.remedy.for_language(language)}"


def code_and_name(rule: RuleInfo) -> str:
    """The rule as a person looks it up: ``S402 accountable-not-one``."""
    return f"{rule.code} {rule.name}"


def on_one_line(text: str) -> str:
    """The text with every run of white space as one blank."""
    return " ".join(text.split())
