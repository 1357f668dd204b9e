"""What is followed exactly agrees with simulated cases, on random flows of nested blocks."""

import importlib.util
from pathlib import Path

import numpy
from hypothesis import given, settings
from hypothesis import strategies as st

from sevenstep.analysis.flow_metrics.blocks import blocks
from sevenstep.analysis.flow_metrics.flow_model import flow_model_of
from sevenstep.analysis.flow_metrics.tracks import Track, follow
from sevenstep.analysis.simulation.cases import Asked, simulate

_spec = importlib.util.spec_from_file_location("trees", Path(__file__).with_name("trees.py"))
trees = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(trees)

CASES = 4_000
# set the first bit; the second where the first is not set; the third where both of the others are
ACTS = (
    (1, 1, 3, 3, 5, 5, 7, 7),
    (2, 1, 2, 3, 6, 5, 6, 7),
    (0, 1, 2, 7, 4, 5, 6, 7),
)


@settings(max_examples=40, deadline=None)
@given(trees.blocks(("sequence", "choice", "loop", "parallel")), st.lists(st.integers(0, 5), min_size=12, max_size=12))
def test_exact_and_simulated_states_agree(block, kinds):
    one, _ = trees.flow_of(block)
    model = flow_model_of(one)
    leaves = [number for number, _ in model.activities()]
    acts = {number: ACTS[kind] for number, kind in zip(leaves, kinds, strict=False) if kind < len(ACTS)}
    track = Track(8, acts)
    exact = follow(model, blocks(model), track)
    cases = simulate(model, CASES, 3, (), Asked(tracks=[track]))
    ends = numpy.bincount(cases.states[0].astype(int), minlength=8) / CASES
    assert abs(sum(exact.ends.values()) - 1) < 1e-9
    for state in range(8):
        assert abs(exact.ends.get(state, 0.0) - ends[state]) <= 6 * 0.5 / CASES**0.5


def test_states_in_an_inclusive_block_by_hand():
    """Branches of 50 % and 20 %, at least one: the first alone 0.4 / 0.6, the second alone and both 0.1 / 0.6."""
    flows = importlib.util.spec_from_file_location("small_flows", Path(__file__).with_name("flows.py"))
    small = importlib.util.module_from_spec(flows)
    flows.loader.exec_module(small)
    one = small.flow(
        s={"type": "inclusive", "next": {"a": {"chance": "50%"}, "b": {"chance": "20%"}}},
        a={"next": "j"},
        b={"next": "j"},
        j={"type": "inclusive"},
    )
    model = flow_model_of(one)
    names = [node.name for node in model.nodes]
    track = Track(4, {names.index("a"): (1, 1, 3, 3), names.index("b"): (2, 3, 2, 3)})
    ends = follow(model, blocks(model), track).ends
    assert {state: round(share, 12) for state, share in ends.items() if share} == {
        1: round(0.4 / 0.6, 12),
        2: round(0.1 / 0.6, 12),
        3: round(0.1 / 0.6, 12),
    }
