"""Of a stretch of time that runs backwards, the remedy is one that can be written."""

import pytest

from sevenstep.model.quantity import Duration, InvalidValue


def test_the_remedy_for_a_range_of_time_can_be_read():
    with pytest.raises(InvalidValue) as refused:
        Duration.parse("12y..4y")
    remedy = refused.value.remedy.en
    assert remedy.startswith("Write the lower first, as in ")
    assert Duration.parse(remedy.removeprefix("Write the lower first, as in ")).hours == (35064.0, 105192.0)
