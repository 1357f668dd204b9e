"""Heat: how much of something is felt at an element, in four grades, for maps to be coloured by.

By findings: how many there are at it and at what is part of it, against the most of its kind. By the gap to the target:
of an indicator, by what share its last target is missed; of what it measures, and what drives, moves or estimates it,
the worst of theirs. By cost: what a case costs today, against the dearest of its kind. By maturity: of functions, where
they stand on their scale, of domains the mean of theirs; the deeper, the more mature. Where nothing moves: what money
is spent on without any change, and the domains, functions and indicators with a gap for which nothing is done. By a
lever: what the measures change that take hold of it. By a tag: who has it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import ceil
from typing import Final

from sevenstep.analysis.analyse import analysis_of
from sevenstep.analysis.assessment.yardstick import Yardstick, of_scale
from sevenstep.analysis.choices import Verdict
from sevenstep.analysis.findings_by_element import findings_by_element
from sevenstep.analysis.results import IndicatorState
from sevenstep.chain.graph import Chain
from sevenstep.language import Text, joined
from sevenstep.memory import per_chain
from sevenstep.model.choices import Lever, Metric, Stage, Variant
from sevenstep.model.frames.project import Project
from sevenstep.model.frames.scale import Scale
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step3_architecture import Domain, Function
from sevenstep.model.step7_flows import Finding, Flow, Measure

FINDINGS: Final = "findings"
GAP: Final = "gap"
COST: Final = "cost"
MATURITY: Final = "maturity"
IDLE: Final = "idle"
TAG: Final = "tag:"
LEVER: Final = "lever:"
_GAP_LEFT: Final = "F504"
_NOTHING_MOVES: Final = "F503"
_MOST_TAGS: Final = 6
_SHARES: Final = (0.05, 0.15, 0.3)
"""Up to such shares of the target that is missed the grades go."""
_UP: Final = frozenset({"step-of", "details", "belongs-to", "group", "connects", "improves", "in-domain", "realizes"})
"""The relations along which what is felt at a part is felt at the whole."""


@dataclass(frozen=True, slots=True)
class Heat:
    """One way to colour maps. `levels` by element: 0 is none (of gaps: reached), 4 the worst (of maturity the best);
    who is not in it has no say in it. `says` is what each level means, empty for levels that do not occur."""

    by: str
    title: Text
    levels: Mapping[str, int]
    says: tuple[Text, ...]


@per_chain
def heats(chain: Chain) -> Mapping[str, Heat]:
    """Every heat that has anything to show, by its name; tags that most elements have first."""
    found = [
        _findings(chain),
        _gaps(chain),
        _costs(chain),
        _maturity(chain),
        _idle(chain),
        *_levers(chain),
        *_tags(chain),
    ]
    return {heat.by: heat for heat in found if any(heat.levels.values())}


def _findings(chain: Chain) -> Heat:
    counts: dict[str, set[str]] = {}
    for key, element in chain.elements.items():
        if isinstance(element, Finding):
            for touched in chain.targets(key, "touches"):
                _felt(chain, touched.id, key, counts)
    for key, computed in findings_by_element(chain).items():
        for finding in computed:
            _felt(chain, key, finding.key, counts)
    by_kind: dict[str, dict[str, float]] = {}
    for key, told in counts.items():
        by_kind.setdefault(chain.elements[key].KIND.name, {})[key] = len(told)
    levels = {key: grade for of_kind in by_kind.values() for key, grade in _by_share(of_kind).items()}
    says = (Text(zh="没有发现", en="no finding"), *_shares_of(Text(zh="最多者", en="the most")))
    return Heat(FINDINGS, Text(zh="发现", en="findings"), levels, says)


def _shares_of(most: Text) -> Iterator[Text]:
    """What the four grades by share are called."""
    for low in range(0, 100, 25):
        yield most.inserted_into(zh=f"{{}}的 {low}%–{low + 25}%", en=f"{low}–{low + 25}% of {{}}")


def _felt(chain: Chain, key: str, finding: str, counts: dict[str, set[str]]) -> None:
    """A finding is felt where it is, and in all that this is part of."""
    waiting, seen = [key], {key}
    while waiting:
        here = waiting.pop()
        counts.setdefault(here, set()).add(finding)
        for link in chain.outgoing.get(here, ()):
            if link.relation.name in _UP and link.target not in seen:
                seen.add(link.target)
                waiting.append(link.target)


def _gaps(chain: Chain) -> Heat:
    levels: dict[str, int] = {}
    states = analysis_of(chain).goal_attainment.indicators
    for key, state in states.items():
        if (grade := _missed(state)) is not None:
            _worse(levels, key, grade)
    for key in states:
        if key in levels:
            _hand_on(chain, key, levels)
    shares = [f"{share:.0%}" for share in _SHARES]
    says = (
        Text(zh="达标", en="target reached"),
        Text(zh=f"差 {shares[0]} 以内", en=f"misses by up to {shares[0]}"),
        Text(zh=f"差 {shares[0]}–{shares[1]}", en=f"{shares[0]}–{shares[1]}"),
        Text(zh=f"差 {shares[1]}–{shares[2]}", en=f"{shares[1]}–{shares[2]}"),
        Text(zh=f"差 {shares[2]} 以上", en=f"more than {shares[2]}"),
    )
    return Heat(GAP, Text(zh="与目标的差距", en="gap to target"), levels, says)


def _missed(state: IndicatorState) -> int | None:
    """The grade of the gap; None where it cannot be judged."""
    if state.verdict is Verdict.REACHED:
        return 0
    target = state.stage_values.get(Stage.TARGET)
    if state.verdict is not Verdict.MISSED or target is None:
        return None
    share = state.gap / abs(target.value) if target.value else 1.0
    return 1 + sum(share > most for most in _SHARES)


def _hand_on(chain: Chain, indicator: str, levels: dict[str, int]) -> None:
    """What an indicator misses is felt by the goals above it and by what drives, moves or estimates it."""
    grade = levels[indicator]
    waiting, seen = list(_next_to(chain, indicator)), {indicator}
    while waiting:
        here = waiting.pop()
        if here in seen:
            continue
        seen.add(here)
        _worse(levels, here, grade)
        waiting += [link.target for link in chain.outgoing.get(here, ()) if link.relation.name in _OUTWARD]


_OUTWARD: Final = frozenset({"in-domain", "parent", "group", "details"})


def _next_to(chain: Chain, indicator: str) -> Iterator[str]:
    for link in chain.outgoing.get(indicator, ()):
        if link.relation.name in {"measures", "domain"}:
            yield link.target
    for link in chain.incoming.get(indicator, ()):
        if link.relation.name in {"drives", "moves", "estimates"} and not isinstance(
            chain.elements[link.source], Indicator
        ):
            yield link.source


def _worse(levels: dict[str, int], key: str, grade: int) -> None:
    levels[key] = max(grade, levels.get(key, 0))


def _costs(chain: Chain) -> Heat:
    """Of steps, flows and items: what a case costs, in the currency that most flows have."""
    metrics = analysis_of(chain).metrics
    currencies = [found.currency for found in metrics.values() if found.currency]
    currency = max(currencies, key=currencies.count) if currencies else ""
    steps: dict[str, float] = {}
    flows: dict[str, float] = {}
    items: dict[str, float] = {}
    for key, found in metrics.items():
        flow = chain.elements[key]
        cost = found.values.get(Metric.COST)
        if cost is None or found.currency != currency or not isinstance(flow, Flow):
            continue
        flows[key] = cost.mean
        for name, step in found.steps.items():
            if name in flow.steps and step.cost:
                steps[flow.steps[name].id] = step.cost
        if flow.details in chain.elements and flow.details is not None and flow.variant is Variant.AS_IS:
            items[flow.details] = cost.mean
    levels = {**_by_share(steps), **_by_share(flows), **_by_share(items)}
    says = (Text(zh="没有费用", en="no cost"), *_shares_of(Text(zh="最高者", en="the dearest")))
    return Heat(COST, Text(zh="每件费用", en="cost of a case"), levels, says)


def _maturity(chain: Chain) -> Heat:
    """Five grades from the lowest score of the scale to the highest, each called by the levels that are in it."""
    good: dict[str, float] = {}
    scales: dict[str, Yardstick] = {}
    for function in chain.engagement.of(Function):
        found = function.maturity
        rod = of_scale(chain, found.scale) if found is not None else None
        if found is not None and found.now is not None and rod is not None:
            good[function.id] = rod.good(found.now.middle)
            scales[rod.scale] = rod
    for domain in chain.engagement.of(Domain):
        told = [good[one.id] for one in chain.holders(domain.id, "in-domain") if one.id in good]
        if told:
            good[domain.id] = sum(told) / len(told)
    says = [f"{low}–{low + 20}%" for low in range(0, 100, 20)]
    only = chain.elements[next(iter(scales))] if len(scales) == 1 else None
    named: list[list[Text]] = [[] for _ in says]
    if isinstance(only, Scale):
        for score, level in only.steps:
            named[_fifth(scales[only.id].good(score))].append(level.title)
    told_as = tuple(joined(titles) if titles else Text(plain=said) for titles, said in zip(named, says, strict=True))
    levels = {key: _fifth(value) for key, value in good.items()}
    return Heat(MATURITY, Text(zh="成熟度", en="maturity"), levels, told_as)


def _idle(chain: Chain) -> Heat:
    """Nothing where there are no projects."""
    levels: dict[str, int] = {}
    found = analysis_of(chain).findings
    left = {finding.touches[0]: finding.touches for finding in found if finding.code == _GAP_LEFT}
    if chain.engagement.count(Project):
        for domain in chain.engagement.of(Domain):
            grade = 4 if domain.id in left else 0
            _worse(levels, domain.id, grade)
            for function in chain.holders(domain.id, "in-domain"):
                _worse(levels, function.id, grade)
    for indicator in (key for touches in left.values() for key in touches[1:]):
        _worse(levels, indicator, 4)
    without: dict[str, set[str]] = {}
    for finding in found:
        for key in finding.touches if finding.code == _NOTHING_MOVES else ():
            _felt(chain, key, finding.key, without)
    for key in without:
        _worse(levels, key, 3)
    nothing = Text(plain="")
    says = (
        Text(zh="有项目在改善", en="a project does something"),
        nothing,
        nothing,
        Text(zh="花了钱，没有变化", en="money spent, nothing moves"),
        Text(zh="有差距，没有人做", en="a gap, and nothing is done"),
    )
    return Heat(IDLE, Text(zh="内卷与荒漠", en="where nothing moves"), levels, says)


def _levers(chain: Chain) -> Iterator[Heat]:
    """What the measures of each lever change: flows and steps, with all that these are part of."""
    for lever in Lever:
        counts: dict[str, set[str]] = {}
        for measure in chain.engagement.of(Measure):
            if lever in measure.lever:
                for key in (measure.id, *measure.shapes, *measure.changes):
                    if key in chain.elements:
                        _felt(chain, key, measure.id, counts)
        title = lever.label.inserted_into("着力点“{}”", "lever “{}”")
        nothing = Text(plain="")
        yield Heat(f"{LEVER}{lever}", title, dict.fromkeys(counts, 4), (nothing, nothing, nothing, nothing, title))


def _fifth(good: float) -> int:
    return min(4, max(0, round(4 * good)))


def _by_share(costs: Mapping[str, float]) -> dict[str, int]:
    """Four grades by the share of the dearest."""
    most = max(costs.values(), default=0.0)
    if most <= 0:
        return {}
    return {key: max(1, ceil(4 * cost / most)) if cost > 0 else 0 for key, cost in costs.items()}


def _tags(chain: Chain) -> Iterable[Heat]:
    """The tags that most elements have."""
    tagged: dict[str, list[str]] = {}
    for key, element in chain.elements.items():
        for tag in element.tags:
            tagged.setdefault(tag, []).append(key)
    for tag in sorted(tagged, key=lambda tag: -len(tagged[tag]))[:_MOST_TAGS]:
        title = chain.engagement.header.tag_title(tag).inserted_into("标签“{}”", "tag “{}”")
        nothing = Text(plain="")
        yield Heat(f"{TAG}{tag}", title, dict.fromkeys(tagged[tag], 4), (nothing, nothing, nothing, nothing, title))
