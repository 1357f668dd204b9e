"""Texts of a model: where one of two languages is too long, it is said which."""

import pytest

from sevenstep.model.quantity import InvalidValue
from sevenstep.model.values import MAX_TITLE, as_title


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("x" * (MAX_TITLE + 1), "The text is too long: 201 characters, 200 at most"),
        ({"zh": "短", "en": "x" * 210}, "The English text is too long: 210 characters, 200 at most"),
        ({"zh": "长" * 300, "en": "short"}, "The Chinese text is too long: 300 characters, 200 at most"),
    ],
)
def test_what_is_too_long_is_named(value, said):
    with pytest.raises(InvalidValue) as raised:
        as_title(value)
    assert raised.value.message.en == said


def test_what_is_as_long_as_may_be_is_read():
    assert as_title({"en": "x" * MAX_TITLE}).en == "x" * MAX_TITLE
