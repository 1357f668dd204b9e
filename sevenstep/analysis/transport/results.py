"""What is computed of places, links and routes: frozen results in plain numbers, for reports, pages and pictures.

Times are hours, costs are in the `currency` of the whole, distances are in km, shares run from 0 to 1.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sevenstep.language import Text
from sevenstep.model.choices import BestBy


@dataclass(frozen=True, slots=True)
class Load:
    """A place or link under its load: the `share` of the capacity that is used, None where nobody can tell.

    `load` and `capacity` are in `unit`, None where they are not known; `routes` are those whose volumes were added up
    where no load is stated. `approximate` tells that the load was said with 约 or about.
    """

    element: str
    share: float | None
    load: float | None
    capacity: float | None
    unit: str
    routes: tuple[str, ...] = ()
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Way:
    """One way between two places: places and links in turn, from its start to its end.

    A sum is None where a link on it lacks the figure; `waits_for` are what it passes that does not run today.
    """

    passed: tuple[str, ...]
    hours: float | None
    cost: float | None
    reliability: float | None
    distance: float | None
    waits_for: tuple[str, ...] = ()

    @property
    def places(self) -> tuple[str, ...]:
        return self.passed[::2]

    @property
    def links(self) -> tuple[str, ...]:
        return self.passed[1::2]

    def by(self, best: BestBy) -> float | None:
        """The figure by which ways are compared; less is better."""
        if best is BestBy.FASTEST:
            return self.hours
        if best is BestBy.CHEAPEST:
            return self.cost
        return None if self.reliability is None else 1 - self.reliability


@dataclass(frozen=True, slots=True)
class Throughput:
    """How much can pass between the ends of a route in all, in `unit`, and what binds it (a smallest cut).

    Places and links without a capacity let everything through: it is at most that much.
    """

    most: float
    unit: str
    cut: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RouteWays:
    """A route: the way it takes, and the `ways` there are between its ends today, the best first.

    `taken` is what is written, else the best; None where there is none. `binding` is what has least capacity to spare
    on it, and `spare` that capacity less the load, in the unit of its `Load`. `bests` is the best way by each measure.
    `later` is the best way of all that is still to open, where it is better than today's or the only one; `opens` tells
    when. `through` is what can pass between its ends over all ways.
    """

    route: str
    taken: Way | None
    ways: tuple[Way, ...]
    bests: Mapping[BestBy, Way]
    later: Way | None = None
    opens: str = ""
    binding: str | None = None
    spare: float | None = None
    through: Throughput | None = None
    problem: Text | None = None

    @property
    def next_best(self) -> Way | None:
        """The best way that is not the one taken."""
        return next((way for way in self.ways if self.taken is None or way.passed != self.taken.passed), None)


@dataclass(frozen=True, slots=True)
class Detour:
    """What a route has left when something on it is lost: the other way, and how much more it takes (None: unknown)."""

    route: str
    way: Way
    hours: float | None
    cost: float | None


@dataclass(frozen=True, slots=True)
class Loss:
    """What falls away without a place or link.

    `detours` are the routes that have another way, `cut` those that have none, `ended` those that begin or end there.
    `pairs` is how many pairs of places nothing joins any more (links taken both ways). `answers` are the scenarios that
    respond to the loss.
    """

    element: str
    detours: tuple[Detour, ...]
    cut: tuple[str, ...]
    ended: tuple[str, ...]
    pairs: int
    answers: tuple[str, ...]

    @property
    def is_single_point(self) -> bool:
        """Whether a route that only passes here has no other way."""
        return bool(self.cut)

    @property
    def extra_hours(self) -> float:
        """The longest of the detours."""
        return max((detour.hours or 0.0 for detour in self.detours), default=0.0)


@dataclass(frozen=True, slots=True)
class Transport:
    """Everything that is computed of places, links and routes. Empty where there are none.

    `day` is the day whose state counts. `waiting` are places and links that do not run on it. `left_out` tells what was
    not computed, and why.
    """

    day: str = ""
    currency: str = ""
    loads: Mapping[str, Load] = field(default_factory=dict)
    routes: Mapping[str, RouteWays] = field(default_factory=dict)
    losses: Mapping[str, Loss] = field(default_factory=dict)
    waiting: tuple[str, ...] = ()
    left_out: tuple[Text, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.loads or self.routes or self.losses)
