"""A flow as a list for a narrow screen: steps from top to bottom, who does each, how long it is waited, in words."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from sevenstep.chain.flow_outline import OutlineLine, Says, beyond_joints, is_joint, outline
from sevenstep.diagrams.looks.waiting import flows_beside, wait_of
from sevenstep.model.choices import EventType, GatewayType
from sevenstep.model.step7_flows import Activity, Event, Flow, Gateway, SequenceFlow
from sevenstep.publishing.context import Context
from sevenstep.publishing.views import StepLine

_DEEPEST: Final = 5


def step_lines(context: Context, flow: Flow) -> tuple[StepLine, ...]:
    """The list of a flow."""
    return tuple(_Lines(context, flow).made())


class _Lines:
    def __init__(self, context: Context, flow: Flow) -> None:
        self.context = context
        self.flow = flow
        self.words = context.words
        self.outline = outline(flow)
        steps = [line.node for line in self.outline if line.says is Says.NODE]
        self.number = {name: at for at, name in enumerate(filter(self._is_step, steps), 1)}
        beside = flows_beside(context.chain, flow)
        self.longest = max((wait_of(node) for one in beside for node in one.steps.values()), default=0.0)

    def made(self) -> Iterator[StepLine]:
        for line in self.outline:
            made = self._node(line) if line.says is Says.NODE else self._other(line)
            if made is not None:
                yield replace(made, depth=min(line.depth, _DEEPEST))

    def _is_step(self, name: str) -> bool:
        return isinstance(self.flow.steps[name], Activity)

    def _node(self, line: OutlineLine) -> StepLine | None:
        node = self.flow.steps[line.node]
        ref = self.context.refs[node.id]
        if isinstance(node, Gateway):
            return None if is_joint(self.flow, line.node) else self._split(node, line)
        wait = node.wait.shown(self.context.language) if node.wait is not None and wait_of(node) else ""
        actor = self.context.refs.get(self.flow.lanes[line.node] or "")
        mode = self.context.said(node.mode.label) if isinstance(node, Activity) and node.mode else ""
        said = StepLine(
            "step" if isinstance(node, Activity) else "event",
            ref.title,
            0,
            self.number.get(line.node),
            ref.url,
            ref.lang,
            by=" · ".join(part for part in (actor.title if actor else "", mode) if part),
            wait=self.words["steps_wait"].format(wait) if wait else "",
            share=round(100 * wait_of(node) / self.longest) if self.longest else 0,
        )
        if isinstance(node, Event):
            word = {EventType.START: "steps_start", EventType.END: "steps_end"}.get(node.type)
            return replace(said, text=self.words[word].format(ref.title) if word else ref.title)
        return said

    def _split(self, node: Gateway, line: OutlineLine) -> StepLine:
        ref = self.context.refs[node.id]
        ways = sum(arrow.source == line.node and arrow.target in self.flow.steps for arrow in self.flow.sequence_flows)
        word = {GatewayType.PARALLEL: "steps_parallel", GatewayType.INCLUSIVE: "steps_some"}.get(
            node.type, "steps_choice"
        )
        return StepLine("split", self.words[word].format(ref.title, ways), 0, lang=ref.lang)

    def _other(self, line: OutlineLine) -> StepLine | None:
        if line.says is Says.REST or line.arrow is None:
            return StepLine("rest", self.words["steps_rest"], 0)
        if line.says is Says.BRANCH:
            return StepLine("branch", self._branch(line.arrow, together=line.together), 0)
        words = "steps_back" if line.says is Says.BACK else "steps_jump"
        return StepLine("back" if line.says is Says.BACK else "jump", self.words[words].format(self._to(line.arrow)), 0)

    def _branch(self, arrow: SequenceFlow, *, together: bool) -> str:
        """How likely the branch is and when it is taken; of those without either, which one it is."""
        branch, language = arrow.branch, self.context.language
        said = [branch.chance.shown(language)] if branch.chance is not None else []
        said += [self.context.said(branch.when)] if branch.when else []
        if said:
            return " · ".join(said)
        ways = [one for one in self.flow.sequence_flows if one.source == arrow.source and one.target in self.flow.steps]
        word = "steps_part" if together else "steps_way"
        return self.words[word].format(ways.index(arrow) + 1)

    def _to(self, arrow: SequenceFlow) -> str:
        """Where an arrow leads, in words."""
        name = beyond_joints(self.flow, arrow.target)
        title = self.context.refs[self.flow.steps[name].id].title
        number = self.number.get(name)
        return self.words["steps_to"].format(number, title) if number else self.words["steps_to_other"].format(title)
