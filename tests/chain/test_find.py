"""Finding an element by what a person types."""

import pytest

from sevenstep.chain.find import find
from sevenstep.failure import Failure

MODEL = """
goals:
  G1: {title: Growth}
  G10: {title: Reach}
items:
  booking: {title: Booking}
"""


@pytest.mark.parametrize("typed", ["G1", "g1", "Ｇ１"])
def test_case_and_width_do_not_matter(checked, typed):
    assert find(checked(MODEL).chain, typed).id == "G1"


@pytest.mark.parametrize(
    "typed, kind, said, remedy",
    [
        ("G11", "", "There is no element “G11”", "Did you mean G1 (Growth) or G10 (Reach)?"),
        ("bookin", "item", "There is no element “bookin”", "Did you mean booking (Booking)?"),
        ("G1", "item", "“G1” is of the kind goal, not item", "There are booking"),
        ("G1", "gaol", "There is no kind “gaol”", "Did you mean “goal”?"),
    ],
    ids=["no such element", "none of the kind", "of another kind", "no such kind"],
)
def test_what_is_not_there_is_told_with_what_may_be_meant(checked, typed, kind, said, remedy):
    with pytest.raises(Failure) as caught:
        find(checked(MODEL).chain, typed, kind)
    assert (caught.value.message.for_language("en"), caught.value.remedy.for_language("en")) == (said, remedy)
