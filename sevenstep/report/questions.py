"""Open questions for people: at a terminal, as a Markdown agenda for a workshop, as JSON."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from rich.text import Text as Styled

from sevenstep.checking.questions import Question
from sevenstep.language import Language, Text
from sevenstep.method import stage
from sevenstep.report.terminal import shown

_MARKDOWN: Final = re.compile(r"([\\`*_{}\[\]()<>#+|~!-])")
_CLIENT: Final = Text(zh="客户", en="the client")
_WHOLE: Final = Text(zh="整个项目", en="The engagement as a whole")


def text(found: Sequence[Question], folder: str, language: Language) -> Iterator[Styled]:
    """The questions by step and whom to ask, each with the decision that hangs on it and where the answer goes."""
    for title, of_step in _by_step(found, language):
        yield Styled(title, "bold")
        for whom, asked in _by_whom(of_step, language):
            yield Styled(Text(zh=f"  问{whom}", en=f"  Ask {whom}").for_language(language), "bold magenta")
            for question in asked:
                yield Styled(f"    □ {shown(question.text.for_language(language))}")
                yield Styled(f"      {shown(question.decision.for_language(language))}", "dim")
                yield Styled(
                    f"      → {folder}{_where(question)}  {shown(question.answer.for_language(language))}", "green"
                )
        yield Styled("")
    yield Styled(_counted(len(found)).for_language(language), "bold")


def markdown(found: Sequence[Question], title: str, language: Language) -> str:
    """An agenda to print or to send: one box to tick a question, with room for the answer."""
    heading = Text(zh=f"待确认事项：{title}", en=f"Open questions: {title}").for_language(language)
    lines = [f"# {escaped(heading)}", "", _counted(len(found)).for_language(language), ""]
    labels = Text(zh="记在", en="Write it down"), Text(zh="回答", en="Answer")
    answer, room = (label.for_language(language) for label in labels)
    colon = "：" if language == "zh" else ": "
    for heading, of_step in _by_step(found, language):
        lines += [f"## {escaped(heading)}", ""]
        for whom, asked in _by_whom(of_step, language):
            lines += [f"### {escaped(whom)}", ""]
            for question in asked:
                place = f"{escaped(_where(question))} {escaped(question.answer.for_language(language))}"
                lines += [
                    f"- [ ] {escaped(question.text.for_language(language))}",
                    f"    - {escaped(question.decision.for_language(language))}",
                    f"    - {answer}{colon}{place}",
                    f"    - {room}{colon}",
                ]
            lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def as_json(found: Iterable[Question], language: Language) -> str:
    """The questions as a list of objects."""
    entries = [
        {
            "step": question.step,
            "code": question.located.diagnostic.rule.code,
            "name": question.located.diagnostic.rule.name,
            "question": question.text.for_language(language),
            "decision": question.decision.for_language(language),
            "answer": question.answer.for_language(language),
            "element": question.element.id if question.element is not None else None,
            "title": question.element.title.for_language(language) if question.element is not None else None,
            "ask": [{"id": actor.id, "title": actor.title.for_language(language)} for actor in question.whom],
            "file": question.located.diagnostic.place.file,
            "line": question.located.span.line if question.located.span else None,
            "column": question.located.span.column if question.located.span else None,
        }
        for question in found
    ]
    return json.dumps({"questions": entries}, ensure_ascii=False, indent=2) + "\n"


def escaped(text: str) -> str:
    """Text for Markdown: on one line, with every character that means something there behind a backslash."""
    return _MARKDOWN.sub(r"\\\1", " ".join(shown(text).split())).replace("&", "&amp;")


def _by_step(found: Iterable[Question], language: Language) -> Iterator[tuple[str, list[Question]]]:
    for number, of_step in groupby(found, key=lambda question: question.step):
        yield (
            (stage(number).name if number else _WHOLE).for_language(language),
            list(of_step),
        )


def _by_whom(found: Iterable[Question], language: Language) -> Iterator[tuple[str, list[Question]]]:
    groups: dict[str, list[Question]] = {}
    for question in found:
        names = ("、" if language == "zh" else ", ").join(actor.title.for_language(language) for actor in question.whom)
        groups.setdefault(names or _CLIENT.for_language(language), []).append(question)
    yield from groups.items()


def _where(question: Question) -> str:
    span = question.located.span
    return f"{question.located.diagnostic.place.file}{f':{span.line}:{span.column}' if span else ''}"


def _counted(count: int) -> Text:
    if not count:
        return Text(zh="没有待确认事项", en="No open questions")
    return Text(zh=f"{count} 项待确认事项", en=f"{count} open question{'' if count == 1 else 's'}")
