"""A patch of the theme's search in the browser, for Chinese.

The theme cuts a Chinese query into words of the index, but its loop ends before the last character: for a word of two
characters it searches for the first one only. The bound is patched in the copy that a site gets; where a later version
of the theme reads otherwise, its copy is left as it is.
"""

import re
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

_FOLDER: Final = "assets/javascripts/workers/search."
_LOOP: Final = re.compile(r"(for\(let (\w+)=(\w+)\+1;\2)<((\w+)\.length;\2\+\+\)\5\.slice\(\3,\2\)in)")


def patch(files: Files, config: MkDocsConfig) -> None:
    """Put the patched script in the place of the theme's."""
    for file in list(files):
        if file.src_uri.startswith(_FOLDER) and file.src_uri.endswith(".js"):
            files.remove(file)
            files.append(File.generated(config, file.src_uri, content=patched(file.content_string)))


def patched(script: str) -> str:
    """The script with every character of a query looked at."""
    return _LOOP.sub(r"\1<=\4", script)
