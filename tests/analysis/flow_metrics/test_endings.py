"""Several ends: every figure against a game of tokens that plays all runs of a flow, each with its probability."""

import heapq
from collections import Counter
from dataclasses import dataclass
from itertools import product

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from sevenstep.analysis.flow_metrics import metrics, probability_of_steps
from sevenstep.analysis.results import FlowMetrics
from sevenstep.analysis.variants.changed import changed
from sevenstep.model.step7_flows import Change, Flow

EXACT = {"rel": 1e-9, "abs": 1e-9}


def flow(**steps: dict) -> Flow:
    known = {name: {"title": name, **said} for name, said in steps.items()}
    return Flow.model_validate({"id": "f", "title": "f", "variant": "as-is", "steps": known})


def analysed(one: Flow, cases: int = 300) -> FlowMetrics:
    found = metrics(one, cases, 1)
    assert isinstance(found, FlowMetrics), found.reason
    return found


# -- the game ----------------------------------------------------------------------------


@dataclass
class Run:
    """One way in which a case can go."""

    likely: float
    lead: float
    processing: float
    work: float
    cost: float
    passes: Counter
    handoffs: int


class TooMany(Exception):
    """More runs than are worth playing."""


class Chooser:
    """Takes the decisions of one run in their order; the first run takes the first way everywhere."""

    def __init__(self, decisions):
        self.decisions, self.place, self.likely = decisions, 0, 1.0

    def choose(self, ways):
        ways = [(likely, way) for likely, way in ways if likely > 0]
        if self.place == len(self.decisions):
            self.decisions.append([0, len(ways)])
        likely, way = ways[self.decisions[self.place][0]]
        self.place += 1
        self.likely *= likely
        return way


def runs(one: Flow, most: int = 3_000) -> list[Run]:
    decisions, found = [], []
    starts = [name for name, node in one.steps.items() if node.type == "start"]
    while True:
        if len(found) == most:
            raise TooMany
        chooser = Chooser(decisions)
        begun = chooser.choose([(1 / len(starts), start) for start in starts])
        found.append(played(one, begun, chooser))
        while decisions and decisions[-1][0] + 1 == decisions[-1][1]:
            decisions.pop()
        if not decisions:
            return found
        decisions[-1][0] += 1


def played(one: Flow, begun: str, chooser: Chooser) -> Run:
    """Tokens run, the earliest first; a parallel join waits for one on each arrow; the case is over with the last."""
    run = Run(0.0, -1.0, 0.0, 0.0, 0.0, Counter(), 0)
    coming = {name: sum(arrow.target == name for arrow in one.sequence_flows) for name in one.steps}
    leaving = {name: [arrow for arrow in one.sequence_flows if arrow.source == name] for name in one.steps}
    waiting: dict[str, list] = {}
    tokens = [(0.0, 0, begun, 0.0, ())]
    count = 1
    while tokens:
        time, _, name, busy, marks = heapq.heappop(tokens)
        node = one.steps[name]
        if node.type == "parallel" and coming[name] > 1:
            waiting.setdefault(name, []).append((time, busy, marks))
            if len(waiting[name]) < coming[name]:
                continue
            time, busy = max(waiting[name], key=lambda come: come[0])[:2]
            marks = tuple(mark for come in waiting.pop(name) for mark in come[2])
        run.passes[name] += 1
        lasting = node.time.mean_hours if getattr(node, "time", None) else 0.0
        wait = node.wait.mean_hours if getattr(node, "wait", None) else 0.0
        time, busy = time + lasting + wait, busy + lasting
        run.work += lasting
        if node.type == "activity":
            run.cost += node.cost.mean if node.cost else 0.0
            run.handoffs += sum(mark != node.actor for mark in marks)
            marks = (node.actor,)
        if node.type == "end":
            if time > run.lead:
                run.lead, run.processing = time, busy
            continue
        for arrow in taken(node, leaving[name], chooser):
            heapq.heappush(tokens, (time, count, arrow.target, busy, marks))
            count += 1
    assert not waiting
    run.likely = chooser.likely
    return run


def taken(node, arrows, chooser):
    chances = [arrow.branch.chance for arrow in arrows]
    if node.type == "parallel" or len(arrows) == 1:
        return arrows
    if node.type == "inclusive":
        ways = []
        for some in product([True, False], repeat=len(arrows)):
            if any(some):
                likely = 1.0
                for is_taken, chance in zip(some, chances, strict=True):
                    likely *= chance if is_taken else 1 - chance
                ways.append((likely, [arrow for arrow, is_taken in zip(arrows, some, strict=True) if is_taken]))
        whole = sum(likely for likely, _ in ways)
        return chooser.choose([(likely / whole, way) for likely, way in ways])
    return chooser.choose([(chance, [arrow]) for chance, arrow in zip(chances, arrows, strict=True)])


def mean(all_runs, what) -> float:
    return sum(run.likely * what(run) for run in all_runs)


def agrees(one: Flow) -> FlowMetrics:
    """Everything that the game tells of the flow is what the analysis says."""
    all_runs = runs(one)
    assert sum(run.likely for run in all_runs) == pytest.approx(1)
    found = analysed(one)
    for metric, what in (("cost", lambda run: run.cost), ("work", lambda run: run.work)):
        if metric in found.values:
            assert found.values[metric].method == "exact"
            assert found.values[metric].mean == pytest.approx(mean(all_runs, what), **EXACT)
    assert found.values["handoffs"].mean == pytest.approx(mean(all_runs, lambda run: run.handoffs), **EXACT)
    for name in one.steps:
        assert found.steps[name].visits == pytest.approx(mean(all_runs, lambda run: run.passes[name]), **EXACT)  # noqa: B023
    if "lead_time" in found.values:
        lead = found.values["lead_time"]
        expected = mean(all_runs, lambda run: run.lead)
        spread = mean(all_runs, lambda run: (run.lead - expected) ** 2) ** 0.5
        if lead.method == "exact":
            assert lead.mean == pytest.approx(expected, **EXACT)
            assert found.values["processing_time"].mean == pytest.approx(
                mean(all_runs, lambda run: run.processing), **EXACT
            )
        else:
            assert abs(lead.mean - expected) <= 6 * spread / 300**0.5 + 1e-9
        if lead.p50 is not None:
            assert min(run.lead for run in all_runs) - 1e-9 <= lead.p50 <= max(run.lead for run in all_runs) + 1e-9
    names = [name for name, node in one.steps.items() if node.type == "activity"][::2]
    likely = probability_of_steps(one, names, 300, 1)
    expected = mean(all_runs, lambda run: any(run.passes[name] for name in names))
    if likely.method == "exact":
        assert likely.mean == pytest.approx(expected, **EXACT)
    else:
        assert abs(likely.mean - expected) <= 6 * 0.5 / 300**0.5
    return found


# -- by hand -----------------------------------------------------------------------------

START, END = {"type": "start"}, {"type": "end"}


def work(hours: float, then: str | None = None, **more) -> dict:
    return {"time": f"{hours}h", "cost": f"{hours} CNY", **({"next": then} if then else {}), **more}


def test_a_case_is_over_when_the_last_of_its_ends_is_reached():
    one = flow(s=START, p={"type": "parallel", "next": ["a", "b"]}, a=work(1, "e2"), b=work(3), e=END, e2=END)
    found = agrees(one)
    assert found.values["lead_time"].method == "exact"
    assert (found.values["lead_time"].mean, found.values["work"].mean) == (3, 4)
    assert found.values["lead_time"].p90 == 3


def test_an_end_can_take_time():
    one = flow(
        s=START,
        p={"type": "parallel", "next": ["a", "b"]},
        a=work(1, "e2"),
        b=work(3),
        e=END,
        e2={"type": "end", "wait": "5h"},
    )
    assert agrees(one).values["lead_time"].mean == 6


def test_some_branches_meet_and_another_ends():
    one = flow(
        s=START,
        p={"type": "parallel", "next": ["a", "b", "c"]},
        a=work(1, "j"),
        b=work(2, "j"),
        c=work(9, "over"),
        j={"type": "parallel", "next": "d"},
        d=work(4),
        e=END,
        over=END,
    )
    found = agrees(one)
    assert found.values["lead_time"].method == "exact"
    assert found.values["lead_time"].mean == 9


def test_two_pairs_of_branches_meet_in_two_joins():
    one = flow(
        s=START,
        p={"type": "parallel", "next": ["a", "b", "c", "d"]},
        a=work(1, "j"),
        b=work(2, "j"),
        c=work(3, "k"),
        d=work(4, "k"),
        j={"type": "parallel", "next": "e"},
        k={"type": "parallel", "next": "over"},
        e=END,
        over=END,
    )
    assert agrees(one).values["lead_time"].mean == 4


def test_a_side_branch_out_of_a_branch_that_is_joined():
    one = flow(
        s=START,
        p={"type": "parallel", "next": ["a", "b"]},
        a=work(5, "j"),
        b=work(1),
        q={"type": "parallel", "next": ["tell", "c"]},
        tell=work(2, "told"),
        c=work(2, "j"),
        j={"type": "parallel", "next": "d"},
        d=work(4),
        e=END,
        told=END,
    )
    found = agrees(one)
    assert found.values["lead_time"].mean == pytest.approx(9)


def test_steps_behind_a_choice_that_are_reached_with_and_without_a_side_branch():
    one = flow(
        s=START,
        x={"type": "exclusive", "next": {"p": "30%", "main": "70%"}},
        p={"type": "parallel", "next": ["tell", "main"]},
        tell=work(1, "told"),
        main=work(2),
        y={"type": "exclusive", "next": {"e": "50%", "more": "50%"}},
        more=work(6),
        e=END,
        told=END,
    )
    found = agrees(one)
    assert found.values["lead_time"].method == "exact"
    assert found.values["lead_time"].mean == pytest.approx(2 + 3)
    assert found.steps["tell"].visits == pytest.approx(0.3)


def test_inclusive_branches_that_end():
    one = flow(
        s=START,
        p={"type": "inclusive", "next": {"a": "60%", "b": "50%"}},
        a=work(1, "e"),
        b=work(3, "e2"),
        e=END,
        e2=END,
    )
    found = agrees(one)
    assert found.values["cost"].mean == pytest.approx((0.6 * 1 + 0.5 * 3) / 0.8)


def test_a_branch_that_loops_beside_one_that_ends():
    one = flow(
        s=START,
        p={"type": "parallel", "next": ["a", "b"]},
        a=work(1, "over"),
        b=work(3),
        q={"type": "exclusive", "next": {"e": "80%", "b": "20%"}},
        e=END,
        over=END,
    )
    found = analysed(one)
    assert found.values["lead_time"].method == "exact"
    assert found.values["lead_time"].mean == pytest.approx(3 / 0.8)
    assert found.values["work"].mean == pytest.approx(1 + 3 / 0.8)
    assert found.values["rework_probability"].mean == pytest.approx(0.2)


def test_several_starts_with_several_ends():
    one = flow(
        s={"type": "start", "next": "p"},
        t={"type": "start", "next": "b"},
        p={"type": "parallel", "next": ["a", "b"]},
        a=work(5, "over"),
        b=work(3),
        e=END,
        over=END,
    )
    found = agrees(one)
    assert found.values["lead_time"].mean == pytest.approx((5 + 3) / 2)


def test_what_is_typed_again_in_a_branch_that_ends_is_counted():
    typed = {"mode": "manual", "writes": ["order"]}
    one = flow(
        s=START,
        p={"type": "parallel", "next": ["a", "b"]},
        a=work(1, "over", system="x", **typed),
        b=work(3, system="y", **typed),
        e=END,
        over=END,
    )
    assert analysed(one).values["reentries"].mean == pytest.approx(1)


def test_a_measure_can_drop_what_one_of_the_branches_does():
    one = flow(s=START, p={"type": "parallel", "next": ["a", "b"]}, a=work(1, "e2"), b=work(3), e=END, e2=END)
    without = changed(one, {"f/b": Change.model_validate({"drop": True})})
    found = analysed(without)
    assert found.values["lead_time"].method == "exact"
    assert (found.values["lead_time"].mean, found.values["work"].mean) == (1, 1)


def test_fifty_side_branches_in_a_row_are_exact_and_a_row_of_maybes_is_simulated():
    steps = {"s": START}
    for n in range(50):
        steps |= {f"p{n}": {"type": "parallel", "next": [f"t{n}", f"w{n}"]}, f"w{n}": work(2, f"p{n + 1}")}
        steps |= {f"t{n}": work(1, f"e{n}"), f"e{n}": END}
    found = analysed(flow(**steps, p50=END))
    assert (found.values["lead_time"].method, found.values["lead_time"].mean) == ("exact", 100)
    assert found.values["work"].mean == 150
    steps = {"s": START}
    for n in range(12):
        steps |= {f"x{n}": {"type": "exclusive", "next": {f"p{n}": "50%", f"w{n}": "50%"}}}
        steps |= {f"p{n}": {"type": "parallel", "next": [f"t{n}", f"w{n}"]}, f"w{n}": work(2, f"x{n + 1}")}
        steps |= {f"t{n}": work(1, f"e{n}"), f"e{n}": END}
    found = analysed(flow(**steps, x12=END))
    assert (found.values["lead_time"].method, found.values["lead_time"].mean) == ("simulated", 24)
    assert (found.values["work"].method, found.values["work"].mean) == ("exact", pytest.approx(30))


def test_branches_that_meet_in_any_order_can_be_simulated():
    """A loop that is entered in its middle stands beside a branch that waits for it."""
    one = flow(
        s=START,
        p={"type": "parallel", "next": ["x", "w"]},
        x={"type": "exclusive", "next": {"v": "50%", "u": "50%"}},
        u=work(1, "v"),
        v=work(2),
        y={"type": "exclusive", "next": {"u": "50%", "j": "50%"}},
        w=work(3, "j"),
        j={"type": "parallel", "next": "k"},
        k={"type": "parallel", "next": ["a", "b", "c"]},
        a=work(1, "m"),
        b={"type": "parallel", "next": ["m", "n"]},
        c=work(4, "n"),
        m={"type": "parallel", "next": "o"},
        n={"type": "parallel", "next": "o"},
        o={"type": "parallel", "next": "e"},
        e=END,
    )
    found = analysed(one, 20_000)
    # before j the longer of 3 h and 2 h or 3 h, and 3 h more a round with a chance of 1/2; behind it 4 h
    rounds = sum(0.5**n * (0.5 * max(3, 2 + 3 * n) + 0.5 * max(3, 3 + 3 * n)) / 2 for n in range(60))
    value = found.values["lead_time"]
    assert value.low < rounds + 4 < value.high
    assert found.values["work"].mean == pytest.approx(0.5 * 1 + 2 + 3 + 3 + 1 + 4)


# -- random flows ------------------------------------------------------------------------

ACTORS = st.sampled_from(["x", "y", "z"])
CHANCE = st.sampled_from([0.1, 0.25, 0.5, 0.75, 1.0])
BLOCK = st.recursive(
    st.tuples(st.just("work"), st.integers(0, 9), ACTORS),
    lambda inner: st.one_of(
        st.tuples(st.just("seq"), inner, inner),
        st.tuples(st.just("both"), inner, inner),
        st.tuples(st.just("either"), CHANCE, inner, inner),
    ),
    max_leaves=3,
)
TAIL = st.recursive(
    st.tuples(st.just("then"), BLOCK, st.just(("end",))),
    lambda inner: st.one_of(
        st.tuples(st.just("then"), BLOCK, inner),
        st.tuples(st.just("either"), CHANCE, inner, inner),
        st.tuples(st.just("fork"), inner, inner),
        st.tuples(st.just("some"), CHANCE, CHANCE, inner, inner),
        st.tuples(st.just("group"), BLOCK, BLOCK, inner, inner),
        st.tuples(st.just("maybe"), CHANCE, inner, inner),
        st.tuples(st.just("aside"), BLOCK, BLOCK, inner, BLOCK, inner),
    ),
    max_leaves=5,
)


def percent(chance: float) -> str:
    return f"{chance * 100:g}%"


class Writer:
    """Writes a tree as the steps of a flow."""

    def __init__(self):
        self.steps = {}

    def name(self, **said) -> str:
        name = f"n{len(self.steps)}"
        self.steps[name] = {**said}
        return name

    def gate(self, kind, ways) -> str:
        return self.name(type=kind, next=ways)

    def block(self, one, then: str) -> str:
        match one:
            case ("work", hours, actor):
                return self.name(time=f"{hours}h", cost=f"{hours} CNY", actor=actor, next=then)
            case ("seq", first, second):
                return self.block(first, self.block(second, then))
            case ("both", first, second):
                join = self.gate("parallel", then)
                return self.gate("parallel", [self.block(first, join), self.block(second, join)])
            case ("either", likely, first, second):
                merge = self.gate("exclusive", then)
                return self.either(likely, self.block(first, merge), self.block(second, merge))
        raise AssertionError(one)

    def either(self, likely, first, second) -> str:
        return self.gate("exclusive", {first: percent(likely), second: percent(1 - likely)})

    def tail(self, one) -> str:
        match one:
            case ("end",):
                return self.name(type="end")
            case ("then", block, rest):
                return self.block(block, self.tail(rest))
            case ("either", likely, first, second):
                return self.either(likely, self.tail(first), self.tail(second))
            case ("fork", first, second):
                return self.gate("parallel", [self.tail(first), self.tail(second)])
            case ("some", likely, other, first, second):
                return self.gate("inclusive", {self.tail(first): percent(likely), self.tail(second): percent(other)})
            case ("group", first, second, rest, apart):
                join = self.gate("parallel", self.tail(rest))
                return self.gate("parallel", [self.block(first, join), self.tail(apart), self.block(second, join)])
            case ("maybe", likely, side, rest):
                main = self.gate("exclusive", self.tail(rest))
                return self.either(likely, self.gate("parallel", [self.tail(side), main]), main)
            case ("aside", first, second, side, third, rest):
                join = self.gate("parallel", self.tail(rest))
                fork = self.gate("parallel", [self.tail(side), self.block(third, join)])
                return self.gate("parallel", [self.block(first, join), self.block(second, fork)])
        raise AssertionError(one)


def written(tree) -> Flow:
    writer = Writer()
    begin = writer.tail(tree)
    return flow(begin={"type": "start", "next": begin}, **writer.steps)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(TAIL)
def test_random_flows_with_several_ends_agree_with_the_game(tree):
    try:
        agrees(written(tree))
    except TooMany:
        assume(False)
