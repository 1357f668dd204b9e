"""What can be drawn, on which pages it stands, and what a new picture needs."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sevenstep.chain.pictures import picture_names, pictures_of, pictures_on
from sevenstep.diagrams.output import dot_text
from sevenstep.diagrams.pictures import catalogue
from sevenstep.method import STEPS


def test_every_element_leads_to_its_page_in_every_picture(tiny, drawing):
    for name in catalogue.names(tiny):
        picture = drawing(name)
        told = dot_text.dot(picture)
        marks = sum("URL=" in line and 'class="grid-mark' in line for line in told.splitlines())
        assert told.count("URL=") - marks == picture.elements  # a mark where two elements meet counts neither


def test_pages_name_only_pictures_that_can_be_drawn(tiny, drawing):
    for step in STEPS:
        for name in pictures_on(step.number):
            assert drawing(name).content or name not in picture_names(tiny)
    for element in tiny.elements.values():
        for name in pictures_of(tiny, element):
            assert drawing(name).name == name


@pytest.mark.parametrize(
    "name", ["", "flow", "flow/", "flow/G1", "flow/nowhere", "trace/", "goal-tree/G1", "data-lineage/G1"]
)
def test_unknown_names_are_refused(drawing, name):
    with pytest.raises(LookupError):
        drawing(name)


def test_a_picture_that_an_element_has_not_is_refused(checked):
    """A path that is told only once has no change to draw, a flow without steps no lanes."""
    model = "paths: {p: {title: P}}\nflows: {f: {title: F, variant: as-is}}\n"
    for name in ("path-change/p", "flow/f", "collaboration/p"):
        with pytest.raises(LookupError):
            catalogue.draw(checked(model).chain, name, "en", lambda _element: None)


def test_an_empty_engagement_has_no_pictures(checked):
    assert catalogue.names(checked("").chain) == []


def test_pictures_of_ten_thousand_elements_stay_small(tmp_path):
    import runpy
    import sys

    from sevenstep import pipeline
    from sevenstep.diagrams.output.render import render
    from sevenstep.diagrams.output.rendered import Rendered

    generator = Path(__file__).parents[3] / "benchmarks" / "generate.py"
    before = sys.argv
    sys.argv = [str(generator), "10000", str(tmp_path / "big")]
    try:
        runpy.run_path(str(generator), run_name="__main__")
    finally:
        sys.argv = before
    chain = pipeline.check(tmp_path / "big").chain
    whole = [name for name in catalogue.names(chain) if "/" not in name]
    assert len(whole) == 10
    drawings = [catalogue.draw(chain, name, "en", lambda _element: None) for name in whole]
    assert max(one.elements for one in drawings) <= 120
    assert all(isinstance(one, Rendered) for one in render(drawings))


ROOT = Path(__file__).parents[3]
NEW = '''"""A picture for a test: every goal on a card."""

from sevenstep.chain.graph import Chain
from sevenstep.chain.pictures import picture_names, GOAL_CARDS
from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.scene import Link, Ranks, Scene
from sevenstep.language import Language
from sevenstep.model.step1_goals import Goal


def draw(chain: Chain, language: Language, link: Link) -> Scene:
    """The goals."""
    canvas = Canvas(chain, GOAL_CARDS.name, GOAL_CARDS.title, language, link, Ranks())
    for goal in chain.engagement.of(Goal):
        canvas.element(goal)
    return canvas.scene()
'''
ROW = 'GOAL_CARDS: Final = WholePicture("goal-cards", Text(zh="目标卡片", en="Goal cards"), Goal, (1, Goal))\n'
TINY = Path(__file__).parents[1] / "engagement"


@pytest.fixture
def house(tmp_path):
    """A copy of the package, its templates and scripts, and a way to run Python there."""
    for folder in ("sevenstep", "templates", "site"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))

    def run(*words):
        command = [sys.executable, "-X", "utf8", *map(str, words)]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)

    return tmp_path, run


def replaced(file, old, new):
    text = file.read_text(encoding="utf-8")
    assert old in text, file
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_new_picture_is_a_row_and_a_file_and_who_draws_it(house):
    copy, run = house
    rows = copy / "sevenstep/chain/pictures.py"
    replaced(rows, "GOAL_TREE: Final =", f"{ROW}GOAL_TREE: Final =")
    replaced(rows, "    CHAIN,\n", "    CHAIN,\n    GOAL_CARDS,\n")
    forgotten = run("-c", "import sevenstep.diagrams.pictures.catalogue")
    assert "nothing draws the picture goal-cards: say what does in" in forgotten.stderr

    pictures = copy / "sevenstep/diagrams/pictures"
    (pictures / "goal_cards.py").write_text(NEW, encoding="utf-8")
    replaced(pictures / "catalogue.py", "    CHAIN,\n", "    CHAIN,\n    GOAL_CARDS,\n")
    replaced(pictures / "catalogue.py", "    goal_tree,\n", "    goal_cards,\n    goal_tree,\n")
    replaced(pictures / "catalogue.py", "    GOAL_TREE: ", "    GOAL_CARDS: goal_cards.draw,\n    GOAL_TREE: ")
    assert "goal-cards" in run("-m", "sevenstep", "draw", TINY, "--list").stdout.split()
    assert (
        "goal-cards" in run("-m", "sevenstep", "draw", TINY, "goal-card", "--out", copy / "out", "--lang", "en").stderr
    )  # did you mean

    site = copy / "public"
    built = run("-m", "sevenstep", "build", TINY, "--out", site)
    assert built.returncode == 0, built.stderr
    pages = ("step1_goals.html", "print.html", "goals/G1.html")
    for page in pages:
        assert 'data-picture="goal-cards"' in (site / page).read_text(encoding="utf-8"), page
