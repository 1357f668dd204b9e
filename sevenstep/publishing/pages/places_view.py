"""Which capability is in force at which place, from when on."""

from collections.abc import Sequence
from typing import Final

from sevenstep.analysis.course.places import Reached
from sevenstep.analysis.programme.wording import begin_said
from sevenstep.model.element import Element
from sevenstep.model.frames.project import Project
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.cells import refs_cell
from sevenstep.publishing.views import Cell, Row, Table

_MOST: Final = 7
"""As many capabilities stand side by side; more are listed one below the other."""


def rollout_table(context: Context) -> Table:
    """A row a place, a column a capability, in the order in which they are reached."""
    words, found = context.words, context.analysis.course.places
    capabilities = list(dict.fromkeys(one.capability for one in found))
    if len(capabilities) > _MOST:
        return _listed(context, found)
    days = {(one.place, one.capability): one for one in found}
    rows = tuple(
        Row(
            (
                refs_cell(context, [place]),
                *(_day(context, days.get((place, capability))) for capability in capabilities),
            )
        )
        for place in dict.fromkeys(one.place for one in found)
    )
    heads = (words["rollout_place"], *(context.refs[key].title for key in capabilities))
    return Table(words["rollout_title"], "rollout", heads, rows, words["rollout_note"])


def rollout_of(context: Context, element: Element) -> Table:
    """What comes to a place or to a unit, or where a capability comes; no rows for all else."""
    found = [one for one in context.analysis.course.places if element.id in (one.place, one.capability, one.project)]
    return _listed(context, found)


def _listed(context: Context, found: Sequence[Reached]) -> Table:
    words = context.words
    rows = tuple(
        Row(
            (
                refs_cell(context, [one.place]),
                refs_cell(context, [one.capability]),
                _day(context, one),
                refs_cell(context, [one.project]),
            )
        )
        for one in found
    )
    heads = (*(words[name] for name in ("rollout_place", "rollout_what", "rollout_from")),)
    heads = (*heads, context.said(Project.KIND.title))
    return Table(words["rollout_title"], "rollout", heads, rows, words["rollout_note"])


def _day(context: Context, one: Reached | None) -> Cell:
    if one is None:
        return Cell()
    return Cell(text=context.said(begin_said(one.day)), sort=float(one.day.toordinal()), style="is-day")
