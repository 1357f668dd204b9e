"""Frames stand before and after the seven steps, for those of which the model says anything."""

from sevenstep.publishing.context import make_context
from sevenstep.publishing.navigation import pages
from sevenstep.publishing.pages.frame_view import frames_of
from sevenstep.publishing.pages.home_view import home_view
from sevenstep.publishing.pages.print_view import print_view

STEPS = """
goals: {G1: {title: Fast}}
"""
FRAMES = """
scales: {grade: {title: Grade, levels: {1: Low, 2: High}}}
phases: {first: {title: First phase, start: 2024-01, end: 2024-12}}
"""


def test_a_model_without_frames_has_no_page_and_no_word_of_them(checked):
    context = make_context(checked(STEPS), "en", {})
    assert not frames_of(context)
    assert not {"Before the steps", "After the steps"} & {page.group for page in pages(context)}
    assert all(not frames for _, frames in home_view(context).frames)


def test_frames_stand_around_the_steps_in_navigation_overview_and_print(checked):
    context = make_context(checked(STEPS + FRAMES), "en", {})
    groups = [page.group for page in pages(context) if page.listed and page.group]
    assert [group for at, group in enumerate(groups) if group not in groups[:at]][:3] == [
        "Before the steps",
        "The seven steps",
        "After the steps",
    ]
    told = [(heading, [frame.stem for frame in frames]) for heading, frames in home_view(context).frames]
    assert told == [("Before the steps", ["assessment"]), ("After the steps", ["programme"])]
    titles = [chapter.title for chapter in print_view(context).chapters]
    assert titles.index("Assess") == 0 and titles.index("Carry out") == 8


def test_the_page_of_a_frame_has_its_elements_but_the_chain_has_not(checked):
    context = make_context(checked(STEPS + FRAMES), "en", {})
    page = next(page for page in pages(context) if page.path == "programme")
    assert "First phase" in page.html and "After the steps" in page.html
    assert sum(step.elements for step in context.coverage) == 1
    assert home_view(context).elements == 3
