"""How far the model is, in one sentence that never calls complete what is deferred or open."""

import pytest

from sevenstep import pipeline
from sevenstep.chain.coverage import coverage, standings
from sevenstep.checking.model_state import ModelState, model_state
from sevenstep.model.kind import Where


def said(language="en", **counts):
    none = dict.fromkeys(("errors", "warnings", "gaps", "deferred", "assumed", "questions"), 0)
    return ModelState(**(none | counts)).headline.for_language(language)


def test_what_is_open_stands_behind_the_verdict():
    assert said() == "The chain from goals to data holds"
    everything = said("zh", deferred=57, assumed=128, questions=98)
    assert everything == "目标到数据的链已贯通；57 处经同意暂缓，128 个要素的数值是假设，98 项待确认"
    assert said(deferred=1, questions=2).endswith("holds; 1 deferred with a reason, 2 to be confirmed")


def test_a_chain_with_gaps_or_errors_does_not_hold():
    assert said(gaps=1).startswith("The chain does not hold yet: 1 element ")
    assert said(gaps=3, errors=2).startswith("The model has 2 errors")
    assert not ModelState(0, 0, 1, 0, 0, 0).holds


@pytest.mark.parametrize("name", ["western-corridor", "compute-network", "regional-competitiveness"])
def test_the_totals_are_those_of_the_model(name):
    checked = pipeline.check(f"models/{name}")
    state = model_state(checked)
    assert (state.deferred, state.questions) == (len(checked.accepted), len(checked.questions))
    counted = [
        standing
        for key, standing in standings(checked.chain).items()
        if checked.chain.elements[key].KIND.is_shown(Where.COUNT)
    ]
    steps = coverage(checked.chain)
    assert sum(step.worked_out for step in steps) == sum(bool(standing.covered) for standing in counted)
    assert sum(step.deferred for step in steps) == sum(standing.accepted is not None for standing in counted)
    assert sum(step.to_cover for step in steps) == sum(standing.covered is not None for standing in counted)
    assert sum(step.open for step in steps) == 0 and state.holds
