"""Loading leaves the process of its caller as it was."""

import gc

import pytest

from sevenstep.chain.graph import Chain
from sevenstep.checking.load import load_and_check
from sevenstep.failure import Failure

GOALS = "goals:\n  G: {title: Faster}\n"


def chains() -> int:
    gc.collect()
    return sum(isinstance(found, Chain) for found in gc.get_objects())


@pytest.mark.parametrize("is_on", [True, False])
def test_the_collector_is_left_as_it_was(engagement, tmp_path, is_on):
    frozen = gc.get_freeze_count()
    (gc.enable if is_on else gc.disable)()
    try:
        load_and_check(engagement(GOALS))
        with pytest.raises(Failure):
            load_and_check(tmp_path / "nothing")
        assert (gc.isenabled(), gc.get_freeze_count()) == (is_on, frozen)
    finally:
        gc.enable()


def test_a_model_that_nobody_uses_any_more_is_forgotten(engagement):
    folder = engagement(GOALS)
    checked = load_and_check(folder)
    before = chains()
    for _ in range(5):
        checked = load_and_check(folder, previous=checked)
        load_and_check(folder)
    assert chains() <= before
