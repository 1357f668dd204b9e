"""A file written anew from its tree."""

from collections.abc import Iterator

from sevenstep.authoring.tidying.order import Classes, below, class_of, keys_of, ordered, sections, top_classes
from sevenstep.authoring.tidying.tree import Entry, Node, Tree
from sevenstep.authoring.tidying.words import WIDTH, columns, folded, written

_STEP = "  "


class Layout:
    """Writes the tree of a text; `is_header` tells that it is engagement.yaml."""

    def __init__(self, text: str, is_header: bool) -> None:
        self.text = text
        self.is_header = is_header

    def lines(self, made: Tree) -> Iterator[str]:
        """The lines of the file."""
        yield from _said(made.head, "")
        entries = ordered(made.root.entries, sections(), _key)
        for number, entry in enumerate(entries):
            name = _key(entry)
            classes, keyed = top_classes(name, self.is_header)
            lead = list(entry.before)
            if number == 0:
                lead = _without_first_blank(lead)
            elif (entry.node.entries and not entry.node.flow) and None not in lead[:1] and self._is_section(name):
                lead = [None, *lead]
            yield from _said(lead, "")
            yield from self.entry(entry, "", classes, keyed)
        yield from _said(made.tail, "")

    def _is_section(self, name: str) -> bool:
        return not self.is_header or top_classes(name, False)[1]

    def entry(self, entry: Entry, indent: str, classes: Classes, keyed: bool) -> Iterator[str]:
        """The lines of an entry, without what stands before it."""
        start = f"{indent}-" if entry.key is None else f"{indent}{self.word(entry.key, in_flow=False, is_key=True)}:"
        yield from self._valued(entry, start, indent, classes, keyed)
        yield from _said(entry.after, indent)

    def _valued(self, entry: Entry, start: str, indent: str, classes: Classes, keyed: bool) -> Iterator[str]:
        node = entry.node
        if not node.is_scalar and not node.flow:
            yield from self._block(entry, start, indent, classes, keyed)
            return
        if node.is_scalar and node.style in {"|", ">"}:
            yield from self._text(entry, start, indent)
            return
        said = self.flow(node, classes, keyed) if node.flow else self.word(node, in_flow=False)
        beside = "  ".join(part for part in (entry.header, entry.beside) if part)
        whole = f"{start} {said}" if said else start
        if node.is_scalar and not beside and (lines := self._folded(entry, whole, f"{indent}{_STEP}")):
            yield f"{start} >-"
            yield from lines
            return
        first, *rest = self._moved(whole, node, indent)
        if rest:
            yield first
            yield from rest[:-1]
            yield f"{rest[-1]}  {beside}" if beside else rest[-1]
        else:
            yield f"{first}  {beside}" if beside else first

    def _block(self, entry: Entry, start: str, indent: str, classes: Classes, keyed: bool) -> Iterator[str]:
        inner = list(self.block(entry.node, indent + _STEP, classes, keyed))
        beside = "  ".join(part for part in (entry.header, entry.beside) if part)
        if entry.key is None and not beside and inner and inner[0].strip() and not inner[0].lstrip().startswith("#"):
            inner[0] = f"{start} {inner[0].lstrip()}"
            yield from inner
            return
        yield f"{start}  {beside}" if beside else start
        yield from inner

    def block(self, node: Node, indent: str, classes: Classes, keyed: bool) -> Iterator[str]:
        """The lines of a collection that is written line by line."""
        cls = None
        entries = node.entries
        if not node.is_list and not keyed and classes:
            cls = class_of(classes, map(_key, entries))
            entries = ordered(entries, keys_of(cls), _key) if cls is not None else entries
        for number, entry in enumerate(entries):
            yield from _said(entry.before if number else _without_first_blank(entry.before), indent)
            yield from self.entry(entry, indent, *self._of(entry, cls, classes, keyed, node))

    def _of(self, entry: Entry, cls: type | None, classes: Classes, keyed: bool, node: Node) -> tuple[Classes, bool]:
        if node.is_list or keyed:
            return classes, False
        return below(cls, _key(entry)) if cls is not None else ((), False)

    def word(self, node: Node, *, in_flow: bool, is_key: bool = False) -> str:
        """A key or value as it is written."""
        return written(
            self.text[node.start : node.end].rstrip(), node.value, node.style, in_flow=in_flow, is_key=is_key
        )

    def flow(self, node: Node, classes: Classes, keyed: bool) -> str:
        """A collection in brackets; one of several lines stays as it is."""
        raw = self.text[node.start : node.end]
        if "\n" in raw:
            return raw
        cls = None
        entries = node.entries
        if not node.is_list and not keyed and classes:
            cls = class_of(classes, map(_key, entries))
            entries = ordered(entries, keys_of(cls), _key) if cls is not None else entries
        said = ", ".join(self._in_flow(entry, *self._of(entry, cls, classes, keyed, node)) for entry in entries)
        return f"[{said}]" if node.is_list else f"{{{said}}}"

    def _in_flow(self, entry: Entry, classes: Classes, keyed: bool) -> str:
        node = entry.node
        said = self.word(node, in_flow=True) if node.is_scalar else self.flow(node, classes, keyed)
        if entry.key is None:
            return said
        key = self.word(entry.key, in_flow=True, is_key=True)
        return f"{key}: {said}" if said else f"{key}:"

    def _text(self, entry: Entry, start: str, indent: str) -> Iterator[str]:
        """A text in a block: its lines as they are, further in or out; folded anew where a line is too long."""
        node = entry.node
        head, _, body = self.text[node.start : node.end].partition("\n")
        yield f"{start} {head.rstrip()}"
        lines = body.split("\n")
        kept = [line for line in lines if line.strip()]
        old = min((len(line) - len(line.lstrip(" ")) for line in kept), default=0)
        inner = f"{indent}{_STEP}"
        if (
            node.style == ">"
            and head.strip() in {">", ">-"}
            and any(columns(line) - old + len(inner) > WIDTH for line in kept)
        ):
            value = node.value.rstrip("\n")
            if not any(line[old : old + 1] == " " for line in kept) and (anew := folded(value, inner)):
                yield from anew
                return
        while lines and not lines[-1].strip():
            lines.pop()
        yield from (f"{inner}{line[old:]}" if line.strip() else "" for line in lines)

    def _folded(self, entry: Entry, whole: str, inner: str) -> list[str] | None:
        """The lines of a long plain text that is written on one, or over several; None where it stays as it is."""
        node = entry.node
        value = node.value
        is_long = columns(whole.split("\n", maxsplit=1)[0]) > WIDTH or "\n" in whole
        if (
            not is_long
            or "\n" in value
            or "  " in value
            or value != value.strip()
            or (" " not in value[:400] and columns(value) < WIDTH)
        ):
            return None
        if entry.key is None or not value.isprintable() or entry.key.value not in _PROSE:
            return None
        lines = folded(value, inner)
        return lines if lines is not None and len(lines) > 1 else None

    def _moved(self, whole: str, node: Node, indent: str) -> list[str]:
        """A value of several lines, moved as far as its first line is."""
        first, *rest = whole.split("\n")
        line_start = self.text.rfind("\n", 0, node.start) + 1
        was = len(self.text[line_start:]) - len(self.text[line_start:].lstrip(" "))
        by = len(indent) - was
        moved = [first]
        for line in rest:
            bare = line.lstrip(" ")
            moved.append(" " * max(len(line) - len(bare) + by, len(indent) + 1 if bare else 0) + bare.rstrip())
        return moved


_PROSE = frozenset({"zh", "en", "description", "narration", "definition", "statement", "what", "reason", "scope"})


def _key(entry: Entry) -> str:
    return entry.key.value if entry.key is not None else ""


def _said(lines: list[str | None], indent: str) -> Iterator[str]:
    """Comments and blank lines, never two blank ones in a row."""
    blank = False
    for line in lines:
        if line is not None:
            yield f"{indent}{line}"
        elif not blank:
            yield ""
        blank = line is None


def _without_first_blank(lines: list[str | None]) -> list[str | None]:
    while lines and lines[0] is None:
        lines = lines[1:]
    return lines
