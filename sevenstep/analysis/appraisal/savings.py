"""What changed flows save: (cost of a case as is − to be) × cases a year, by year."""

from collections.abc import Iterator, Mapping
from datetime import date

from sevenstep.analysis.appraisal.calendar_years import day_after, first_day, last_day
from sevenstep.analysis.appraisal.lines import ENDS, Frame, Points
from sevenstep.analysis.appraisal.prices import inflated
from sevenstep.analysis.appraisal.results import SavingBasis, Stream, Years, added
from sevenstep.analysis.choices import MoneyKind
from sevenstep.analysis.item_evaluation.volume import volume
from sevenstep.analysis.results import Comparison
from sevenstep.chain.graph import Chain
from sevenstep.language import Text, joined
from sevenstep.model.choices import Metric, Variant
from sevenstep.model.frames.appraisal_parts import Saving
from sevenstep.model.frames.project import Project
from sevenstep.model.step6_items import Item
from sevenstep.model.step6_items.volume import a_year
from sevenstep.model.step7_flows import Flow


def savings(frame: Frame, compared: Mapping[str, Comparison], left_out: list[Text]) -> Iterator[Stream]:
    """Each saving of the appraisal that can be computed; why others cannot is told in `left_out`."""
    for saving in frame.appraisal.savings:
        bases = [
            basis
            for item in items_of(frame.chain, saving)
            if (basis := _basis(frame, saving, item, compared, left_out))
        ]
        if not bases:
            continue
        low, middle, high = (
            added((_course(frame, saving, one, end) for one in bases), frame.span.count) for end in ENDS
        )
        yield Stream(
            MoneyKind.SAVING,
            saving.title or joined(frame.chain.elements[basis.item].title for basis in bases),
            low,
            middle,
            high,
            None,
            saving.goes_to,
            tuple(dict.fromkeys(key for basis in bases for key in (*basis.before, *basis.after))),
            tuple(bases),
            frame.is_assumed(saving.source),
        )


def items_of(chain: Chain, saving: Saving) -> Iterator[Item]:
    """The items that it names, or whose flows it names; each once."""
    elements = chain.elements
    named = [elements.get(key) for key in saving.of]
    found = (elements.get(element.details or "") if isinstance(element, Flow) else element for element in named)
    return iter({item.id: item for item in found if isinstance(item, Item)}.values())


def _basis(
    frame: Frame, saving: Saving, item: Item, compared: Mapping[str, Comparison], left_out: list[Text]
) -> SavingBasis | None:
    title = item.title
    comparison = compared.get(item.id)
    cost = next((one for one in comparison.differences if one.metric is Metric.COST), None) if comparison else None
    factor = frame.currencies.factor(comparison.currency) if comparison is not None else None
    if comparison is None or cost is None or factor is None:
        reason = comparison.reasons.get(Metric.COST) if comparison is not None else None
        left_out.append(_not_computed(title, comparison is None, reason))
        return None
    if saving.cases is not None:
        cases, told_by = a_year(saving.cases), ""
    elif (known := volume(frame.chain, item, Variant.AS_IS)) is not None:
        cases, told_by = known.cases, known.told_by
    else:
        left_out.append(
            Text(
                zh=f"“{title.for_language('zh')}”没有件数，节省未计入",
                en=f"How many cases “{title.for_language('en')}” has is not known; what it saves is left out",
            )
        )
        return None
    per_case = (-cost.high * factor, -cost.mean * factor, -cost.low * factor)
    return SavingBasis(item.id, comparison.before, comparison.after, per_case, cases, told_by)


def _not_computed(title: Text, has_no_pair: bool, reason: Text | None) -> Text:
    if has_no_pair:
        return Text(
            zh=f"“{title.for_language('zh')}”没有现状和目标两个流程，节省未计入",
            en=f"“{title.for_language('en')}” has no flows both as is and to be; what it saves is left out",
        )
    why = reason or Text(zh="流程未写成本", en="its flows state no cost")
    return Text(
        zh=f"“{title.for_language('zh')}”的节省无法计算（{why.for_language('zh')}），未计入",
        en=f"What “{title.for_language('en')}” saves cannot be computed ({why.for_language('en')}) and is left out",
    )


def _course(frame: Frame, saving: Saving, basis: SavingBasis, end: int) -> Years:
    span = frame.span
    points: Points = basis.per_case
    steps = _steps(frame, saving)
    growth = saving.growth
    rate = (growth.low, growth.middle, growth.high)[end] / 100 if growth is not None else 0.0
    reached = span.reached(steps, last_day(saving.until) if saving.until is not None else None)
    begin = steps[0][0].year
    whole = [
        points[end] * basis.cases * share * (1 + rate) ** max(0, year - begin)
        for year, share in zip(span.years, reached, strict=True)
    ]
    return tuple(inflated(whole, frame.inflation))


def _steps(frame: Frame, saving: Saving) -> list[tuple[date, float]]:
    """From which day on which share of cases goes the new way."""
    begins = first_day(saving.begins) if saving.begins is not None else None
    if saving.reach:
        steps = sorted((first_day(day), float(share)) for day, share in saving.reach.items())
        return [(max(day, begins) if begins is not None else day, share) for day, share in steps]
    if begins is not None:
        return [(begins, 1.0)]
    return _of_projects(frame) or [(frame.second, 1.0)]


def _of_projects(frame: Frame) -> list[tuple[date, float]]:
    """As the one project that is appraised is rolled out, else once the last of them ends."""
    elements = (frame.chain.elements.get(key) for key in frame.appraisal.appraises)
    projects = [element for element in elements if isinstance(element, Project)]
    stepwise = [project for project in projects if project.rollout and all(one.share for one in project.rollout)]
    if len(projects) == 1 and stepwise:
        return sorted((day_after(last_day(one.date)), float(one.share or 0)) for one in projects[0].rollout)
    ends = [end for project in projects if (end := project.last_day) is not None]
    return [(day_after(max(ends)), 1.0)] if ends else []
