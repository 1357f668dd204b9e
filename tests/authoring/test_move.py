"""Elements travel to other files with their comments, in their own words, and nothing is lost on the way."""

from collections import Counter
from pathlib import Path

import pytest

from sevenstep.authoring.move import move
from sevenstep.authoring.opened import opened
from sevenstep.authoring.split import split
from sevenstep.authoring.write import carried_out
from sevenstep.failure import Failure
from sevenstep.source.comments import comments

MODELS = sorted(path.parent for path in (Path(__file__).parents[2] / "models").glob("*/engagement.yaml"))
BUSINESS = """\
# What the business is.

goals:

  # Of all goals ----

  # the first of them
  G1:
    title: {zh: 快, en: Fast}
    horizon: 2027  # to be settled
      # what the client said
  # the second
  G2: {title: {zh: 省, en: Cheap}, horizon: 2028}
# of all actors
actors:
  desk: {title: {zh: 台, en: Desk}, type: enterprise}
"""


@pytest.fixture
def folder(engagement):
    return engagement("actors: {}\n", business=BUSINESS)


def text(folder, name):
    return (folder / name).read_text(encoding="utf-8")


def said(texts):
    return Counter(comment.said for text in texts if text for comment in comments(text))


def data(documents):
    found = {}
    for document in documents:
        for name, held in (document.data if isinstance(document.data, dict) else {}).items():
            found.setdefault(name, {}).update(held) if isinstance(held, dict) else found.update({name: held})
    return found


def test_an_element_travels_with_its_comments_and_a_section_is_made(folder):
    carried_out(folder, lambda here: move(here, ["G1"], "aims/first.yaml"))
    assert text(folder, "aims/first.yaml") == (
        "goals:\n  # the first of them\n  G1:\n    title: {zh: 快, en: Fast}\n    horizon: 2027  # to be settled\n"
        "      # what the client said\n"
    )
    assert "# Of all goals ----\n\n  # the second\n  G2:" in text(folder, "business.yaml")


def test_into_a_section_that_is_there_and_one_that_is_empty(folder):
    carried_out(folder, lambda here: move(here, ["G1"], "aims.yaml"))
    carried_out(folder, lambda here: move(here, ["G2", "desk"], "aims.yaml"))
    assert text(folder, "aims.yaml").endswith(
        "  # the second\n  G2: {title: {zh: 省, en: Cheap}, horizon: 2028}\n\nactors:\n"
        "  desk: {title: {zh: 台, en: Desk}, type: enterprise}\n"
    )
    carried_out(folder, lambda here: move(here, ["desk"], "engagement.yaml"))
    assert "actors:\n  desk: {title:" in text(folder, "engagement.yaml")


def test_sections_stand_in_the_order_of_the_steps(folder):
    carried_out(folder, lambda here: move(here, ["desk"], "new.yaml"))
    carried_out(folder, lambda here: move(here, ["G2"], "new.yaml"))
    made = text(folder, "new.yaml")
    assert made.index("goals:") < made.index("actors:")


def test_line_ends_and_byte_order_mark_of_each_file_stay(folder):
    path = folder / "business.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    carried_out(folder, lambda here: move(here, ["G1"], "engagement.yaml"))
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf") and raw.count(b"\n") == raw.count(b"\r\n")
    assert b"\r" not in (folder / "engagement.yaml").read_bytes()


@pytest.mark.parametrize(
    ("ids", "file"),
    [
        (["G9"], "a.yaml"),
        (["G1"], "../a.yaml"),
        (["G1"], "a.txt"),
        (["G1"], "chapters/a.md"),
        (["G1"], "BUSINESS.yaml"),
    ],
)
def test_what_cannot_be_moved_stays(folder, ids, file):
    before = text(folder, "business.yaml")
    with pytest.raises(Failure):
        carried_out(folder, lambda here: move(here, ids, file))
    assert text(folder, "business.yaml") == before
    assert sorted(path.name for path in folder.iterdir()) == ["business.yaml", "engagement.yaml"]


def test_a_problem_travels_along_and_is_no_new_one(engagement):
    folder = engagement(
        "goals:\n  G1: {title: t}\n  'G 2': {title: t}\n  G3: {horizon: 2027}\nactors:\n  a: {title: a}\n"
    )
    assert opened(folder).checked.errors
    carried_out(folder, split)
    assert "'G 2'" in text(folder, "step1_goals.yaml")


def test_what_shares_its_line_with_others_is_told(engagement):
    folder = engagement("goals: {G1: {title: t}, G2: {title: u}}\n")
    with pytest.raises(Failure, match="G1"):
        move(opened(folder), ["G1"], "goals.yaml")


def test_a_mixed_file_is_taken_apart_and_its_remarks_go_along(folder):
    carried_out(folder, split)
    assert sorted(path.name for path in folder.iterdir()) == [
        "engagement.yaml",
        "step1_goals.yaml",
        "step4_actors.yaml",
    ]
    assert text(folder, "step1_goals.yaml").startswith("# What the business is.\n")
    assert not carried_out(folder, split), "there is nothing more to take apart"


@pytest.mark.parametrize("model", MODELS, ids=lambda path: path.name)
def test_every_model_taken_apart_says_the_same(model):
    here = opened(model)
    proposal = split(here, [name for name in here.documents if name.endswith(".yaml")])
    after = here.with_texts(proposal.texts)
    assert after.chain.elements.keys() == here.checked.chain.elements.keys()
    assert data(after.documents) == data(here.checked.documents)
    assert said(change.before for change in proposal.changes) == said(change.after for change in proposal.changes)
    assert proposal, "every model has something to take apart"


@pytest.mark.parametrize("model", MODELS, ids=lambda path: path.name)
def test_every_third_element_of_every_model_moved_away_and_back(model):
    here = opened(model)
    chain = here.checked.chain
    ids = [key for key in chain.elements if "/" not in key][::3]
    proposal = move(here, ids, "moved/all.yaml")
    after = here.with_texts(proposal.texts)
    assert {chain.engagement.places[key].file for key in ids} != {"moved/all.yaml"}
    assert {after.chain.engagement.places[key].file for key in ids} == {"moved/all.yaml"}
    assert data(after.documents) == data(here.checked.documents)
