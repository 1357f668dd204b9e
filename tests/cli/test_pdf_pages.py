"""What a printed analysis looks like on paper, read back from the PDF: cover, contents, summary, figures, page size."""

import re
from unicodedata import normalize

import pytest
from pypdf import PdfReader

from sevenstep import pipeline

FLOW = "s: {title: s, type: start}, a: {title: Fill in, time: 2h, wait: 9h}, e: {title: e, type: end}"
MODEL = f"""
check: {{ignore: [S801]}}
client: {{zh: 某口岸办, en: A port office}}
version: "3.1"
goals: {{G: {{title: {{zh: 更快通关, en: Faster clearance}}}}}}
indicators:
  I: {{title: Hours, measures: G, unit: h, direction: decrease, baseline: 9 h, targets: {{2027: 3 h}}}}
items:
  first: {{title: {{zh: 订舱, en: Booking}}}}
  last: {{title: {{zh: 提箱, en: Picking up}}, depends_on: first}}
flows:
  a: {{title: {{zh: 提箱现状, en: Picking up now}}, variant: as-is, details: last, steps: {{{FLOW}}}}}
  b: {{title: {{zh: 订舱现状, en: Booking now}}, variant: as-is, details: first, steps: {{{FLOW}}}}}
"""


@pytest.fixture(scope="module")
def pages(browser, tmp_path_factory):
    """The text of each page of the whole document, and its size in millimetres."""
    return printed(tmp_path_factory.mktemp("pdf"))


def printed(folder, **options):
    (folder / "engagement.yaml").write_text(f"id: sample\ntitle: {{zh: 样例, en: Sample}}\n{MODEL}", encoding="utf-8")
    target = folder / "made.pdf"
    pipeline.pdf(folder, target, **options)
    reader = PdfReader(target)
    return [
        (normalize("NFKC", page.extract_text()), tuple(round(float(side) * 25.4 / 72) for side in page.mediabox[2:]))
        for page in reader.pages
    ]


def test_the_cover_comes_first_in_the_engagements_first_language(pages):
    cover = pages[0][0]
    for words in ("样例", "某口岸办", "3.1"):
        assert words in cover
    assert "Sample" in cover  # the other title, small


def test_all_sheets_are_a4(pages):
    assert {tuple(sorted(size)) for _, size in pages} == {(210, 297)}


def test_contents_name_the_page_on_which_each_part_begins(pages):
    from_contents = re.findall(r"^(摘要|\d+ \S+) (\d+)$", pages[1][0], re.MULTILINE)
    assert len(from_contents) >= 8, pages[1][0]
    for title, number in from_contents:
        assert title.split(" ")[-1] in pages[int(number) - 1][0], (title, number)


def test_figures_are_listed_in_order_with_names_of_their_own_and_stand_where_the_list_says(pages):
    listed = re.findall(r"^图 (\d+) (.+) (\d+)$", pages[1][0], re.MULTILINE)
    assert [int(number) for number, _, _ in listed] == list(range(1, len(listed) + 1))
    assert len({title for _, title, _ in listed}) == len(listed) >= 4
    assert [int(page) for _, _, page in listed] == sorted(int(page) for _, _, page in listed)
    for number, _, page in listed:
        assert f"图 {number} " in pages[int(page) - 1][0]
    flows = [title for _, title, _ in listed if title in {"订舱现状", "提箱现状"}]
    assert flows == ["订舱现状", "提箱现状"]  # the order of the business, not that of the file


def test_every_page_but_the_cover_has_its_number_and_the_title(pages):
    for number, (text, _) in enumerate(pages[1:], 2):
        assert f"{number} / {len(pages)}" in text
        assert "样例" in text


def test_the_summary_is_one_page(pages):
    starts = [number for number, (text, _) in enumerate(pages) if "摘要" in text and number > 1]
    assert len(starts) == 1


def test_the_short_pack_is_a_stop_a_page(browser, tmp_path):
    found = printed(tmp_path, story=True, language="en")
    assert {size for _, size in found} == {(297, 210)}
    titles = ["The one target cannot be judged yet", "The aim is", "Booking now", "longest wait"]
    at = [
        next(number for number, (text, _) in enumerate(found) if title in text.replace("\n", " ")) for title in titles
    ]
    assert at == sorted(set(at))
    assert 4 <= len(found) <= 9
    for number, (text, _) in enumerate(found, 1):
        assert f"{number} / {len(found)}" in text
        assert len(text.split()) > 8, f"page {number} is empty"
