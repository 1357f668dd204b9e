"""Two states of a model told apart."""

from hypothesis import given
from hypothesis import strategies as st

from sevenstep.chain.compare import compare
from sevenstep.chain.snapshot import Kept, Snapshot

values = st.recursive(
    st.none() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
)
kept = st.builds(
    Kept,
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


def applied(before: Snapshot, after: Snapshot) -> dict[str, Kept]:
    """The old elements with the changes made; what is new is taken from where it is."""
    changes = compare(before, after)
    made = {key: one for key, one in before.elements.items() if key not in changes.removed}
    for key, fields in changes.changed.items():
        title, content = dict(made[key].title), dict(made[key].fields)
        for field in fields:
            if field.name == "title":
                assert field.old == title
                title = field.new
                continue
            assert content.get(field.name) == field.old
            content[field.name] = field.new
        made[key] = Kept(
            kind=made[key].kind, title=title, fields={name: one for name, one in content.items() if one is not None}
        )
    return made | {key: after.elements[key] for key in changes.added}


def plain(elements: dict[str, Kept]) -> dict[str, tuple]:
    return {
        key: (one.kind, one.title, {name: value for name, value in one.fields.items() if value is not None})
        for key, one in elements.items()
    }


@given(snapshots)
def test_nothing_differs_from_itself(one):
    changes = compare(one, one)
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
