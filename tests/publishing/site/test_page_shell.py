"""A page filled into its shell is the page that MkDocs would have written."""

import re
from pathlib import Path

import pytest

from sevenstep import pipeline
from sevenstep.publishing.content import content
from sevenstep.publishing.site import language_build, page_shell, site_plugin
from sevenstep.publishing.site.mkdocs_adapter import file_of, files_of, navigation, put

PRE = re.compile(r"<pre\b.*?</pre>", re.DOTALL)
ROOT = Path(__file__).parents[3]


class Whole(site_plugin.SitePlugin):
    """Gives MkDocs every page as a page of its own, with what is on it."""

    pages = ()

    def on_config(self, config):
        super().on_config(config)
        config.site_name = self._said[page_shell.SITE]
        config.nav = navigation(self._listed, "")
        return config

    def on_files(self, files, *, config):
        self.ours = {}
        for page in self.pages:
            file = file_of(config, "", page, "../" * page.path.count("/") + f"en/{page.path}.html")
            self.ours[file.src_uri] = page
            files.append(file)
        for file in files_of(config, "", self._files):
            files.append(file)
        return files

    def on_page_content(self, html, *, page, config, files):
        ours = self.ours[page.file.src_uri]
        return put(page, ours.html, ours.toc)

    def on_post_page(self, output, *, page, config):
        return output


@pytest.fixture(scope="module")
def by_mkdocs(tmp_path_factory) -> Path:
    folder, target = ROOT / "tests" / "models" / "compute-network", tmp_path_factory.mktemp("whole")
    made = content(pipeline.check(folder), "zh", folder=folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(site_plugin, "SitePlugin", Whole)
        patch.setattr(Whole, "pages", (*made.pages, *made.elements()))
        language_build.render(made.title, made.pages, made.files, "zh", "en", target)
    return target


def test_shells_are_what_mkdocs_writes(site, by_mkdocs):
    pages = {path.relative_to(by_mkdocs) for path in by_mkdocs.rglob("*.html")}
    assert {path.parts[0] for path in pages} >= {"index.html", "matrices.html", "goals", "steps", "flows", "data"}
    assert pages == {path.relative_to(site) for path in site.rglob("*.html") if "en" not in path.parts}
    for path in pages:
        ours, theirs = ((folder / path).read_text(encoding="utf-8") for folder in (site, by_mkdocs))
        assert lines(ours) == lines(theirs), path
        assert PRE.findall(ours) == PRE.findall(theirs), path


def lines(page):
    return [line.strip() for line in page.splitlines() if line.strip()]
