"""The site while it is written shows what would be published, and a change at once."""

import json
import shutil
from pathlib import Path

import pytest

from sevenstep import pipeline
from sevenstep.publishing.site import live
from sevenstep.publishing.site.live import LiveSite, Theme

ROOT = Path(__file__).parents[3]
MODEL = ROOT / "tests" / "models" / "compute-network"


def themes(folder: Path) -> dict:
    return {language: Theme(folder / language) for language in ("zh", "en")}


@pytest.fixture(scope="module")
def shown(tmp_path_factory) -> LiveSite:
    return LiveSite(pipeline.check(MODEL), MODEL, ("zh", "en"), themes(tmp_path_factory.mktemp("themes")))


def test_every_file_is_the_published_one(shown, site):
    paths = [path.relative_to(site).as_posix() for path in site.rglob("*.*") if path.is_file()]
    pages = [path for path in paths if path.endswith(".html")]
    assert len(pages) > 100
    for path in (*pages, *(path for path in paths if path not in pages)):
        if "search_index" in path or path.endswith((".gz", ".xml", "model.json")) or path.startswith("."):
            continue
        assert shown.read(path) == (site / path).read_bytes(), path


def test_search_finds_the_same(shown, site):
    shown.read("index.html")
    published = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    assert json.loads(shown.read("search/search_index.json")) == published


@pytest.mark.parametrize("path", ["nowhere.html", "goals/", "../../etc/passwd", "a\0b", "assets/pictures/no.svg", "en"])
def test_what_is_not_there_is_not_found(shown, path):
    assert shown.read(path) is None


def test_a_folder_is_its_overview(shown):
    assert shown.read("") == shown.read("index.html")
    assert shown.read("en/") == shown.read("en/index.html")


def test_a_change_is_shown_with_the_frames_there_are(tmp_path, monkeypatch):
    folder = tmp_path / "model"
    shutil.copytree(MODEL, folder)
    kept = themes(tmp_path / "themes")
    before = pipeline.check(folder)
    page = LiveSite(before, folder, ("en",), kept).read("goals/G1.html").decode()
    assert "Quite another aim" not in page
    file = next(path for path in folder.rglob("*.yaml") if "A smart factory" in path.read_text(encoding="utf-8"))
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("A smart factory", "Quite another aim"), encoding="utf-8")
    monkeypatch.setattr(live, "render", lambda *_: pytest.fail("the navigation is the same"))
    after = LiveSite(pipeline.check(folder, previous=before), folder, ("en",), kept)
    assert "Quite another aim" in after.read("goals/G1.html").decode()


def test_a_new_chapter_gets_its_place_in_the_navigation(tmp_path):
    folder = tmp_path / "model"
    shutil.copytree(MODEL, folder)
    kept = themes(tmp_path / "themes")
    LiveSite(pipeline.check(folder), folder, ("en",), kept).read("index.html")
    (folder / "chapters").mkdir(exist_ok=True)
    (folder / "chapters" / "9-new.md").write_text("# A new chapter\n", encoding="utf-8")
    after = LiveSite(pipeline.check(folder), folder, ("en",), kept)
    assert "A new chapter" in after.read("index.html").decode()
    assert "A new chapter" in after.read("chapters/9-new.html").decode()


def test_a_new_title_of_the_engagement_is_shown(tmp_path):
    folder = tmp_path / "model"
    shutil.copytree(MODEL, folder)
    kept = themes(tmp_path / "themes")
    LiveSite(pipeline.check(folder), folder, ("en",), kept).read("index.html")
    header = folder / "engagement.yaml"
    text = header.read_text(encoding="utf-8").replace("Compute and network plan of a car maker", "A & B <C>")
    header.write_text(text, encoding="utf-8")
    page = LiveSite(pipeline.check(folder), folder, ("en",), kept).read("tour.html").decode()
    assert "- A &amp; B &lt;C&gt;</title>" in page
