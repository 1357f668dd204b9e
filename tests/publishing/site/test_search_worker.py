"""The mend of the theme's search script."""

from pathlib import Path

import material

from sevenstep.publishing.site.search_worker import patched

WORKERS = Path(material.__file__).parent / "templates" / "assets" / "javascripts" / "workers"


def test_one_bound_of_the_themes_script_is_patched():
    (script,) = WORKERS.glob("search.*.js")
    before = script.read_text(encoding="utf-8")
    after = patched(before)
    assert len(after) == len(before) + 1
    assert patched(after) == after


def test_another_script_is_left_as_it_is():
    assert patched("for(let j=0;j<n.length;j++)n.slice(0,j)in e") == "for(let j=0;j<n.length;j++)n.slice(0,j)in e"
