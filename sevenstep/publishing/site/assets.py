"""The style sheets and scripts that every site brings along."""

import json

from sevenstep.diagrams.looks import style
from sevenstep.diagrams.looks.palette import Scheme, colours
from sevenstep.diagrams.output.picture import SCOPE
from sevenstep.language import LANGUAGES
from sevenstep.memory import per_process
from sevenstep.publishing import resources
from sevenstep.publishing.words.words_review import SCRIPT

WORKER = "assets/iframe-worker.js"
"""Runs the search without a server; the theme loads it itself."""
_OF_ONE_PAGE = frozenset({WORKER, "assets/explorer.js", "assets/tour.js"})
"""Scripts that only the page loads that needs them."""
_RENAMED = {"paper": "ss-paper", "muted": "ss-muted", "hair": "ss-hair", "band": "ss-band", "finding": "ss-bad"}
_RENAMED |= {"wait": "ss-wait", "good": "ss-good"}


@per_process
def assets() -> dict[str, bytes]:
    """The files by their path in the site."""
    folders = (resources.site() / name for name in ("scripts", "styles"))
    files = sorted((path for folder in folders for path in folder.iterdir()), key=lambda path: path.name)
    found = {f"assets/{path.name}": path.read_bytes() for path in files}
    sheet = "\n".join((_properties("light", ":root"), _properties("dark", '[data-md-color-scheme="slate"]')))
    own = found["assets/sevenstep.css"].decode("utf-8")
    found["assets/sevenstep.css"] = f"{sheet}\n{style.css(SCOPE)}\n{own}".encode()
    found["assets/review.js"] = _script_words().encode("utf-8") + found["assets/review.js"]
    return found


def scripts() -> list[str]:
    """The scripts that every page loads, by their path in the site."""
    return [path for path in assets() if path.endswith(".js") and path not in _OF_ONE_PAGE]


def _script_words() -> str:
    """The words of the script, in both languages; escaped as JSON, they are plain ASCII."""
    tables = {language: {key: said[index] for key, said in SCRIPT.items()} for index, language in enumerate(LANGUAGES)}
    return f"window.sevenstepReviewWords = {json.dumps(tables)};\n"


def _properties(scheme: Scheme, selector: str) -> str:
    """The colours of the pictures for the pages around them; those that are no step's get a prefix of their own."""
    listed = "; ".join(f"--{_RENAMED.get(name, name)}: {value}" for name, value in colours(scheme).items())
    return f"{selector} {{ {listed} }}"
