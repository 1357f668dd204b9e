"""Each picture of the tiny engagement as a reader sees it; ``pytest --update-golden`` writes it anew.

How a scene is told to the engine is pinned for a few: laid out by us, by the engine, and with frames and symbols.
"""

from pathlib import Path

import pytest

from sevenstep.diagrams.looks import style
from sevenstep.diagrams.output.dot_text import dot
from sevenstep.diagrams.pictures import catalogue
from tests.diagrams.seen import seen

GOLDEN = Path(__file__).parent / "golden"
PICTURES = (
    "chain",
    "goal-tree",
    "indicator-tree",
    "architecture-map",
    "domain-map/transport",
    "place-map",
    "collaboration-network",
    "scenario-map",
    "priority",
    "data-lineage",
    "blueprint",
    "interface-matrix",
    "data-sharing",
    "collaboration/rail-sea",
    "partners/forwarder",
    "system-data/rail-system",
    "data-lineage/booking-form",
    "flow/booking-asis",
    "flow/booking-tobe",
    "flow-data/booking-asis",
    "flow-difference/booking-tobe",
    "route/to-the-sea",
    "trace/rail-sea",
)


TOLD = ("goal-tree", "scenario-map", "flow/booking-tobe")


@pytest.mark.parametrize("name", PICTURES)
def test_what_is_seen(name, drawing, golden):
    golden(GOLDEN / f"{name.replace('/', '~')}.txt", seen(drawing(name, "en")))


def test_what_is_seen_in_chinese(drawing, golden):
    golden(GOLDEN / "flow~booking-asis.zh.txt", seen(drawing("flow/booking-asis", "zh")))


@pytest.mark.parametrize("name", TOLD)
def test_what_the_engine_is_told(name, drawing, golden):
    golden(GOLDEN / f"{name.replace('/', '~')}.dot", dot(drawing(name, "en")))


def test_style_sheet(golden):
    golden(GOLDEN / "pictures.css", style.css(".sevenstep-picture"))


def test_no_golden_file_is_left_behind():
    """A file that no test compares would look like a promise that nobody keeps."""
    compared = {f"{name.replace('/', '~')}.txt" for name in PICTURES} | {
        f"{name.replace('/', '~')}.dot" for name in TOLD
    }
    compared |= {"flow~booking-asis.zh.txt", "pictures.css", "five-actions.en.txt", "five-actions.zh.txt"}
    assert {file.name for file in GOLDEN.iterdir()} == compared


def test_every_picture_that_is_drawn_by_default_is_here_but_for_its_twins(tiny):
    assert {name.partition("/")[0] for name in catalogue.names(tiny)} == {
        name.partition("/")[0] for name in PICTURES
    } - {"trace"}


def test_the_same_bytes_in_another_process(drawing):
    """Nothing in a picture may hang on the order of sets, which changes from process to process."""
    import os
    import subprocess
    import sys

    program = (
        "import sys; from pathlib import Path\n"
        "from sevenstep import pipeline; from sevenstep.diagrams.pictures import catalogue\n"
        "from sevenstep.diagrams.output.dot_text import dot\n"
        "chain = pipeline.check(Path(sys.argv[1])).chain\n"
        "for name in sys.argv[2:]: sys.stdout.write(dot(catalogue.draw(chain, name, 'en', lambda e: None)))"
    )
    command = [sys.executable, "-c", program, str(Path(__file__).parents[1] / "engagement"), *PICTURES]
    said = {
        subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1
