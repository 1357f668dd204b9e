"""Closed lists: each is declared once, and everything that repeats its words is made from it."""

import json
import typing
from itertools import combinations
from pathlib import Path

import pytest
from pydantic import BaseModel

from sevenstep.analysis.choices import Answer, CaveatKind, ItemQuestion, Method, Verdict, Weight
from sevenstep.chain.choices import ExchangeFate, PathFigure
from sevenstep.language import LANGUAGES, Choice
from sevenstep.method import STEPS
from sevenstep.model import choices
from sevenstep.model.choices import Channel, Direction, FindingType, FlowMove, Meets, Metric, Sharing, Stage, Variant
from sevenstep.model.engagement import Engagement
from sevenstep.model.kinds import KINDS
from sevenstep.model.quantity import Bound
from sevenstep.model.words import VALUES

ROOT = Path(__file__).parents[2]
STEP_NAMES = tuple(f"step{step.number}" for step in STEPS)
LISTS = [
    words
    for words in vars(choices).values()
    if isinstance(words, type) and issubclass(words, Choice) and words is not Choice
]


@pytest.mark.parametrize(
    "words",
    [*LISTS, Answer, ExchangeFate, ItemQuestion, PathFigure, Method, Verdict, Weight],
    ids=lambda words: words.__name__,
)
def test_a_word_is_a_text_with_a_label_in_both_languages(words):
    for word in words:
        assert word == str(word) == json.loads(json.dumps(word)) == f"{word}"
        assert {word: 1}[str(word)] == 1
        assert word.label.zh and word.label.en


def test_a_table_that_lacks_a_word_is_refused_at_once():
    rest = {channel: 1 for channel in Channel if channel is not Channel.PHONE}
    with pytest.raises(ValueError, match="Channel: nothing is said of phone"):
        Channel.each(rest)
    assert list(Channel.each({Channel.PHONE: 2, **rest})) == list(Channel)


def test_a_word_means_one_thing_wherever_it_stands_in_a_field():
    """What a value is called is looked up without knowing its field (in what has changed): a word that stands in two
    lists is called the same in both."""
    for one, other in combinations([words for words in LISTS if words is not Stage], 2):
        labels = {str(word): word.label for word in other}
        assert all(labels.get(str(word), word.label) == word.label for word in one)
    assert all(VALUES[word] == word.label for words in LISTS if words is not Stage for word in words)


def test_no_field_of_the_model_has_a_list_of_its_own():
    for cls in parts():
        for name, field in cls.model_fields.items():
            for words in literals(field.annotation):
                is_declared = all(isinstance(word, Choice) for word in words) or words in (LANGUAGES, STEP_NAMES)
                assert is_declared, f"{cls.__name__}.{name}: put its words into choices.py"


def parts() -> list[type[BaseModel]]:
    waiting: list[typing.Any] = [*KINDS.values(), *typing.get_type_hints(Engagement).values()]
    found: list[type[BaseModel]] = []
    while waiting:
        one = waiting.pop()
        if isinstance(one, type) and issubclass(one, BaseModel) and one not in found:
            found.append(one)
            waiting += [field.annotation for field in one.model_fields.values()]
        waiting += typing.get_args(one)
    assert len(found) > 25
    return found


def literals(annotation: typing.Any) -> list[tuple[typing.Any, ...]]:
    if typing.get_origin(annotation) is typing.Literal:
        return [typing.get_args(annotation)]
    return [found for part in typing.get_args(annotation) for found in literals(part)]


def test_the_published_schema_has_these_lists():
    schema = json.loads((ROOT / "docs" / "analysis.schema.json").read_text(encoding="utf-8"))
    lists = [
        Answer,
        ExchangeFate,
        ItemQuestion,
        Method,
        Verdict,
        CaveatKind,
        FindingType,
        FlowMove,
        Meets,
        Sharing,
        Metric,
        Variant,
        Stage,
        typing.get_args(Bound),
    ]
    known = {frozenset(map(str, words)) for words in lists}
    found = list(enums(schema))
    assert len(found) > 15
    for words in found:
        assert frozenset(word for word in words if word) in {words - {""} for words in known}, words


def enums(schema: typing.Any) -> typing.Iterator[list[str]]:
    if isinstance(schema, dict):
        if "enum" in schema:
            yield schema["enum"]
        for value in schema.values():
            yield from enums(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from enums(value)


def test_what_stands_in_the_documents_of_authors_is_in_the_lists():
    """Where a document lists the words of a field (`a`, `b` or `c`), each of them is one."""
    text = (ROOT / "docs" / "authoring.md").read_text(encoding="utf-8")
    for words in (Direction, Channel, FindingType, Variant):
        assert all(str(word) in text for word in words), words.__name__
