"""What search finds: entries that name step and kind, with Chinese cut into words."""

import json

import pytest

from sevenstep.publishing.search import list_entries, section_entries
from sevenstep.publishing.word_segmentation import BREAK, segmented


def entries(site, language: str = "") -> list[dict]:
    folder = site / language if language else site
    return json.loads((folder / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]


def words(text: str) -> list[str]:
    return [word for word in text.split(BREAK) if word]


def test_every_element_is_found_once_with_its_step_and_kind(site):
    found = [entry for entry in entries(site, "en") if entry["location"] == "goals/G1.html"]
    assert [entry["tags"] for entry in found] == [["1 Goals and position", "Goal"]]
    assert found[0]["also"][0] == "G1"


def test_an_entry_holds_no_titles_of_neighbours(site):
    goal = next(entry for entry in entries(site, "en") if entry["location"] == "goals/G1.html")
    page = (site / "en" / "goals" / "G1.html").read_text(encoding="utf-8")
    assert "flows/" in page
    indicators = {entry["title"] for entry in entries(site, "en") if entry["location"].startswith("indicators/")}
    assert indicators
    assert not any(title in goal["text"] + goal.get("more", "") for title in indicators)


@pytest.mark.parametrize("language", ["", "en"])
def test_what_is_shown_of_an_element_is_prose_without_ids(site, language):
    elements = [entry for entry in entries(site, language) if entry.get("also")]
    assert len(elements) > 50
    for entry in elements:
        assert entry["also"][0] not in entry.get("text", "").split(), entry
        assert "Rate(" not in str(entry) and "\u200b" not in str(entry)


def test_nothing_of_the_foot_of_pages_is_found(site):
    assert not any("sevenstep 0" in entry.get("text", "") for entry in entries(site, "en"))


def test_events_and_gateways_are_found_at_their_row_of_the_flow(site):
    rows = [entry for entry in entries(site) if "flows/" in entry["location"] and "#" in entry["location"]]
    assert {tag for entry in rows for tag in entry["tags"]} >= {"事件", "网关"}
    for entry in rows:
        page, _, anchor = entry["location"].partition("#")
        assert f'id="{anchor}"' in (site / page).read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["", "en"])
def test_every_entry_leads_to_a_place_on_a_page(site, language):
    for entry in entries(site, language):
        page, _, anchor = entry["location"].partition("#")
        text = (site / language / page).read_text(encoding="utf-8")
        assert not anchor or f'id="{anchor}"' in text, entry["location"]


def test_the_index_is_small(site):
    index = (site / "search" / "search_index.json").read_bytes()
    pages = sum(path.stat().st_size for path in site.rglob("*.html"))
    assert len(index) < pages / 40
    assert b"\\u" not in index  # an escaped character is twice as long


def test_chinese_is_cut_where_a_dictionary_cuts_it():
    # the example of jieba's manual for its accurate mode: 我/来到/北京/清华大学
    assert words(segmented("我来到北京清华大学")) == ["我", "来到", "北京", "清华大学"]


def test_words_of_the_method_stay_whole():
    assert "一单制" in words(segmented("推行一单制服务"))
    assert "堵点" in words(segmented("发现堵点三处"))


def test_other_writing_is_left_as_it_is():
    assert segmented("A-1 booking 订舱") == f"A-1 booking {BREAK}订舱"
    assert segmented("") == ""


def test_sections_leave_pictures_out_and_keep_what_is_said():
    body = '<h1>T</h1><p>a &lt; b</p><figure><svg><text>no</text></svg></figure><h2 id="x">Head <b>two</b></h2><p>c</p>'
    first, second = section_entries("p.html", "T", body)
    assert (first.url, first.title, first.text) == ("p.html", "T", "a < b")
    assert (second.url, second.title, second.text) == ("p.html#x", "Head two", "c")


def test_a_section_shows_prose_and_is_found_by_the_words_of_its_tables():
    (entry,) = section_entries(
        "p.html", "T", "<p>Said.</p><table><tr><th>Name</th><td>600 CNY</td><td>5</td></tr></table>"
    )
    assert (entry.text, entry.more) == ("Said.", "Name 600 CNY")


def test_lists_are_found_by_their_headings_only():
    body = '<h1>T</h1><h2 id="x">Goals <small class="ss-count">2</small></h2><table><tr><td>G1</td></tr></table>'
    assert [(entry.title, entry.text) for entry in list_entries("p.html", "T", body)] == [("T", ""), ("Goals", "")]
