"""In someone's own MkDocs project, what is theirs stays, and both are named."""

import html
import logging
import re

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from sevenstep.publishing.site.plugin import SevenstepPlugin

TITLE = """A & B <C> "'</title><script>alert(1)</script>"""


@pytest.fixture
def built(tmp_path, caplog):
    """Builds a project with some files of its own; gives the site, and what was said."""
    model = tmp_path / "engagement"
    model.mkdir()
    (model / "engagement.yaml").write_text(
        f'id: small\ntitle: "{TITLE.replace(chr(34), chr(92) + chr(34))}"\nlanguages: [en]\n', encoding="utf-8"
    )
    (model / "goals.yaml").write_text(f"goals:\n  G1: {{title: '{TITLE.replace(chr(39), chr(39) * 2)}'}}\n", "utf-8")

    def run(files: dict, folder: str = "model", language: str = "en", **more):
        for name, text in {"index.md": "# Ours\n", **files}.items():
            path = tmp_path / "docs" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        (tmp_path / "mkdocs.yml").write_text("site_name: Ours\n", encoding="utf-8")
        more = {"theme": {"name": "material", "features": ["navigation.footer"]}, **more}
        config = load_config(str(tmp_path / "mkdocs.yml"), plugins=["search"], **more)
        plugin = SevenstepPlugin()
        plugin.load_config({"model": str(model), "language": language, "folder": folder})
        config.plugins["sevenstep"] = plugin
        caplog.set_level(logging.WARNING)
        build(config)
        return tmp_path / "site", [one.message for one in caplog.records if one.message.startswith("sevenstep: ")]

    return run


@pytest.mark.parametrize("directories", [True, False])
@pytest.mark.parametrize("nav", [None, [{"Start": "index.md"}]])
def test_a_page_of_theirs_stays_and_ours_is_still_reached(built, directories, nav):
    site, said = built(
        {"model/goals/G1.md": "# Theirs\n", "model/index.md": "# In"}, use_directory_urls=directories, nav=nav
    )
    theirs = "model/goals/G1/index.html" if directories else "model/goals/G1.html"
    assert "Theirs" in (site / theirs).read_text(encoding="utf-8")
    assert ">In<" in (site / "model" / "index.html").read_text(encoding="utf-8")
    assert len(said) == 2
    assert "model/index.md is kept, so “Overview” of the model (model/index.html) is left out" in said[0]
    assert "model/goals/G1.md is kept" in said[1] and TITLE in said[1]
    leads = re.findall(r'href="(goals/[^"]*)"', (site / "model" / "step1_goals.html").read_text(encoding="utf-8"))
    assert set(leads) - {"goals/G1/"} == {"goals/G1.html"}  # the other one is in the navigation
    page = (site / "model" / "goals" / "G1.html").read_text(encoding="utf-8")
    assert ("ss-kicker" in page) is directories


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("model/README.md", "model/index.html"),
        ("model/assets/sevenstep.css", "model/assets/sevenstep.css"),
        ("model/assets/review.js", "model/assets/review.js"),
        ("model/tour.html", "model/tour.html"),
        ("model/assets/pictures/goal-tree.svg", "model/assets/pictures/goal-tree.svg"),
    ],
)
def test_what_is_built_to_the_same_place_is_theirs(built, name, target):
    site, said = built({name: "theirs"})
    assert "theirs" in (site / target).read_text(encoding="utf-8")
    assert len(said) == 1
    assert said[0].startswith(f"sevenstep: {name} is kept") and f"({target})" in said[0]


def test_without_a_folder_their_start_page_stays(built):
    site, said = built({}, folder="", nav=["index.md"])
    start = (site / "index.html").read_text(encoding="utf-8")
    assert ">Ours</h1>" in start and 'href="tour.html"' in start
    assert said[0].startswith("sevenstep: index.md is kept")
    assert (site / "goals" / "G1.html").is_file()


@pytest.mark.parametrize(
    ("name", "language", "part"),
    [
        ("model/goals/g1.html", "en", "differ in case only"),
        ("MODEL/tour.html", "zh", "只差大小写"),
        ("model/goals", "en", "one is a file"),
        ("model/Assets/sevenstep.css", "en", "differ in case only"),
    ],
)
def test_names_that_some_systems_take_for_one_are_refused(built, caplog, name, language, part):
    with pytest.raises(Abort):
        built({name: "theirs"}, language=language)
    assert part in caplog.text and name in caplog.text


def test_what_they_exclude_is_not_in_the_way(built):
    site, said = built({"model/goals/G1.md": "# Theirs\n"}, exclude_docs="/model/goals/*", nav=None)
    assert said == []
    assert "ss-kicker" in (site / "model" / "goals" / "G1.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
def test_titles_are_shown_as_typed_in_any_theme(built, theme):
    site, _ = built({}, theme={"name": theme, "features": ["navigation.footer"]} if theme == "material" else theme)
    for name in ("model/tour.html", "model/goals/G1.html", "model/index.html"):
        page = (site / name).read_text(encoding="utf-8")
        assert "<script>alert" not in page and "<C>" not in page and "&amp;lt;" not in page
    page = (site / "model" / "goals" / "G1.html").read_text(encoding="utf-8")
    assert html.unescape(re.search("<title>(.*?)</title>", page, re.DOTALL)[1]).strip().startswith(TITLE)
