"""What a new element is: out of options, and of answers where a person sits at the terminal."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sevenstep.authoring.adding.element import Addition, addition, as_data, merged, typed, value_of
from sevenstep.authoring.adding.fields_asked import (
    candidates,
    field_for,
    fields_asked,
    is_many,
    must_serve,
    part_beside,
    words,
)
from sevenstep.authoring.adding.named_by import Names
from sevenstep.cli import questions
from sevenstep.cli.answers import texts
from sevenstep.cli.questions import Option, ask_one, ask_several, ask_text
from sevenstep.diagnostic import Place
from sevenstep.failure import Failure
from sevenstep.language import NAMES, Language, Text
from sevenstep.model.field import ModelField, fields_of, keyed
from sevenstep.model.kinds import NODE_CLASSES
from sevenstep.model.quantity import InvalidValue
from sevenstep.model.type_words import type_in_words
from sevenstep.model.validation_errors import read_as_meant
from sevenstep.model.values import as_title
from sevenstep.source.document import Plain

if TYPE_CHECKING:
    from sevenstep.authoring.opened import Opened
    from sevenstep.model.element import Element


def asked(
    here: "Opened",
    cls: "type[Element]",
    title: Sequence[str],
    given: Iterable[str],
    reasons: Sequence[str],
    element_id: str,
    file: str,
    language: Language,
) -> Addition:
    """The addition that options and answers make; raises Failure where something is missing and nobody can be asked."""
    engagement = here.checked.chain.engagement
    languages = engagement.header.languages
    names = Names(engagement)
    values = merged(_given(cls, one, names) for one in given)
    if title:
        called = texts(title, languages)
    elif questions.can_ask():
        called = _title(cls, languages, language)
    else:
        raise Failure(
            Text(zh="要有名称", en="It needs a title"),
            Text(zh="用 --title 给出", en="Give it by --title"),
        )
    reasons = [*reasons]
    if questions.can_ask():
        if cls in NODE_CLASSES and not reasons:
            reasons = [_flow(here, language)]
        _ask(here, cls, values, reasons, names, language)
    new = addition(here, cls, called, values, reasons, element_id, file)
    if questions.can_ask() and not element_id:
        chosen = ask_text(Text(zh="编号", en="Id"), language, default=new.key)
        if chosen != new.key:
            return addition(here, cls, called, values, reasons, chosen, file)
    return new


def _given(cls: "type[Element]", said: str, names: Names) -> tuple[str, Plain]:
    key, equals, value = said.partition("=")
    if not equals or not value.strip():
        raise Failure(
            Text(zh=f"--set 要写成 字段=值：{said}", en=f"--set takes FIELD=VALUE, not {said}"),
            Text(zh="如 --set direction=decrease", en="As in --set direction=decrease"),
        )
    return value_of(cls, key.strip(), value, names)


def _title(cls: "type[Element]", languages: Sequence[Language], language: Language) -> Text:
    said = []
    for each in languages:
        words_of = Text(
            zh=f"{cls.KIND.title.for_language('zh')}的名称（{NAMES[each]}）：",
            en=f"What is the {cls.KIND.title.for_language('en').lower()} called"
            f"{f', in {_english(each)}' if len(languages) > 1 else ''}?",
        )
        if words := ask_text(words_of, language, check=as_title):
            said.append(f"{each}={words}")
    if not said:
        raise Failure(Text(zh="没有名称，没有写入", en="Without a title nothing is written"))
    return texts(said, languages)


def _english(language: Language) -> str:
    return "Chinese" if language == "zh" else "English"


def _flow(here: "Opened", language: Language) -> str:
    from sevenstep.model.step7_flows import Flow

    flows = [Option(one.id, one.title, one.id) for one in here.checked.chain.engagement.of(Flow)]
    found = ask_several(Text(zh="在哪个流程里？", en="In which flow?"), flows, language, most=1)
    return found[0] if found else ""


def _ask(
    here: "Opened",
    cls: "type[Element]",
    values: dict[str, Plain],
    reasons: Sequence[str],
    names: Names,
    language: Language,
) -> None:
    """Ask for what is not given, and put the answers with the `values`."""
    engagement = here.checked.chain.engagement
    settled = {
        field.key
        for reason in reasons
        if cls not in NODE_CLASSES and (element := names.find(reason, frozenset())) is not None
        for field in [field_for(cls, element)]
        if field is not None
    }
    serves = must_serve(cls)
    for field in fields_asked(cls):
        if field.key in values or field.key in settled:
            continue
        needed = field.required or (len(serves) == 1 and field in serves)
        answer = _answer(field, cls, engagement.header.languages, names, language, needed=needed)
        if answer is not None:
            values[field.key] = answer


def _answer(
    field: ModelField,
    cls: "type[Element]",
    languages: Sequence[Language],
    names: Names,
    language: Language,
    *,
    needed: bool,
) -> Plain:
    """The answer for one field; None where it is left out."""
    question = _question(field, needed=needed)
    closed = words(field)
    if field.relation is not None:
        options = [Option(one.id, one.title, one.id) for one in candidates(field, names.engagement)]
        if not options:
            return None
        chosen = ask_several(question, options, language, most=None if is_many(field) else 1)
        return _with_parts(field, chosen, names, language)
    if closed and tuple not in field.types and not needed:
        found = ask_several(question, [Option(one.word, one.label, one.word) for one in closed], language, most=1)
        return found[0] if found else None
    if closed and tuple not in field.types:
        return ask_one(question, [Option(one.word, one.label, one.word) for one in closed], language)
    if Text in field.types:
        said = {
            each: ask_text(
                question
                if len(languages) == 1
                else question.inserted_into(zh=f"{{}}（{NAMES[each]}）", en=f"{{}} (in {_english(each)})"),
                language,
            )
            for each in languages
        }
        kept: dict[str, Plain] = {each: words_of for each, words_of in said.items() if words_of}
        return (next(iter(kept.values())) if len(languages) == 1 else kept) if kept else None
    said_once = ask_text(question, language, check=lambda said: _try(cls, field, typed(field, said, names)))
    return typed(field, said_once, names) if said_once else None


def _with_parts(field: ModelField, chosen: list[str], names: Names, language: Language) -> Plain:
    """The chosen ids; where something stands behind each, that is asked for too."""
    if not chosen:
        return None
    if dict not in field.types:
        return chosen[0] if len(chosen) == 1 else list(chosen)
    part = part_beside(field)
    found: dict[str, Plain] = {}
    for element in chosen:
        title = names.engagement.elements[element].title
        inside = [one for one in fields_of(part) if one.relation is not None] if part is not None else []
        if inside:
            beside: dict[str, Plain] = {}
            for one in inside:
                options = [Option(each.id, each.title, each.id) for each in candidates(one, names.engagement)]
                question = one.label.inserted_into(
                    zh=f"“{title.for_language('zh')}”：{{}}", en=f"“{title.for_language('en')}”: {{}}"
                )
                if ids := ask_several(question, options, language, most=None if is_many(one) else 1):
                    beside[one.key] = ids[0] if len(ids) == 1 else list(ids)
            found[element] = beside
        else:
            question = Text(
                zh=f"“{title.for_language('zh')}”：{type_in_words(field).for_language('zh')}，"
                f"如 {field.declared.example}",
                en=f"“{title.for_language('en')}”: {type_in_words(field).for_language('en')}, as in "
                f"{field.declared.example}",
            )
            found[element] = as_data(ask_text(question, language)) or None
    return found


def _question(field: ModelField, *, needed: bool) -> Text:
    """Label, what is written there, and that it may be left out."""
    label, said = field.label, field.declared.explanation
    later_zh, later_en = ("", "") if needed else ("（回车跳过）", " (Enter: later)")
    shown = ""
    if field.relation is None and not words(field) and Text not in field.types:
        shown = field.declared.example
    zh = f"{label.for_language('zh')}：{said.for_language('zh')}{f'如 {shown}。' if shown else ''}{later_zh}"
    en = f"{label.for_language('en')}: {said.for_language('en')}{f' As in {shown}.' if shown else ''}{later_en}"
    return Text(zh=zh, en=en)


def _try(cls: "type[Element]", field: ModelField, value: Plain) -> None:
    """Raise InvalidValue where the field cannot hold the value."""
    _, found, _ = read_as_meant(cls, {"id": "x", "title": "x", field.key: value}, Place(""))
    wrong = next((one for one in found if one.place.path[:1] == (field.key,) and one.is_error), None)
    if wrong is not None and field.key in keyed(cls):
        raise InvalidValue(wrong.message, wrong.remedy)
