"""The engagement to begin with: small, whole, commented, to be overwritten."""

import re
from collections.abc import Sequence
from pathlib import Path

from sevenstep import resources
from sevenstep.authoring.start.named import Named
from sevenstep.authoring.start.spoken import spoken
from sevenstep.authoring.tidying.tidy import tidied
from sevenstep.language import Language
from sevenstep.source.files import HEADER_FILE, SourceFile
from sevenstep.source.reader import read
from sevenstep.source.written import lines


def blank(named: Named) -> dict[str, str]:
    """The files of a new engagement by name, in its languages."""
    folder = resources.templates() / "start"
    found = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*.yaml"))}
    texts = {name: _read(path, named.languages) for name, path in found.items()}
    return {**texts, HEADER_FILE: _headed(texts[HEADER_FILE], named)}


def _read(path: Path, languages: Sequence[Language]) -> str:
    text = spoken(path.read_text(encoding="utf-8"), languages)
    return tidied(read(SourceFile(path.name, text))) or text  # one language alone needs fewer quotes than both


def _headed(text: str, named: Named) -> str:
    """The header under the name of this engagement: each of these keys has one line of its own in the template."""
    for key, value in named.header().items():
        if value is not None:
            (line,) = lines({key: value})
            text = re.sub(rf"^{key}:.*$", lambda _match, line=line: line, text, count=1, flags=re.MULTILINE)  # type: ignore[misc]
    return text
