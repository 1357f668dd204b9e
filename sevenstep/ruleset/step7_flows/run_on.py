"""Branches that end without a next step and so run on into another branch."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from sevenstep.chain.flow_graph import following, of_type, reached
from sevenstep.chain.graph import Chain
from sevenstep.language import Text
from sevenstep.memory import per_element
from sevenstep.model.choices import EventType, GatewayType
from sevenstep.model.step7_flows import Flow, Gateway
from sevenstep.ruleset.rule import Violation


@dataclass(frozen=True, slots=True)
class RunOn:
    """The last step of a branch, and the other branch of a decision that stands below it and so comes next."""

    decision: str
    last: str
    sibling: str


def run_on_violation(flow: Flow, run_on: RunOn) -> Violation:
    last, sibling, decision = (flow.steps[name] for name in (run_on.last, run_on.sibling, run_on.decision))
    message = last.title.inserted_into(
        zh="“{}”没写下一步，接着走到“{sibling}”，也就是“{decision}”的另一路：是这样吗？",
        en="“{}” has no next and runs on into “{sibling}”, the other way out of “{decision}”: is this meant?",
    )
    for name, title in (("sibling", sibling.title), ("decision", decision.title)):
        message = Text(
            zh=message.for_language("zh").replace(f"{{{name}}}", title.for_language("zh")),
            en=message.for_language("en").replace(f"{{{name}}}", title.for_language("en")),
        )
    return Violation(
        last.id,
        message,
        Text(
            zh=f"是的话写明 next: {run_on.sibling}；不是就写 next: 加上它真正的下一步",
            en=f"If so, write next: {run_on.sibling}; if not, next: and the step that comes after it",
        ),
        also=((decision.id, ("next", run_on.sibling)), (sibling.id, ())),
    )


def every_run_on(chain: Chain) -> Iterator[tuple[Flow, RunOn]]:
    for flow in chain.engagement.of(Flow):
        for run_on in _run_on(flow):
            if all(flow.steps[name].id in chain.elements for name in (run_on.decision, run_on.last, run_on.sibling)):
                yield flow, run_on


@per_element
def _run_on(flow: Flow) -> Iterator[RunOn]:
    leads_to = following(flow)
    names = list(flow.steps)
    deciding = [name for name, node in flow.steps.items() if len(node.next or {}) > 1 and _decides(node.type)]
    for last, sibling in pairwise(names):
        node = flow.steps[last]
        if node.next is not None or node.type == EventType.END or _is_common(flow, sibling, leads_to):
            continue
        for decision in reversed(deciding):
            branches = flow.steps[decision].next or {}
            if sibling in branches and decision != last and _is_on_a_branch(flow, last, sibling, decision, leads_to):
                yield RunOn(decision, last, sibling)
                break


def _decides(kind: str) -> bool:
    return kind not in {GatewayType.PARALLEL, GatewayType.INCLUSIVE}


def _is_common(flow: Flow, name: str, leads_to: Mapping[str, list[str]]) -> bool:
    """Whether a node is there for ways to come together: a gateway that decides nothing, or the only end."""
    node = flow.steps[name]
    if isinstance(node, Gateway):
        return len(leads_to.get(name, ())) < 2
    return node.type == EventType.END and len(of_type(flow, "end")) == 1


def _is_on_a_branch(flow: Flow, last: str, sibling: str, decision: str, leads_to: Mapping[str, list[str]]) -> bool:
    """Whether a node is come to only through the decision, by another of its branches."""
    apart = {name: to for name, to in leads_to.items() if name not in {decision, sibling}}
    others = [branch for branch in flow.steps[decision].next or {} if branch != sibling]
    return last in reached(others, apart) and last not in reached(of_type(flow, "start"), apart)


def is_detour(flow: Flow, run_on: RunOn, leads_to: Mapping[str, list[str]]) -> bool:
    """Whether cases come to the sibling mostly without the branch: it is the likeliest, or others lead to it, too."""
    chances = {name: branch.chance for name, branch in (flow.steps[run_on.decision].next or {}).items()}
    own = chances.pop(run_on.sibling)
    if own is not None and all(chance is not None and chance < own for chance in chances.values()):
        return True
    return any(
        run_on.sibling in targets for name, targets in leads_to.items() if name not in {run_on.last, run_on.decision}
    )
