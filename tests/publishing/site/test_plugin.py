"""The plugin inside someone's own MkDocs project."""

from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from sevenstep.publishing.site.plugin import SevenstepPlugin

ROOT = Path(__file__).parents[3]


def project(folder: Path, model: Path, **more):
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text("# Ours\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text("site_name: Ours\ntheme: material\n", encoding="utf-8")
    config = load_config(str(folder / "mkdocs.yml"), plugins=["search"], **more)
    plugin = SevenstepPlugin()
    plugin.load_config({"model": str(model), "language": "en"})
    config.plugins["sevenstep"] = plugin
    return config


@pytest.mark.parametrize("nav", [None, [{"Start": "index.md"}]])
def test_adds_its_pages_and_leaves_theirs(tmp_path, nav):
    build(project(tmp_path, ROOT / "tests" / "models" / "compute-network", nav=nav))
    site = tmp_path / "site"
    assert "Ours" in (site / "index.html").read_text(encoding="utf-8")
    page = (site / "model" / "goals" / "G1.html").read_text(encoding="utf-8")
    assert "A smart factory" in page
    assert "model/index.html" in (site / "index.html").read_text(encoding="utf-8")
    assert (site / "model" / "assets" / "sevenstep.css").is_file()


def test_a_missing_model_is_said_in_a_line(tmp_path, caplog):
    with pytest.raises(Abort):
        build(project(tmp_path, tmp_path / "nowhere"))
    assert "sevenstep: There is no folder" in caplog.text
