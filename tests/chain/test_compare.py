"""Two states of a model told apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sevenstep.chain.compare import compare, simplest
from sevenstep.chain.snapshot import ElementSnapshot, Snapshot

values = st.recursive(
    st.none() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
)
kept = st.builds(
    ElementSnapshot,
    kind=st.sampled_from(["goal", "data"]),
    title=st.dictionaries(st.sampled_from(["zh", "en"]), st.text(max_size=4), min_size=1),
    fields=st.dictionaries(st.sampled_from(["a", "b", "c"]), values, max_size=3),
)
snapshots = st.builds(
    Snapshot,
    id=st.just("x"),
    version=st.none() | st.text(max_size=3),
    date=st.none(),
    elements=st.dictionaries(st.sampled_from(["A", "B", "C", "D"]), kept, max_size=4),
    previous=st.none(),
)


def applied(before: Snapshot, after: Snapshot) -> dict[str, ElementSnapshot]:
    """The old elements with the changes made; what is new is taken from where it is."""
    changes = compare(before, after)
    made = {key: element for key, element in before.elements.items() if key not in changes.removed}
    for key, fields in changes.changed.items():
        title, content = dict(made[key].title), dict(made[key].fields)
        for field in fields:
            if field.name == "title":
                assert field.old == title
                title = field.new
                continue
            assert content.get(field.name) == field.old
            content[field.name] = field.new
        made[key] = ElementSnapshot(
            kind=made[key].kind,
            title=title,
            fields={name: value for name, value in content.items() if value is not None},
        )
    return made | {key: after.elements[key] for key in changes.added}


def plain(elements: dict[str, ElementSnapshot]) -> dict[str, tuple]:
    return {key: (element.kind, simplest(element.title), simplest(element.fields)) for key, element in elements.items()}


@given(snapshots)
def test_nothing_differs_from_itself(state):
    changes = compare(state, state)
    assert (changes.added, changes.removed, changes.changed) == ((), {}, {})


@given(snapshots, snapshots)
def test_the_changes_lead_from_one_to_the_other(before, after):
    assert plain(applied(before, after)) == plain(after.elements)


@given(snapshots, snapshots)
def test_what_comes_one_way_goes_the_other(before, after):
    there, back = compare(before, after), compare(after, before)
    assert set(there.added) == set(back.removed)
    assert set(there.removed) == set(back.added)
    assert there.changed.keys() == back.changed.keys()


def model(version: str = "1", **said) -> Snapshot:
    elements = {key: ElementSnapshot(kind="goal", title={"en": key}, fields=fields) for key, fields in said.items()}
    return Snapshot(id="x", version=version, elements=elements)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("G1", ["G1"]),
        ("5 h", "5h"),
        ("a\nb", "a b"),
        ({"zh": "一", "en": "one"}, {"en": "one", "zh": "一"}),
        ({"a": ["x"]}, {"a": "x", "b": None}),
        ([], None),
    ],
)
def test_another_way_of_writing_the_same_is_no_change(old, new):
    assert compare(model(A={"f": old}), model(A={"f": new})).changed == {}


@pytest.mark.parametrize(("old", "new"), [("5", "6"), (["a", "b"], ["b", "a"]), (["a"], ["a", "b"]), ("a", None)])
def test_other_words_are_a_change(old, new):
    changed = compare(model(A={"f": old}), model(A={"f": new})).changed
    assert [(field.name, field.old, field.new) for field in changed["A"]] == [("f", old, new)]


def test_what_could_not_be_read_has_neither_come_nor_gone():
    whole = model(A={}, B={})
    torn = model(A={}).model_copy(update={"unread": ("B",)})
    assert compare(whole, torn).removed == {}
    assert compare(torn, whole).added == ()
    half = model(A={}, C={}).model_copy(update={"complete": False})
    assert (compare(whole, half).removed, compare(whole, half).added) == ({}, ("C",))
    assert compare(half, whole).added == ()


def test_a_kind_that_is_unknown_is_not_missed():
    older = Snapshot(id="x", elements={"A": ElementSnapshot(kind="omen", title={"en": "A"}, fields={})})
    assert compare(older, model()).removed == {}


def test_steps_that_have_changed_are_found_by_their_flow():
    changes = compare(
        model(**{"f": {}, "f/a": {"x": "1"}, "f/b": {}}), model(**{"f": {}, "f/a": {"x": "2"}, "f/b": {}})
    )
    assert (changes.steps_of("f"), changes.steps_of("g")) == (("f/a",), ())


def element(**fields):
    return ElementSnapshot(kind="goal", title={"zh": "a"}, fields=fields)


def snapshot(**elements):
    return Snapshot(id="x", version=None, date=None, elements=elements, previous=None, complete=True)


def test_another_id_is_no_change():
    before = snapshot(G1=element(a="b"), G2=element(parent="G1", answers=["G1", "C"]))
    after = snapshot(N1=element(a="b", formerly="G1"), G2=element(parent="N1", answers=["N1", "C"]))
    changes = compare(before, after)
    assert not changes.added and not changes.removed and not changes.changed


def test_what_changes_with_the_id_is_told_under_the_new_one():
    before = snapshot(G1=element(a="b"))
    changes = compare(before, snapshot(N1=element(a="c", formerly=["G1", "G0"])))
    assert {key: [field.name for field in fields] for key, fields in changes.changed.items()} == {"N1": ["a"]}


def test_a_former_id_that_somebody_else_has_now_is_nobodys_past():
    before = snapshot(G1=element(a="b"))
    changes = compare(before, snapshot(G1=element(a="b"), N1=element(a="c", formerly="G1")))
    assert changes.added == ("N1",) and not changes.removed
