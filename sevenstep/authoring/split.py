"""One large file taken apart: a file for each kind of element, named by its step."""

from collections.abc import Collection, Iterator
from typing import Final

from sevenstep.authoring.move import Files
from sevenstep.authoring.opened import Opened
from sevenstep.authoring.proposal import Proposal
from sevenstep.failure import Failure
from sevenstep.language import Text
from sevenstep.method import STEPS, stage
from sevenstep.model.kinds import SECTIONS
from sevenstep.model.suggest import did_you_mean
from sevenstep.source.comments import comments
from sevenstep.source.document import Document
from sevenstep.source.files import HEADER_FILE

_STEPS: Final = frozenset(step.number for step in STEPS)


def file_of(section: str) -> str:
    """The name of the file for a section: ``step2_indicators.yaml``, ``programme_projects.yaml``."""
    number = SECTIONS[section].KIND.step
    stem = f"step{number}" if number in _STEPS else stage(number).stem
    return f"{stem}_{section}.yaml"


def split(here: Opened, names: Collection[str] = ()) -> Proposal:
    """The files with each section in the file of its kind; of those that are named, else of those that hold elements
    of several steps. Proved; raises Failure."""
    for name in names:
        if name not in here.documents:
            raise Failure(
                Text(zh=f"项目里没有文件“{name}”", en=f"The engagement has no file “{name}”"),
                did_you_mean(name, here.documents),
            )
    files = Files(here)
    for document in here.checked.documents:
        if document.name in names or (not names and _is_mixed(document)):
            for section in _sections(document):
                if file_of(section) != document.name:
                    _take_apart(files, document, section)
            _carry_remarks(files, document)
    return files.proved()


def _sections(document: Document) -> list[str]:
    data = document.data if isinstance(document.data, dict) else {}
    return [name for name, held in data.items() if name in SECTIONS and isinstance(held, dict) and held]


def _is_mixed(document: Document) -> bool:
    steps = {SECTIONS[name].KIND.step for name in _sections(document)}
    return len(steps) > 1 or (document.name == HEADER_FILE and bool(steps))


def _take_apart(files: Files, document: Document, section: str) -> None:
    held = document.data[section] if isinstance(document.data, dict) else {}
    target = file_of(section)
    if not files.has_section(target, section) and (block := files.take_section(document.name, section)) is not None:
        files.put_section(target, section, block)
        return
    blocks = [(name, files.take_out(document.name, section, name)) for name in _names(held)]
    for name, block in blocks:
        files.put_in(target, section, name, block)


def _names(held: object) -> Iterator[str]:
    yield from (str(name) for name in (held if isinstance(held, dict) else {}))


def _carry_remarks(files: Files, document: Document) -> None:
    """What is left of an emptied file are remarks: they go to the head of the first file that was made of it."""
    text = files.text(document.name)
    data = files.document(document.name).data
    if document.name == HEADER_FILE or data or not text.strip() or not list(comments(f"{text}\nx: 1\n")):
        return
    first = next((file_of(name) for name in _sections(document)), None)
    if first is not None:
        files.texts[first] = f"{text.rstrip()}\n\n{files.text(first)}"
        files.texts[document.name] = ""
