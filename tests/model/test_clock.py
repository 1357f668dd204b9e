"""The time at which a model is looked at can be set, and is never guessed from a value that is no time."""

from datetime import UTC, date, datetime

import pytest

from sevenstep.failure import Failure
from sevenstep.model.clock import given_time, today


@pytest.mark.parametrize(("epoch", "day"), [("0", date(1970, 1, 1)), ("1700000000", date(2023, 11, 14))])
def test_the_day_can_be_set(monkeypatch, epoch, day):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert (given_time(), today()) == (int(epoch), day)


def test_without_it_the_day_is_that_of_the_machine(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    before = datetime.now(UTC).date()
    assert given_time() is None
    assert before <= today() <= datetime.now(UTC).date()


@pytest.mark.parametrize(
    "said", ["", "tomorrow", "9" * 11, "4294967296", "9" * 5000, "-1", "1e9", "１７", "1.5", "0x10"]
)
def test_a_value_that_is_no_time_is_refused_by_name(monkeypatch, said):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", said)
    with pytest.raises(Failure, match="SOURCE_DATE_EPOCH") as failed:
        today()
    assert "1970" in failed.value.remedy.en and len(str(failed.value)) < 500
