"""From text to plain data: one loop over the parser's events, the only reader of YAML there is.

It never recurses, so no nesting can break it; it converts no scalar (``no``, ``1:30`` and ``2024-03`` stay text, as in
YAML 1.2's failsafe schema, but for null); and it refuses what lets a small file swell or hide something.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

import yaml

from sevenstep.diagnostic import Diagnostic, Edit, Place, RuleInfo, Span
from sevenstep.language import Text
from sevenstep.source.characters import INVISIBLE, brief, named
from sevenstep.source.document import Document, Plain
from sevenstep.source.files import SourceFile
from sevenstep.source.lines import position
from sevenstep.source.problems import DUPLICATE_KEY, REFUSED, SYNTAX
from sevenstep.source.slips import likely_slip

MAX_DEPTH: Final = 40
MAX_EVENTS: Final = 1_000_000
"""Keys, values and brackets of one file; some fifty thousand elements have two million in all their files."""
MAX_KEY: Final = 1_024
MAX_REPORTED: Final = 50
"""Problems kept from one file: a file with more is broken as a whole."""

PARSER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})
_TAG_DIRECTIVE: Final = re.compile(r"(?<![^\r\n])%TAG\b")  # the parser compares each one with all before it
_DROPPED: Final = "\0refused"
"""A key that no file can hold: its value is read and dropped."""
_REFUSED_TAG: Final = Text(zh="不支持标签", en="Tags are not supported")


def events(text: str) -> Iterator[Any]:
    """The parser's events of `text`; raises yaml.YAMLError where they end early."""
    return yaml.parse(text, Loader=PARSER)


def read(source: SourceFile) -> Document:
    """Read one file; whatever is wrong with it is in the document's diagnostics."""
    if hidden := INVISIBLE.search(source.text):
        return _with_invisible(source, hidden.start())
    if directive := _TAG_DIRECTIVE.search(source.text):
        return _unread(
            source, directive.start(), _REFUSED_TAG, Text(zh="删掉这一行", en="Delete this line"), mended=False
        )
    builder = _Builder(source)
    try:
        _fill(builder, source.text)
    except yaml.YAMLError as error:
        builder.syntax_error(error)
    return builder.document()


def _fill(builder: "_Builder", text: str) -> None:
    """Give every event to the builder; raises yaml.YAMLError.

    Nine of ten events are plain words in a mapping. They take the short way here, which saves a third of the time of
    reading; whatever is unusual about an event sends it the long way, through the builder's own methods.
    """
    next_event = PARSER(text).get_event
    frames, scalar_event, take = builder.frames, yaml.ScalarEvent, builder.take
    has_escapes = "\\" in text
    for builder.parts in range(1, MAX_EVENTS + 1):
        event = next_event()
        if event.__class__ is scalar_event and event.tag is None and event.anchor is None and frames:
            value, frame, style = event.value, frames[-1], event.style
            if builder.skipping or (has_escapes and style == '"'):
                take(event)
            elif not frame.keys:
                frame.values.append(None if not style and value in NULLS else value)
            elif frame.key is not None:
                if frame.key not in frame.values:  # of two equal keys the first stays
                    frame.values[frame.key] = None if not style and value in NULLS else value
                frame.key = None
            elif value in frame.values or value == "<<" or len(value) > MAX_KEY:
                take(event)
            else:
                frame.key = value
        elif event.__class__ is yaml.StreamEndEvent:
            return
        else:
            take(event)
        if builder.stopped:
            return
    builder.too_much(event)


def _with_invisible(source: SourceFile, offset: int) -> Document:
    code = named(source.text[offset])
    return _unread(
        source,
        offset,
        Text(zh=f"这里有一个看不见的字符 {code}", en=f"An invisible character stands here: {code}"),
        Text(zh="删掉它，重新输入这一段", en="Delete it and type the text anew"),
        mended=True,
    )


def _unread(source: SourceFile, offset: int, message: Text, remedy: Text, *, mended: bool) -> Document:
    """The file is not read at all; it is `mended` when the one character is gone."""
    line, column = position(source.text, offset)
    place = Place(source.name, span=Span(line, column, line, column + 1))
    diagnostic = Diagnostic(REFUSED, place, message, remedy, edits=(Edit(place, None),) if mended else ())
    return Document(source.name, source.text, None, complete=False, diagnostics=(diagnostic,))


class _Frame:
    """A mapping or list that is still open; `key` is the mapping's key that waits for its value."""

    __slots__ = ("key", "keys", "values")

    def __init__(self, keys: bool) -> None:
        self.values: Any = {} if keys else []
        self.keys = keys
        self.key: str | None = None


class _Builder:
    """Puts plain data together from events."""

    def __init__(self, source: SourceFile) -> None:
        self.source = source
        self.root: Plain = None
        self.frames: list[_Frame] = []
        self.diagnostics: list[Diagnostic] = []
        self.skipping = 0  # depth inside a collection whose key was refused
        self.documents = 0
        self.parts = 0
        self.complete = True
        self.stopped = False
        self.on: dict[type[Any], Any] = {
            yaml.ScalarEvent: self.scalar,
            yaml.MappingStartEvent: self.start,
            yaml.SequenceStartEvent: self.start,
            yaml.MappingEndEvent: self.end,
            yaml.SequenceEndEvent: self.end,
            yaml.AliasEvent: self.alias,
            yaml.DocumentStartEvent: self.new_document,
        }

    def take(self, event: Any) -> None:
        handler = self.on.get(type(event))
        if handler is not None:
            handler(event)

    def scalar(self, event: Any) -> None:
        value: str = event.value
        if self.skipping:
            return
        if event.tag is not None:
            self.refuse(event, _REFUSED_TAG, _plainly(event.tag))
        if event.anchor is not None:
            self.anchor(event)
        if event.style == '"' and (hidden := INVISIBLE.search(value)):
            code = named(hidden[0])
            self.refuse(
                event,
                Text(zh=f"文字里有看不见的字符 {code}", en=f"The text holds an invisible character: {code}"),
                Text(zh="去掉这个转义", en="Take the escape out"),
            )
            value = INVISIBLE.sub("", value)
        frame = self.frames[-1] if self.frames else None
        if frame is not None and frame.keys and frame.key is None:
            self.take_key(event, frame, value)
        else:
            self.place(None if not event.style and value in NULLS else value)

    def take_key(self, event: Any, frame: _Frame, key: str) -> None:
        if key == "<<" and not event.style:
            self.refuse(
                event,
                Text(zh="不支持合并键 <<", en="Merge keys (<<) are not supported"),
                Text(zh="把内容直接写出来", en="Write the content out"),
            )
        elif len(key) > MAX_KEY:
            self.refuse(
                event,
                Text(zh=f"键超过 {MAX_KEY} 个字符", en=f"The key has more than {MAX_KEY} characters"),
                Text(zh="换一个短的键", en="Write a short key"),
            )
            key = _DROPPED
        elif key in frame.values:
            shown = brief(key)
            self.report(
                DUPLICATE_KEY,
                event,
                Text(zh=f"“{shown}”在这里出现了两次", en=f"“{shown}” is given twice here"),
                Text(
                    zh="删掉其中一个，或改名",
                    en="Delete one of the two, or give it another name",
                ),
            )
        frame.key = key

    def start(self, event: Any) -> None:
        if len(self.frames) + self.skipping >= MAX_DEPTH:
            self.refuse(
                event,
                Text(zh=f"嵌套超过 {MAX_DEPTH} 层", en=f"More than {MAX_DEPTH} levels of nesting"),
                Text(zh="模型最多只要六七层", en="A model needs six or seven levels at most"),
                final=True,
            )
            return
        if self.skipping:
            self.skipping += 1
            return
        if event.tag is not None:
            self.refuse(event, _REFUSED_TAG, _plainly(event.tag))
        if event.anchor is not None:
            self.anchor(event)
        parent = self.frames[-1] if self.frames else None
        if parent is not None and parent.keys and parent.key is None:
            self.refuse(
                event,
                Text(zh="键必须是一个词，不能是列表或映射", en="A key is a word, not a list or a mapping"),
                Text(
                    zh="若想写花括号文字，请加引号",
                    en="Put quotes around it if it is meant as text",
                ),
            )
            parent.key = _DROPPED
            self.skipping = 1
            return
        self.frames.append(_Frame(keys=type(event) is yaml.MappingStartEvent))

    def end(self, event: Any) -> None:
        if self.skipping:
            self.skipping -= 1
            return
        values = self.frames.pop().values
        if isinstance(values, dict):
            values.pop(_DROPPED, None)
        self.place(values)

    def alias(self, event: Any) -> None:
        if self.skipping:
            return
        name = brief(event.anchor)
        self.refuse(
            event,
            Text(zh=f"不支持别名 *{name}", en=f"Aliases are not supported: *{name}"),
            Text(
                zh="把内容再写一遍；若 * 是文字，请加引号",
                en="Write the content out; put quotes around it if * is meant as text",
            ),
        )
        frame = self.frames[-1] if self.frames else None
        if frame is not None and frame.keys and frame.key is None:
            frame.key = _DROPPED
        else:
            self.place(None)

    def anchor(self, event: Any) -> None:
        name = brief(event.anchor)
        self.refuse(
            event,
            Text(zh=f"不支持锚点 &{name}", en=f"Anchors are not supported: &{name}"),
            Text(
                zh="去掉它；若 & 是文字，请加引号",
                en="Take it out; put quotes around the text if & is meant as text",
            ),
        )

    def new_document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            self.refuse(
                event,
                Text(zh="一个文件里只能有一个文档", en="A file holds one document only"),
                Text(
                    zh="删掉这一行 ---，或把下面的内容移到另一个文件",
                    en="Delete this --- line, or move what follows into another file",
                ),
                final=True,
            )

    def place(self, value: Plain) -> None:
        if not self.frames:
            self.root = value
            return
        frame = self.frames[-1]
        if not frame.keys:
            frame.values.append(value)
            return
        if frame.key is not None:
            frame.values.setdefault(frame.key, value)  # of two equal keys the first stays
        frame.key = None

    def refuse(self, event: Any, message: Text, remedy: Text, *, final: bool = False) -> None:
        self.report(REFUSED, event, message, remedy)
        self.stopped = self.stopped or final

    def report(self, rule: RuleInfo, event: Any, message: Text, remedy: Text | None) -> None:
        self.complete = False
        self.diagnostics.append(Diagnostic(rule, Place(self.source.name, span=span_of(event)), message, remedy))
        self.stopped = self.stopped or len(self.diagnostics) >= MAX_REPORTED

    def syntax_error(self, error: yaml.YAMLError) -> None:
        self.complete = False
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        said = str(getattr(error, "problem", None) or "not readable")
        slip = likely_slip(self.source.text, line, column, said)
        place = Place(self.source.name, span=Span(slip.line, slip.column, slip.line, slip.column + 1))
        edits = (Edit(place, slip.mended),) if slip.mended is not None else ()
        self.diagnostics.append(Diagnostic(SYNTAX, place, slip.message, slip.remedy, edits=edits))

    def too_much(self, event: Any) -> None:
        """Nothing of such a file is kept: to check half of it would take as long and tell nothing."""
        self.frames.clear()
        self.root = None
        self.refuse(
            event,
            Text(
                zh=f"文件内容太多：超过 {MAX_EVENTS:,} 项",
                en=f"The file holds too much: more than {MAX_EVENTS:,} parts",
            ),
            Text(zh="分成几个文件", en="Split it into several files"),
        )

    def document(self) -> Document:
        while self.frames:  # what was read before the reading stopped is kept
            self.place_open_frame()
        return Document(
            self.source.name,
            self.source.text,
            self.root,
            complete=self.complete,
            diagnostics=tuple(self.diagnostics),
            parts=self.parts,
        )

    def place_open_frame(self) -> None:
        values = self.frames.pop().values
        if isinstance(values, dict):
            values.pop(_DROPPED, None)
        self.place(values)


def _plainly(tag: str) -> Text:
    tag = brief(tag)
    return Text(
        zh=f"去掉 {tag}；若 ! 是文字，请加引号",
        en=f"Take {tag} out; put quotes around the text if ! is meant as text",
    )


def span_of(event: Any) -> Span:
    """Where an event stands in its text."""
    start, end = event.start_mark, event.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
