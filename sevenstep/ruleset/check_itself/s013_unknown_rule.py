from collections.abc import Iterable, Iterator
from typing import Final

from sevenstep.analysis.findings.catalogue import FINDING_RULES
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Diagnostic, Place, RuleInfo, Severity
from sevenstep.examples import Beside
from sevenstep.language import Text
from sevenstep.model.header import CheckSettings
from sevenstep.model.suggest import did_you_mean
from sevenstep.ruleset.selectors import always, names
from sevenstep.source.files import HEADER_FILE

UNKNOWN_RULE: Final = RuleInfo(
    "S013",
    "unknown-rule",
    Severity.ERROR,
    Text(zh="设置和 accepted 里的规则必须存在", en="Settings and acceptances name rules that exist"),
    Text(
        zh="写错的代码什么也不改变，作者却以为改了。",
        en="A misspelt code changes nothing, while its author believes it does.",
    ),
    Beside(__file__),
)


def unknown_rules(chain: Chain, settings: CheckSettings, known: Iterable[RuleInfo]) -> Iterator[Diagnostic]:
    """Codes and names in the settings and acceptances that belong to no rule, or to one that nobody may overlook."""
    rules = list(known)
    for path, selector in _selectors(settings):
        if problem := _unfit(selector, rules):
            yield _unknown(Place(HEADER_FILE, ("check", *path)), problem, selector, rules)
    exact = {name for info in rules if not always(info) for name in (info.code, info.name)}
    exact |= {name for rule in FINDING_RULES for name in (rule.code, rule.name)}
    for element in chain.elements.values():
        for key in element.accepted:
            if key not in exact:
                place = chain.engagement.place(element.id, ("accepted", key), on_key=True)
                known_to_all = any(key in {info.code, info.name} for info in rules)
                yield _unknown(place, _overlooked(key) if known_to_all else _no_rule(key), key, rules, element.id)


def _selectors(settings: CheckSettings) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for field in ("select", "ignore"):
        for index, selector in enumerate(getattr(settings, field)):
            yield (field, index), selector
    for selector in settings.severity:
        yield ("severity", selector), selector
    for pattern, of_file in settings.files.items():
        for index, selector in enumerate(of_file.ignore):
            yield ("files", pattern, "ignore", index), selector


def _unfit(selector: str, rules: Iterable[RuleInfo]) -> Text | None:
    named = [info for info in rules if names(selector, info)]
    if not named:
        return _no_rule(selector)
    return _overlooked(selector) if all(always(info) for info in named) else None


def _no_rule(key: str) -> Text:
    return Text(zh=f"没有规则“{key}”", en=f"There is no rule “{key}”")


def _overlooked(key: str) -> Text:
    return Text(zh=f"规则“{key}”不能关闭、降级或接受", en=f"Rule “{key}” can be neither switched off, nor accepted")


def _unknown(place: Place, message: Text, wrong: str, rules: Iterable[RuleInfo], element: str = "") -> Diagnostic:
    known = [info for info in rules if names(wrong, info)]
    choices = [name for info in rules if not always(info) for name in (info.code, info.name)]
    if known:
        remedy = Text(zh="删掉这一条，改正它报告的问题", en="Take this entry out, and correct what the rule reports")
    else:
        remedy = did_you_mean(wrong, choices) or Text(
            zh="sevenstep explain 列出所有规则", en="sevenstep explain lists the rules"
        )
    on_key = place.on_key or place.path[-2:-1] == ("severity",)
    return Diagnostic(UNKNOWN_RULE, Place(place.file, place.path, on_key), message, remedy, element=element)
