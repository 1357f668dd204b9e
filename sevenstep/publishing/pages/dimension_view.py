"""What an element says by dimension, as tables: a row for each member."""

from collections.abc import Iterator

from sevenstep.analysis.choices import Verdict
from sevenstep.analysis.dimension_wording import spread_said
from sevenstep.analysis.results import DimensionState, IndicatorState, MemberState
from sevenstep.analysis.verdict_wording import given_shown, verdict
from sevenstep.analysis.wholes import member_title
from sevenstep.model.choices import Stage
from sevenstep.model.contents import by_dimension
from sevenstep.model.dimensions import Dimension
from sevenstep.model.element import Element
from sevenstep.model.evidence import Evidence, Figure, MemberFigure
from sevenstep.model.source import Source
from sevenstep.model.step2_indicators import Indicator
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.cells import VERDICT_STYLES, amount_cell, assumption, source_cell, text_cell
from sevenstep.publishing.views import Cell, Row, Table
from sevenstep.publishing.words.words_numbers import found_by

_STAGES = (Stage.BASELINE, Stage.TODAY, Stage.TARGET)


def dimension_tables(context: Context, indicator: Indicator) -> Iterator[Table]:
    """The members of each dimension with their values, targets and gaps, and how far they lie apart."""
    state = context.analysis.goal_attainment.indicators.get(indicator.id)
    if state is not None:
        yield from (_table(context, indicator, state, dimension) for dimension in state.dimensions)


def _table(context: Context, indicator: Indicator, state: IndicatorState, dimension: DimensionState) -> Table:
    words = context.words
    heads = (
        context.said(dimension.title),
        *(context.said(stage.label) for stage in _STAGES),
        words["verdict"],
        words["source"],
        words["note"],
    )
    rows = tuple(_row(context, indicator, dimension, found) for found in dimension.members)
    end = "。" if context.language == "zh" else ". "
    told = "".join(
        f"{context.said(spread.stage.label)}{words['colon']}"
        f"{context.said(spread_said(dimension, spread, state.unit))}{end}"
        for spread in dimension.spreads
    ).strip()
    title = words["by_dimension"].format(context.said(dimension.title))
    return Table(title, f"by-{dimension.dimension}", heads, rows, told)


def _row(context: Context, indicator: Indicator, dimension: DimensionState, found: MemberState) -> Row:
    told = {stage: _figure(indicator, dimension.dimension, found, stage) for stage in _STAGES}
    notes = [part.note for _, part in told.values() if part is not None and part.note is not None]
    vouching = [part.source or figure.source or indicator.source for figure, part in told.values() if part and figure]
    return Row(
        (
            _name(context, dimension.dimension, found.member),
            *(_cell(context, indicator, found, stage, *told[stage]) for stage in _STAGES),
            _verdict(context, found.state),
            source_cell(context, next((source for source in vouching if source is not None), None)),
            text_cell(context, notes[0] if notes else None),
        )
    )


def _name(context: Context, dimension: str, member: str) -> Cell:
    """The member: a link where it is an element of the chain."""
    known = context.chain.elements.get(dimension)
    if isinstance(known, Dimension) and member in known.elements and member in context.refs:
        return Cell(refs=(context.refs[member],))
    return text_cell(context, member_title(context.chain, known if isinstance(known, Dimension) else None, member))


def _figure(
    indicator: Indicator, dimension: str, found: MemberState, stage: Stage
) -> tuple[Figure | None, MemberFigure | None]:
    """The figure that the value of a stage was taken from, and in it that of the member."""
    figure: Figure | None = indicator.baseline
    if stage == Stage.TODAY:
        held = {day: one for day, one in indicator.measurements.items() if dimension in one.by}
        value = found.state.stage_values.get(stage)
        figure = next((one for day, one in held.items() if value is not None and value.date in {day, one.date}), None)
    elif stage == Stage.TARGET:
        last = found.state.targets[-1][0] if found.state.targets else ""
        figure = indicator.targets.get(last)
    part = figure.by.get(dimension, {}).get(found.member) if figure is not None else None
    return figure, part


def _cell(
    context: Context,
    indicator: Indicator,
    found: MemberState,
    stage: Stage,
    figure: Figure | None,
    part: MemberFigure | None,
) -> Cell:
    words = context.words
    value = found.state.stage_values.get(stage)
    if value is None:
        return Cell(text=words["no_figure"] if stage in found.missing else "", number=True, style="is-missing")
    said = given_shown(value, found.state.unit, context.language)
    dated = f" ({value.date})" if value.date and stage != Stage.BASELINE else ""
    source: Source | None = (part.source if part else None) or (figure.source if figure else None) or indicator.source
    return Cell(
        text=f"{said}{dated}",
        number=True,
        note=words["provisional"] if stage in found.provisional else "",
        assumed=assumption(context, source) if stage != Stage.TARGET else None,
        sort=value.value,
    )


def _verdict(context: Context, state: IndicatorState) -> Cell:
    if not state.targets:
        return Cell()
    reason = context.said(state.reason) if state.verdict == Verdict.UNKNOWN and state.reason is not None else ""
    also = found_by(state.verdict, context.language)
    return Cell(text=context.said(verdict(state)), style=VERDICT_STYLES[state.verdict], note=reason, also=also)


def told_tables(context: Context, element: Element) -> Iterator[Table]:
    """The figures that other elements tell by dimension, such as those of evidence."""
    for number, (_, key, members, told) in enumerate(by_dimension(element)):
        dimension = context.chain.elements.get(key)
        if isinstance(dimension, Dimension):
            heads = (context.said(dimension.title), *(context.words[head] for head in ("value", "source", "note")))
            source = told.source or element.source
            unit = told.figure.unit if isinstance(told, Evidence) and told.figure is not None else ""
            rows = tuple(
                Row(
                    (
                        _name(context, key, member),
                        amount_cell(context, part.value, part.source or source, unit)
                        if part.value is not None
                        else Cell(text=context.words["no_figure"], number=True),
                        source_cell(context, part.source or source),
                        text_cell(context, part.note),
                    )
                )
                for member, part in members.items()
            )
            title = context.words["by_dimension"].format(context.said(dimension.title))
            if isinstance(told, Evidence):
                title = f"{context.said(told.what)}{context.words['colon']}{title}"
            yield Table(title, f"by-{key}-{number}", heads, rows)
