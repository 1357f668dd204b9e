"""Soundness: textbook cases, and every answer against a plain token game that contracts nothing."""

from collections import Counter
from itertools import combinations

import networkx
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sevenstep.chain.soundness.net import Net
from sevenstep.chain.soundness.reduction import is_settled, reduced
from sevenstep.chain.soundness.verdict import MOST_MARKINGS, Soundness, _Runs, soundness
from sevenstep.model.step7_flows import Flow

GATEWAYS = ("exclusive", "parallel", "inclusive")


def flow(**steps: dict) -> Flow:
    named = {name: {"title": name, **fields} for name, fields in steps.items()}
    return Flow.model_validate({"id": "F", "title": "F", "variant": "as-is", "steps": named})


def to(*names: str, **fields) -> dict:
    return {"next": dict.fromkeys(names), **fields}


def gate(kind: str, *names: str) -> dict:
    return to(*names, type=kind)


START, END = {"type": "start"}, {"type": "end"}


def pair(split: str, join: str) -> Flow:
    return flow(begin=START, split=gate(split, "a", "b"), a=to("join"), b=to("join"), join=gate(join, "done"), done=END)


def verdict(flow: Flow) -> Soundness:
    found = soundness(flow)
    assert found is not None
    return found


# -- textbook cases ------------------------------------------------------------------


@pytest.mark.parametrize("kind", GATEWAYS)
def test_a_split_and_a_join_of_one_type_are_sound(kind: str):
    assert verdict(pair(kind, kind)).holds


@pytest.mark.parametrize("split", ["exclusive", "inclusive"])
def test_a_parallel_join_waits_for_a_way_that_was_not_taken(split: str):
    found = verdict(pair(split, "parallel"))
    assert [(blamed.node, blamed.arrived, blamed.missing) for blamed in found.stuck] == [("join", ("a",), ("b",))]
    assert not found.twice


@pytest.mark.parametrize("split", ["parallel", "inclusive"])
def test_an_exclusive_join_runs_once_for_each_parallel_way(split: str):
    found = verdict(pair(split, "exclusive"))
    assert [(blamed.node, blamed.meeting) for blamed in found.twice] == [("join", ("a", "b"))]
    assert not found.stuck


@pytest.mark.parametrize("split", ["exclusive", "parallel"])
def test_an_inclusive_join_takes_what_comes(split: str):
    assert verdict(pair(split, "inclusive")).holds


def test_an_activity_that_parallel_ways_meet_in_runs_twice_and_nothing_behind_it_is_blamed():
    found = verdict(
        flow(
            begin=START,
            split=gate("parallel", "a", "b"),
            a=to("meet"),
            b=to("meet"),
            meet={},
            ask=gate("exclusive", "c", "d"),
            c=to("again"),
            d=to("again"),
            again={},
            done=END,
        )
    )
    assert [blamed.node for blamed in found.twice] == ["meet"]


def test_parallel_ways_that_meet_in_one_end_end_twice():
    found = verdict(flow(begin=START, split=gate("parallel", "a", "b"), a=to("done"), b=to("done"), done=END))
    assert [(blamed.node, blamed.meeting) for blamed in found.twice] == [("done", ("a", "b"))]


def test_parallel_ways_may_each_have_an_end():
    assert verdict(flow(begin=START, split=gate("parallel", "a", "b"), a=to("x"), b=to("y"), x=END, y=END)).holds


def test_a_loop_back_out_of_a_parallel_way_starts_the_others_again():
    found = verdict(
        flow(
            begin=START,
            again=gate("exclusive", "split"),
            split=gate("parallel", "a", "b"),
            a={},
            good=gate("exclusive", "join", "again"),
            b=to("join"),
            join=gate("parallel", "done"),
            done=END,
        )
    )
    assert [(blamed.node, blamed.meeting) for blamed in found.twice] == [("b", ())]


def test_a_loop_within_a_parallel_way_is_sound():
    assert verdict(
        flow(
            begin=START,
            split=gate("parallel", "a", "b"),
            a={},
            good=gate("exclusive", "join", "a"),
            b=to("join"),
            join=gate("parallel", "done"),
            done=END,
        )
    ).holds


def test_a_loop_around_parallel_ways_is_sound_where_it_comes_back_before_the_split():
    around = {
        "a": to("join"),
        "b": to("join"),
        "join": gate("parallel", "good"),
        "done": END,
    }
    split = {"split": gate("parallel", "a", "b")}
    before = {"top": gate("exclusive", "split"), "good": gate("exclusive", "done", "top")}
    assert verdict(flow(begin=START, **before, **split, **around)).holds
    into = verdict(flow(begin=START, **split, **around, good=gate("exclusive", "done", "split")))
    assert [(blamed.node, blamed.arrived, blamed.missing) for blamed in into.stuck] == [
        ("split", ("begin",), ("good",))
    ]


def test_only_the_innermost_of_two_joins_that_wait_is_blamed():
    found = verdict(
        flow(
            begin=START,
            outer=gate("parallel", "ask", "c"),
            ask=gate("exclusive", "a", "b"),
            a=to("inner"),
            b=to("inner"),
            inner=gate("parallel", "join"),
            c=to("join"),
            join=gate("parallel", "done"),
            done=END,
        )
    )
    assert [blamed.node for blamed in found.stuck] == ["inner"]


def test_an_inclusive_join_inside_a_parallel_way_inside_a_loop_does_not_wait_for_the_next_round():
    assert verdict(
        flow(
            begin=START,
            top=gate("exclusive", "split"),
            split=gate("parallel", "some", "c"),
            some=gate("inclusive", "a", "b"),
            a=to("some-join"),
            b=to("some-join"),
            **{"some-join": gate("inclusive", "join")},
            c=to("join"),
            join=gate("parallel", "good"),
            good=gate("exclusive", "done", "top"),
            done=END,
        )
    ).holds


def test_each_start_is_a_case_of_its_own():
    found = verdict(
        flow(
            asked={"type": "start", "next": "join"},
            paid={"type": "start", "next": "join"},
            join=gate("parallel", "done"),
            done=END,
        )
    )
    assert [blamed.node for blamed in found.stuck] == ["join"]


def test_a_way_with_a_chance_of_nought_is_never_taken():
    never = {"type": "exclusive", "next": {"a": "100%", "b": "0%"}}
    assert verdict(flow(begin=START, ask=never, a=to("done"), b={}, c={}, done=END)).dead == ("b", "c")


def test_what_comes_after_an_end_never_happens():
    assert verdict(flow(begin=START, over={"type": "end", "next": "file"}, file={}, filed=END)).dead == (
        "file",
        "filed",
    )


def test_a_flow_that_is_not_connected_has_no_answer():
    assert soundness(flow(begin=START, a=to("nowhere"), done=END)) is None
    assert soundness(flow(a={}, done=END)) is None


def wide(count: int) -> dict:
    """Many parallel branches, each with a loop: more runs than can be looked at."""
    steps = {"split": gate("parallel", *(f"a{n}" for n in range(count)))}
    for n in range(count):
        steps |= {f"a{n}": {}, f"q{n}": gate("exclusive", f"b{n}", f"a{n}"), f"b{n}": to("join")}
    return steps


def test_a_flow_of_blocks_is_judged_by_its_structure_however_many_runs_it_has():
    assert 2**12 < MOST_MARKINGS < 3**12
    found = verdict(flow(begin=START, **wide(12), join=gate("parallel", "done"), done=END))
    assert found.holds


def test_what_is_wrong_behind_very_many_runs_is_found_with_its_names():
    found = verdict(
        flow(
            begin=START,
            **wide(14),
            join=gate("parallel", "ask"),
            ask=gate("exclusive", "p", "q"),
            p=to("both"),
            q=to("both"),
            both=gate("parallel", "done"),
            done=END,
        )
    )
    assert found.complete
    assert [(blamed.node, blamed.arrived, blamed.missing) for blamed in found.stuck] == [("both", ("p",), ("q",))]


def test_what_is_wrong_within_one_of_very_many_branches_is_found_with_its_names():
    steps = wide(14)
    steps["q3"] = gate("parallel", "b3", "c3")
    steps |= {"b3": to("m3"), "c3": to("m3"), "m3": to("join")}
    found = verdict(flow(begin=START, **steps, join=gate("parallel", "done"), done=END))
    assert [(blamed.node, blamed.meeting) for blamed in found.twice] == [("m3", ("b3", "c3"))]


def mesh(count: int) -> dict:
    """Parallel branches each of which waits for something of the branch beside it: no blocks, and ever so many runs."""
    steps = {"split": gate("parallel", *(f"a{n}" for n in range(count)))}
    for n in range(count):
        steps |= {
            f"a{n}": to(f"i{n}"),
            f"i{n}": gate("inclusive", f"x{n}", f"y{n}"),
            f"x{n}": to(f"j{n}"),
            f"y{n}": to(f"j{(n + 1) % count}"),
            f"j{n}": gate("inclusive", "join"),
        }
    return steps


def test_what_can_neither_be_reduced_nor_looked_at_is_not_judged():
    found = verdict(flow(begin=START, **mesh(9), join=gate("parallel", "done"), done=END))
    assert not found.complete
    assert not found.holds


def test_two_thousand_steps_are_judged_at_once():
    steps = {}
    for n in range(250):
        last = n == 249
        steps |= {
            f"s{n}": gate("parallel", f"a{n}", f"b{n}"),
            f"a{n}": {},
            f"c{n}": gate("exclusive", f"j{n}", f"a{n}"),
            f"b{n}": gate("exclusive", f"d{n}", f"e{n}"),
            f"d{n}": to(f"m{n}"),
            f"e{n}": to(f"m{n}"),
            f"m{n}": gate("exclusive", f"j{n}"),
            f"j{n}": gate("parallel", "done" if last else f"s{n + 1}"),
        }
    assert verdict(flow(begin=START, **steps, done=END)).holds


# -- every answer against a plain token game -----------------------------------------


class Plain:
    """The token game as it is told: multisets of tokens on single edges, nothing drawn together."""

    def __init__(self, flow: Flow):
        self.flow = flow
        self.into = {name: [] for name in flow.steps}
        self.out = {name: [] for name in flow.steps}
        self.graph = networkx.DiGraph()
        self.graph.add_nodes_from(flow.steps)
        for arrow in flow.sequence_flows:
            edge = (arrow.source, arrow.target)
            self.into[arrow.target].append(edge)
            self.out[arrow.source].append(edge)
            self.graph.add_edge(*edge)
        self.unsafe = self.deadlock = False
        self.happened = {name for name, node in flow.steps.items() if node.type == "start"}
        self.after = {}
        self.reach = {}
        self.explore()

    def explore(self):
        waiting = [frozenset(Counter([edge]).items()) for name in self.happened for edge in self.out[name]]
        while waiting:
            marking = waiting.pop()
            if marking in self.after:
                continue
            assume(len(self.after) < 3_000)
            tokens = Counter(dict(marking))
            followers = []
            self.after[marking] = followers
            if max(tokens.values()) > 1:
                self.unsafe = True
                continue
            for name in self.flow.steps:
                for taken, put in self.firings(name, tokens):
                    self.happened.add(name)
                    following = tokens - Counter(taken) + Counter(put)
                    followers.append(frozenset(following.items()))
            if not followers and any(isinstance(place, tuple) for place in tokens):
                self.deadlock = True
            waiting.extend(followers)

    def firings(self, name, tokens):
        kind = self.flow.steps[name].type
        marked = [edge for edge in self.into[name] if tokens[edge]]
        if kind == "end":
            yield from (([edge], [name]) for edge in marked)
        elif kind == "parallel":
            if marked and len(marked) == len(self.into[name]):
                yield marked, self.out[name]
        elif kind == "inclusive":
            if marked and not self.more_can_come(name, tokens, marked):
                for size in range(1, len(self.out[name]) + 1):
                    yield from ((marked, list(some)) for some in combinations(self.out[name], size))
        else:
            yield from (([edge], [way]) for edge in marked for way in self.out[name])

    def more_can_come(self, name, tokens, marked):
        if name not in self.reach:
            rest = self.graph.subgraph(set(self.graph) - {name})
            self.reach[name] = {node: {node} | networkx.descendants(rest, node) for node in rest}
        reach = self.reach[name]
        empty = [edge for edge in self.into[name] if edge not in marked]

        def leads(edge, targets):
            return any(target[0] in reach.get(edge[1], ()) for target in targets)

        return any(
            isinstance(place, tuple) and place not in marked and leads(place, empty) and not leads(place, marked)
            for place in tokens
        )

    def can_always_end(self):
        backwards = {}
        ended = []
        for marking, followers in self.after.items():
            for earlier in followers:
                backwards.setdefault(earlier, []).append(marking)
            if not any(isinstance(place, tuple) for place, _ in marking):
                ended.append(marking)
        found = set(ended)
        while ended:
            for earlier in backwards.get(ended.pop(), ()):
                if earlier not in found:
                    found.add(earlier)
                    ended.append(earlier)
        return len(found) == len(self.after)


def agree(flow: Flow):
    found, plain = verdict(flow), Plain(flow)
    assume(found.complete)
    assert bool(found.twice) == plain.unsafe
    if not plain.unsafe:
        assert bool(found.stuck) == plain.deadlock
    if not plain.unsafe and not plain.deadlock:
        assert set(found.dead) == set(flow.steps) - plain.happened
        assert plain.can_always_end()
    assert found.holds == (not plain.unsafe and plain.can_always_end() and plain.happened == set(flow.steps))
    assert len({blamed.node for blamed in found.stuck}) == len(found.stuck)
    for joins in (True, False):
        agrees_reduced(reduced(Net.of(flow), joins=joins), plain)
    return found


def agrees_reduced(net: Net, plain: Plain):
    """What is left of a flow is sound where the flow is, and unsound where it is not."""
    if is_settled(net):
        assert not plain.unsafe
        assert plain.can_always_end()
        return
    runs = _Runs(net)
    assert runs.explore()
    assert bool(runs.twice) == plain.unsafe
    if not plain.unsafe:
        assert bool(runs.stuck) == plain.deadlock


BLOCKS = st.recursive(
    st.just("task"),
    lambda inner: st.tuples(st.sampled_from(["seq", "loop", *GATEWAYS]), inner, inner),
    max_leaves=5,
)


def written(block) -> dict:
    """A flow of nested blocks: every split has its join, every loop one way in and one way out."""
    steps = {"begin": START}
    count = 0

    def add(block, then: str) -> str:
        """Put the block before `then`; returns its first node."""
        nonlocal count
        count += 1
        name = f"n{count}"
        if block == "task":
            steps[name] = to(then)
            return name
        kind, first, second = block
        if kind == "seq":
            return add(first, add(second, then))
        join = f"{name}-join"
        if kind == "loop":
            steps[name] = {}
            steps[join] = gate("exclusive", then, add(second, name))
            steps[name] = gate("exclusive", add(first, join))
        else:
            steps[name] = gate(kind, add(first, join), add(second, join))
            steps[join] = gate(kind, then)
        return name

    steps["begin"] = {"type": "start", "next": add(block, "done")}
    steps["done"] = END
    return steps


TAILS = st.recursive(
    st.tuples(st.just("end"), BLOCKS),
    lambda inner: st.tuples(st.sampled_from(GATEWAYS), BLOCKS, inner, inner),
    max_leaves=3,
)


def written_to_ends(tail) -> dict:
    """Blocks, and splits whose branches have ends of their own."""
    steps = {}

    def add(tail) -> str:
        kind, block, *inner = tail
        name = f"t{len(steps)}"
        steps[name] = END
        if kind != "end":
            steps[name] = gate(kind, *map(add, inner))
        own = written(block)
        first = own.pop("begin")["next"]
        del own["done"]
        for key, node in own.items():
            onward = {f"{name}-{to}" if to != "done" else name: None for to in _targets(node)}
            steps[f"{name}-{key}"] = {**node, "next": onward}
        return f"{name}-{first}"

    begin = add(tail)
    return {"begin": {"type": "start", "next": begin}, **steps}


@settings(max_examples=150, deadline=None)
@given(BLOCKS)
def test_nested_blocks_are_sound(block):
    assert agree(flow(**written(block))).holds


@settings(max_examples=300, deadline=None)
@given(BLOCKS, st.data())
def test_nested_blocks_with_one_gateway_of_another_type_agree_with_the_plain_game(block, data):
    steps = written(block)
    gateways = [name for name, node in steps.items() if node.get("type") in GATEWAYS]
    assume(gateways)
    changed = data.draw(st.sampled_from(gateways))
    agree(flow(**{**steps, changed: {**steps[changed], "type": data.draw(st.sampled_from(GATEWAYS))}}))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(["activity", *GATEWAYS]), min_size=2, max_size=7), st.data())
def test_arbitrary_small_flows_agree_with_the_plain_game(kinds, data):
    names = [f"n{n}" for n in range(len(kinds))]
    steps = {"begin": {"type": "start", "next": "n0"}}
    for position, (name, kind) in enumerate(zip(names, kinds, strict=True)):
        along = [*names[position + 1 : position + 2], "done"][:1]
        more = data.draw(st.lists(st.sampled_from([*names, "done", "over"]), max_size=2, unique=True))
        steps[name] = to(*dict.fromkeys([*along, *more]), type=kind)
    agree(flow(**steps, done=END, **({"over": END} if "over" in str(steps) else {})))


@settings(max_examples=300, deadline=None)
@given(TAILS, st.data())
def test_flows_with_many_ends_and_one_gateway_of_another_type_agree_with_the_plain_game(tail, data):
    steps = written_to_ends(tail)
    gateways = [name for name, node in steps.items() if node.get("type") in GATEWAYS]
    if gateways and data.draw(st.booleans()):
        changed = data.draw(st.sampled_from(gateways))
        steps[changed] = {**steps[changed], "type": data.draw(st.sampled_from(GATEWAYS))}
    if data.draw(st.booleans()):
        changed = data.draw(st.sampled_from(sorted(steps)))
        if steps[changed].get("type") != "end":
            more = data.draw(st.sampled_from(sorted(set(steps) - {"begin"})))
            steps[changed] = {**steps[changed], "next": {**dict.fromkeys(_targets(steps[changed])), more: None}}
    random = flow(**steps)
    assume(soundness(random) is not None)
    agree(random)


def _targets(node: dict) -> list:
    said = node.get("next", ())
    return [said] if isinstance(said, str) else list(said)
