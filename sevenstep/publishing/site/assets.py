"""The style sheets and scripts that every site brings along."""

from pathlib import Path
from typing import Any, Final

from sevenstep import resources
from sevenstep.diagrams.looks import style
from sevenstep.diagrams.looks.finding_marks import MARKS
from sevenstep.diagrams.looks.palette import Scheme, colours
from sevenstep.diagrams.output.picture import SCOPE
from sevenstep.language import LANGUAGES
from sevenstep.memory import per_process
from sevenstep.publishing.site.scripts import joined, names
from sevenstep.publishing.words.words_numbers import COLUMNS
from sevenstep.publishing.words.words_pictures import SCRIPT as OF_PICTURES
from sevenstep.publishing.words.words_review import SCRIPT
from sevenstep.review.comments import browser_format

WORKER = "assets/iframe-worker.js"
"""Runs the search without a server; the theme loads it itself."""
_OF_ONE_PAGE = frozenset({WORKER, "assets/explorer.js", "assets/tour.js"})
"""Scripts that only the page loads that needs them."""
PREVIEW: Final = "preview.js"
"""Watches for a change; only the live preview has it, within each page."""
SEARCH: Final = "search.js"
"""Takes the place of a script of the theme, under its name."""
SHEET: Final = (
    "tokens",
    "base",
    "links",
    "heads",
    "conclusions",
    "ribbon",
    "progress",
    "moves",
    "tiles",
    "home",
    "chapters",
    "facts",
    "tables",
    "tones",
    "beginning",
    "analysis",
    "verdicts",
    "assessment",
    "tour",
    "paper",
    "explorer",
    "pictures",
    "heat",
    "tabs",
    "flow_steps",
    "outline",
    "rules",
    "parties",
    "programme",
    "navigation",
    "translations",
    "changes",
    "search",
)
"""The parts of the style sheet, in the order of the cascade."""
_RENAMED = {"paper": "ss-paper", "ink": "ss-ink", "muted": "ss-soft", "hair": "ss-line", "band": "ss-wash"}
_RENAMED |= {"accent": "ss-accent", "hold": "ss-hold", "good": "ss-good", "finding": "ss-bad"}
_RENAMED |= {"heat": "ss-wait", "wait": "ss-wait-ink"}


@per_process
def assets() -> dict[str, bytes]:
    """The files by their path in the site."""
    found = {
        f"assets/{name}": script(name) for name in names(resources.site() / "scripts") if name not in {PREVIEW, SEARCH}
    }
    styles = resources.site() / "styles"
    found["assets/review.css"] = (styles / "review.css").read_bytes()
    found["assets/sevenstep.css"] = _sheet(styles / "sevenstep").encode()
    return dict(sorted(found.items()))


def scripts() -> list[str]:
    """The scripts that every page loads, by their path in the site."""
    return [path for path in assets() if path.endswith(".js") and path not in _OF_ONE_PAGE]


def script(name: str, **given: Any) -> bytes:
    """A script with what is handed to it: what Python and the browser must agree upon is said in Python only."""
    return joined(resources.site() / "scripts", name, given or _given().get(name, {})).encode()


def _given() -> dict[str, dict[str, Any]]:
    each = list(enumerate(LANGUAGES))

    def in_each(words: dict[str, tuple[str, str]]) -> dict[str, dict[str, str]]:
        return {language: {key: said[index] for key, said in words.items()} for index, language in each}

    return {
        "pictures.js": {"findingMarks": list(MARKS.values()), "words": in_each(OF_PICTURES)},
        "tables.js": {"columns": in_each(COLUMNS)},
        "review.js": {"words": in_each(SCRIPT), "file": browser_format()},
    }


def _sheet(folder: Path) -> str:
    """The style sheet: the colours and looks of the pictures, and what is ours, a part of the pages at a time."""
    parts = ((folder / f"{name}.css").read_text(encoding="utf-8") for name in SHEET)
    light, dark = _properties("light", ":root"), _properties("dark", '[data-md-color-scheme="slate"]')
    return "\n".join((light, dark, style.css(SCOPE), *parts))


def _properties(scheme: Scheme, selector: str) -> str:
    """The colours of the pictures for the pages around them; those that are no step's get a prefix of their own."""
    listed = "; ".join(f"--{_RENAMED.get(name, name)}: {value}" for name, value in colours(scheme).items())
    return f"{selector} {{ {listed} }}"
