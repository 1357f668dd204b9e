"""Who shares what with whom, and how far data of a classification may be shared."""

from itertools import product

import pytest

from sevenstep.analysis.blueprint.sharing import WIDEST, is_wider, shared_data
from sevenstep.model.choices import Classification, Sharing, Variant

MODEL = """
actors: {a: {title: A, type: enterprise}, b: {title: B, type: operator}}
data:
  mine: {title: Mine, owner: a}
  nobodys: {title: Nobody's}
  stranger: {title: Stranger's, owner: somebody}
flows:
  now:
    title: Now
    variant: as-is
    steps:
      s: {title: s, type: start, actor: a}
      own: {title: Own, reads: mine}
      theirs: {title: Theirs, actor: b, reads: [mine, nobodys, stranger]}
      e: {title: e, type: end}
  then:
    title: Then
    variant: to-be
    steps:
      s: {title: s, type: start, actor: b}
      theirs: {title: Theirs, reads: mine}
      e: {title: e, type: end}
"""


def test_the_owner_shares_with_the_lane_that_reads(checked):
    (one,) = shared_data(checked(MODEL).chain)
    assert (one.giver, one.taker, one.data) == ("a", "b", "mine")
    assert one.variants == (Variant.AS_IS, Variant.TO_BE)
    assert one.steps == ("now/theirs", "then/theirs")


@pytest.mark.parametrize(
    ("classification", "allowed"),
    [
        (Classification.PUBLIC, set(Sharing)),
        (Classification.INTERNAL, set(Sharing)),
        (Classification.CONFIDENTIAL, {Sharing.CONDITIONAL, Sharing.NOT_SHARED}),
        (Classification.SECRET, {Sharing.NOT_SHARED}),
    ],
)
def test_how_far_it_may_be_shared(classification, allowed):
    assert {level for level in Sharing if not is_wider(level, WIDEST[classification])} == allowed


def test_levels_have_an_order():
    for one, other in product(Sharing, Sharing):
        assert is_wider(one, other) + is_wider(other, one) == (one is not other)
    assert is_wider(Sharing.UNCONDITIONAL, Sharing.CONDITIONAL) and is_wider(Sharing.CONDITIONAL, Sharing.NOT_SHARED)
