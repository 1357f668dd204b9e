"""Rules of step 7: ways that may not be meant so. Loops that are hardly ever left, branches that run on into others."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from sevenstep.chain.flow_graph import first_after, following, loops, of_type, reached
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.memory import per_element
from sevenstep.model.step7_flows import Branch, Flow, Gateway
from sevenstep.rules.rule import Breach, rule

_SELDOM: Final = 0.01
"""The chance to leave a loop, up to which it is asked whether that is meant: a hundred rounds."""


@rule(
    "S763",
    "loop-hardly-left",
    Severity.WARNING,
    title=Text(zh="循环的出口不会几乎不走", en="A loop is not gone round hundreds of times"),
    reason=Text(
        zh="出口概率小，一个办件就要在循环里转上百圈，时长和费用跟着翻上百倍；多半是小数点写错了，或两路写反了。",
        en="If the way out of a loop is hardly ever taken, a case goes round hundreds of times, and so do its time and "
        "cost. Often a decimal point is in the wrong place, or two chances are exchanged.",
    ),
    bad="""
    flows:
      F:
        title: Declaration today
        variant: as-is
        steps:
          asked: {title: Goods are coming, type: start}
          fill-in: {title: Fill in}
          complete: {title: "Complete?", type: exclusive, next: {sent: 0.02% yes, fill-in: 99.98% no}}
          sent: {title: Sent, type: end}
    """,
    good="""
    flows:
      F:
        title: Declaration today
        variant: as-is
        steps:
          asked: {title: Goods are coming, type: start}
          fill-in: {title: Fill in}
          complete: {title: "Complete?", type: exclusive, next: {sent: 98% yes, fill-in: 2% no}}
          sent: {title: Sent, type: end}
    """,
)
def loop_hardly_left(chain: Chain) -> Iterator[Breach]:
    for flow in chain.engagement.of(Flow):
        for name, chance in dict(_hardly_left(flow)).items():
            node = flow.steps[name]
            if node.id not in chain.elements:
                continue
            share, rounds = f"{Decimal(f'{chance * 100:.2g}'):f}%", _rounds(1 / chance)
            yield Breach(
                node.id,
                node.title.put(
                    zh=f"“{{}}”处走出循环的概率只有 {share}：一个办件平均要转约 {rounds} 圈，是这样吗？",
                    en=f"At “{{}}” the loop is left with a chance of {share}: on average a case goes round about "
                    f"{rounds} times. Is this meant?",
                ),
                Text(
                    zh="核对这几路的概率：小数点、是否写反；确实如此就在这一步写 accepted 并说明理由",
                    en="Check the chances of its branches: a decimal point, two that are exchanged. If it is so, say "
                    "why under accepted",
                ),
                ("next",),
                on_key=True,
            )


def _rounds(count: float) -> str:
    """About how many, to two digits."""
    size = 10 ** max(0, math.floor(math.log10(count)) - 1)
    return f"{round(count / size) * size:,}" if count < 1e15 else f"{count:.0e}"


@per_element
def _hardly_left(flow: Flow) -> Iterator[tuple[str, float]]:
    """The decisions at which loops are hardly ever left, with the chance that they are."""
    rare = {
        name: chances
        for name, node in flow.steps.items()
        if node.type not in {"parallel", "inclusive"} and (chances := _chances(node.next or {}))
    }
    if not any(min(chances.values()) <= _SELDOM for chances in rare.values()):
        return
    after = first_after(flow)
    found = set()
    for name, chances in rare.items():
        left = math.fsum(chance for target, chance in chances.items() if not _comes_to(target, name, after))
        if 0 < left <= _SELDOM and any(_comes_to(target, name, after) for target in chances):
            found.add(name)
            yield name, left
    for group in loops(flow):
        out = {
            name: math.fsum(chance for target, chance in rare.get(name, {}).items() if target not in group)
            for name in group
            if any(arrow not in group for arrow in following(flow).get(name, ()))
        }
        if found.isdisjoint(group) and out and 0 < math.fsum(out.values()) <= _SELDOM and all(out.values()):
            yield max(out, key=lambda name: (out[name], name)), math.fsum(out.values())


def _chances(branches: Mapping[str, Branch]) -> dict[str, float]:
    """The chances of several branches, where each of them has one."""
    found: dict[str, float] = {
        target: branch.chance for target, branch in branches.items() if branch.chance is not None
    }
    return found if len(found) == len(branches) > 1 else {}


def _comes_to(name: str, decision: str, after: Mapping[str, str]) -> bool:
    """Whether every way from a node to an end passes the decision."""
    passed: str | None = name
    while passed is not None and passed != decision:
        passed = after.get(passed)
    return passed is not None


# -- branches that run on into each other ---------------------------------------------


@dataclass(frozen=True, slots=True)
class _RunOn:
    """The last step of a branch, and the other branch of a decision that stands below it and so comes next."""

    decision: str
    last: str
    sibling: str


_BAD: Final = """
    flows:
      permit:
        title: Permit
        variant: as-is
        steps:
          asked: {title: Application is in, type: start}
          fit: {title: "Fit?", type: exclusive, next: {grant: 90% fit, refuse: 10% not fit}}
          grant: {title: Grant the permit}
          refuse: {title: Refuse the permit}
          done: {title: Answer is out, type: end}
    """


@rule(
    "S765",
    "branch-runs-on",
    Severity.WARNING,
    title=Text(zh="一路办完不会掉进另一路", en="A branch does not run on into another by mistake"),
    reason=Text(
        zh="没写 next 的步骤接着往下走：挨着写的另一路就成了它的下一步，“批准”之后又去“驳回”。",
        en="A step without next goes on to the one below. If that is the other way out of the decision, those who are "
        "granted something are refused it next.",
    ),
    bad=_BAD,
    good=_BAD.replace("{title: Grant the permit}", "{title: Grant the permit, next: done}"),
)
def branch_runs_on(chain: Chain) -> Iterator[Breach]:
    for flow, one in _all_run_on(chain):
        if not _is_detour(flow, one, following(flow)):
            yield _told(flow, one)


@rule(
    "S766",
    "detour-runs-on",
    Severity.HINT,
    title=Text(zh="绕行之后接回主路要写明", en="A detour says where it comes back"),
    reason=Text(
        zh="补正之后接着往下办，多半就是这个意思；可是写明 next，别人移动或插入步骤时才不会走错。",
        en="That what was mended goes on like the rest is likely meant. With next it stays so when somebody moves a "
        "step or puts one between.",
    ),
    bad="""
    flows:
      filing:
        title: Filing
        variant: as-is
        steps:
          received: {title: Papers are in, type: start}
          complete: {title: "Complete?", type: exclusive, next: {file: 90% complete, mend: 10% something missing}}
          mend: {title: Add what is missing}
          file: {title: File the papers}
          filed: {title: Filed, type: end}
    """,
    good="""
    flows:
      filing:
        title: Filing
        variant: as-is
        steps:
          received: {title: Papers are in, type: start}
          complete: {title: "Complete?", type: exclusive, next: {file: 90% complete, mend: 10% something missing}}
          mend: {title: Add what is missing, next: file}
          file: {title: File the papers}
          filed: {title: Filed, type: end}
    """,
)
def detour_runs_on(chain: Chain) -> Iterator[Breach]:
    for flow, one in _all_run_on(chain):
        if _is_detour(flow, one, following(flow)):
            yield _told(flow, one)


def _told(flow: Flow, one: _RunOn) -> Breach:
    last, sibling, decision = (flow.steps[name] for name in (one.last, one.sibling, one.decision))
    message = last.title.put(
        zh="“{}”没写下一步，接着走到“{sibling}”，也就是“{decision}”的另一路：是这样吗？",
        en="“{}” has no next and runs on into “{sibling}”, the other way out of “{decision}”: is this meant?",
    )
    for name, title in (("sibling", sibling.title), ("decision", decision.title)):
        message = Text(
            zh=message.in_("zh").replace(f"{{{name}}}", title.in_("zh")),
            en=message.in_("en").replace(f"{{{name}}}", title.in_("en")),
        )
    return Breach(
        last.id,
        message,
        Text(
            zh=f"是的话写明 next: {one.sibling}；不是就写 next: 加上它真正的下一步",
            en=f"If so, write next: {one.sibling}; if not, next: and the step that comes after it",
        ),
        also=((decision.id, ("next", one.sibling)), (sibling.id, ())),
    )


def _all_run_on(chain: Chain) -> Iterator[tuple[Flow, _RunOn]]:
    for flow in chain.engagement.of(Flow):
        for one in _run_on(flow):
            if all(flow.steps[name].id in chain.elements for name in (one.decision, one.last, one.sibling)):
                yield flow, one


@per_element
def _run_on(flow: Flow) -> Iterator[_RunOn]:
    leads_to = following(flow)
    names = list(flow.steps)
    deciding = [name for name, node in flow.steps.items() if len(node.next or {}) > 1 and _decides(node.type)]
    for last, sibling in pairwise(names):
        node = flow.steps[last]
        if node.next is not None or node.type == "end" or _is_common(flow, sibling, leads_to):
            continue
        for decision in reversed(deciding):
            branches = flow.steps[decision].next or {}
            if sibling in branches and decision != last and _is_on_a_branch(flow, last, sibling, decision, leads_to):
                yield _RunOn(decision, last, sibling)
                break


def _decides(kind: str) -> bool:
    return kind not in {"parallel", "inclusive"}


def _is_common(flow: Flow, name: str, leads_to: Mapping[str, list[str]]) -> bool:
    """Whether a node is there for ways to come together: a gateway that decides nothing, or the only end."""
    node = flow.steps[name]
    if isinstance(node, Gateway):
        return len(leads_to.get(name, ())) < 2
    return node.type == "end" and len(of_type(flow, "end")) == 1


def _is_on_a_branch(flow: Flow, last: str, sibling: str, decision: str, leads_to: Mapping[str, list[str]]) -> bool:
    """Whether a node is come to only through the decision, by another of its branches."""
    apart = {name: to for name, to in leads_to.items() if name not in {decision, sibling}}
    others = [one for one in flow.steps[decision].next or {} if one != sibling]
    return last in reached(others, apart) and last not in reached(of_type(flow, "start"), apart)


def _is_detour(flow: Flow, one: _RunOn, leads_to: Mapping[str, list[str]]) -> bool:
    """Whether cases come to the sibling mostly without the branch: it is the likeliest, or others lead to it, too."""
    chances = {name: branch.chance for name, branch in (flow.steps[one.decision].next or {}).items()}
    own = chances.pop(one.sibling)
    if own is not None and all(chance is not None and chance < own for chance in chances.values()):
        return True
    return any(one.sibling in targets for name, targets in leads_to.items() if name not in {one.last, one.decision})
