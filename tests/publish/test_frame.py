"""A page filled into the frame is the page that MkDocs would have written."""

from pathlib import Path

import pytest

from sevenstep import pipeline
from sevenstep.analysis.analyse import analysis_of
from sevenstep.publish import edition, site_plugin
from sevenstep.publish.edition import Job
from sevenstep.publish.handover import file_of

ROOT = Path(__file__).parents[2]


class Whole(site_plugin.SitePlugin):
    """Gives MkDocs every page as a page of its own."""

    def on_files(self, files, *, config):
        for page in self._made.elements():
            file = file_of(config, "", page, is_listed=False, other=self._other(page))
            self._pages[file.src_uri] = page
            files.append(file)
        return super().on_files(files, config=config)

    def _written(self, site):
        return iter(())


@pytest.fixture(scope="module")
def by_mkdocs(tmp_path_factory) -> Path:
    folder, target = ROOT / "models" / "compute-network", tmp_path_factory.mktemp("whole")
    checked = pipeline.check(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(site_plugin, "SitePlugin", Whole)
        job = Job(checked, analysis_of(checked.chain), folder, "zh", target / "site", other="en", other_root="en/")
        edition.build_edition(job)
    return target / "site"


def test_frames_are_what_mkdocs_writes(site, by_mkdocs):
    pages = sorted(path.relative_to(by_mkdocs) for path in by_mkdocs.rglob("*/*.html") if path.parent.name != "en")
    assert {path.parts[0] for path in pages} >= {"goals", "steps", "flows", "data"}
    for path in pages:
        assert (site / path).read_text(encoding="utf-8") == (by_mkdocs / path).read_text(encoding="utf-8"), path
