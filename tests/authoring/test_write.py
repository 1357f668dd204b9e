"""A change of several files is proved, shown, and written whole or not at all."""

import threading

import pytest

from sevenstep.authoring.opened import opened
from sevenstep.authoring.proposal import proposed
from sevenstep.authoring.prove import WouldBeWorse, proved
from sevenstep.authoring.write import carried_out, write
from sevenstep.failure import Failure

GOALS = "goals:\n  G1: {title: {zh: 更快, en: Faster}}  # the first\n"
CHALLENGES = "challenges:\n  C1: {title: {zh: 太慢, en: Slow}, evidence: [{what: {zh: 慢, en: slow}}]}\n"


@pytest.fixture
def folder(engagement):
    return engagement(goals=GOALS, challenges=CHALLENGES)


def test_what_changes_is_shown_as_a_diff_and_written_with_new_and_removed_files(folder):
    here = opened(folder)
    texts = {"goals.yaml": None, "flows/new.yaml": GOALS, "challenges.yaml": CHALLENGES.replace("Slow", "Too slow")}
    proposal = proposed(here.checked.documents, texts)
    after = proved(here, proposal)
    assert "Too slow" in after.chain.elements["C1"].title.for_language("en")
    shown = "\n".join(proposal.difference("m/"))
    for line in ("--- a/m/challenges.yaml", "--- /dev/null\n+++ b/m/flows/new.yaml", "+++ /dev/null"):
        assert line in shown
    write(here, proposal)
    assert not (folder / "goals.yaml").exists()
    assert (folder / "flows/new.yaml").read_text(encoding="utf-8") == GOALS
    assert opened(folder).checked.chain.elements.keys() == here.checked.chain.elements.keys()


def test_what_would_be_worse_is_told_and_what_would_be_lost(folder):
    here = opened(folder)
    bad = proposed(here.checked.documents, {"challenges.yaml": CHALLENGES.replace("C1: {", "C1: {owner: nobody, ")})
    with pytest.raises(WouldBeWorse) as failure:
        proved(here, bad)
    assert "challenges.yaml:2" in str(failure.value) and failure.value.worse
    gone = proposed(here.checked.documents, {"goals.yaml": None})
    with pytest.raises(WouldBeWorse, match="G1"):
        proved(here, gone)


def test_a_problem_that_is_there_already_is_no_reason_to_refuse(engagement):
    folder = engagement(goals=GOALS, challenges=CHALLENGES.replace("C1: {", "C1: {owner: nobody, "))
    here = opened(folder)
    assert here.checked.errors
    proved(here, proposed(here.checked.documents, {"goals.yaml": GOALS.replace("Faster", "Quicker")}))


def test_nothing_is_written_where_any_file_was_changed_after_it_was_read(folder):
    here = opened(folder)
    proposal = proposed(here.checked.documents, {"goals.yaml": GOALS.replace("Faster", "Quicker")})
    (folder / "challenges.yaml").write_text(CHALLENGES + "# more\n", encoding="utf-8")
    with pytest.raises(Failure, match=r"challenges\.yaml"):
        write(here, proposal)
    assert (folder / "goals.yaml").read_text(encoding="utf-8") == GOALS


@pytest.mark.parametrize(
    "name",
    ["../out.yaml", "/tmp/out.yaml", "a\\b.yaml", ".hidden.yaml", "GOALS.yaml", "notes.txt", "con.yaml", "x/", ""],
)
def test_new_files_have_names_that_are_read_and_safe(folder, name):
    here = opened(folder)
    with pytest.raises(Failure):
        write(here, proposed(here.checked.documents, {name: GOALS}))
    assert sorted(path.name for path in folder.rglob("*")) == ["challenges.yaml", "engagement.yaml", "goals.yaml"]


def test_two_writers_come_one_after_the_other_and_neither_loses_the_others_change(folder):
    def add(mark):
        def propose(here):
            text = here.documents["goals.yaml"].text
            return proposed(here.checked.documents, {"goals.yaml": f"{text}# {mark}\n"})

        return lambda: carried_out(folder, propose)

    writers = [threading.Thread(target=add(number)) for number in range(6)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    text = (folder / "goals.yaml").read_text(encoding="utf-8")
    assert sorted(text.splitlines()[2:]) == [f"# {number}" for number in range(6)]
