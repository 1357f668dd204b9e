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
    assert "G1" in found[0]["text"].split()


def test_an_entry_holds_no_titles_of_neighbours(site):
    goal = next(entry for entry in entries(site, "en") if entry["location"] == "goals/G1.html")
    page = (site / "en" / "goals" / "G1.html").read_text(encoding="utf-8")
    assert "flows/" in page
    indicators = {entry["title"] for entry in entries(site, "en") if entry["location"].startswith("indicators/")}
    assert indicators
    assert not any(title in goal["text"] for title in indicators)


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


def test_the_same_in_every_build_and_small(site):
    size = (site / "search" / "search_index.json").stat().st_size
    pages = sum(path.stat().st_size for path in site.rglob("*.html"))
    assert (
        size < pages / 16
    )  # of a small model the list of rules and the reference, the same on every site, are a good part


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


def test_lists_are_found_by_their_headings_only():
    body = '<h1>T</h1><h2 id="x">Goals <small class="ss-count">2</small></h2><table><tr><td>G1</td></tr></table>'
    assert [(entry.title, entry.text) for entry in list_entries("p.html", "T", body)] == [("T", ""), ("Goals", "")]
