"""Open questions for people: at a terminal, as a Markdown agenda for a workshop, as JSON."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from rich.text import Text as Styled

from sevenstep.checking.questions import Question
from sevenstep.language import Language, Text
from sevenstep.method import step
from sevenstep.report.terminal import shown

_MARKDOWN: Final = re.compile(r"([\\`*_{}\[\]()<>#+|~!-])")
_CLIENT: Final = Text(zh="客户", en="the client")
_WHOLE: Final = Text(zh="整个项目", en="The engagement as a whole")


def text(found: Sequence[Question], folder: str, language: Language) -> Iterator[Styled]:
    """The questions by step and whom to ask, each with the decision that hangs on it and where the answer goes."""
    for title, of_step in _by_step(found, language):
        yield Styled(title, "bold")
        for whom, asked in _by_whom(of_step, language):
            yield Styled(Text(zh=f"  问{whom}", en=f"  Ask {whom}").in_(language), "bold magenta")
            for one in asked:
                yield Styled(f"    □ {shown(one.text.in_(language))}")
                yield Styled(f"      {shown(one.decision.in_(language))}", "dim")
                yield Styled(f"      → {folder}{_where(one)}  {shown(one.answer.in_(language))}", "green")
        yield Styled("")
    yield Styled(_counted(len(found)).in_(language), "bold")


def markdown(found: Sequence[Question], title: str, language: Language) -> str:
    """An agenda to print or to send: one box to tick a question, with room for the answer."""
    heading = Text(zh=f"待问的问题：{title}", en=f"Open questions: {title}").in_(language)
    lines = [f"# {escaped(heading)}", "", _counted(len(found)).in_(language), ""]
    labels = Text(zh="记在", en="Write it down"), Text(zh="回答", en="Answer")
    answer, room = (label.in_(language) for label in labels)
    colon = "：" if language == "zh" else ": "
    for heading, of_step in _by_step(found, language):
        lines += [f"## {escaped(heading)}", ""]
        for whom, asked in _by_whom(of_step, language):
            lines += [f"### {escaped(whom)}", ""]
            for one in asked:
                place = f"{escaped(_where(one))} {escaped(one.answer.in_(language))}"
                lines += [
                    f"- [ ] {escaped(one.text.in_(language))}",
                    f"    - {escaped(one.decision.in_(language))}",
                    f"    - {answer}{colon}{place}",
                    f"    - {room}{colon}",
                ]
            lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def as_json(found: Iterable[Question], language: Language) -> str:
    """The questions as a list of objects."""
    entries = [
        {
            "step": one.step,
            "code": one.located.diagnostic.rule.code,
            "name": one.located.diagnostic.rule.name,
            "question": one.text.in_(language),
            "decision": one.decision.in_(language),
            "answer": one.answer.in_(language),
            "element": one.element.id if one.element is not None else None,
            "title": one.element.title.in_(language) if one.element is not None else None,
            "ask": [{"id": actor.id, "title": actor.title.in_(language)} for actor in one.whom],
            "file": one.located.diagnostic.place.file,
            "line": one.located.span.line if one.located.span else None,
            "column": one.located.span.column if one.located.span else None,
        }
        for one in found
    ]
    return json.dumps({"questions": entries}, ensure_ascii=False, indent=2) + "\n"


def escaped(text: str) -> str:
    """Text for Markdown: on one line, with every character that means something there behind a backslash."""
    return _MARKDOWN.sub(r"\\\1", " ".join(shown(text).split())).replace("&", "&amp;")


def _by_step(found: Iterable[Question], language: Language) -> Iterator[tuple[str, list[Question]]]:
    for number, of_step in groupby(found, key=lambda one: one.step):
        yield (f"{number} {step(number).title.in_(language)}" if number else _WHOLE.in_(language)), list(of_step)


def _by_whom(found: Iterable[Question], language: Language) -> Iterator[tuple[str, list[Question]]]:
    groups: dict[str, list[Question]] = {}
    for one in found:
        names = ("、" if language == "zh" else ", ").join(actor.title.in_(language) for actor in one.whom)
        groups.setdefault(names or _CLIENT.in_(language), []).append(one)
    yield from groups.items()


def _where(one: Question) -> str:
    span = one.located.span
    return f"{one.located.diagnostic.place.file}{f':{span.line}:{span.column}' if span else ''}"


def _counted(count: int) -> Text:
    if not count:
        return Text(zh="没有待问的问题", en="No open questions")
    return Text(zh=f"{count} 个待问的问题", en=f"{count} open question{'' if count == 1 else 's'}")
