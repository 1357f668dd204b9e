"""The pictures of a process in one place: as is, as shall be, what changes, and the data, a tab each."""

from collections.abc import Iterator
from dataclasses import replace

from sevenstep.chain.flow_differences import counterpart
from sevenstep.chain.pictures import FLOW, FLOW_DATA, FLOW_DIFFERENCE
from sevenstep.model.choices import Variant
from sevenstep.model.element import Element
from sevenstep.model.step6_items import Item
from sevenstep.model.step7_flows import Flow
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.flow_steps import step_lines
from sevenstep.publishing.views import Figure, Tab


def with_tabs(context: Context, element: Element, figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """The pictures of an element's page, those of its process in tabs; all others as they are."""
    if isinstance(element, Flow):
        own = {FLOW.name(element), FLOW_DATA.name(element), FLOW_DIFFERENCE.name(element)}
        process = _process(context, element)
        rest = tuple(figure for figure in figures if figure.name not in own)
        return (process, *rest) if process is not None else figures
    if isinstance(element, Item):
        flows = [flow for flow in context.chain.holders(element.id, "details") if isinstance(flow, Flow) and flow.steps]
        first = next((flow for flow in flows if flow.variant == Variant.AS_IS), flows[0] if flows else None)
        process = _process(context, first, has_data=False) if first is not None else None
        return (process, *figures) if process is not None else figures
    return figures


def _process(context: Context, flow: Flow, *, has_data: bool = True) -> Figure | None:
    """The picture of a flow, with its other pictures as tabs where there are any."""
    tabs = tuple(_tabs(context, flow, has_data=has_data))
    opening = next((tab.figure for tab in tabs if tab.opens), None)
    if opening is None:
        return None
    return replace(opening, tabs=tabs) if len(tabs) > 1 else opening


def _tabs(context: Context, flow: Flow, *, has_data: bool) -> Iterator[Tab]:
    other = counterpart(context.chain, flow)
    pair = sorted((one for one in (flow, other) if one is not None), key=lambda one: one.variant != Variant.AS_IS)
    for one in pair:
        figure = context.figures.get(FLOW.name(one))
        if figure is not None:
            label = context.words["tab_as_is" if one.variant == Variant.AS_IS else "tab_to_be"]
            yield Tab(label, replace(figure, steps=step_lines(context, one)), opens=one is flow)
    if len(pair) > 1:
        figure = context.figures.get(FLOW_DIFFERENCE.name(pair[-1]))
        if figure is not None:
            yield Tab(context.words["tab_difference"], figure)
    if has_data:
        figure = context.figures.get(FLOW_DATA.name(flow))
        if figure is not None:
            yield Tab(context.words["tab_data"], figure)
