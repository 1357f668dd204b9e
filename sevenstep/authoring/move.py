"""Moving elements to another file of the engagement, in the words in which they are written."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from sevenstep.authoring.opened import Opened
from sevenstep.authoring.proposal import Proposal, proposed
from sevenstep.authoring.prove import proved
from sevenstep.authoring.tidying.order import sections
from sevenstep.authoring.write import new_file_problem
from sevenstep.chain.find import find
from sevenstep.failure import Failure
from sevenstep.language import Text
from sevenstep.model.kinds import SECTIONS
from sevenstep.source.blocks import offsets, without_tail
from sevenstep.source.chapters import is_beside
from sevenstep.source.comments import comments
from sevenstep.source.document import Document, Plain
from sevenstep.source.entries import entry_lines, shifted
from sevenstep.source.files import SourceFile
from sevenstep.source.lines import LINE_END
from sevenstep.source.places import locate
from sevenstep.source.reader import read

_STEP: Final = 2


def move(here: Opened, ids: Sequence[str], file: str) -> Proposal:
    """The files with these elements in `file`, which is made where it is missing; proved. Raises Failure."""
    if file not in here.documents and (problem := new_file_problem(here, file)) is not None:
        raise problem
    if is_beside(file):
        raise Failure(
            Text(zh=f"{file} 不是放要素的文件", en=f"{file} is no file for elements"),
            Text(zh="写一个 .yaml 文件", en="Name a .yaml file"),
        )
    files = Files(here)
    for each in dict.fromkeys(ids):
        element = find(here.checked.chain, each)
        place = here.checked.chain.engagement.places[element.id]
        if len(place.path) != _STEP:
            raise Failure(
                Text(zh=f"“{element.id}”是流程的步骤，不能单独移动", en=f"“{element.id}” is a step of a flow"),
                Text(zh="移动整个流程", en="Move the flow as a whole"),
            )
        if place.file != file:
            section, name = str(place.path[0]), str(place.path[1])
            block = files.take_out(place.file, section, name)
            files.put_in(file, section, name, block)
    return files.proved()


class Files:
    """The texts of an engagement's files while elements travel; line ends are plain until all is done."""

    def __init__(self, here: Opened) -> None:
        self.here = here
        self.texts: dict[str, str] = {}

    def text(self, file: str) -> str:
        """What the file says by now."""
        if file not in self.texts:
            known = self.here.documents.get(file)
            self.texts[file] = LINE_END.sub("\n", known.text) if known is not None else ""
        return self.texts[file]

    def document(self, file: str) -> Document:
        """The file as it would be read by now."""
        return read(SourceFile(file, self.text(file)))

    def take_out(self, file: str, section: str, name: str) -> str:
        """Take the entry out of its file, and the section that is empty then: its lines, from the first column on."""
        text = self.text(file)
        lines = entry_lines(text, (section, name))
        if lines is None:
            raise _not_by_lines(file, name)
        block = text[lines.start : lines.end]
        block = block if block.endswith("\n") else f"{block}\n"
        text = text[: lines.start] + text[lines.end :]
        if not _held(read(SourceFile(file, text)), section):
            text = _without_section(text, section)
        self.texts[file] = text
        return shifted(block, -lines.indent)

    def put_in(self, file: str, section: str, name: str, block: str) -> None:
        """Put the entry behind those of the section, which is made in its place among the others."""
        text = self.text(file)
        data = self.document(file).data
        held = data.get(section) if isinstance(data, dict) else None
        if isinstance(held, dict) and held:
            last = (section, next(reversed(held)))
            lines = entry_lines(text, last)
            if lines is None:
                raise _not_by_lines(file, str(last[1]))
            blank = "\n" if _has_blank_lines(text, section, list(held)) else ""
            self.texts[file] = _spliced(text, lines.end, blank + shifted(block, lines.indent))
            return
        if isinstance(data, dict) and section in data:
            start, end = offsets(text, locate(text, {(section,)})[section,].value)
            text = text[:start].rstrip(" ") + text[end:] if text[start:end].strip() else text
            rest = text.find("\n", start)
            at = rest + 1 if rest >= 0 else len(text)
            self.texts[file] = _spliced(text, at, shifted(block, _STEP))
            return
        self.put_section(file, section, f"{section}:\n{shifted(block, _STEP)}")

    def has_section(self, file: str, section: str) -> bool:
        """Whether the file has that section by now."""
        data = self.document(file).data
        return isinstance(data, dict) and section in data

    def take_section(self, file: str, section: str) -> str | None:
        """Take a section out with the comments right above it: its lines; None where it shares one with others."""
        text = self.text(file)
        lines = entry_lines(text, (section,))
        if lines is None:
            return None
        block, behind = text[lines.start : lines.end], text[lines.end :]
        before = text[: lines.start]
        if not before.strip() or before.endswith("\n\n"):
            behind = behind.lstrip("\n")
        self.texts[file] = before + behind
        return block if block.endswith("\n") else f"{block}\n"

    def put_section(self, file: str, section: str, block: str) -> None:
        """Put a section that is not there into its place among the others."""
        data = self.document(file).data
        there = list(data) if isinstance(data, dict) else []
        self.texts[file] = _with_section(self.text(file), there, section, block)

    def drop_empty(self) -> dict[str, str | None]:
        """The texts in their own line ends; a file that says nothing any more goes."""
        found: dict[str, str | None] = {}
        for file, text in self.texts.items():
            known = self.here.documents.get(file)
            newline = first[0] if known is not None and (first := LINE_END.search(known.text)) else "\n"
            found[file] = text.replace("\n", newline) if text.strip() else None
        return found

    def proved(self) -> Proposal:
        """What would change; raises Failure where anything would be lost, or said otherwise."""
        here = self.here
        proposal = proposed(here.checked.documents, self.drop_empty())
        if not proposal:
            return proposal
        after = proved(here, proposal)
        if _entries(here.checked.documents) != _entries(after.documents):
            raise _stuck()
        said = [
            Counter(comment.said for text in texts if text is not None for comment in comments(text))
            for texts in zip(*((change.before, change.after) for change in proposal.changes), strict=True)
        ]
        if said[0] != said[1]:
            raise _stuck()
        return proposal


def _entries(documents: Iterable[Document]) -> dict[tuple[str, str], Plain]:
    """What all files say, wherever it stands: the fields of the engagement, and the entries of all sections."""
    found: dict[tuple[str, str], Plain] = {}
    for document in documents:
        for name, held in document.data.items() if isinstance(document.data, dict) else ():
            if name in SECTIONS and isinstance(held, dict):
                found.update(((name, key), value) for key, value in held.items())
            elif held not in (None, {}):
                found[document.name, name] = held
    return found


def _held(document: Document, section: str) -> bool:
    data = document.data
    return isinstance(data, dict) and bool(data.get(section))


def _without_section(text: str, section: str) -> str:
    """The text without the line of a section that holds nothing; comments stay."""
    spans = locate(text, {(section,)}).get((section,))
    if spans is None or spans.key is None:
        return text
    start, _ = offsets(text, spans.key)
    end = text.find("\n", start)
    line = text[start : end if end >= 0 else len(text)]
    remark = line[line.index("#") :] + "\n" if "#" in line else ""
    behind = text[end + 1 :] if end >= 0 else ""
    before = text[:start]
    if not remark and (not before.strip() or before.endswith("\n\n")):
        behind = behind.lstrip("\n")
    return before + remark + behind


def _with_section(text: str, there: list[str], section: str, made: str) -> str:
    """The text with a new section: before the first one of a later step, else at the end."""
    places = sections()
    later = next((name for name in there if places.get(name, 0) > places.get(section, 0)), None)
    if later is not None:
        lines = entry_lines(text, (later,))
        if lines is not None:
            return text[: lines.start] + made + "\n" + text[lines.start :]
    text = text.rstrip("\n") + "\n" if text.strip() else ""
    return f"{text}\n{made}" if text else made


def _spliced(text: str, at: int, block: str) -> str:
    if at and text[at - 1] != "\n":
        block = f"\n{block}"
    return text[:at] + block + text[at:]


def _has_blank_lines(text: str, section: str, names: list[str]) -> bool:
    """Whether the entries of the section stand apart."""
    if len(names) < _STEP:
        return False
    spans = locate(text, {(section, name) for name in names[:2]})
    if len(spans) < _STEP:
        return False
    value, end = offsets(text, spans[section, names[0]].value)
    key = spans[section, names[1]].key
    return key is not None and "\n\n" in text[without_tail(text, value, end) : offsets(text, key)[0]]


def _not_by_lines(file: str, name: str) -> Failure:
    return Failure(
        Text(
            zh=f"没有移动：{file} 里“{name}”不是逐行书写的",
            en=f"Nothing was moved: in {file}, “{name}” is not written on lines of its own",
        ),
        Text(zh="把它和同一节的要素各写成一行或几行", en="Give it, and the others of its section, lines of their own"),
    )


def _stuck() -> Failure:
    return Failure(
        Text(
            zh="没有移动：这些要素的写法，移过去会变成别的意思，或丢掉注释",
            en="Nothing was moved: it would say something else there, or a comment would be lost",
        ),
        Text(zh="先运行 sevenstep fmt，再试一次", en="Run sevenstep fmt first, and try again"),
    )
