"""The page of every section and field, for authors, in both languages, at its place and found by search."""

import pytest

from sevenstep.model.choices import Edition
from sevenstep.model.kinds import SECTIONS
from sevenstep.publishing.context import make_context
from sevenstep.publishing.navigation import entries


@pytest.fixture
def listed(checked):
    def read(language="en", edition=Edition.AUTHORS):
        context = make_context(checked("goals: {G: {title: Goal}}\n"), language, {}, edition=edition)
        return context, {entry.path: entry for entry in entries(context)}

    return read


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh", ["<td><code>horizon</code> 期限 <small", "一个日期或一段时期", "到什么时候达到。", "应填"]),
        ("en", ["<td><code>horizon</code> Horizon <small", "a date or a stretch", "By when it is", "expected"]),
    ],
)
def test_fields_are_told_in_the_language_of_the_page(listed, language, said):
    context, pages = listed(language)
    page = pages["reference"].page(context).html
    assert all(text in page for text in said)
    assert all(f"<code>{section}</code>" in page for section in SECTIONS)
    assert '<a href="#part-figure">' in page and 'id="part-figure"' in page


def test_it_stands_behind_the_rules_and_is_found_by_search(listed):
    context, pages = listed()
    names = list(pages)
    assert names.index("rules") < names.index("reference") < names.index("print")
    goal = next(entry for entry in pages["reference"].page(context).search if entry.url == "reference.html#goal")
    assert "horizon" in goal.more


def test_readers_have_no_pages_of_rules_problems_and_fields(listed):
    _, pages = listed(edition=Edition.READERS)
    assert not {"rules", "reference", "problems"} & set(pages)
    assert "about" in pages
