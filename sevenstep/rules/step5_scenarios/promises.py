"""What scenarios promise of an indicator takes it to its target, neither less far nor much farther."""

from collections.abc import Iterator
from typing import Final

from sevenstep.analysis.promises import Promise, is_relative, promises
from sevenstep.analysis.units import convert, kind
from sevenstep.analysis.verdict_wording import both, change_shown
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.rules.rule import Breach, rule

_ENOUGH: Final = 0.95
"""The part of the way that counts for all of it: promises are rounded."""
_LIKELY: Final = 0.8
"""The part of the way to which points must lead for them to be the likelier reading."""
_FAR: Final = 1.5
"""How many times the whole way is more than a reserve."""


@rule(
    "S510",
    "promises-fall-short",
    Severity.QUESTION,
    title=Text(zh="各场景的改善加起来够得到目标", en="What the scenarios promise takes an indicator to its target"),
    reason=Text(
        zh="场景全部做成也够不到的目标，从一开始就达不到。",
        en="A target that is missed even if all scenarios keep their promise is missed from the outset.",
    ),
    decision=Text(
        zh="决定是加场景、加力度，还是把目标定低。",
        en="It decides whether scenarios are added, have to achieve more, or the target is lowered.",
    ),
    bad="""
    indicators:
      clearance-time:
        title: {zh: 通关时间, en: Clearance time}
        unit: h
        direction: decrease
        baseline: 36
        targets: {2027: 16}
    scenarios:
      multimodal: {title: Multimodal coordination, moves: {clearance-time: -30%}}
      declare: {title: Declare early, moves: {clearance-time: -15%}}
    """,
    good="""
    indicators:
      clearance-time: {title: Clearance time, unit: h, direction: decrease, baseline: 36, targets: {2027: 16}}
    scenarios:
      multimodal: {title: Multimodal coordination, moves: {clearance-time: -30%}}
      declare: {title: Declare early, moves: {clearance-time: -10 h}}
    """,
)
def promises_fall_short(chain: Chain) -> Iterator[Breach]:
    for promise in _complete(chain):
        promised, needed = _sized(promise)
        if not needed[0] or promised[1] >= _ENOUGH * needed[0] or _reads_as_points(promise):
            continue
        yield _breach(
            chain,
            promise,
            Text(zh="还差的由谁来做", en="who does the rest"),
            Text(
                zh="补上场景或加大幅度，或改目标；百分比是占基线的比例，百分点请写“个百分点”",
                en="Add scenarios, let them achieve more, or mend the target; per cent is a part of the baseline, for "
                "points write “points”",
            ),
        )


@rule(
    "S511",
    "promises-go-too-far",
    Severity.QUESTION,
    title=Text(
        zh="各场景的改善加起来不远远超过目标", en="What the scenarios promise does not lead far beyond the target"
    ),
    reason=Text(
        zh="加起来远远超过目标，多半是同一份改善算了两遍，或者写错了单位。",
        en="Promises that add up to much more than is needed mostly count the same gain twice, or are in another unit.",
    ),
    decision=Text(
        zh="决定哪些场景真正需要，或者目标可以定得更高。",
        en="It decides which scenarios are needed at all, or that the target can be set higher.",
    ),
    bad="""
    indicators:
      clearance-time:
        title: {zh: 通关时间, en: Clearance time}
        unit: h
        direction: decrease
        baseline: 36
        targets: {2027: 26}
    scenarios:
      multimodal: {title: Multimodal coordination, moves: {clearance-time: -30%}}
      declare: {title: Declare early, moves: {clearance-time: -10 h}}
    """,
    good="""
    indicators:
      clearance-time: {title: Clearance time, unit: h, direction: decrease, baseline: 36, targets: {2027: 16}}
    scenarios:
      multimodal: {title: Multimodal coordination, moves: {clearance-time: -30%}}
      declare: {title: Declare early, moves: {clearance-time: -10 h}}
    """,
)
def promises_go_too_far(chain: Chain) -> Iterator[Breach]:
    for promise in _complete(chain):
        promised, needed = _sized(promise)
        if not needed[1] or promised[0] <= _FAR * needed[1]:
            continue
        yield _breach(
            chain,
            promise,
            Text(zh="是不是重复计算了", en="is a gain counted twice"),
            Text(
                zh="去掉重复的，或改正幅度；几个场景只做其一的，写明理由：accepted: {S511: 理由}",
                en="Take out what is counted twice, or mend the moves; of alternatives say so: "
                "accepted: {S511: reason}",
            ),
        )


@rule(
    "S512",
    "per-cent-or-points",
    Severity.QUESTION,
    title=Text(zh="百分比的指标，幅度说清是百分比还是百分点", en="A move of a share says whether points are meant"),
    reason=Text(
        zh="40% 的占比“提高 10%”是 44%，“提高 10 个百分点”是 50%。",
        en="40 % raised by 10 % is 44 %, raised by 10 points it is 50 %.",
    ),
    decision=Text(
        zh="决定各场景加起来够不够得到目标。",
        en="It decides whether the scenarios together reach the target.",
    ),
    bad="""
    indicators:
      on-time:
        title: {zh: 正点率, en: Trains on time}
        unit: "%"
        direction: increase
        baseline: 60
        targets: {2027: 90}
    scenarios:
      slots: {title: Shared slots, moves: {on-time: +30%}}
    """,
    good="""
    indicators:
      on-time: {title: Trains on time, unit: "%", direction: increase, baseline: 60, targets: {2027: 90}}
    scenarios:
      slots: {title: Shared slots, moves: {on-time: +30 points}}
    """,
)
def per_cent_or_points(chain: Chain) -> Iterator[Breach]:
    for promise in _complete(chain):
        if not _reads_as_points(promise):
            continue
        yield _breach(
            chain,
            promise,
            Text(zh="写的是百分比，是不是指百分点", en="are points meant by these per cent"),
            Text(
                zh="% 按基线的比例算；是百分点就写“+30 个百分点”",
                en="% is counted as a part of the baseline; of points write “+30 points”",
            ),
        )


def _complete(chain: Chain) -> Iterator[Promise]:
    """The promises that can be added up and held against a target, where all scenarios could be read."""
    engagement = chain.engagement
    if not engagement.complete or "scenario" in engagement.broken.values():
        return
    for promise in promises(chain).values():
        if promise.needed is not None and promise.together is not None and not _is_slip(promise):
            yield promise


def _is_slip(promise: Promise) -> bool:
    """Whether a move goes the wrong way, or is more than all there is: other rules tell that."""
    needed, base = promise.needed or (0.0, 0.0), promise.baseline
    for low, high in (one.change or (0.0, 0.0) for one in promise.moves):
        if (
            (needed[0] > 0 and high < 0)
            or (needed[0] < 0 and low > 0)
            or (base is not None and base.high + low < 0 <= base.low)
        ):
            return True
    return False


def _sized(
    promise: Promise, together: tuple[float, float] | None = None
) -> tuple[tuple[float, float], tuple[float, float]]:
    """What is promised and what is needed, both as sizes on the way to the target, the smaller first."""
    needed, promised = promise.needed or (0.0, 0.0), together or promise.together or (0.0, 0.0)
    sign = -1 if needed[0] < 0 or needed[1] < 0 else 1
    ends = sorted(sign * end for end in promised)
    return (ends[0], ends[1]), (abs(needed[0]), abs(needed[1]))


def _reads_as_points(promise: Promise) -> bool:
    """Whether moves in per cent of a share fall short of its target, but would do as points."""
    if kind(promise.unit) != "share" or not promise.unit.strip():
        return False
    relative = [one for one in promise.moves if is_relative(one.written)]
    promised, needed = _sized(promise)
    if not relative or not needed[0] or (_ENOUGH * needed[0] <= promised[1] and promised[0] <= _FAR * needed[1]):
        return False
    as_points = [
        tuple(convert(end, one.written.unit, promise.unit) for end in (one.written.low, one.written.high))
        if one in relative
        else one.change or (0.0, 0.0)
        for one in promise.moves
    ]
    other, _ = _sized(promise, (sum(one[0] for one in as_points), sum(one[1] for one in as_points)))
    return _LIKELY * needed[0] <= other[1] and other[0] <= _FAR * needed[1]


def _breach(chain: Chain, promise: Promise, asked: Text, remedy: Text) -> Breach:
    count = len(promise.moves)
    together = both(lambda language: change_shown(promise.together, promise.baseline, promise.unit, language))
    needed = both(lambda language: change_shown(promise.needed, promise.baseline, promise.unit, language))
    zh, en = (
        (f"{count} 个场景加起来", f"{count} scenarios together promise")
        if count > 1
        else ("场景", "a scenario promises")
    )
    return Breach(
        promise.indicator,
        chain.elements[promise.indicator].title.put(
            zh=f"“{{}}”：{zh}承诺 {together.zh}，{promise.day} 的目标需要 {needed.zh}：{asked.zh}？",
            en=f"“{{}}”: {en} {together.en}, while the target of {promise.day} needs {needed.en}: {asked.en}?",
        ),
        remedy,
        ("targets", promise.day),
        also=tuple((one.scenario, ("moves", promise.indicator)) for one in promise.moves),
    )


RULES: Final = (promises_fall_short, promises_go_too_far, per_cent_or_points)
"""These rules."""
