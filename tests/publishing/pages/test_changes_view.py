"""What the page of changes says of figures, with their units, and of chapters."""

import pytest

from sevenstep import pipeline
from sevenstep.chain.compare import compare
from sevenstep.chain.snapshot import from_json, snapshot_of, to_json
from sevenstep.publishing.context import make_context
from sevenstep.publishing.pages.changes_view import changes_view

BEFORE = """id: x
title: X
goals: {G: {title: G}}
indicators:
  I: {title: I, measures: G, unit: "%", baseline: 40, targets: {2027: {value: 60, source: 2027 plan}}}
"""
AFTER = BEFORE.replace("40", "35").replace("60", "65").replace("2027 plan", "2028 plan")


@pytest.fixture
def seen(tmp_path):
    def of(chapters_before, chapters_after, before=BEFORE, after=AFTER):
        snapshots = []
        for text, chapters in ((before, chapters_before), (after, chapters_after)):
            folder = tmp_path / f"model-{len(snapshots)}"
            (folder / "chapters").mkdir(parents=True)
            (folder / "engagement.yaml").write_text(text, encoding="utf-8")
            for name, said in chapters.items():
                (folder / "chapters" / f"{name}.md").write_text(said, encoding="utf-8")
            checked = pipeline.check(folder)
            snapshots.append(from_json(to_json(snapshot_of(checked.chain, checked.documents))))
        changes = compare(*snapshots)
        return changes_view(make_context(checked, "en", {}, changes), changes), snapshots

    return of


def words(field, kind):
    return "".join(text for piece, text in field.pieces if piece in {"same", kind}).strip()


def test_figures_are_told_with_their_unit_and_sources_as_they_are(seen):
    view, _ = seen({}, {})
    (change,) = next(step for step in view.steps if step.step.number == 2).changes
    told = [(words(field, "del"), words(field, "ins")) for field in change.fields]
    assert ("40%", "35%") in told and ("60%", "65%") in told
    assert any("plan" in old and "%" not in old for old, _ in told)


def test_chapters_that_came_changed_and_went(seen):
    view, (older, newer) = seen(
        {"10-a": "# Kept\n\nOne.", "20-b": "# Old\n\nText.", "30-c": "# Told\n\nBefore."},
        {"10-a": "# Kept\n\nOne.", "30-c": "# Told\n\nAfter.", "40-d": "# Fresh\n\nText."},
    )
    assert [(chapter.how, chapter.title) for chapter in view.chapters] == [
        ("changed", "Told"),
        ("new", "Fresh"),
        ("gone", "Old"),
    ]
    assert "3 chapters" in view.summary
    unknown = compare(older.model_copy(update={"chapters": None}), newer)
    assert unknown.chapters_added == ()
