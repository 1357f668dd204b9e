"""What the analysis says, as tables of pages."""

from sevenstep.model.frames.appraisal import Appraisal
from sevenstep.model.frames.governance import KpiCard
from sevenstep.model.frames.pools import Pool
from sevenstep.model.step1_goals import Goal
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step3_places import Route, Traffic
from sevenstep.model.step3_regulations import Regulation
from sevenstep.model.step4_paths import Actor, Path
from sevenstep.model.step6_items import Item
from sevenstep.model.step7_flows import Flow, Measure, Resource
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.appraisal_view import appraisal_tables
from sevenstep.publishing.pages.booking_view import booked_months
from sevenstep.publishing.pages.card_view import cards_of
from sevenstep.publishing.pages.comparison_tables import comparison_table, effects_table
from sevenstep.publishing.pages.indicator_tables import (
    indicators_below,
    indicators_table,
    judgements_table,
    promises_table,
    stages_table,
)
from sevenstep.publishing.pages.load_table import load_table
from sevenstep.publishing.pages.metrics_table import metrics_table
from sevenstep.publishing.pages.path_change_view import path_change_tables
from sevenstep.publishing.pages.raci_view import paths_of_actor
from sevenstep.publishing.pages.regulations_view import peers_table, required_table
from sevenstep.publishing.pages.tables import without_empty_columns
from sevenstep.publishing.pages.transport_view import transport_of
from sevenstep.publishing.views import Table


def tables_of(context: Context, element: object) -> tuple[Table, ...]:
    """What the analysis says of one element, if it says anything."""
    found: list[Table] = []
    if isinstance(element, Flow):
        compared = (comparison for comparison in context.analysis.comparisons if comparison.item is not None)
        shared = [comparison for comparison in compared if element.id in (*comparison.before, *comparison.after)]
        found = [
            metrics_table(context, element),
            required_table(context, element),
            *(comparison_table(context, comparison) for comparison in shared),
        ]
    elif isinstance(element, Item):
        found = [
            comparison_table(context, comparison)
            for comparison in context.analysis.comparisons
            if comparison.item == element.id
        ]
    elif isinstance(element, Actor):
        found = [paths_of_actor(context, element), booked_months(context, element), *cards_of(context, element)]
    elif isinstance(element, KpiCard):
        found = [*cards_of(context, element)]
    elif isinstance(element, Pool):
        found = [booked_months(context, element)]
    elif isinstance(element, Measure):
        found = [effects_table(context, element)]
    elif isinstance(element, Path):
        found = list(path_change_tables(context, element))
    elif isinstance(element, Resource):
        found = [load_table(context, element)]
    elif isinstance(element, Route | Traffic):
        found = [*transport_of(context, element)]
    elif isinstance(element, Regulation):
        found = [peers_table(context, element)]
    elif isinstance(element, Appraisal):
        found = [*appraisal_tables(context, element)]
    elif isinstance(element, Indicator):
        found = [
            stages_table(context, element),
            judgements_table(context, element),
            promises_table(context, element),
        ]
    elif isinstance(element, Goal):
        found = [indicators_table(context, indicators_below(context, element), "progress")]
    return tuple(without_empty_columns(table) for table in found if table.rows)
