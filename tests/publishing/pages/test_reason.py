"""Why an element exists: a sentence up to a goal, each hop with the line on which it is written."""

import html
import re
from pathlib import Path

import pytest

from sevenstep import pipeline
from sevenstep.publishing.context import make_context
from sevenstep.publishing.pages.explorer_view import explorer_view
from sevenstep.publishing.pages.reason import reason
from sevenstep.publishing.rendering import element_page
from sevenstep.report import element as element_report

CORRIDOR = Path(__file__).parents[3] / "models" / "western-corridor"


@pytest.fixture(scope="module")
def corridor():
    checked = pipeline.check(CORRIDOR)
    return {language: make_context(checked, language, {}) for language in ("zh", "en")}


def said(context, key: str) -> str:
    return ", which ".join(f"{hop.verb} {hop.ref.title}" for hop in reason(context, key))


def test_a_step_of_a_flow_leads_up_to_the_narrowest_goal(corridor):
    assert said(corridor["en"], "booking-asis/pre-declare") == (
        "is a step of Booking, as is, which details Booking and space, which belongs to Multimodal coordination, which "
        "realizes One booking, which connects Booking and allotment of space, which drives Booking lead time, "
        "which measures One bill, one booking"
    )


def test_elements_beside_the_chain_say_what_ties_them_to_it(corridor):
    ties = {"customs": "为路径承担问责：", "finding-reentry": "出现在", "C1": "要靠目标解决："}
    for key, verb in ties.items():
        hops = reason(corridor["zh"], key)
        assert hops[0].verb == verb
        assert hops[-1].ref.kind == "goal"


def test_nearly_everything_has_a_reason(corridor):
    context = corridor["en"]
    without = {
        key for key, ref in context.refs.items() if ref.kind not in {"goal", "dimension"} and not reason(context, key)
    }
    assert without == {"central-agencies", "municipal-government"}  # they only have parts


def test_the_line_of_a_hop_names_both_ends(corridor):
    """The reference is written on that line, or the list that holds it begins there; a step stands in its flow."""
    context = corridor["en"]
    lines = {
        path.relative_to(CORRIDOR).as_posix(): path.read_text(encoding="utf-8").splitlines()
        for path in CORRIDOR.rglob("*.yaml")
    }
    seen = 0
    for key in context.refs:
        here = key
        for hop in reason(context, key):
            file, _, number = hop.place.rpartition(":")
            text = "\n".join(lines[file][int(number) - 1 : int(number) + 12])
            names = (hop.ref.id, here, here.rpartition("/")[2])
            assert any(re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text) for name in names), (key, hop)
            here = hop.ref.id
            seen += 1
    assert seen > 1000


@pytest.mark.parametrize("model", [CORRIDOR, CORRIDOR.parent / "compute-network"], ids=lambda path: path.name)
def test_page_terminal_and_explorer_give_one_answer(model):
    """For every element: the sentence on its page, what `show` says, and what the script of the explorer follows."""
    checked = pipeline.check(model)
    context = make_context(checked, "zh", {})
    explorer = explorer_view(context)
    numbers = {row[0]: number for number, row in enumerate(explorer["elements"])}
    told = 0
    for key, element in context.chain.elements.items():
        expected = [(hop.verb, hop.ref.title) for hop in reason(context, key)]
        assert on_terminal(checked, element) == expected
        if key in numbers:
            assert in_explorer(explorer, numbers[key]) == expected
            assert on_page(context, element) == expected
            told += bool(expected)
    assert told > 40


def on_terminal(checked, element) -> list[tuple[str, str]]:
    found = (str(line) for line in element_report.lines(checked, element, "", "zh"))
    why = next((line for line in found if line.startswith(f"  {element.id} —")), "")
    return re.findall(r"—(\S+?)→ (.+?) \([^()\s]+\)(?= —|$)", why)


def on_page(context, element) -> list[tuple[str, str]]:
    page = element_page(context, element).html
    why = re.search(r'<p class="ss-why">(.*?)</p>', page, re.DOTALL)
    hops = re.findall(r'<i>(.*?)</i>.*?<a class="ss-ref".*?</span><span[^>]*>(.*?)</span>', why[1]) if why else []
    return [(verb, html.unescape(title)) for verb, title in hops]


def in_explorer(explorer, at: int) -> list[tuple[str, str]]:
    """The path as `pathToGoal` of site/scripts/explorer/chain.js follows it."""
    titles = [row[2] for row in explorer["elements"]] + [row[0] for row in explorer["passed"]]
    path = []
    hop = explorer["hops"][at]
    while hop is not None and len(path) < explorer["most_hops"]:
        verb, to, is_last = hop
        path.append((explorer["verbs"][verb], titles[to]))
        hop = None if is_last else explorer["hops"][to]
    return path


def test_a_model_without_goals_ends_in_no_way(checked):
    context = make_context(checked("id: x\ntitle: X\nindicators:\n  i: {title: I}\n"), "en", {})
    assert reason(context, "i") == ()
