"""Every assessment of an engagement, from the lowest factors to the whole."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date

from sevenstep.analysis.assessment.courses import pace
from sevenstep.analysis.assessment.factor_tree import factor_tree
from sevenstep.analysis.assessment.leaf import MISSING, Leaf, begin_of, leaf_of
from sevenstep.analysis.assessment.lifting import lifting
from sevenstep.analysis.assessment.moves import level_moves, rank_moves
from sevenstep.analysis.assessment.results import AssessmentResult, FactorResult, Reached, Standing
from sevenstep.analysis.assessment.whole import rolled_up, whole
from sevenstep.analysis.item_ranking.places import TIE
from sevenstep.chain.graph import Chain
from sevenstep.memory import per_chain
from sevenstep.model.dates import end_of
from sevenstep.model.frames.assessment import Assessment
from sevenstep.model.frames.scale import Scale

Leaves = Sequence[Leaf | None]
_POINTS = (0.0, 100.0)
"""The scale in which standings are told where no scale of levels is named."""


@per_chain
def assessments(chain: Chain) -> Mapping[str, AssessmentResult]:
    """Every assessment, by its id. Time grows with factors times peers and dates."""
    return {one.id: assess(chain, one) for one in chain.engagement.of(Assessment)}


@per_chain
def factor_places(chain: Chain) -> Mapping[str, tuple[str, int]]:
    """The assessment that each factor stands in, and its place among the factors of that."""
    places: dict[str, tuple[str, int]] = {}
    for key, result in assessments(chain).items():
        for row, found in enumerate(result.factors):
            places.setdefault(found.factor, (key, row))
    return places


def assess(chain: Chain, assessment: Assessment) -> AssessmentResult:
    """One assessment as the model has it on its day."""
    return _Assessing(chain, assessment).result()


class _Assessing:
    def __init__(self, chain: Chain, assessment: Assessment) -> None:
        self.chain = chain
        self.assessment = assessment
        self.tree = factor_tree(chain, assessment)
        self.leaves: Leaves = [None if node.below else leaf_of(chain, assessment, node) for node in self.tree]
        self.day = chain.engagement.as_of
        self.now = self.standings(lambda leaf: leaf.at(self.day))
        self.aims = self.standings(self.aimed)
        self.with_aim = self.have_aims()
        self.peers = {name: self.standings(_peer(name)) for name in assessment.peers}
        self.by_day = [(told, self.standings(_on(day))) for day, told in self.days()]
        self.scale = self.common_scale()
        ends = self.scale.ends if self.scale is not None else None
        self.low, self.high = ends or _POINTS

    def standings(self, read: Callable[[Leaf], Reached | None]) -> list[Standing]:
        """Of every factor, by what is read of the lowest."""
        found = [_standing(read(leaf)) if leaf is not None else None for leaf in self.leaves]
        return rolled_up(self.tree, found)

    def aimed(self, leaf: Leaf) -> Reached | None:
        """Where a leaf shall stand; without a target where it does. What is missing today is left out of both."""
        now = leaf.at(self.day)
        return (leaf.target or now) if now is not None else None

    def common_scale(self) -> Scale | None:
        """The scale that the whole is told in: that of the assessment, else the one that all lowest factors have."""
        own = self.chain.elements.get(self.assessment.scale or "")
        if isinstance(own, Scale):
            return own if own.ends is not None else None
        used = {leaf.yardstick.scale for leaf in self.leaves if leaf is not None and leaf.yardstick is not None}
        only = self.chain.elements.get(next(iter(used))) if len(used) == 1 else None
        return only if isinstance(only, Scale) else None

    def level(self, good: float | None) -> int | None:
        """The level of the scale of the whole at which something stands."""
        if good is None or self.scale is None:
            return None
        return self.scale.level_at(self.low + good * (self.high - self.low))

    def result(self) -> AssessmentResult:
        now = whole(self.tree, self.now)
        dates = tuple((told, whole(self.tree, found)) for told, found in self.by_day)
        peers = {name: whole(self.tree, found) for name, found in self.peers.items()}
        factors = tuple(self.factor(row, now) for row in range(len(self.tree)))
        aimed = any(found.target is not None for found in factors)
        target = whole(self.tree, self.aims) if aimed else None
        lowest = [found for found in factors if found.is_leaf]
        return AssessmentResult(
            self.assessment.id,
            self.scale.id if self.scale is not None else "",
            self.low,
            self.high,
            now,
            target,
            max((found.aimed.date for found in lowest if found.aimed is not None), key=end_of, default=""),
            self.level(now.good),
            self.level(target.good) if target is not None else None,
            dates,
            peers,
            place(now, peers.values()),
            _places(now, peers.values()),
            tuple(self.begins()),
            factors,
            tuple(found.factor for found, _ in lifting(factors)),
            level_moves(self.tree, self.now, self.begins()),
            rank_moves(self.tree, self.now, self.peers),
            tuple(found.factor for found in lowest if found.now.good is None),
        )

    def days(self) -> list[tuple[date, str]]:
        """Every date at which something was assessed, the earliest first; of those that end on one day, the last
        said."""
        told = {
            end_of(value.date): value.date
            for leaf in self.leaves
            if leaf is not None
            for value in leaf.values
            if value.date and begin_of(value.date) <= self.day
        }
        return sorted(told.items())

    def begins(self) -> list[float]:
        """Where, from 0 to 1, the levels above the lowest begin."""
        if self.scale is None:
            return []
        return [(score - self.low) / (self.high - self.low) for score, _ in self.scale.steps[1:]]

    def factor(self, row: int, total: Standing) -> FactorResult:
        node, leaf, now = self.tree[row], self.leaves[row], self.now[row]
        peers = {name: found[row] for name, found in self.peers.items()}
        reached = leaf.at(self.day) if leaf is not None else None
        yardstick = leaf.yardstick if leaf is not None else None
        aims = self.with_aim[row] and now.good is not None
        own_scale = self.chain.elements.get(yardstick.scale) if yardstick is not None else None
        part = node.share / total.known if total.known > 0 else 0.0
        scale, level = (self.scale.id if self.scale is not None else ""), self.level(now.good)
        if isinstance(own_scale, Scale) and reached is not None:
            scale, level = own_scale.id, own_scale.level_at(reached.value)
        aimed = leaf.target if leaf is not None else None
        lift = None
        if leaf is not None and aimed is not None and aimed.standing.good is not None and now.good is not None:
            lift = part * max(0.0, aimed.standing.good - now.good)
        return FactorResult(
            node.factor.id,
            node.depth,
            node.share,
            node.weight,
            now,
            self.aims[row] if aims else None,
            reached,
            aimed,
            self.dated(row),
            peers,
            dict(leaf.peers) if leaf is not None else {},
            scale,
            level,
            place(now, peers.values()),
            _places(now, peers.values()),
            is_leaf=leaf is not None,
            unit=yardstick.unit if yardstick is not None else "",
            worst=yardstick.worst if yardstick is not None else None,
            best=yardstick.best if yardstick is not None else None,
            is_relative=yardstick.is_relative if yardstick is not None else False,
            lift=lift,
            lift_to_best=part * (1 - now.good) if leaf is not None and now.good is not None else 0.0,
            pace=pace(node.factor, yardstick, reached, aimed) if yardstick is not None else None,
            problem=leaf.problem if leaf is not None else None,
        )

    def dated(self, row: int) -> tuple[tuple[str, Standing], ...]:
        """What was stated of a lowest factor; of one with others below it, what they came to at every date."""
        leaf = self.leaves[row]
        if leaf is not None:
            return tuple((value.date, value.standing) for value in leaf.values)
        found = ((told, standings[row]) for told, standings in self.by_day)
        return tuple((told, standing) for told, standing in found if standing.good is not None)

    def have_aims(self) -> list[bool]:
        """Of every factor, whether it, or one below it that is known today, has a target."""
        found = [leaf is not None and leaf.target is not None and leaf.at(self.day) is not None for leaf in self.leaves]
        for row in range(len(self.tree) - 1, -1, -1):
            found[row] = found[row] or any(found[at] for at in self.tree[row].below)
        return found


def _on(day: date) -> Callable[[Leaf], Reached | None]:
    return lambda leaf: leaf.at(day)


def _peer(name: str) -> Callable[[Leaf], Reached | None]:
    return lambda leaf: leaf.peers.get(name)


def _standing(reached: Reached | None) -> Standing:
    return reached.standing if reached is not None else MISSING


def place(own: Standing, peers: Collection[Standing]) -> int | None:
    """The place among the peers of which anything is known, the best first; those that are level share the better."""
    if own.good is None or _places(own, peers) == 1:
        return None
    return 1 + sum(peer.good is not None and peer.good > own.good + TIE for peer in peers)


def _places(own: Standing, peers: Collection[Standing]) -> int:
    return (own.good is not None) + sum(peer.good is not None for peer in peers)
