"""From text to plain data: one loop over the parser's events, the only reader of YAML there is.

It never recurses, so no nesting can break it; it converts no scalar (``no``, ``1:30`` and ``2024-03`` stay text, as in
YAML 1.2's failsafe schema, but for null); and it refuses what lets a small file swell or hide something.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

import yaml

from sevenstep.diagnostic import Diagnostic, Edit, KeyPath, Place, RuleInfo, Span
from sevenstep.language import Text
from sevenstep.source.characters import INVISIBLE, brief, named
from sevenstep.source.document import Document, Plain
from sevenstep.source.files import SourceFile
from sevenstep.source.fixes import Fault, Fix, FixedText, Typo, fixed
from sevenstep.source.lines import LineStarts, position
from sevenstep.source.problems import DUPLICATE_KEY, YAML_NOT_ALLOWED

MAX_DEPTH: Final = 40
MAX_EVENTS: Final = 1_000_000
"""Keys, values and brackets of one file; twenty thousand elements have some 0.8 million in all their files."""
MAX_KEY: Final = 1_024
MAX_REPORTED: Final = 50
"""Problems kept from one file: a file with more is broken as a whole."""

PARSER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})
_TAG_DIRECTIVE: Final = re.compile(r"(?<![^\r\n])%TAG\b")  # the parser compares each one with all before it
_WIDE: Final = ("：", "\u3000", "\u00a0")
_MAY_BE_WIDE: Final = re.compile(r"^ *(?:[\u00a0\u3000]|(?:[a-z_]+|\w[\w.\-]*(?=：\s*$))：)", re.MULTILINE)
_WIDE_FIELD: Final = re.compile(r"(?:[a-z_]+|\w[\w.\-]*(?=：[ \t]*[\r\n]))：")
_COLON_INSIDE: Final = re.compile(r"[A-Za-z_]+\s*(?:：|:(?!//))|\w+\s*：")
_REFUSED_WORDS: Final = frozenset({"alias", "anchor", "tag"})
_DROPPED: Final = "\0refused"
"""A key that no file can hold: its value is read and dropped."""
_REFUSED_TAG: Final = Text(zh="不支持标签", en="Tags are not supported")


def events(text: str) -> Iterator[Any]:
    """The parser's events of `text`; raises yaml.YAMLError where they end early."""
    return yaml.parse(text, Loader=PARSER)


def readable_events(text: str) -> Iterator[Any]:
    """The parser's events of `text`, as far as it can be read."""
    try:
        yield from events(text)
    except yaml.YAMLError:
        return


def plain_words(text: str) -> Iterator[Any]:
    """The events of keys and values, as far as the text can be read."""
    return (event for event in readable_events(text) if is_scalar(event))


def is_scalar(event: Any) -> bool:
    """Whether the event is a key or value."""
    return isinstance(event, yaml.ScalarEvent)


def is_start(event: Any) -> bool:
    """Whether a mapping or a list begins."""
    return isinstance(event, yaml.CollectionStartEvent)


def is_list(event: Any) -> bool:
    """Whether a list begins."""
    return isinstance(event, yaml.SequenceStartEvent)


def is_end(event: Any) -> bool:
    """Whether a mapping or a list ends."""
    return isinstance(event, yaml.CollectionEndEvent)


def read(source: SourceFile) -> Document:
    """Read one file; whatever is wrong with it is in the document's diagnostics."""
    if hidden := INVISIBLE.search(source.text):
        return _with_invisible(source, hidden.start())
    if "%TAG" in source.text and (directive := _TAG_DIRECTIVE.search(source.text)):
        return _unread(
            source, directive.start(), _REFUSED_TAG, Text(zh="删掉这一行", en="Delete this line"), fixable=False
        )
    builder = _built(source)
    document = builder.document() if builder.fault is None else _with_typos(source, builder)
    from sevenstep.source.cuts import cuts, may_be_cut  # few files have any

    if document.fixes is None and not builder.stopped and may_be_cut(source.text):
        document = replace(document, diagnostics=(*document.diagnostics, *cuts(source)))
    return document


def _built(source: SourceFile) -> "_Builder":
    builder = _Builder(source)
    try:
        _fill(builder, source.text)
    except yaml.YAMLError as error:
        builder.syntax_error(error)
    if any(character in source.text for character in _WIDE) and _MAY_BE_WIDE.search(source.text):
        _wide(builder)
    return builder


def _wide(builder: "_Builder") -> None:
    """Lines indented with spaces that are none, which become a part of the key, and lines with a full-width colon,
    which make one text of all the fields below."""
    text = builder.source.text
    for event in plain_words(text):
        start, end, said = event.start_mark, event.end_mark, event.value
        if event.style:
            continue
        before = text[start.index - start.column : start.index]
        is_key = text[end.index : end.index + 1] == ":"  # a full-width colon then belongs to its name
        if said[:1] in {"\u3000", "\u00a0"} and said.strip() and is_key:
            builder.suspect(event, "odd space")
        elif not is_key and _WIDE_FIELD.match(text, start.index) and not before.strip(" "):
            builder.suspect(event, "full-width colon")


MOST_TRIED: Final = 12_000_000
"""How many characters are read at most to find out which typos stand behind the faults of one file."""


def _with_typos(source: SourceFile, builder: "_Builder") -> Document:
    """The document read with its typos fixed in memory, each named; nothing follows from a typo then.

    A typo is believed where the text can be read further with its fix.
    """
    from sevenstep.source.syntax_hints import likely_typos, unknown_typo  # a file without typos never needs them

    found: list[Typo] = []
    fixes: list[Fix] = []
    tried = 0
    given_up: set[tuple[int, int]] = set()
    lines = LineStarts(source.text)
    while (fault := builder.fault_but(given_up)) is not None and len(found) < MAX_REPORTED:
        back = FixedText(fixes)
        here = lines if builder.source is source else LineStarts(builder.source.text)
        for typos in likely_typos(here, fault) if tried <= MOST_TRIED else ():
            if tried > MOST_TRIED or not all(typo.fixes for typo in typos):
                continue
            more = [*fixes, *(back.in_file(fix) for typo in typos for fix in typo.fixes)]
            text = fixed(lines, more)
            if text is None:
                continue
            tried += len(text)
            after = _built(SourceFile(source.name, text))
            if _reads_further(builder, back, after, FixedText(more), fault):
                rule = YAML_NOT_ALLOWED if fault.said in _REFUSED_WORDS else None
                found += [replace(_back(typo, back), rule=rule or typo.rule) for typo in typos]
                builder, fixes = after, more
                break
        else:
            if fault.final:
                typo = unknown_typo(fault)
                found.append(replace(typo, column=back.column(typo.line, typo.column)))
                break
            given_up.add((fault.line, fault.column))
    document = builder.document()
    back = FixedText(fixes)
    said = tuple(
        Diagnostic(typo.rule, typo.place(source.name), typo.message, typo.remedy, edits=typo.edits(source.name))
        for typo in found
    )
    others = tuple(
        replace(
            diagnostic, place=replace(diagnostic.place, span=diagnostic.place.span and back.span(diagnostic.place.span))
        )
        for diagnostic in document.diagnostics
    )
    return replace(
        document,
        text=source.text,
        complete=document.complete and not fixes,
        diagnostics=(*said, *others),
        fixes=tuple(fixes) if fixes else None,
    )


def _back(typo: Typo, back: FixedText) -> Typo:
    """The typo where it stands in the file."""
    return replace(
        typo, column=back.column(typo.line, typo.column), fixes=tuple(back.in_file(fix) for fix in typo.fixes)
    )


def _reads_further(before: "_Builder", back: FixedText, after: "_Builder", back_after: FixedText, fault: Fault) -> bool:
    """Whether the fault is gone, and the text can be read beyond the place where its reading broke off."""
    where = (fault.line, back.column(fault.line, fault.column))
    left = {(other.line, back_after.column(other.line, other.column)): other.final for other in after.faults}
    broke_off = max((at for at, final in left.items() if final), default=None)
    if where in left or broke_off is None:
        return where not in left
    earlier = [(other.line, back.column(other.line, other.column)) for other in before.faults if other.final]
    return broke_off > max(earlier) or (broke_off in earlier and not fault.final) if earlier else broke_off > where


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
                if not value and not style and frame.flow:
                    builder.nothing(event, frame)
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
        fixable=True,
    )


def _unread(source: SourceFile, offset: int, message: Text, remedy: Text, *, fixable: bool) -> Document:
    """The file is not read at all; it is `fixable` where that takes one character out."""
    line, column = position(source.text, offset)
    place = Place(source.name, span=Span(line, column, line, column + 1))
    diagnostic = Diagnostic(YAML_NOT_ALLOWED, place, message, remedy, edits=(Edit(place, None),) if fixable else ())
    return Document(source.name, source.text, None, complete=False, diagnostics=(diagnostic,))


class _Frame:
    """A mapping or list that is still open; `key` is the mapping's key that waits for its value."""

    __slots__ = ("flow", "key", "keys", "line", "values")

    def __init__(self, keys: bool, flow: bool = False, line: int = 0) -> None:
        self.values: Any = {} if keys else []
        self.keys = keys
        self.key: str | None = None
        self.flow = flow
        self.line = line


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
        self.faults: list[Fault] = []
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
            if not event.style and not event.tag.startswith("tag:"):
                self.suspect(event, "tag")
            self.refuse(event, _REFUSED_TAG, _plainly(event.tag))
        if event.anchor is not None:
            if not event.style and not self.has(f"*{event.anchor}"):
                self.suspect(event, "anchor")
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
        line = event.start_mark.line + 1
        self.frames.append(_Frame(type(event) is yaml.MappingStartEvent, bool(event.flow_style), line))

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
        if not self.has(f"&{event.anchor}"):
            self.suspect(event, "alias")
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
        self.report(YAML_NOT_ALLOWED, event, message, remedy)
        self.stopped = self.stopped or final

    def report(self, rule: RuleInfo, event: Any, message: Text, remedy: Text | None) -> None:
        self.complete = False
        self.diagnostics.append(Diagnostic(rule, Place(self.source.name, span=span_of(event)), message, remedy))
        self.stopped = self.stopped or len(self.diagnostics) >= MAX_REPORTED

    def has(self, word: str) -> bool:
        return word in self.source.text

    def suspect(self, event: Any, said: str, since: int = 0) -> None:
        """What stands here is allowed in YAML and cannot be meant."""
        if len(self.faults) < MAX_REPORTED:
            mark = event.start_mark
            self.faults.append(Fault(mark.line + 1, mark.column + 1, said, since or mark.line + 1, final=False))

    def nothing(self, event: Any, frame: _Frame) -> None:
        """A key in braces that has neither colon nor value: a comma may belong to the text before it."""
        before = next(reversed(frame.values.values()), None) if frame.values else None
        at = event.start_mark.index
        no_colon = self.source.text[at - 1 : at] != ":"
        if no_colon and (isinstance(before, str) or _COLON_INSIDE.match(frame.key or "")):
            self.suspect(event, "key without a colon", frame.line)

    def syntax_error(self, error: yaml.YAMLError) -> None:
        self.complete = False
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        since = getattr(error, "context_mark", None) or mark
        said = f"{getattr(error, 'context', None) or ''}: {getattr(error, 'problem', None) or ''}"
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        self.faults.append(Fault(line, column, said, since.line + 1 if since else line))

    @property
    def fault(self) -> Fault | None:
        """The first fault of the text."""
        return min(self.faults, key=lambda fault: fault.at, default=None)

    def fault_but(self, given_up: set[tuple[int, int]]) -> Fault | None:
        """The first fault behind which a typo is still looked for."""
        return min(
            (fault for fault in self.faults if fault.final or fault.at not in given_up),
            key=lambda fault: fault.at,
            default=None,
        )

    def open(self) -> KeyPath:
        """Where the reading broke off: the keys that are still open."""
        if all(not fault.final for fault in self.faults):
            return ()
        parts = (frame.key if frame.keys else len(frame.values) for frame in self.frames)
        path: list[str | int] = []
        for part in parts:
            if part is None:
                break
            path.append(part)
        return tuple(path)

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
        cut = self.open()
        while self.frames:  # what was read before the reading stopped is kept
            self.place_open_frame()
        return Document(
            self.source.name,
            self.source.text,
            self.root,
            complete=self.complete,
            diagnostics=tuple(self.diagnostics),
            parts=self.parts,
            cut=cut,
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
