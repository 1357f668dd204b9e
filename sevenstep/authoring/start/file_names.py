"""Names of files that say what is in them, and nothing of the engagement that they are taken from."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from sevenstep.method import STAGES
from sevenstep.model.kinds import KINDS
from sevenstep.source.files import HEADER_FILE

_WORD: Final = re.compile(r"[^\W_]+")
_WORDS: Final = frozenset(
    word
    for said in (
        *(kind.KIND.name for kind in KINDS.values()),
        *(kind.KIND.section for kind in KINDS.values()),
        *(stage.stem for stage in STAGES),
        *(stage.title.for_language("en").casefold() for stage in STAGES),
        HEADER_FILE.partition(".")[0],
        "to be as is frame step",
    )
    for word in _WORD.findall(said)
)
"""The words of the method: a name that is made of them tells nothing of a client."""


def new_names(files: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """The new name of each file, by its old one; `files` are the sections that each holds."""
    folders: dict[str, str] = {}
    taken: set[str] = set()
    found: dict[str, str] = {}
    for name, sections in files.items():
        *above, last = name.split("/")
        place = [_plain_folder(folder, folders) for folder in above]
        stem = last.rpartition(".")[0]
        first = next(iter(sections), "part")
        new = "/".join((*place, f"{stem if _is_plain(stem) else first}.yaml"))
        number = 1
        while new.casefold() in taken:
            number += 1
            new = "/".join((*place, f"{first}-{number}.yaml"))
        taken.add(new.casefold())
        found[name] = new
    return found


def _plain_folder(folder: str, known: dict[str, str]) -> str:
    if folder not in known:
        number = sum(new != old for old, new in known.items()) + 1
        known[folder] = folder if _is_plain(folder) else f"part-{number}"
    return known[folder]


def _is_plain(stem: str) -> bool:
    words = _WORD.findall(stem.casefold())
    return bool(words) and all(word in _WORDS for word in words)
