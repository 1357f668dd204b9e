"""The page for printing, and the words on every page about which model it shows."""

import re

from sevenstep.publishing.context import make_context
from sevenstep.publishing.navigation import pages
from sevenstep.publishing.pages.print_view import print_view
from sevenstep.publishing.views import Figure, Html

MODEL = """
goals: {G1: {title: {zh: 目标, en: Goal}}}
flows:
  flow:
    title: Flow
    variant: as-is
    steps: {s: {title: s, type: start}, a: {title: a}, e: {title: e, type: end}}
"""


def context(checked, *names: str):
    figures = {name: Figure(name, name, Html("<svg></svg>"), f"{name}.svg") for name in names}
    return make_context(checked(MODEL), "en", figures)


def test_figures_are_numbered_in_their_order(checked):
    seen = print_view(context(checked, "chain", "goal-tree", "flow/flow"))
    assert [(plate.number, plate.figure.name) for plate in seen.plates] == [
        (1, "chain"),
        (2, "goal-tree"),
        (3, "flow/flow"),
    ]


def test_contents_and_list_of_figures_lead_to_what_they_name(checked):
    page = next(page for page in pages(context(checked, "chain", "flow/flow")) if page.path == "print")
    assert not page.search
    for target in re.findall(r'href="#([^"]+)"', page.html):
        assert f'id="{target}"' in page.html


def test_every_page_says_which_model_it_shows(checked):
    editions = {re.search(r'ss-edition"[^>]*>([^<]+)<', page.html)[1] for page in pages(context(checked))}
    assert len(editions) == 1
    assert re.fullmatch(
        r"Model version – · fingerprint [0-9a-f]{10} · built \d{4}-\d\d-\d\d · sevenstep .+", editions.pop()
    )


def test_the_fingerprint_follows_the_content(checked):
    line = make_context(checked(MODEL), "en", {}).version_line
    same = make_context(checked(MODEL), "en", {}).version_line
    other = make_context(checked(MODEL.replace("Goal", "Aim")), "en", {}).version_line
    assert line == same != other


def test_a_picture_in_rows_is_printed_as_them_and_shown_whole(checked):
    rows = tuple(Figure(f"flow/flow/row/{at}", "Flow", Html(f"<svg>row {at}</svg>"), "") for at in (1, 2))
    whole = Figure("flow/flow", "Flow", Html("<svg>whole</svg>"), "f.svg", sheet="large-wide", rows=rows)
    made = {page.path: page.html for page in pages(make_context(checked(MODEL), "en", {"flow/flow": whole}))}
    printed = made["print"]
    assert 'class="ss-plate ss-sheet-large-wide ss-cut"' in printed and ">whole<" not in printed
    assert printed.index("Row 1 of 2") < printed.index("row 1") < printed.index("Row 2 of 2") < printed.index("row 2")
    shown = made["flows/flow"]
    assert ">whole<" in shown and shown.count('<div class="ss-row">') == 2
