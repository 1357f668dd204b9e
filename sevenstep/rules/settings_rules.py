"""Rules on the settings of the check themselves: what they name exists, and what is accepted is still breached.

They see what the other rules found, so they are functions of the check and not of the chain alone.
"""

from collections.abc import Iterable, Iterator, Set
from typing import Final

from sevenstep.analysis.findings.catalogue import FINDING_RULES
from sevenstep.chain.acceptance import is_over
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Diagnostic, Edit, Place, RuleInfo, Severity
from sevenstep.language import Text
from sevenstep.model.engagement import CheckSettings
from sevenstep.model.suggest import did_you_mean
from sevenstep.rules.selectors import always, names
from sevenstep.source.files import HEADER_FILE

RULE_CRASHED: Final = RuleInfo(
    "S000",
    "rule-crashed",
    Severity.ERROR,
    Text(zh="每条规则都要能运行到底", en="Every rule runs to its end"),
    Text(
        zh="没有运行完的规则什么也没有保证。",
        en="A rule that did not finish has promised nothing.",
    ),
    bad="",
    good="",
)
UNKNOWN_RULE: Final = RuleInfo(
    "S013",
    "unknown-rule",
    Severity.ERROR,
    Text(zh="设置和 accepted 里的规则必须存在", en="Settings and acceptances name rules that exist"),
    Text(
        zh="写错的代码什么也不改变，作者却以为改了。",
        en="A misspelt code changes nothing, while its author believes it does.",
    ),
    bad="""
    check:
      ignore: [S999, goal-cyle]
      severity: {S001: warning}
    goals:
      G1: {title: Faster clearance, accepted: {S0802: served in the next phase}}
    """,
    good="""
    check:
      ignore: [S101, goal-cycle]
    goals:
      G1: {title: Faster clearance, accepted: {S802: served in the next phase}}
    """,
)
USELESS_ACCEPTANCE: Final = RuleInfo(
    "S014",
    "useless-acceptance",
    Severity.WARNING,
    Text(zh="接受的问题确实存在", en="What is accepted is there"),
    Text(
        zh="已经不存在的问题还写着“接受”，将来真出了问题就会被它遮住。",
        en="An acceptance that outlives its gap hides the next one that opens in the same place.",
    ),
    bad="""
    goals:
      G1: {title: Faster clearance, horizon: 2027, accepted: {S101: not agreed yet, S802: later}}
    """,
    good="""
    goals:
      G1: {title: Faster clearance, horizon: 2027, accepted: {S802: later}}
    """,
)
EXPIRED_ACCEPTANCE: Final = RuleInfo(
    "S015",
    "expired-acceptance",
    Severity.WARNING,
    Text(zh="接受没有过期", en="An acceptance has not expired"),
    Text(
        zh="说好到期再议的事到期了：补上缺口，或重新约定。",
        en="What was to be settled by then is due: close the gap, or agree anew.",
    ),
    bad="""
    goals:
      G1: {title: Faster clearance, horizon: 2027, accepted: {S802: {reason: next phase, until: 2020-06}}}
    """,
    good="""
    goals:
      G1: {title: Faster clearance, horizon: 2027, accepted: {S802: {reason: next phase, until: 9999}}}
    """,
)
RULES: Final = (UNKNOWN_RULE, USELESS_ACCEPTANCE, EXPIRED_ACCEPTANCE)


def unknown_rules(chain: Chain, settings: CheckSettings, known: Iterable[RuleInfo]) -> Iterator[Diagnostic]:
    """Codes and names in the settings and acceptances that belong to no rule, or to one that nobody may overlook."""
    rules = list(known)
    for path, selector in _selectors(settings):
        if problem := _unfit(selector, rules):
            yield _unknown(Place(HEADER_FILE, ("check", *path)), problem, selector, rules)
    exact = {name for info in rules if not always(info) for name in (info.code, info.name)}
    exact |= {name for one in FINDING_RULES for name in (one.code, one.name)}
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
        remedy = Text(zh="删掉这一条，改正它报告的问题", en="Take this entry out, and mend what the rule reports")
    else:
        remedy = did_you_mean(wrong, choices) or Text(
            zh="sevenstep explain 列出所有规则", en="sevenstep explain lists the rules"
        )
    on_key = place.on_key or place.path[-2:-1] == ("severity",)
    return Diagnostic(UNKNOWN_RULE, Place(place.file, place.path, on_key), message, remedy, element=element)


def idle_acceptances(chain: Chain, used: Set[tuple[str, str]], judged: Iterable[RuleInfo]) -> Iterator[Diagnostic]:
    """Acceptances that are over, and those of `judged` rules that are not in `used` (element and key)."""
    ran = {name for info in judged for name in (info.code, info.name)}
    for element in chain.elements.values():
        for key, given in element.accepted.items():
            place = chain.engagement.place(element.id, ("accepted", key), on_key=True)
            if is_over(given, chain.engagement.today):
                yield Diagnostic(
                    EXPIRED_ACCEPTANCE,
                    place,
                    Text(
                        zh=f"对 {key} 的接受到 {given.until} 为止，已经过期",
                        en=f"The acceptance of {key} held until {given.until} and is over",
                    ),
                    Text(zh="补上缺口，或写上新的 until", en="Close the gap, or agree on a new date under until"),
                    element=element.id,
                )
            elif key in ran and (element.id, key) not in used:
                yield Diagnostic(
                    USELESS_ACCEPTANCE,
                    place,
                    Text(
                        zh=f"这里没有违反 {key}，不需要接受",
                        en=f"Nothing here breaks {key}: there is nothing to accept",
                    ),
                    Text(zh="删掉这一条", en="Take this entry out"),
                    edits=(Edit(place, None),),
                    element=element.id,
                )
