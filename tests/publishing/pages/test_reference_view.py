"""The page of every section and field, in both languages, at its place and found by search."""

import json

import pytest

from sevenstep.model.kinds import SECTIONS


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("reference.html", ["<td><code>horizon</code> 期限 <small", "一个日期或一段时期", "到什么时候达到。", "应填"]),
        (
            "en/reference.html",
            ["<td><code>horizon</code> Horizon <small", "a date or a stretch", "By when it is", "expected"],
        ),
    ],
)
def test_fields_are_told_in_the_language_of_the_page(site, path, said):
    page = (site / path).read_text(encoding="utf-8")
    assert all(text in page for text in said)
    assert all(f"<code>{section}</code>" in page for section in SECTIONS)
    assert '<a href="#part-figure">' in page and 'id="part-figure"' in page


def test_it_stands_behind_the_rules_and_is_found_by_search(site):
    index = (site / "index.html").read_text(encoding="utf-8")
    assert index.index('href="rules.html"') < index.index('href="reference.html"') < index.index('href="print.html"')
    entries = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    goal = next(entry for entry in entries if entry["location"] == "reference.html#goal")
    assert "horizon" in goal["text"]
