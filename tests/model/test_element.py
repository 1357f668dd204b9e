"""The parts that all elements share."""

import pytest
from pydantic import ValidationError

from sevenstep.language import Text
from sevenstep.model.source import Source


def test_an_assumption_gives_its_reason_in_both_languages():
    found = Source.model_validate({"zh": "假设：尚未测时", "en": "assumption: no time study yet"})
    assert found.is_assumption
    assert found.note == Text(zh="尚未测时", en="no time study yet")


@pytest.mark.parametrize("said", [{"zh": "quarterly p. 3"}, {"zh": "假设", "en": "assumption: guessed"}])
def test_only_an_assumption_with_a_reason_can_be_written_by_language(said):
    with pytest.raises(ValidationError):
        Source.model_validate(said)
