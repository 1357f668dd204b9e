"""What scenarios promise together of an indicator, held against what its target needs."""

from collections.abc import Iterator
from typing import Final

from sevenstep.analysis.promises import Promise, is_relative, promises
from sevenstep.analysis.units import convert, kind
from sevenstep.analysis.verdict_wording import both, change_shown
from sevenstep.chain.graph import Chain
from sevenstep.language import Text
from sevenstep.model.step5_scenarios import Scenario
from sevenstep.ruleset.rule import Violation

ENOUGH: Final = 0.95
"""The part of the way that counts for all of it: promises are rounded."""
LIKELY: Final = 0.8
"""The part of the way to which points must lead for them to be the likelier reading."""
FAR: Final = 1.5
"""How many times the whole way is more than a reserve."""


def complete_promises(chain: Chain) -> Iterator[Promise]:
    """The promises that can be added up and held against a target, where all scenarios could be read."""
    engagement = chain.engagement
    if not engagement.has_read_all(Scenario):
        return
    for promise in promises(chain).values():
        if promise.needed is not None and promise.together is not None and not _is_typo(promise):
            yield promise


def _is_typo(promise: Promise) -> bool:
    """Whether a move goes the wrong way, or is more than all there is: other rules tell that."""
    needed, base = promise.needed or (0.0, 0.0), promise.baseline
    for low, high in (move.change or (0.0, 0.0) for move in promise.moves):
        if (
            (needed[0] > 0 and high < 0)
            or (needed[0] < 0 and low > 0)
            or (base is not None and base.high + low < 0 <= base.low)
        ):
            return True
    return False


def sized(
    promise: Promise, together: tuple[float, float] | None = None
) -> tuple[tuple[float, float], tuple[float, float]]:
    """What is promised and what is needed, both as sizes on the way to the target, the smaller first."""
    needed, promised = promise.needed or (0.0, 0.0), together or promise.together or (0.0, 0.0)
    sign = -1 if needed[0] < 0 or needed[1] < 0 else 1
    ends = sorted(sign * end for end in promised)
    return (ends[0], ends[1]), (abs(needed[0]), abs(needed[1]))


def reads_as_points(promise: Promise) -> bool:
    """Whether moves in per cent of a share fall short of its target, but would do as points."""
    if kind(promise.unit) != "share" or not promise.unit.strip():
        return False
    relative = [move for move in promise.moves if is_relative(move.written)]
    promised, needed = sized(promise)
    if not relative or not needed[0] or (ENOUGH * needed[0] <= promised[1] and promised[0] <= FAR * needed[1]):
        return False
    as_points = [
        tuple(convert(end, move.written.unit, promise.unit) for end in (move.written.low, move.written.high))
        if move in relative
        else move.change or (0.0, 0.0)
        for move in promise.moves
    ]
    other, _ = sized(promise, (sum(low for low, _ in as_points), sum(high for _, high in as_points)))
    return LIKELY * needed[0] <= other[1] and other[0] <= FAR * needed[1]


def promise_violation(chain: Chain, promise: Promise, asked: Text, remedy: Text) -> Violation:
    count = len(promise.moves)
    together = both(lambda language: change_shown(promise.together, promise.baseline, promise.unit, language))
    needed = both(lambda language: change_shown(promise.needed, promise.baseline, promise.unit, language))
    zh, en = (
        (f"{count} 个场景加起来", f"{count} scenarios together promise")
        if count > 1
        else ("场景", "a scenario promises")
    )
    return Violation(
        promise.indicator,
        chain.elements[promise.indicator].title.inserted_into(
            zh=f"“{{}}”：{zh}承诺 {together.zh}，{promise.day} 的目标需要 {needed.zh}：{asked.zh}？",
            en=f"“{{}}”: {en} {together.en}, while the target of {promise.day} needs {needed.en}: {asked.en}?",
        ),
        remedy,
        ("targets", promise.day),
        also=tuple((move.scenario, ("moves", promise.indicator)) for move in promise.moves),
    )
