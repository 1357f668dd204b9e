"""Our search in the place of the theme's."""

from pathlib import Path

import material
import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from sevenstep.publishing.site.assets import SEARCH, assets, script
from sevenstep.publishing.site.search_worker import replace

SCRIPTS = Path(material.__file__).parent / "templates" / "assets" / "javascripts"


@pytest.fixture
def config(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    config = load_config(str(tmp_path / "mkdocs.yml"))
    config.plugins._current_plugin = "sevenstep"  # whose turn it is while a site is built
    return config


def files(config, *paths: str) -> Files:
    return Files([File.generated(config, path, content="theirs") for path in paths])


def test_the_theme_has_the_worker_that_is_replaced_and_speaks_of_the_same_messages():
    assert len(list((SCRIPTS / "workers").glob("search.*.min.js"))) == 1
    (bundle,) = SCRIPTS.glob("bundle.*.min.js")
    said = bundle.read_text(encoding="utf-8")
    for message in ("{type:0,data:{config:", "{type:2,data:", ".type===1}", ".type===3}"):
        assert message in said


def test_ours_takes_its_name_and_what_only_it_needed_is_left_out(config):
    worker = "assets/javascripts/workers/search.0a1b.min.js"
    given = files(config, worker, f"{worker}.map", "assets/javascripts/lunr/min/lunr.da.min.js", "assets/x.css")
    replace(given, config)
    assert sorted(file.src_uri for file in given) == sorted([worker, "assets/x.css"])
    assert given.get_file_from_path(worker).content_bytes == script(SEARCH)
    assert f"assets/{SEARCH}" not in assets()


@pytest.mark.parametrize(
    "paths", [(), ("assets/javascripts/workers/search.a.min.js", "assets/javascripts/workers/search.b.min.js")]
)
def test_another_theme_is_refused_aloud(config, paths):
    with pytest.raises(PluginError, match=r"mkdocs-material.*this version"):
        replace(files(config, *paths), config)
