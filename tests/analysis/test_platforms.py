"""Today's platforms, by hand: who enters what, what is entered again, what talks to what, what becomes of each."""

import pytest

from sevenstep.analysis.platforms import DataEntry, Transfer, platforms

MODEL = """
actors: {a: {title: A, type: enterprise}, b: {title: B, type: operator}}
systems:
  desk: {title: Desk, owner: a}
  portal: {title: Portal, owner: b}
  hub: {title: Hub, owner: b}
  shelf: {title: Shelf}
  lone: {title: Lone}
data: {order: {title: Order, system_of_record: desk}, bill: {title: Bill}}
items: {i: {title: Item, resources: {systems: [shelf]}}, j: {title: Other}}
flows:
  now:
    title: Now
    details: i
    variant: as-is
    steps:
      start: {title: start, type: start, actor: a}
      first: {title: First, system: desk, mode: manual, writes: order}
      again: {title: Again, system: portal, mode: manual, actor: b, reads: order, writes: [order, bill]}
      fetch: {title: Fetch, system: desk, mode: automatic, reads: bill, writes: bill}
      look: {title: Look, system: portal, mode: manual, reads: bill}
      end: {title: end, type: end}
  then:
    title: Then
    details: i
    variant: to-be
    steps:
      start: {title: start, type: start, actor: a}
      once: {title: Once, system: hub, mode: assisted, writes: order}
      still: {title: Still, system: portal, mode: automatic, reads: order}
      end: {title: end, type: end}
  lonely:
    title: Lonely
    details: j
    variant: as-is
    steps:
      start: {title: start, type: start, actor: a}
      only: {title: Only, system: lone, mode: manual, reads: order}
      end: {title: end, type: end}
"""


@pytest.fixture
def found(checked):
    return platforms(checked(MODEL).chain)


def test_what_becomes_of_each(found):
    """Lone is used today by a flow that has no design yet."""
    assert {key: platform.fate for key, platform in found.items()} == {
        "desk": "goes",
        "portal": "stays",
        "hub": "new",
        "shelf": "unused",
        "lone": "open",
    }


def test_who_enters_what_and_what_of_it_again(found):
    """What is fetched by itself is no entry again, and what is looked at no entry."""
    assert found["desk"].entries == [
        DataEntry("now/first", "a", ("order",), "manual", ()),
        DataEntry("now/fetch", "b", ("bill",), "automatic", ()),
    ]
    assert found["portal"].entries == [DataEntry("now/again", "b", ("order", "bill"), "manual", (("order", "desk"),))]
    assert [found[key].again for key in ("desk", "portal", "hub")] == [0, 1, 0]
    assert found["portal"].now == ["now/again", "now/look"]


def test_what_talks_to_what(found):
    carried, fetched = Transfer("desk", "portal", ("order",), True), Transfer("portal", "desk", ("bill",), False)
    assert found["desk"].transfers == [carried, fetched] == found["portal"].transfers


def test_items_that_rely_on_it_and_data_that_it_keeps(found):
    assert {key: (platform.items, platform.keeps) for key, platform in found.items()} == {
        "desk": (("i",), ("order",)),
        "portal": (("i",), ()),
        "hub": ((), ()),
        "shelf": (("i",), ()),
        "lone": (("j",), ()),
    }


def test_a_system_that_is_not_there_is_left_out(checked):
    text = """
flows:
  now:
    title: Now
    variant: as-is
    steps:
      start: {title: start, type: start}
      w: {title: W, system: nowhere, mode: manual, writes: order}
      end: {title: end, type: end}
"""
    assert platforms(checked(text).chain) == {}
