"""A finished analysis of a small engagement with one of everything that a report can tell. Its figures are made up."""

import math
from datetime import date

from sevenstep.analysis.choices import Answer, ItemQuestion, Method
from sevenstep.analysis.item_evaluation.verdicts import Ground, ItemEvaluation, ItemVerdict
from sevenstep.analysis.results import (
    ENDLESS,
    TOO_SHORT,
    Analysis,
    Caveat,
    Comparison,
    ComputedFinding,
    Difference,
    Fact,
    FlowMetrics,
    GoalAttainment,
    GoalState,
    IndicatorState,
    Judgement,
    Queues,
    RankedItem,
    Ranking,
    RequiredWork,
    ResourceLoad,
    Share,
    StageValue,
    StepMetrics,
    Unanalysed,
    Value,
    WeightMove,
)
from sevenstep.checking.check import check
from sevenstep.language import Text
from sevenstep.model.choices import FindingType, Metric, Variant
from sevenstep.report.analysis_report import AnalysisReport
from sevenstep.source.files import SourceFile
from sevenstep.source.reader import read

ENGAGEMENT = """\
id: port
title: {zh: 口岸, en: Port}
goals:
  G1: {title: {zh: 更快通关, en: Faster clearance}}
  G2: {title: {zh: 更省, en: Less cost}}
indicators:
  time: {title: {zh: 通关时间, en: Clearance time}, unit: d}
  cost: {title: {zh: 费用, en: Cost}, unit: CNY}
  trust: {title: {zh: 满意度, en: Satisfaction}, unit: "%"}
  share: {title: {zh: 网上办理率, en: Done online}, unit: "%"}
  queue: {title: {zh: 等候时间, en: Time in the queue}, unit: min}
actors: {customs: {title: {zh: 海关, en: Customs}, type: government}}
criteria:
  benefit: {title: {zh: 效益, en: Benefit}, weight: 60%}
  effort: {title: {zh: 投入, en: Effort}, weight: 40%, direction: decrease}
items:
  declare: {title: {zh: 报关, en: Declaration}}
  inspect: {title: {zh: 查验, en: Inspection}}
regulations: {papers: {title: {zh: 纸质单证规定, en: Rules on papers}, binds: declare-asis/fill}}
flows:
  declare-asis:
    title: {zh: 报关（现状）, en: "Declaration, as is"}
    details: declare
    variant: as-is
    steps:
      begin: {title: {zh: 到货, en: Arrival}, type: start, actor: customs}
      fill:
        {title: {zh: 填写报关单, en: Fill in the declaration}, time: 2h, wait: 20h, cost: 50 CNY, required_by: papers}
      sort: {title: {zh: 理单, en: Sort papers}}
      done: {title: {zh: 放行, en: Release}, type: end}
  declare-tobe:
    title: {zh: 报关（目标）, en: "Declaration, to be"}
    details: declare
    variant: to-be
    steps:
      begin: {title: {zh: 开始, en: Begin}, type: start}
      fill: {title: {zh: 办理, en: Handle}}
      done: {title: {zh: 结束, en: Done}, type: end}
  inspect-asis:
    title: {zh: 查验（现状）, en: "Inspection, as is"}
    details: inspect
    variant: as-is
    steps:
      begin: {title: {zh: 开始, en: Begin}, type: start}
      fill: {title: {zh: 办理, en: Handle}}
      done: {title: {zh: 结束, en: Done}, type: end}
  inspect-tobe:
    title: {zh: 查验（目标）, en: "Inspection, to be"}
    details: inspect
    variant: to-be
    steps:
      begin: {title: {zh: 开始, en: Begin}, type: start}
      fill: {title: {zh: 办理, en: Handle}}
      done: {title: {zh: 结束, en: Done}, type: end}
  stuck: {title: {zh: "=走不通的流程", en: "=Stuck"}, variant: as-is}
measures:
  online: {title: {zh: 线上申报, en: Declare online}}
  scan: {title: {zh: 机检, en: Scanner}}
"""


UNTIMED = Text(zh="1 步未写用时，按 0 计：“分拣”", en="one step without a time counted as none: “Sort”")


def exact(mean: float, p50: float | None = None, p90: float | None = None) -> Value:
    return Value(mean, Method.EXACT, mean, mean, p50, p90)


def simulated(mean: float, reach: float, p50: float | None = None, p90: float | None = None) -> Value:
    return Value(mean, Method.SIMULATED, mean - reach, mean + reach, p50, p90)


def flow(name: str, lead: Value, cost: float, gaps: tuple[str, ...] = ()) -> FlowMetrics:
    return FlowMetrics(
        flow=name,
        values={
            "lead_time": lead,
            "processing_time": exact(2.0),
            "waiting_time": exact(lead.mean - 2.0),
            "flow_efficiency": exact(2 / lead.mean),
            "work": exact(2.5),
            "cost": exact(cost, 45.0, 80.0),
            "handoffs": exact(1.5),
            "rework_probability": exact(0.125),
            "manual_share": exact(1.0),
        },
        steps={
            "begin": StepMetrics(1.0, 0.0, 0.0, 0.0),
            "fill": StepMetrics(1.25, 2.0, lead.mean - 2.0, cost),
            "done": StepMetrics(1.0, 0.0, 0.0, 0.0),
        },
        cases=1000,
        seed=12345,
        currency="CNY",
        gaps=gaps,
        lead_times=((0.0, 20.0, 40.0), (600, 400)),
        reasons={"reentries": Text(zh="未写明数据", en="no data are named")} if gaps else {},
        notes=dict.fromkeys(("lead_time", "work"), Text(zh="1 步未写用时，按 0 计：“分拣”", en="a step without a time"))
        if gaps
        else {},
    )


def differences(
    before: FlowMetrics, after: FlowMetrics, shares: tuple[Share, ...], rest: float
) -> tuple[Difference, ...]:
    def of(metric: str, shares: tuple[Share, ...] = (), rest: float = 0.0) -> Difference:
        one, other = before.values[metric], after.values[metric]
        mean = other.mean - one.mean
        reach = (one.high - one.low + other.high - other.low) / 2
        return Difference(Metric(metric), one, other, mean, mean - reach, mean + reach, shares, rest)

    return (of("lead_time", shares, rest), of("flow_efficiency"), of("cost"), of("manual_share"))


FLOWS = {
    one.flow: one
    for one in (
        flow("declare-asis", exact(22.5, 20.0, 40.0), 60.0, ("declare-asis/sort",)),
        flow("declare-tobe", exact(6.0, 5.0, 9.0), 12.5),
        flow("inspect-asis", simulated(100.0, 1.5, 90.0, 180.0), 1200.0),
        flow("inspect-tobe", simulated(99.0, 1.25, 91.0, 175.0), 15000.0),
    )
}
DECLARE = differences(
    FLOWS["declare-asis"], FLOWS["declare-tobe"], (Share(("online",), -12.0), Share(("scan",), -4.0)), -0.5
)
INSPECT = differences(FLOWS["inspect-asis"], FLOWS["inspect-tobe"], (Share(("online", "scan"), -1.0),), 0.0)
WHOLE = (
    Difference(
        Metric.LEAD_TIME,
        simulated(122.5, 1.5),
        simulated(105.0, 1.25),
        -17.5,
        -19.5,
        -15.5,
        (Share(("online",), -12.0), Share(("scan",), -4.0), Share(("online", "scan"), -1.0)),
        -0.5,
    ),
)
FOUND = (
    ComputedFinding(
        "F711",
        FindingType.BREAK,
        Text(zh="重复录入", en="The same data entered again"),
        Text(zh="+报关单录入了两次", en="+The declaration is entered twice"),
        ("declare-asis/fill",),
        (),
        accepted=Text(zh="法律要求", en="Required by law"),
    ),
    ComputedFinding(
        "F701",
        FindingType.BLOCKAGE,
        Text(zh="等待占了大头", en="Waiting dominates"),
        Text(zh="“填写报关单”前等了 20 小时", en="Cases wait 20 h before “Fill in the declaration”"),
        ("declare-asis/fill", "declare-asis"),
        (Fact(Text(zh="等待占比", en="share of waiting"), Text(plain="91%")),),
        measures=("online",),
    ),
    ComputedFinding(
        "F701",
        FindingType.BLOCKAGE,
        Text(zh="等待占了大头", en="Waiting dominates"),
        Text(zh="查验前等了 90 小时", en="Cases wait 90 h before the inspection"),
        ("inspect-asis",),
        (),
    ),
)
NO_MEAN = Value(math.inf, Method.SIMULATED, 0.0, math.inf, reason=ENDLESS)
LOADS = (
    ResourceLoad("customs", 1.25, exact(1.0), NO_MEAN, NO_MEAN),
    ResourceLoad("desk", 0.5, simulated(0.5, 0.01), simulated(0.5, 0.05), simulated(0.75, 0.05), ("desk", "lane")),
    ResourceLoad(
        "lane",
        0.5,
        Value(0.48, Method.SIMULATED, 0.0, 1.0, reason=TOO_SHORT),
        Value(0.4, Method.SIMULATED, 0.0, math.inf, reason=TOO_SHORT),
        Value(0.6, Method.SIMULATED, 0.0, math.inf, reason=TOO_SHORT),
        ("desk", "lane"),
    ),
)
AT_FIVE, AT_FOUR = StageValue(5.0, 5.0, 5.0, "stated", "2026"), StageValue(4.0, 4.0, 4.0, "stated", "2027")
RANGE = StageValue(85.0, 80.0, 90.0, "stated", "2027")
DESIGN = StageValue(4.375, 4.3, 4.45, "declare-tobe inspect-tobe")
CLOSURE = GoalAttainment(
    indicators={
        "time": IndicatorState(
            "time",
            "d",
            {
                "baseline": StageValue(8.0, 7.0, 9.0, "stated", "2024"),
                "today": StageValue(6.0, 6.0, 6.0, "measured", "2026-03"),
                "as-is": StageValue(5.104, 5.0, 5.2, "declare-asis inspect-asis"),
                "to-be": DESIGN,
                "target": AT_FOUR,
            },
            (("2026", AT_FIVE), ("2027", AT_FOUR)),
            "missed",
            "to-be",
            0.375,
            judgements=(
                Judgement("2026", AT_FIVE, "missed", "today", StageValue(6.0, 6.0, 6.0, "measured", "2026-03"), 1.0),
                Judgement("2027", AT_FOUR, "missed", "to-be", DESIGN, 0.375),
            ),
            caveats=(
                Caveat("earlier", Text(zh="2026 年的未达标", en="that of 2026 is missed")),
                Caveat("queues", Text(zh="没算排队", en="queues are left out"), ("desk",)),
            ),
        ),
        "cost": IndicatorState(
            "cost",
            "CNY",
            {
                "to-be": StageValue(12.5, 12.5, 12.5, "declare-tobe"),
                "target": StageValue(20.0, 20.0, 20.0, "stated", "2027"),
            },
            (("2027", StageValue(20.0, 20.0, 20.0, "stated", "2027")),),
            "reached",
            "to-be",
            0.0,
        ),
        "trust": IndicatorState(
            "trust", "%", {}, (), "unknown", None, 0.0, Text(zh="没有目标值", en="It has no target")
        ),
        "share": IndicatorState(
            "share",
            "%",
            {"today": StageValue(75.0, 75.0, 75.0, "measured", "2026-03"), "target": RANGE},
            (("2027", RANGE),),
            "missed",
            "today",
            5.0,
        ),
        "queue": IndicatorState(
            "queue",
            "min",
            {
                "to-be": StageValue(10.5, 10.5, 10.5, "declare-tobe"),
                "target": StageValue(15.0, 15.0, 15.0, "stated", "2027"),
            },
            (("2027", StageValue(15.0, 15.0, 15.0, "stated", "2027")),),
            "unsettled",
            "to-be",
            0.0,
            caveats=(Caveat("queues", Text(zh="没算排队", en="queues are left out"), ("desk",)),),
        ),
    },
    goals={"G1": GoalState("G1", ("time", "trust"), 0, 1, 1, 1), "G2": GoalState("G2", ("cost",), 1, 0, 0)},
)
RANKING = Ranking(
    items=(
        RankedItem("declare", 81.25, 1, 0.75, 1, 0.9, 0.2, 1),
        RankedItem("inspect", 40.0, 2, 0.25, 2, 0.4, None, 2),
    ),
    moves=(
        WeightMove("benefit", 0.6, 0.35, "inspect", None, None),
        WeightMove("effort", 0.4, None, None, 0.55, "inspect"),
    ),
    phases=(("declare",), ("inspect",)),
    unscored=("none-such",),
)
EVALUATIONS = {
    "declare": ItemEvaluation(
        "declare",
        Variant.TO_BE,
        ("declare-tobe",),
        12000.0,
        {
            verdict.question: verdict
            for verdict in (
                ItemVerdict(
                    ItemQuestion.OPERATIONS,
                    Answer.PARTLY,
                    (
                        Ground(
                            Answer.PARTLY,
                            Text(zh="第 2 步没有作业", en="Operation 2 without an activity"),
                            ("declare-tobe",),
                            Text(zh="补上作业", en="Add the activity"),
                            "F434",
                        ),
                        Ground(Answer.YES, Text(zh="次序一致", en="The order is that of the flow")),
                    ),
                ),
                ItemVerdict(
                    ItemQuestion.RESPONSIBLE, Answer.YES, (Ground(Answer.YES, Text(zh="都写了", en="All named")),)
                ),
                ItemVerdict(
                    ItemQuestion.RESOURCES,
                    Answer.NO,
                    (
                        Ground(None, Text(zh="一年 12,000 件", en="12,000 cases a year")),
                        Ground(Answer.NO, Text(zh="人手不够", en="Not enough people"), finding="F432"),
                    ),
                ),
                ItemVerdict(
                    ItemQuestion.ADJUSTABLE,
                    Answer.UNKNOWN,
                    (Ground(Answer.UNKNOWN, Text(zh="未写", en="Not said"), add=Text(zh="写上", en="Add it")),),
                ),
            )
        },
    )
}
STUCK = Text(zh="没有开始", en="it has no start")


def report(**other: object) -> AnalysisReport:
    """The report of the analysis, with `other` parts in place of some."""
    parts = {
        "metrics": FLOWS,
        "unanalysed": (Unanalysed("stuck", STUCK),),
        "queues": (Queues(Variant.AS_IS, LOADS, {"declare-asis": simulated(60.0, 4.0, 55.0, 99.0)}, 5000, 7),),
        "findings": FOUND,
        "comparisons": (
            Comparison("declare", ("declare-asis",), ("declare-tobe",), DECLARE, "CNY"),
            Comparison(
                "inspect",
                ("inspect-asis",),
                ("inspect-tobe",),
                INSPECT,
                "CNY",
                {"reentries": Text(zh="现状：未写明数据", en="as is: no data are named")},
                {"lead_time": UNTIMED},
            ),
            Comparison(None, ("declare-asis", "inspect-asis"), ("declare-tobe", "inspect-tobe"), WHOLE, "CNY"),
        ),
        "goal_attainment": CLOSURE,
        "ranking": RANKING,
        "evaluations": EVALUATIONS,
        "required": {
            "declare-asis": RequiredWork(("declare-asis/fill",), ("papers",), 1.25, 2.5, 25.0, 62.5, "CNY"),
        },
    }
    chain = check([read(SourceFile("engagement.yaml", ENGAGEMENT))], rules=(), day=date(2026, 1, 1)).chain
    return AnalysisReport(Analysis(**{**parts, **other}), chain, seed=7, cases=1000, errors=2, version="1.2.3")
