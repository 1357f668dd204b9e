"""When a step is done, on a small model that is worked out by hand."""

import pytest

from sevenstep.checking.step_progress import Condition, Fulfilment, Passed, StepProgress, step_progress
from sevenstep.method import MOVES, STEPS
from sevenstep.model.links import backbone

MODEL = """
goals:
  G1: {title: Fast}
  G2: {title: Cheap}
indicators:
  hours: {title: Hours, measures: G1, unit: h, direction: decrease, baseline: 9 h, targets: {2027: 4 h}}
functions:
  clear: {title: Clear, drives: hours}
"""


@pytest.fixture
def progress(checked):
    return lambda model: {found.step.number: found for found in step_progress(checked(model))}


def by_condition(found):
    return {fulfilment.condition: fulfilment for fulfilment in found.fulfilments}


def test_the_backbone_is_the_chain_of_the_method():
    assert backbone() == ("goal", "indicator", "function", "path", "scenario", "item", "flow")


def test_what_passes_from_step_to_step(progress):
    found = progress(MODEL)
    assert found[1].takes == ()
    assert found[1].gives == (Passed("goal", 1, 2),)  # nothing measures G2
    assert found[2].takes == (Passed("goal", 1, 2),)
    assert found[2].gives == (Passed("indicator", 1, 1),)
    assert found[3].takes == (Passed("indicator", 1, 1),)
    assert found[3].gives == (Passed("function", 0, 1),)


def test_a_step_without_its_kind_is_not_begun(progress):
    found = progress(MODEL)[6]
    assert [(fulfilment.condition, fulfilment.met) for fulfilment in found.fulfilments] == [(Condition.THERE, 0)]
    assert not found.is_done


def test_what_is_missing_is_named(progress):
    found = by_condition(progress(MODEL)[1])
    assert [missing.element for missing in found[Condition.COVERED].missing] == ["G2"]
    assert (found[Condition.COVERED].met, found[Condition.COVERED].of) == (1, 2)
    lacks = {missing.element: [label.en for label in missing.what] for missing in found[Condition.FILLED].missing}
    assert "Horizon" in lacks["G1"]
    assert "G2" in {missing.element for missing in found[Condition.SOUND].missing}  # S802 warns


def test_an_accepted_gap_does_not_keep_a_step_open(progress):
    accepted = MODEL.replace("{title: Cheap}", "{title: Cheap, accepted: {S802: next phase}}")
    found = by_condition(progress(accepted)[1])[Condition.COVERED]
    assert found.is_met
    assert (found.met, found.deferred, found.of) == (1, 1, 2)
    assert progress(accepted)[1].deferred == 1


def test_approval_is_asked_for_where_anything_is_approved(progress):
    assert Condition.AGREED not in by_condition(progress(MODEL)[1])
    some = MODEL.replace("{title: Fast}", "{title: Fast, status: approved}")
    agreed = by_condition(progress(some)[1])[Condition.AGREED]
    assert [missing.element for missing in agreed.missing] == ["G2"]
    assert not by_condition(progress(some)[2])[Condition.AGREED].is_met


@pytest.mark.parametrize(("open_condition", "is_done"), [(Condition.FILLED, True), (Condition.SOUND, False)])
def test_a_field_that_may_stay_empty_does_not_keep_a_step_open(open_condition, is_done):
    found = tuple(Fulfilment(each, 1 if each is open_condition else 2, 2, ()) for each in Condition)
    assert StepProgress(STEPS[0], (), (), found).is_done is is_done


def test_the_moves_settle_every_step_once_in_order():
    assert [number for move in MOVES for number in move.steps] == [step.number for step in STEPS]
