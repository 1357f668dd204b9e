"""What becomes of the exchanges of a path: each as-is exchange beside the to-be exchange that takes its place."""

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sevenstep.chain.choices import ExchangeFate, PathFigure
from sevenstep.chain.graph import Chain
from sevenstep.chain.path_variants import path_pairs
from sevenstep.memory import per_chain
from sevenstep.model.choices import Channel
from sevenstep.model.step4_paths import Exchange, Path

_Key = Callable[[Exchange], Iterable[Hashable]]


@dataclass(frozen=True, slots=True)
class ExchangeChange:
    """One exchange: its number (from 1) and what it is today and in the design; None where it is not there.

    `parties`, `content`, `channel` and `system` tell what differs.
    """

    fate: ExchangeFate
    before_number: int | None
    before: Exchange | None
    after_number: int | None
    after: Exchange | None
    parties: bool = False
    content: bool = False
    channel: bool = False
    system: bool = False

    @property
    def shown(self) -> Exchange:
        """As it shall be; as it is, where it is dropped."""
        found = self.after or self.before
        if found is None:
            raise ValueError("an exchange is there before or after")
        return found


@dataclass(frozen=True, slots=True)
class PathChange:
    """A path as it is and as it shall be: its exchanges in the order of the design, dropped ones where they stood."""

    before: str
    after: str
    exchanges: tuple[ExchangeChange, ...]
    figures: Mapping[PathFigure, tuple[int, int]]

    def of(self, fate: ExchangeFate) -> int:
        """How many exchanges share a fate."""
        return sum(exchange.fate is fate for exchange in self.exchanges)


@per_chain
def path_changes(chain: Chain) -> Mapping[str, PathChange]:
    """The change of each path that is told as is and to be, by the id of the to-be path.

    Time grows with the exchanges and the data they hand over.
    """
    return {after.id: _change(before, after) for before, after in path_pairs(chain)}


def _change(before: Path, after: Path) -> PathChange:
    pairs = _matched(before.exchanges, after.exchanges)
    taken = set(pairs.values())
    found: list[ExchangeChange] = []
    dropped = deque(number for number in range(len(before.exchanges)) if number not in taken)
    for number, exchange in enumerate(after.exchanges):
        was = pairs.get(number)
        while was is not None and dropped and dropped[0] < was:
            found.append(_dropped(before, dropped.popleft()))
        found.append(
            ExchangeChange(ExchangeFate.NEW, None, None, number + 1, exchange)
            if was is None
            else _compared(was, before.exchanges[was], number, exchange)
        )
    found.extend(_dropped(before, number) for number in dropped)
    sides = (path_figures(before), path_figures(after))
    return PathChange(
        before.id, after.id, tuple(found), {figure: (sides[0][figure], sides[1][figure]) for figure in PathFigure}
    )


def _dropped(before: Path, number: int) -> ExchangeChange:
    return ExchangeChange(ExchangeFate.DROPPED, number + 1, before.exchanges[number], None, None)


def _compared(was: int, old: Exchange, number: int, new: Exchange) -> ExchangeChange:
    parties = _ends(old) != _ends(new)
    content = _content(old) != _content(new)
    channel, system = old.channel != new.channel, old.system != new.system
    fate = ExchangeFate.CHANGED if parties or content or channel or system else ExchangeFate.KEPT
    return ExchangeChange(fate, was + 1, old, number + 1, new, parties, content, channel, system)


def _ends(exchange: Exchange) -> tuple[str, str]:
    return exchange.sender, exchange.receiver


def _content(exchange: Exchange) -> tuple[Hashable, ...]:
    return frozenset(exchange.data), exchange.goods, exchange.money


def _pieces(exchange: Exchange) -> Iterator[Hashable]:
    """Each thing that is handed over."""
    yield from exchange.data
    for form, thing in (("goods", exchange.goods), ("money", exchange.money)):
        if thing is not None:
            yield form, thing


_WAYS: Final[tuple[_Key, ...]] = (
    lambda exchange: [(_ends(exchange), _content(exchange), exchange.channel, exchange.system)],
    lambda exchange: [(_ends(exchange), _content(exchange), exchange.channel)],
    lambda exchange: [(_ends(exchange), _content(exchange))],
    lambda exchange: [(_ends(exchange), piece) for piece in _pieces(exchange)],
    lambda exchange: [(exchange.sender, _content(exchange))] if any(_pieces(exchange)) else [],
    lambda exchange: [(exchange.receiver, _content(exchange))] if any(_pieces(exchange)) else [],
    lambda exchange: [_content(exchange)] if any(_pieces(exchange)) else [],
)
"""By what two exchanges are taken for one, the likest first: the same throughout; the same thing between the same
parties; a part of the same thing between the same parties; the same thing from, to, or between others."""


def _matched(before: tuple[Exchange, ...], after: tuple[Exchange, ...]) -> dict[int, int]:
    """For each exchange of the design the one of today whose place it takes; each is taken once, the first first."""
    found: dict[int, int] = {}
    left = dict.fromkeys(range(len(before)))
    for keys in _WAYS:
        waiting: dict[Hashable, deque[int]] = defaultdict(deque)
        for number in left:
            for key in keys(before[number]):
                waiting[key].append(number)
        for number, exchange in enumerate(after):
            if number in found:
                continue
            was = next((one for key in keys(exchange) if (one := _first(waiting.get(key), left)) is not None), None)
            if was is not None:
                found[number] = was
                del left[was]
    return found


def _first(waiting: deque[int] | None, left: Mapping[int, None]) -> int | None:
    """The first that is still left; those that are gone are thrown away, so each is looked at once."""
    while waiting:
        if waiting[0] in left:
            return waiting[0]
        waiting.popleft()
    return None


def path_figures(path: Path) -> dict[PathFigure, int]:
    """What is counted of one path. An exchange whose channel is not said counts as neither by hand nor by system."""
    channels = [exchange.channel for exchange in path.exchanges if exchange.channel is not None]
    return {
        PathFigure.EXCHANGES: len(path.exchanges),
        PathFigure.BY_HAND: sum(channel != Channel.SYSTEM for channel in channels),
        PathFigure.CHANNELS: len(set(channels)),
        PathFigure.SYSTEMS: len({exchange.system for exchange in path.exchanges if exchange.system}),
        PathFigure.PARTIES: len(path.participants),
    }
