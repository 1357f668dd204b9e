"""What the estimate of an indicator rests on: typed assumptions, and waiting for resources that is left out of it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from sevenstep.analysis.choices import CaveatKind
from sevenstep.analysis.estimates import in_unit
from sevenstep.analysis.exits import Exit, mixed_exits
from sevenstep.analysis.indicator_values import IndicatorValues
from sevenstep.analysis.inputs import Input, inputs
from sevenstep.analysis.judging import missing
from sevenstep.analysis.missing import UNTIMED
from sevenstep.analysis.results import Caveat, FlowMetrics, Judgement, Queues, StageValue
from sevenstep.analysis.units import UnlikeUnits
from sevenstep.analysis.verdict_wording import both, stage_value_shown
from sevenstep.analysis.wording import shown_hours, shown_share
from sevenstep.chain.graph import Chain
from sevenstep.language import Text, joined
from sevenstep.model.choices import Metric, Stage, Variant
from sevenstep.model.quantity import Duration
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step7_flows import Activity, Estimate, Flow

WAITED: Final[frozenset[Metric]] = frozenset(
    {Metric.LEAD_TIME, Metric.WAITING_TIME, Metric.TOTAL_WAITING, Metric.FLOW_EFFICIENCY}
)
"""The metrics that waiting for resources belongs to."""
TIMES: Final[frozenset[Metric]] = frozenset(
    {Metric.LEAD_TIME, Metric.PROCESSING_TIME, Metric.WAITING_TIME, Metric.TOTAL_WAITING}
)
"""The metrics whose mean mixes the cases of several ends."""
_FEW: Final = 3
_SAME: Final = 1e-9
_FIELDS: Final = {
    "time": Text(zh="办理时间", en="time"),
    "wait": Text(zh="等待", en="wait"),
    "cost": Text(zh="成本", en="cost"),
    "emissions": Text(zh="碳排放", en="emissions"),
    "error": Text(zh="差错概率", en="chance of error"),
    "damage": Text(zh="货损概率", en="chance of damage"),
    "discrepancy": Text(zh="货差概率", en="chance of discrepancy"),
    "chance": Text(zh="概率", en="chance"),
}


class Resting:
    """What the to-be values of the indicators rest on."""

    def __init__(
        self, chain: Chain, values: IndicatorValues, queues: Sequence[Queues], metrics: Mapping[str, FlowMetrics]
    ) -> None:
        self._chain = chain
        self._values = values
        self._metrics = metrics
        self._queues = {found.variant: found for found in queues}.get(Variant.TO_BE)

    def left_out(self, indicator: str) -> Caveat | None:
        """The waiting for resources that the value of the design leaves out."""
        waiting: dict[str, None] = {}
        flows: list[str] = []
        for flow, asked in self._speaking(indicator):
            if needed := waits_left_out(flow, asked):
                waiting |= dict.fromkeys(key for key in needed if key in self._chain.elements)
                flows.append(flow.id)
        return Caveat(CaveatKind.QUEUES, self._queues_said(list(waiting), flows), tuple(waiting)) if waiting else None

    def untimed(self, indicator: str) -> Caveat | None:
        """The steps without a time that the value of the design counts as none."""
        for flow, asked in self._speaking(indicator):
            note = self._metrics[flow.id].notes.get(asked.metric) if flow.id in self._metrics else None
            if note is None or asked.metric not in UNTIMED:
                continue
            steps = [key for key in self._metrics[flow.id].gaps if not asked.of or key.rpartition("/")[2] in asked.of]
            if steps:
                named = joined(self._titled(step) for step in steps)
                said = Text(zh=f"未写用时的按 0 计：{named.zh}", en=f"without a time and counted as none: {named.en}")
                return Caveat(CaveatKind.INCOMPLETE, said, tuple(steps))
        return None

    def hides_a_miss(self, indicator: Indicator, judged: Judgement, unit: str) -> bool:
        """Whether cases that leave by a way of their own miss the target that their mean meets."""
        return any(self._missing(indicator, judged, unit))

    def mixed(self, indicator: Indicator, judged: Judgement, unit: str) -> Iterator[Caveat]:
        """What the cases take that leave by ways of their own, where the value is the mean of all."""
        late = set(self._missing(indicator, judged, unit))
        for flow, asked in self._speaking(indicator.id):
            if asked.metric in TIMES and not asked.of and (exits := mixed_exits(flow)):
                ways = joined((self._exit_said(way_out) for way_out in exits[:_FEW]), "；", "; ")
                told = Text(zh=f"是几种结局的平均：{ways.zh}", en=f"it is the mean of several ways out: {ways.en}")
                nodes = tuple(way_out.node for way_out in exits)
                if wrong := [node for node in nodes if node in late]:
                    named = joined(self._titled(node) for node in wrong)
                    told = told.inserted_into(
                        zh=f"{{}}；止于{named.zh}的不能达到目标",
                        en=f"{{}}; those that leave at {named.en} miss the target",
                    )
                yield Caveat(CaveatKind.MIXED, told, nodes)

    def _missing(self, indicator: Indicator, judged: Judgement, unit: str) -> Iterator[str]:
        """The ways out of the one flow that speaks whose cases miss the target."""
        speaking = list(self._speaking(indicator.id))
        if len(speaking) != 1 or speaking[0][1].metric != Metric.LEAD_TIME or indicator.formula is not None:
            return
        for mixed_exit in mixed_exits(speaking[0][0]):
            if mixed_exit.hours is None:
                continue
            value = in_unit(mixed_exit.hours, Metric.LEAD_TIME, "", unit)
            if missing(indicator.direction or "", StageValue(value, value, value, judged.date), judged.target):
                yield mixed_exit.node

    def assumed(self, indicator: str, judged: Judgement, unit: str) -> Iterator[Caveat]:
        """Whether the value of the design is one assumption, or rests on nothing but assumptions."""
        found = [(asked, typed) for flow, asked in self._speaking(indicator) for typed in inputs(flow, asked)]
        echoes = [typed for asked, typed in found if typed.is_assumed and _echoes(asked, typed, judged, unit)]
        if len(found) == 1 and found[0][1].is_assumed:
            yield Caveat(CaveatKind.ECHO, self._echo_said(found[0][1], judged, unit), (found[0][1].node,))
        elif echoes:
            yield Caveat(CaveatKind.ECHO, self._echo_said(echoes[0], judged, unit), (echoes[0].node,))
        elif found and all(typed.is_assumed for _, typed in found):
            nodes = tuple(dict.fromkeys(typed.node for _, typed in found))
            yield Caveat(
                CaveatKind.ASSUMPTIONS, self._assumptions_said([typed for _, typed in found]), nodes, len(found)
            )

    def _speaking(self, indicator: str) -> Iterator[tuple[Flow, Estimate]]:
        """The flows that give the value of the design, also those of the indicators that it is computed from."""
        waiting, seen = [indicator], {indicator}
        while waiting:
            here = waiting.pop(0)
            stage_value, element = (
                self._values.stage_values.get(here, {}).get(Stage.TO_BE),
                self._chain.elements.get(here),
            )
            if stage_value is None or not isinstance(element, Indicator):
                continue
            if stage_value.origin == "formula" and element.formula is not None:
                inner = [reference for reference in element.formula.references if reference not in seen]
                waiting += inner
                seen.update(inner)
                continue
            for name in stage_value.origin.split():
                flow = self._chain.elements.get(name)
                if isinstance(flow, Flow) and here in flow.estimates:
                    yield flow, flow.estimates[here]

    # -- in words ------------------------------------------------------------------

    def _titled(self, element: str) -> Text:
        return self._chain.elements[element].title.inserted_into(zh="“{}”", en="“{}”")

    def _exit_said(self, way_out: Exit) -> Text:
        share, title = shown_share(way_out.share), self._titled(way_out.node)
        told = Text(zh=f"{share} 止于{title.zh}", en=f"{share} leave at {title.en}")
        hours = way_out.hours
        if hours is None:
            return told
        after = both(lambda language: shown_hours(hours, language))
        return told.inserted_into(zh=f"{{}}，平均 {after.zh}", en=f"{{}} after {after.en}")

    def _queues_said(self, resources: Sequence[str], flows: Sequence[str]) -> Text:
        named = joined(self._titled(resource) for resource in resources)
        told = Text(zh=f"未计等候资源的时间：{named.zh}", en=f"waiting for resources is left out: {named.en}")
        queues = self._queues
        if queues is None:
            return told
        loads = {load.resource: load for load in queues.loads}
        if over := [resource for resource in resources if resource in loads and loads[resource].is_over_capacity]:
            full = joined(self._titled(key) for key in over)
            return told.inserted_into(
                zh=f"{{}}；{full.zh}的负荷已超过能力，排队将持续增长",
                en=f"{{}}; more work comes to {full.en} than can be done, so that the queue grows without end",
            )
        lead = queues.lead_times.get(flows[0]) if len(flows) == 1 else None
        if lead is None:
            return told
        with_queues = both(lambda language: shown_hours(lead.mean, language))
        return told.inserted_into(
            zh=f"{{}}；计入排队的模拟结果：全程需 {with_queues.zh}",
            en=f"{{}}; simulated with queues, the flow takes {with_queues.en}",
        )

    def _echo_said(self, typed_value: Input, judged: Judgement, unit: str) -> Text:
        value = judged.value
        title, field = self._titled(typed_value.node), _FIELDS[typed_value.field]
        said = both(lambda language: stage_value_shown(value, unit, language, [judged.target]) if value else "–")
        told = Text(
            zh=f"{said.zh} 只取决于{title.zh}处所写的{field.zh}，那是一项假设",
            en=f"{said.en} follows from the {field.en} typed at {title.en} alone, which is an assumption",
        )
        if value and any(_is_same(value.value, end) for end in (judged.target.low, judged.target.high)):
            return told.inserted_into(zh="{}，而且正好等于目标值", en="{}, and just the target")
        return told

    def _assumptions_said(self, found: Collection[Input]) -> Text:
        count = len(found)
        all_ = "both values" if count == 2 else f"all {count} values"
        told = Text(
            zh=f"目标流程测算所依据的 {count} 个数值全是假设", en=f"{all_} that the estimate is made of are assumed"
        )
        nodes = list(dict.fromkeys(value.node for value in found))
        if len(nodes) > _FEW:
            return told
        named = joined(self._titled(node) for node in nodes)
        return told.inserted_into(zh=f"{{}}：{named.zh}", en=f"{{}}: {named.en}")


def waits_left_out(flow: Flow, asked: Estimate) -> list[str]:
    """The resources that cases wait for where the flow is measured, which its metric leaves out."""
    if flow.arrivals is None or asked.metric not in WAITED:
        return []
    steps = [node for name, node in flow.steps.items() if not asked.of or name in asked.of]
    return list(dict.fromkeys(resource for node in steps if isinstance(node, Activity) for resource in node.resources))


def _echoes(asked: Estimate, figure: Input, judged: Judgement, unit: str) -> bool:
    """Whether a typed value is the value that is judged, and its target too."""
    if figure.typed is None or judged.value is None or not _is_same(judged.value.value, judged.target.value):
        return False
    typed = figure.typed.mean_hours if isinstance(figure.typed, Duration) else figure.typed.mean
    try:
        return _is_same(in_unit(typed, asked.metric, figure.typed.unit, unit), judged.value.value)
    except UnlikeUnits:
        return False


def _is_same(value: float, other: float) -> bool:
    return abs(value - other) <= _SAME * max(abs(value), abs(other))
