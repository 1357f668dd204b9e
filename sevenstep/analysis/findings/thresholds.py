"""From where on something is a finding: the usual values with their reasons, and those that an engagement sets."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sevenstep.language import Text
from sevenstep.model.header import AnalysisSettings
from sevenstep.model.quantity import Quantity


@dataclass(frozen=True, slots=True)
class ThresholdInfo:
    """A threshold: its name, its usual value (a share from 0 to 1, or a count), what it bounds and why there."""

    name: str
    value: float
    is_share: bool
    title: Text
    reason: Text


WAITING_SHARE: Final = ThresholdInfo(
    "waiting-share",
    0.8,
    True,
    Text(zh="等待占全程时间的比例", en="share of the lead time that is waiting"),
    Text(
        zh="办公类流程中等待占八成并不少见；超过八成时，减少等待总比加快办理更有效（流程效率低于 20%）。",
        en="Much of an office flow is waiting; beyond four fifths (a flow efficiency below 20 %) less waiting always "
        "helps more than faster work (Dumas et al., Fundamentals of Business Process Management, ch. 7).",
    ),
)
STEP_SHARE: Final = ThresholdInfo(
    "step-share",
    0.4,
    True,
    Text(zh="一步不再等待，全程缩短的比例", en="share of the lead time that is saved without the wait at one step"),
    Text(
        zh="改一步就能省下四成，先改这一步比平均用力有效。",
        en="Where one step saves two fifths, improving it does more than spreading the effort.",
    ),
)
REWORK: Final = ThresholdInfo(
    "rework",
    0.15,
    True,
    Text(zh="返工概率", en="probability of rework"),
    Text(
        zh="每七件就有一件要退回重来，办理人员会为此预留时间，返工就成了常态。",
        en="With one case in seven sent back, people plan for it, and rework becomes the rule.",
    ),
)
EVENT_SHARE: Final = ThresholdInfo(
    "event-share",
    0.5,
    True,
    Text(zh="一步所占的差错、货损、货差或碳排放", en="share of errors, damage, discrepancies or emissions at one step"),
    Text(
        zh="一步占了一半以上，改好它比改好其余各步加起来还有用。",
        en="With more than half at one step, improving it does more than improving all the others.",
    ),
)
FIRST_PASS: Final = ThresholdInfo(
    "first-pass",
    0.8,
    True,
    Text(zh="一次通过率（低于）", en="first-pass yield (below)"),
    Text(
        zh="每五件就有一件要补办、改正或理赔，这些工作就得有专人来做。",
        en="With one case in five to be corrected or compensated, somebody does nothing else.",
    ),
)
HANDOFFS: Final = ThresholdInfo(
    "handoffs",
    5,
    False,
    Text(zh="每件的交接次数", en="hand-offs per case"),
    Text(
        zh="交接超过五次，就没有哪一方能看清全程。",
        en="After more than five hand-offs no party sees the whole any more.",
    ),
)
CARRIED: Final = ThresholdInfo(
    "carried-by-hand",
    1,
    False,
    Text(zh="每件人工转录数据的次数", en="times per case that a person carries data between systems"),
    Text(
        zh="转录一次可能是接口尚未建成，多次则是以人工代替接口。",
        en="Once may be an interface not built yet; more often people are the interface.",
    ),
)
UTILISATION: Final = ThresholdInfo(
    "utilisation",
    0.85,
    True,
    Text(zh="资源利用率", en="utilisation of a resource"),
    Text(
        zh="排队论：利用率越过 85%，排队时间开始急剧增长（M/M/1 的等待与 ρ/(1-ρ) 成正比）。",
        en="By queueing theory waiting grows steeply beyond 85 %: in an M/M/1 queue it is proportional to rho/(1-rho).",
    ),
)
REENTRIES: Final = ThresholdInfo(
    "reentries",
    0.5,
    False,
    Text(zh="每件重复录入的次数", en="re-entries per case"),
    Text(
        zh="两件里有一件要重录，就不再是偶然。",
        en="When every second case is typed again, it is not an accident any more.",
    ),
)
MEASURED_DIFFERENCE: Final = ThresholdInfo(
    "measured-difference",
    0.1,
    True,
    Text(zh="现状流程与实测的差距", en="difference between the flows as they are and what was measured"),
    Text(
        zh="估计的时间和概率，误差很少低于一成；差距更大时，或是模型有遗漏，或是测量对象不同。",
        en="Estimated times and chances are seldom better than a tenth; where model and measurement differ by more, "
        "the model misses something, or they are not about the same.",
    ),
)
TRANSPORT_LOAD: Final = ThresholdInfo(
    "transport-load",
    0.9,
    True,
    Text(zh="地点和区段的负荷占能力的比例", en="load of places and links, as a share of their capacity"),
    Text(
        zh="过了九成，旺季和检修就没有余地。",
        en="Beyond nine tenths nothing is left for the high season or a repair.",
    ),
)
TRANSPORT_DETOUR: Final = ThresholdInfo(
    "transport-detour",
    0.25,
    True,
    Text(zh="绕行或走法多用的比例", en="how much longer or dearer a detour or another way is"),
    Text(
        zh="差四分之一以上，船期和报价就要改；再少，常被等待的时间盖过。",
        en="By a quarter more, sailings are missed and prices change; less is often lost in the waiting.",
    ),
)

THRESHOLDS: Final = (
    WAITING_SHARE,
    STEP_SHARE,
    REWORK,
    HANDOFFS,
    CARRIED,
    UTILISATION,
    REENTRIES,
    MEASURED_DIFFERENCE,
    TRANSPORT_LOAD,
    TRANSPORT_DETOUR,
    EVENT_SHARE,
    FIRST_PASS,
)
"""All thresholds."""


def known_thresholds() -> Mapping[str, ThresholdInfo]:
    """All thresholds by name."""
    return {info.name: info for info in THRESHOLDS}


def fits(info: ThresholdInfo, value: Quantity) -> bool:
    """Whether a value can stand for the threshold: one number, a share between 0 and 1 or per cent, or a count."""
    if len(value.points) != 1 or value.low < 0:
        return False
    if info.is_share:
        return (value.unit == "%" and value.low <= 100) or (value.unit == "" and value.low <= 1)
    return value.unit == ""


def threshold(settings: AnalysisSettings, info: ThresholdInfo) -> float:
    """The value that holds in this engagement."""
    given = settings.thresholds.get(info.name)
    if given is None or not fits(info, given.value):
        return info.value
    return given.value.low / 100 if given.value.unit == "%" else given.value.low
