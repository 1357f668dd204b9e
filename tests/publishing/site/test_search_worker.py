"""The mend of the theme's search script."""

from pathlib import Path

import material

from sevenstep.publishing.site.search_worker import mended

WORKERS = Path(material.__file__).parent / "templates" / "assets" / "javascripts" / "workers"


def test_one_bound_of_the_themes_script_is_mended():
    (script,) = WORKERS.glob("search.*.js")
    before = script.read_text(encoding="utf-8")
    after = mended(before)
    assert len(after) == len(before) + 1
    assert mended(after) == after


def test_another_script_is_left_as_it_is():
    assert mended("for(let j=0;j<n.length;j++)n.slice(0,j)in e") == "for(let j=0;j<n.length;j++)n.slice(0,j)in e"
