from collections.abc import Callable

import pytest

from sevenstep.lsp.completion import offers
from sevenstep.lsp.navigation import definition_of, mention_at, references_of
from sevenstep.lsp.open_engagement import OpenEngagement

Opened = Callable[..., OpenEngagement]
MODEL = """
goals:
  G1: {title: {zh: 更快通关, en: Faster clearance}}
indicators:
  I1: {title: {zh: 通关时间, en: Clearance time}, measures: G1, unit: h, direction: decrease, baseline: 36 h}
"""
FILE = "chapters/story.md"


def ask(engagement: OpenEngagement, text: str) -> list[str]:
    before, after = text.split("¦")
    column = len(before) - before.rfind("\n")
    found = offers(engagement, FILE, before + after, before.count("\n") + 1, column, "zh")
    return [offer.insert for offer in found]


@pytest.mark.parametrize("typed", ["[[G¦", "[[更快¦", "[[gktg¦"])
def test_ids_in_links(opened: Opened, typed: str) -> None:
    assert ask(opened(MODEL), f"# A\n\nSee {typed}\n") == ["G1]]"]


def test_a_mark_that_is_closed_is_not_closed_again(opened: Opened) -> None:
    assert ask(opened(MODEL), "[[G¦]]") == ["G1"]


def test_what_a_macro_takes(opened: Opened) -> None:
    engagement = opened(MODEL)
    assert ask(engagement, "{{pic¦") == ["picture "]
    assert ask(engagement, "{{value ¦") == ["I1"]
    assert "target" in ask(engagement, "{{value I1 ¦}}")
    assert "goal-tree" in ask(engagement, "{{picture goal¦}}")
    assert ask(engagement, "{{table rac¦}}")[0] == "raci"


def test_nothing_outside_of_marks(opened: Opened) -> None:
    assert not ask(opened(MODEL), "G¦")
    assert not ask(opened(MODEL), "[[G1]] and G¦")


def test_from_a_chapter_to_the_element_and_back(opened: Opened) -> None:
    engagement = opened(MODEL)
    (engagement.folder / "chapters").mkdir()
    (engagement.folder / FILE).write_text("# A\n\n通关 [[G1|first]] and {{value I1}}.\n", encoding="utf-8")
    engagement.check()
    mention = mention_at(engagement, FILE, 3, 7)
    assert mention is not None
    assert mention.element == "G1"
    assert not mention.is_definition
    spot = definition_of(engagement, "G1")
    assert spot is not None
    assert spot.file == "engagement.yaml"
    assert FILE in {spot.file for spot in references_of(engagement, "G1")}
    assert FILE in {spot.file for spot in references_of(engagement, "I1")}
