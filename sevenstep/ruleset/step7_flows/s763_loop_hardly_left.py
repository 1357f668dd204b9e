import math
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from sevenstep.chain.flow_graph import first_after, following, loops
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.memory import per_element
from sevenstep.model.choices import GatewayType
from sevenstep.model.step7_flows import Branch, Flow
from sevenstep.ruleset.rule import Violation, rule

_SELDOM: Final = 0.01
"""The chance to leave a loop, up to which it is asked whether that is meant: a hundred rounds."""


@rule(
    "S763",
    "loop-hardly-left",
    Severity.WARNING,
    title=Text(zh="循环的出口不会几乎不走", en="A loop is not gone round hundreds of times"),
    reason=Text(
        zh="出口概率小，一票业务要在循环里转上百圈，时长和费用跟着翻上百倍；多半是小数点写错了，或两路写反了。",
        en="If the way out of a loop is hardly ever taken, a case goes round hundreds of times, and so do its time and "
        "cost. Often a decimal point is in the wrong place, or two chances are exchanged.",
    ),
)
def loop_hardly_left(chain: Chain) -> Iterator[Violation]:
    for flow in chain.engagement.of(Flow):
        for name, chance in dict(_hardly_left(flow)).items():
            node = flow.steps[name]
            if node.id not in chain.elements:
                continue
            share, rounds = f"{Decimal(f'{chance * 100:.2g}'):f}%", _rounds(1 / chance)
            yield Violation(
                node.id,
                node.title.inserted_into(
                    zh=f"“{{}}”处走出循环的概率只有 {share}：平均每件要转约 {rounds} 圈，是这样吗？",
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
        if node.type not in {GatewayType.PARALLEL, GatewayType.INCLUSIVE} and (chances := _chances(node.next or {}))
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
