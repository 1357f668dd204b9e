"""Rules of third parties: packages that offer them under the entry point group ``sevenstep.rules``.

An entry point names a Rule, or several in a tuple or list. What a package offers that cannot be used is reported by the
package's name, and everything else is checked.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from typing import Final

from sevenstep.diagnostic import Diagnostic, Place
from sevenstep.language import Text
from sevenstep.ruleset.check_itself.s000_rule_crashed import RULE_CRASHED
from sevenstep.ruleset.rule import Rule
from sevenstep.source.files import HEADER_FILE

GROUP: Final = "sevenstep.rules"
_CODE: Final = re.compile(r"[A-Z]{2,10}\d{3,4}")


@dataclass(frozen=True, slots=True)
class Installed:
    """The rules that installed packages offer, and what could not be used of them."""

    rules: tuple[Rule, ...]
    problems: tuple[Diagnostic, ...]


def installed_rules() -> Installed:
    """Load the rules of every package that offers some, in the order of their codes."""
    return load(entry_points(group=GROUP))


def load(offers: Iterable[EntryPoint]) -> Installed:
    """The rules that these entry points name."""
    rules: dict[str, Rule] = {}
    problems: list[Diagnostic] = []
    for offer in offers:
        try:
            named = offer.load()
            for rule in [named] if isinstance(named, Rule) else list(named):
                _take(rule, rules)
        except Exception as error:
            problems.append(_unusable(offer, error))
    return Installed(tuple(rules[code] for code in sorted(rules)), tuple(problems))


def _take(rule: object, rules: dict[str, Rule]) -> None:
    if not isinstance(rule, Rule):
        raise TypeError(f"{rule!r:.60} is no rule: make it with sevenstep.plugin.rule")
    code = rule.info.code
    if not _CODE.fullmatch(code):
        raise ValueError(f"the code {code!r:.20} is not two to ten capitals and three or four digits, such as ACME101")
    if code in rules:
        raise ValueError(f"the code {code} is used twice")
    rules[code] = rule


def _unusable(offer: EntryPoint, error: Exception) -> Diagnostic:
    package = offer.dist.name if offer.dist is not None else offer.value
    said = f"{type(error).__name__}: {error}"[:200]
    return Diagnostic(
        RULE_CRASHED,
        Place(HEADER_FILE),
        Text(
            zh=f"软件包 {package} 提供的规则“{offer.name}”用不了（{said}）",
            en=f"The rules “{offer.name}” of the package {package} cannot be used: {said}",
        ),
        Text(
            zh="这是那个软件包的缺陷，不是模型的；升级或卸载它，其余规则已照常检查",
            en="This is a defect of that package, not of the model: upgrade or remove it. All other rules were run",
        ),
    )
