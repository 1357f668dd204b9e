"""The reference in the documents is what the declarations say. Renew with --update-golden and read the difference."""

from pathlib import Path

import pytest

from sevenstep.model.field import fields_of
from sevenstep.model.kinds import KINDS, SECTIONS
from sevenstep.report.reference import markdown

DOCS = Path(__file__).parents[2] / "docs"
FILES = {"en": DOCS / "reference.md", "zh": DOCS / "zh" / "reference.md"}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_document_is_not_stale(language, golden):
    golden(FILES[language], markdown(language))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_section_and_field_is_in_it(language):
    said = markdown(language)
    assert all(f"### `{section}` " in said for section in SECTIONS)
    for cls in KINDS.values():
        for field in fields_of(cls):
            assert field.name == "id" or f"| `{field.key}` {field.label.for_language(language)}" in said, field.name
            assert field.declared.example.replace("|", "\\|") in said


def test_a_field_is_told_in_words():
    said = markdown("en")
    assert (
        "| `answers` Answers *expected* | one id, or a list of ids, of challenges | `[C1, C2]` "
        "| The challenges it responds to. (seen from there: answered by goals) |"
    ) in said
    assert "| `weight` Weight *required* | a part of the whole, such as 70% or 0.7 | `40%` |" in said
    assert "| `baseline` Baseline *expected* | [Figure](#part-figure) |" in said
    assert "Of what every element can have, this is expected here: `owner`, `source`." in said
