"""A file as a tree of what stands in it, with the comments and blank lines that belong to each entry."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sevenstep.source.comments import Comment, comments
from sevenstep.source.reader import is_end, is_list, is_scalar, is_start, readable_events


@dataclass(slots=True)
class Node:
    """A value: a scalar with its `style`, or a collection with its entries, in brackets (`flow`) or line by line."""

    start: int
    end: int
    value: str = ""
    style: str = ""
    is_scalar: bool = True
    is_list: bool = False
    flow: bool = False
    entries: "list[Entry]" = field(default_factory=list)


@dataclass(slots=True)
class Entry:
    """A key with its value, or an item of a list; what stands before it, on its line, and behind all of it.

    `before` are comments, and None for blank lines. `header` is a comment between key and value.
    """

    start: int
    node: Node
    key: Node | None = None
    before: list[str | None] = field(default_factory=list)
    header: str = ""
    beside: str = ""
    after: list[str | None] = field(default_factory=list)


@dataclass(slots=True)
class Tree:
    """The whole file: what stands before everything else, and the outermost mapping."""

    root: Node
    head: list[str | None]
    tail: list[str | None]


class NotTidy(Exception):
    """A file that is written in a way that this cannot lay out."""


def tree(text: str) -> Tree:
    """The tree of a text with plain line ends; raises NotTidy."""
    root = _nodes(text)
    if root is None or root.flow or root.is_scalar or root.is_list or not root.entries:
        raise NotTidy
    made = Tree(root, [], [])
    _Placing(text, made).place()
    return made


def _nodes(text: str) -> Node | None:
    stack: list[tuple[Node, list[Node]]] = []
    done: Node | None = None
    for event in readable_events(text):
        if is_scalar(event):
            node = Node(event.start_mark.index, event.end_mark.index, event.value, event.style or "")
        elif is_start(event):
            flow = bool(event.flow_style)
            stack.append((Node(event.start_mark.index, 0, is_scalar=False, is_list=is_list(event), flow=flow), []))
            continue
        elif is_end(event):
            node, inner = stack.pop()
            node.end = event.end_mark.index if node.flow else (inner[-1].end if inner else node.start)
            node.entries = _entries(text, node, inner)
        else:
            continue
        if stack:
            stack[-1][1].append(node)
        else:
            done = node
    return done


def _entries(text: str, node: Node, inner: list[Node]) -> list[Entry]:
    if not node.is_list:
        return [Entry(key.start, value, key) for key, value in zip(inner[::2], inner[1::2], strict=True)]
    if node.flow:
        return [Entry(item.start, item) for item in inner]
    found, at = [], node.start
    for item in inner:
        dash = _dash(text, at)
        found.append(Entry(dash, item))
        at = max(item.end, dash + 1)
    return found


def _dash(text: str, at: int) -> int:
    """Where the next item of a list begins: behind blanks and comments."""
    while at < len(text):
        if text[at] == "#":
            at = text.find("\n", at)
            if at < 0:
                break
        elif text[at] == "-":
            return at
        elif not text[at].isspace():
            break
        at += 1
    raise NotTidy


class _Placing:
    """Gives every comment and blank line to the entry that it stands by."""

    def __init__(self, text: str, made: Tree) -> None:
        self.text = text
        self.made = made
        self.parents: list[tuple[Entry, int]] = []
        """Every entry that is written line by line, in order, with its column."""
        self._collect(made.root)
        self.parents.sort(key=lambda found: (found[0].start, found[1]))
        self.starts = [entry.start for entry, _ in self.parents]

    def _collect(self, node: Node) -> None:
        for entry in node.entries:
            self.parents.append((entry, self._column(entry.start)))
            if not entry.node.is_scalar and not entry.node.flow:
                self._collect(entry.node)

    def _column(self, at: int) -> int:
        return at - (self.text.rfind("\n", 0, at) + 1)

    def place(self) -> None:
        """Place them all; raises NotTidy where one stands in the middle of something."""
        own: list[Comment] = []
        for comment in comments(self.text):
            line_start = self.text.rfind("\n", 0, comment.start) + 1
            if self._inside(comment.start):
                continue
            if self.text[line_start : comment.start].strip():
                self._beside(comment)
            else:
                own.append(comment)
        self._own_lines(own)

    def _inside(self, at: int) -> bool:
        """Whether it stands in brackets, or in the first line of a text: there it is kept as it is."""
        entry = self._last_before(at)
        if entry is None:
            return False
        node = entry.node
        return node.start <= at < node.end and (node.is_scalar or node.flow)

    def _last_before(self, at: int) -> Entry | None:
        from bisect import bisect_right

        index = bisect_right(self.starts, at)
        return self.parents[index - 1][0] if index else None

    def _beside(self, comment: Comment) -> None:
        entry = self._last_before(comment.start)
        if entry is None:
            raise NotTidy
        if entry.key is not None and comment.start < entry.key.end:
            raise NotTidy
        if (entry.node.is_scalar or entry.node.flow) and entry.node.end <= comment.start and not entry.beside:
            entry.beside = comment.said
            return
        if comment.start < entry.node.start or entry.node.start == entry.node.end:
            if entry.header or (entry.node.is_scalar and entry.node.value):
                raise NotTidy
            entry.header = comment.said
            return
        raise NotTidy

    def _own_lines(self, own: list[Comment]) -> None:
        """Comments on lines of their own, and blank lines, in the order in which they stand."""
        waiting: list[tuple[int, str | None]] = [(comment.start, comment.said) for comment in own]
        waiting += [(at, None) for at in self._blank_lines()]
        waiting.sort(key=lambda found: found[0])
        first = self.parents[0][0].start
        at_head = [(at, said) for at, said in waiting if at < first]
        split = max((index for index, (_, said) in enumerate(at_head) if said is None), default=-1)
        if any(said is not None for _, said in at_head[:split]):
            self.made.head = [said for _, said in at_head[: split + 1]]
            waiting = waiting[split + 1 :]
        for at, said in waiting:
            self._own_line(at, said)

    def _blank_lines(self) -> Iterator[int]:
        at = 0
        for line in self.text.split("\n"):
            if not line.strip() and at < len(self.text) and not self._in_text(at):
                yield at
            at += len(line) + 1

    def _in_text(self, at: int) -> bool:
        entry = self._last_before(at)
        if entry is None or not (entry.node.is_scalar or entry.node.flow):
            return False
        node = entry.node
        return node.start <= at < node.end and (node.flow or bool(self.text[at : node.end].strip()))

    def _own_line(self, at: int, said: str | None) -> None:
        from bisect import bisect_right

        index = bisect_right(self.starts, at)
        behind = self.parents[index] if index < len(self.parents) else None
        column = self._column(at)
        if said is not None and index and (behind is None or column > behind[1]):
            before = [(entry, where) for entry, where in self.parents[:index] if where <= column]
            enclosing = self._open_at(at)
            fitting = [entry for entry, where in before if entry in enclosing]
            if fitting:
                fitting[-1].after.append(said)
                return
        if behind is not None:
            behind[0].before.append(said)
        elif said is not None:
            self.made.tail.append(said)

    def _open_at(self, at: int) -> list[Entry]:
        """The entries that lie on the way to the last one before, the outermost first."""
        found: list[Entry] = []
        entries = self.made.root.entries
        while entries:
            before = [entry for entry in entries if entry.start <= at]
            if not before:
                break
            found.append(before[-1])
            entries = before[-1].node.entries if not before[-1].node.flow else []
        return found


def flat(node: Node) -> Any:
    """What a node says, as plain data."""
    if node.is_scalar:
        return node.value
    if node.is_list:
        return [flat(entry.node) for entry in node.entries]
    return {entry.key.value: flat(entry.node) for entry in node.entries if entry.key is not None}
