"""Why an element exists: a ribbon up to a goal on its page, the same at a terminal and in the explorer."""

import html
import re
from pathlib import Path

import pytest

from sevenstep import pipeline
from sevenstep.publishing.context import make_context
from sevenstep.publishing.pages.explorer_view import explorer_view
from sevenstep.publishing.pages.neighbourhood import strip
from sevenstep.publishing.pages.reason import reason
from sevenstep.publishing.rendering import element_page
from sevenstep.report import element as element_report

CORRIDOR = Path(__file__).parents[3] / "models" / "western-corridor"


@pytest.fixture(scope="module")
def corridor():
    checked = pipeline.check(CORRIDOR)
    return {language: make_context(checked, language, {}) for language in ("zh", "en")}


def said(context, key: str) -> list[str]:
    return [hop.ref.title for hop in reason(context, key).hops]


def test_a_step_of_a_flow_leads_over_its_item_to_what_that_is_for(corridor):
    assert said(corridor["en"], "booking-asis/pre-declare") == [
        "Booking, as is",
        "Booking and space",
        "Booking lead time",
        "One bill, one booking",
    ]


def test_the_relation_is_told_on_hover(corridor):
    hops = reason(corridor["zh"], "booking-asis").hops
    assert [hop.verb for hop in hops] == ["细化事项", "测算指标", "衡量目标"]


def test_nearly_everything_has_a_reason(corridor):
    context = corridor["en"]
    without = {key for key in context.refs if not reason(context, key).hops and not reason(context, key).fork}
    beside = {key for key in without if context.refs[key].kind in {"phase", "fund", "pool", "layer", "scale"}}
    assert without - beside == {"central-agencies", "municipal-government"}  # they only have parts


def test_what_nothing_tells_apart_is_a_fork(corridor):
    found = reason(corridor["en"], "C1")
    assert found.hops == ()
    assert [ref.id for ref in found.fork] == ["G1.1", "G1.3", "G2.1"]
    assert found.more_open == 1
    assert "4 goals are as close" in found.said
    assert len(found.others) == 4


def test_other_ways_are_counted_in_words_that_fit_one_and_many(corridor):
    context = corridor["en"]
    told = {found.said for key in context.refs if not (found := reason(context, key)).fork}
    assert {"", "1 more reason", "2 more reasons"} <= told
    assert "1 more reasons" not in told


def test_a_page_has_its_ribbon_above_its_title_and_the_other_ways_folded(corridor):
    context = corridor["zh"]
    page = element_page(context, context.chain.elements["booking-asis"]).html
    assert page.index('class="ss-ribbon"') < page.index("<h1")
    assert re.search(r"<details[^>]*><summary>另有 \d+ 条依据</summary>", page)
    ribbon = page[page.index('class="ss-ribbon"') : page.index("</nav>")]
    assert ".yaml" not in ribbon
    assert "它" not in ribbon


@pytest.mark.parametrize("key", ["measure-slots", "finding-transit-import", "customs", "booking-asis", "yard-system"])
def test_the_strip_is_filled_from_the_reason_on_every_kind_of_page(corridor, key):
    context = corridor["zh"]
    steps = strip(context, context.chain.elements[key])
    in_strip = {ref.id for step in steps for ref in step.refs}
    told = {hop.ref.id for hop in reason(context, key).hops} - {key}
    assert told <= in_strip
    assert sum(bool(step.refs) or step.here for step in steps) >= 6


def test_the_strip_of_a_customs_flow_has_only_functions_of_customs(corridor):
    steps = strip(corridor["zh"], corridor["zh"].chain.elements["declaration-asis"])
    assert {ref.id for ref in steps[2].refs if ref.kind == "function"} <= {
        "declaration",
        "document-review",
        "inspection-release",
        "duties-taxes",
    }


MODELS = (CORRIDOR, CORRIDOR.parent / "compute-network", CORRIDOR.parent / "regional-competitiveness")


@pytest.mark.parametrize("model", MODELS, ids=lambda path: path.name)
def test_page_terminal_and_explorer_give_one_answer(model):
    """For every element: the ribbon on its page, what `show` says, and what the script of the explorer follows."""
    checked = pipeline.check(model)
    context = make_context(checked, "zh", {})
    explorer = explorer_view(context)
    numbers = {row[0]: number for number, row in enumerate(explorer["elements"])}
    told = 0
    for key, element in context.chain.elements.items():
        answer = reason(context, key)
        expected = [hop.ref.title for hop in (answer.others[0] if answer.fork else answer.hops)]
        assert on_terminal(checked, element) == expected
        if key in numbers:
            assert in_explorer(explorer, numbers[key]) == expected
            if not answer.fork:
                assert on_page(context, element) == expected
            told += bool(expected)
    assert told > 40


def on_terminal(checked, element) -> list[str]:
    found = (str(line) for line in element_report.lines(checked, element, "", "zh"))
    why = next((line for line in found if line.startswith("  存在依据：")), "")
    return re.findall(r"(?:^  存在依据：| › )(.+?) \([^()\s]+\)(?= › |$)", why)


def on_page(context, element) -> list[str]:
    page = element_page(context, element).html
    ribbon = re.search(r'<nav class="ss-ribbon".*?<ol>(.*?)</ol>', page, re.DOTALL)
    return [html.unescape(title) for title in re.findall(r"<a [^>]*>(.*?)</a>", ribbon[1])] if ribbon else []


def in_explorer(explorer, at: int) -> list[str]:
    """The hops as `reasonOf` of site/scripts/explorer/chain.js reads them."""
    titles = [row[2] for row in explorer["elements"]] + [row[0] for row in explorer["passed"]]
    return [titles[number] for number in explorer["reasons"][at][3::2]]


def test_a_model_without_goals_ends_in_no_way(checked):
    context = make_context(checked("id: x\ntitle: X\nindicators:\n  i: {title: I}\n"), "en", {})
    assert reason(context, "i").hops == ()
    assert reason(context, "i").without
