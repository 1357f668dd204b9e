"""Items and flows in the order of the business: behind what they need, together by journey, else as written."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sevenstep.chain.business_order import in_business_order, ordered_items
from sevenstep.chain.item_order import item_order
from sevenstep.diagnostic import Place
from sevenstep.language import Text
from sevenstep.model.clock import today
from sevenstep.model.element import Element
from sevenstep.model.engagement import Engagement
from sevenstep.model.header import Header
from sevenstep.model.step5_scenarios import Scenario
from sevenstep.model.step6_items import Item
from sevenstep.model.step7_flows import Flow


def engagement(elements: list[Element], files: Mapping[str, str] | None = None) -> Engagement:
    places = {one.id: Place((files or {}).get(one.id, "a.yaml"), (one.KIND.section, one.id)) for one in elements}
    by_id = {one.id: one for one in elements}
    return Engagement(Header(id="e", title=Text(plain="E")), by_id, places, {}, True, today())


def item(key: str, needs: tuple[str, ...] = (), scenario: str | None = None, journey: str | None = None) -> Item:
    return Item(id=key, title=Text(plain=key), depends_on=needs, scenario=scenario, journey=journey)


def order(*elements: Element, files: Mapping[str, str] | None = None) -> list[str]:
    return [one.id for one in ordered_items(engagement(list(elements), files))]


KEYS = [f"i{number}" for number in range(8)]


@st.composite
def models(draw: st.DrawFn) -> list[Item]:
    """Items in any order, depending on any others, in circles too, some on journeys and in scenarios."""
    keys = draw(st.permutations(KEYS))[: draw(st.integers(0, len(KEYS)))]
    needs = st.lists(st.sampled_from([*KEYS, "nowhere"]), max_size=2, unique=True).map(tuple)
    place = st.sampled_from([(None, None), ("s", None), ("t", None), ("s", "out"), ("t", "out"), (None, "in")])
    return [item(key, draw(needs), *draw(place)) for key in keys]


def free_of_circles(items: list[Item]) -> set[str]:
    """The items that can be done at all: found by trying, again and again."""
    there = {one.id for one in items}
    done: set[str] = set()
    for _ in items:
        done |= {one.id for one in items if set(one.depends_on) & there <= done}
    return done


@given(models())
@settings(max_examples=300, deadline=None)
def test_every_item_once_and_behind_what_it_depends_on(items):
    found = order(*items)
    assert sorted(found) == sorted(one.id for one in items)
    free = free_of_circles(items)
    place = {key: number for number, key in enumerate(found)}
    assert [key in free for key in found] == sorted((key in free for key in found), reverse=True)
    for one in items:
        if one.id in free:
            assert all(place[first] < place[one.id] for first in one.depends_on if first in place)


@given(models())
@settings(max_examples=200, deadline=None)
def test_what_is_ordered_already_stays(items):
    """Once more changes nothing, and where nothing depends on anything all stands as written."""
    together = [one.model_copy(update={"journey": None, "scenario": "s"}) for one in items]
    found = ordered_items(engagement(list(together)))
    assert ordered_items(engagement(list(found))) == found
    plain = [one.model_copy(update={"depends_on": (), "journey": None, "scenario": None}) for one in items]
    assert order(*plain) == [one.id for one in plain]


@given(models(), st.data())
@settings(max_examples=200, deadline=None)
def test_the_names_of_files_do_not_matter(items, data):
    """Each scenario in a file of its own: whatever they are called (and so in whatever order they are read)."""
    scenarios: list[Element] = [Scenario(id=key, title=Text(plain=key)) for key in ("s", "t")]
    files = {one.id: {"s": "1.yaml", "t": "2.yaml", None: "3.yaml"}[one.scenario] for one in items}
    named = dict(zip(("1.yaml", "2.yaml", "3.yaml"), data.draw(st.permutations("xyz")), strict=True))
    read = sorted(items, key=lambda one: files[one.id])
    again = sorted(items, key=lambda one: named[files[one.id]])
    journeys_apart = [one.model_copy(update={"journey": None}) for one in read]
    again_apart = [one.model_copy(update={"journey": None}) for one in again]
    renamed = {key: named[file] for key, file in files.items()}
    assert order(*scenarios, *journeys_apart, files=files) == order(*scenarios, *again_apart, files=renamed)


def test_a_journey_stands_together_and_before_what_is_on_none():
    seen = order(
        item("side"), item("out-2", ("out-1",), journey="out"), item("in-1", journey="in"), item("out-1", journey="out")
    )
    assert seen == ["side", "out-1", "out-2", "in-1"]  # in one file the author's order holds
    files = {"side": "a.yaml", "out-2": "b.yaml", "out-1": "b.yaml", "in-1": "b.yaml"}
    assert order(item("side"), item("out-1", journey="out"), files=files) == ["out-1", "side"]


FLOWS = """
items:
  pay: {title: Pay}
  book: {title: Book, journey: out}
  move: {title: Move, journey: out}
data: {ticket: {title: Ticket}}
flows:
  a-move-new: {title: N, variant: to-be, details: move, steps: {n: {title: n}}}
  b-alone: {title: A, variant: as-is}
  c-move: {title: M, variant: as-is, details: move, steps: {m: {title: m, MOVE}}}
  d-book: {title: B, variant: as-is, details: book, steps: {b: {title: b, BOOK}}}
"""


@pytest.mark.parametrize(
    ("move", "book", "items"),
    [
        ("next: []", "next: []", ["pay", "book", "move"]),
        ("writes: ticket", "reads: ticket", ["pay", "move", "book"]),  # who gives stands before who takes
        ("reads: ticket", "writes: ticket", ["pay", "book", "move"]),
    ],
)
def test_flows_follow_their_items_as_is_before_to_be(checked, move, book, items):
    chain = checked(FLOWS.replace("MOVE", move).replace("BOOK", book)).chain
    assert list(item_order(chain)) == items
    flows = {"pay": [], "book": ["d-book"], "move": ["c-move", "a-move-new"]}
    expected = [flow for one in items for flow in flows[one]]
    assert [flow.id for flow in chain.engagement.of(Flow)] == [*expected, "b-alone"]
    keys = list(chain.elements)
    assert all(keys[keys.index(f"{flow[0]}-{flow[2:]}") + 1].startswith(f"{flow}/") for flow in expected)


def test_who_depends_on_another_gives_it_nothing_first(checked):
    """The last item reports back what the first reads: a way back, which moves nobody."""
    chain = checked(
        FLOWS.replace("MOVE", "writes: ticket")
        .replace("BOOK", "reads: ticket")
        .replace("{title: Move, journey: out}", "{title: Move, journey: out, depends_on: book}")
    ).chain
    assert list(item_order(chain)) == ["pay", "book", "move"]


def test_an_engagement_in_order_is_the_same_object():
    there = engagement([item("a"), item("b", ("a",))])
    assert in_business_order(there) is there


def test_ten_thousand_items_in_a_row_take_a_moment():
    import time

    items = [item(f"i{number}", (f"i{number + 1}",)) for number in range(10_000)]
    begun = time.process_time()
    found = ordered_items(engagement(list(items)))
    assert time.process_time() - begun < 5
    assert found[0].id == "i9999"
