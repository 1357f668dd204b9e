"""Our search in the place of the theme's: same messages, same page elements, another way of finding.

The theme's own (lunr) takes words with digits for others, cannot find the middle of a Chinese word, and finds nothing
at all where a word of the index is one that is not there. What it brings along for other languages is left out.
"""

from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from sevenstep.publishing.site.assets import SEARCH, script

_SCRIPTS: Final = "assets/javascripts/"
_WORKER: Final = f"{_SCRIPTS}workers/search."
_STEMMERS: Final = f"{_SCRIPTS}lunr/"


def replace(files: Files, config: MkDocsConfig) -> None:
    """Put our script in the place of the theme's worker, and leave out its stemmers and what only its makers read."""
    workers = 0
    for file in list(files):
        path = file.src_uri
        if path.startswith(_WORKER) and path.endswith(".js"):
            files.remove(file)
            files.append(File.generated(config, path, content=script(SEARCH)))
            workers += 1
        elif path.startswith(_STEMMERS) or path.endswith(".map"):
            files.remove(file)
    if workers != 1:
        raise PluginError(
            f"mkdocs-material has {workers} files {_WORKER}*.js, not one: this version of it cannot be used, "
            "since search would find nothing"
        )
