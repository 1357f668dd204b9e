"""What comes of it: what changes from end to end, and which targets are reached by that."""

from dataclasses import replace
from typing import Final

from sevenstep.analysis.choices import Verdict
from sevenstep.analysis.conclusions.effects import difference_of
from sevenstep.analysis.conclusions.goal import counted
from sevenstep.analysis.conclusions.wording import figure_of, is_same, joint, said, sentence, spaced
from sevenstep.analysis.results import Comparison, Difference
from sevenstep.diagrams.charts.catalogue import of_comparison
from sevenstep.language import Text
from sevenstep.model.choices import Metric, StoryPart
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.indicator_tables import indicators_table
from sevenstep.publishing.pages.story.aims import MOST_ROWS
from sevenstep.publishing.pages.story.bars import compared
from sevenstep.publishing.pages.story.narration import narrated
from sevenstep.publishing.pages.story.running import MOST_BARS, journeys
from sevenstep.publishing.pages.story.stop import Stop
from sevenstep.publishing.views import Row, Table

_TOLD: Final = (
    Metric.LEAD_TIME,
    Metric.WAITING_TIME,
    Metric.COST,
    Metric.REENTRIES,
    Metric.HANDOFFS,
    Metric.REWORK_PROBABILITY,
)
_MOST_TILES: Final = 4


def effect(context: Context) -> Stop | None:
    """What changes from end to end, in a few figures."""
    whole = next(iter(journeys(context)), None)
    if whole is None:
        whole = max(
            (one for one in context.analysis.comparisons if one.item is not None),
            key=lambda one: abs(lead.mean) if (lead := difference_of(one, Metric.LEAD_TIME)) is not None else 0.0,
            default=None,
        )
    found = [difference for metric in _TOLD if (difference := difference_of(whole, metric)) is not None]
    changed = [one for one in found if not is_same(one.before.mean, one.after.mean)]
    if whole is None or not changed:
        return None
    told = [_moved(one, whole.currency) for one in changed if one.metric in {Metric.LEAD_TIME, Metric.COST}]
    clause = joint(*(told or [_moved(changed[0], whole.currency)]))
    item = context.chain.elements.get(whole.item or "")
    about = whole.journey or (item.title if item is not None else None)
    if about is not None:
        title = sentence(f"{about.for_language('zh')}：{clause.zh}", f"{about.for_language('en')}: {clause.en}")
    else:
        title = sentence(str(clause.zh), str(clause.en))
    tiles = tuple(figure_of(one.metric, one, whole.currency) for one in changed[:_MOST_TILES])
    kicker = context.said(StoryPart.EFFECT.label)
    charts = of_comparison(whole.item, whole.number)
    items = [one for one in context.analysis.comparisons if one.item is not None]
    bars = compared(context, [one for one in items if set(one.before) & set(whole.before)][:MOST_BARS])
    return Stop(
        StoryPart.EFFECT,
        kicker,
        title,
        "outlook.html",
        7,
        lead=_others(context, whole),
        figures=charts,
        tiles=tiles,
        bars=(bars,) if bars is not None else (),
    )


def _moved(difference: Difference, currency: str) -> Text:
    beside = (difference.before.mean, difference.after.mean)
    before, after = (said(difference.metric, number, currency, beside) for number in beside)
    name = difference.metric.label
    return Text(zh=f"{name.zh}由 {spaced(before.zh)}变为 {after.zh}", en=f"{name.en} from {before.en} to {after.en}")


def _others(context: Context, told: Comparison) -> tuple[Text, ...]:
    """The lead time of the other journeys."""
    found = []
    for whole in journeys(context):
        lead = difference_of(whole, Metric.LEAD_TIME)
        if whole is not told and lead is not None and whole.journey is not None:
            moved = _moved(lead, whole.currency)
            zh, en = whole.journey.for_language("zh"), whole.journey.for_language("en")
            found.append(sentence(f"{zh}：{moved.zh}", f"{en}: {moved.en}"))
    return tuple(found)


def targets(context: Context) -> Stop | None:
    """Which targets are reached, which are missed, and which nobody can judge."""
    states = [state for state in context.analysis.goal_attainment.indicators.values() if state.targets]
    if not states:
        return None
    judged = [state.indicator for state in states if state.verdict != Verdict.UNKNOWN]
    shown = judged or [state.indicator for state in states]
    table = indicators_table(context, shown, "targets")
    told = next((text for name, text in context.header.narrations.items() if name == "step2"), None)
    return Stop(
        StoryPart.TARGETS,
        context.said(StoryPart.TARGETS.label),
        counted(context.chain, states),
        "outlook.html",
        2,
        said=narrated(context, told),
        table=Table("", table.anchor, table.heads, tuple(_plain(row) for row in table.rows[:MOST_ROWS])),
    )


def _plain(row: Row) -> Row:
    """The row without what is noted beside its values: that is read on the page, not from the back of a room."""
    return replace(row, cells=tuple(replace(cell, note="") for cell in row.cells))
