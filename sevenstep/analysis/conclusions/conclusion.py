"""A conclusion as data: a headline, what it rests on, and the figures that carry it."""

from dataclasses import dataclass
from typing import Final

from sevenstep.analysis.choices import Verdict
from sevenstep.language import Text

CONCLUDED: Final = frozenset(
    {
        "flow",
        "item",
        "measure",
        "goal",
        "indicator",
        "finding",
        "appraisal",
        "assessment",
        "factor",
        "decision",
        "kpi-card",
    }
)
"""The kinds of elements that come to anything."""


@dataclass(frozen=True, slots=True)
class Scale:
    """The numbers behind the texts of a figure, in one unit: for a bar with the target as a line."""

    before: float | None = None
    after: float | None = None
    target: float | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: before and after, or the one of them that is known, beside its target.

    `change` is by how much, with its sign; `is_better` whether that is what one wants (None: nothing changes, or nobody
    can tell). `about` is the element that it is a figure of, empty for none. `note` says in a few words what else is to
    be known.
    """

    what: Text
    before: Text | None = None
    after: Text | None = None
    target: Text | None = None
    change: Text | None = None
    is_better: bool | None = None
    verdict: Verdict | None = None
    scale: Scale = Scale()
    about: str = ""
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Conclusion:
    """What one subject comes to.

    `headline` is one sentence; the sentences of `lead` say what it rests on and what is not known; `figures` are the
    few that tell most, the most telling first.
    """

    headline: Text
    lead: tuple[Text, ...] = ()
    figures: tuple[Figure, ...] = ()

    @property
    def sentences(self) -> tuple[Text, ...]:
        """Headline and lead."""
        return (self.headline, *self.lead)
