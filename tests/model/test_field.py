"""Fields are declared once, beside their types: label, explanation, example, whether expected, how shown."""

from typing import Annotated, Any, get_args

import pytest
from pydantic import BaseModel, ValidationError

from sevenstep.language import LANGUAGES, Text
from sevenstep.model.element import Element
from sevenstep.model.field import Declared, ModelField, Shown, fields_of
from sevenstep.model.header import Header
from sevenstep.model.kinds import KINDS, SECTIONS
from sevenstep.model.names import _table
from sevenstep.model.part import Part
from sevenstep.model.review import SECTION as REVIEWS
from sevenstep.model.review import ReviewNote
from sevenstep.source import braces, cuts
from sevenstep.source.files import SourceFile
from sevenstep.source.reader import read


def classes() -> list[type[Part]]:
    """Every class that the YAML is read by."""
    waiting: list[Any] = [*KINDS.values(), Header, ReviewNote]
    found: list[type[Part]] = []
    while waiting:
        one = waiting.pop()
        if isinstance(one, type) and issubclass(one, BaseModel):
            if one not in found:
                found.append(one)
                waiting += [info.annotation for info in one.model_fields.values()]
        else:
            waiting += get_args(one)
    return found


FIELDS = [pytest.param(cls, field, id=f"{cls.__name__}.{field.key}") for cls in classes() for field in fields_of(cls)]


def test_a_field_that_is_not_declared_is_named():
    with pytest.raises(
        TypeError, match=r"^Pier\.depth is not declared: give it a label, an explanation and an example"
    ):

        class Pier(Element):
            depth: str = ""


def test_a_subclass_may_say_otherwise():
    again = Declared(Text(zh="名", en="Name"), Text(zh="名。", en="Its name."), "x", expected=True)

    class Pier(Element):
        title: Annotated[Text, again]

    assert fields_of(Pier)[1].declared is again
    assert not fields_of(Element)[1].declared.expected


def test_a_field_is_read_with_its_key_its_relation_and_whether_it_is_needed():
    found = {field.name: field for field in fields_of(KINDS["goal"])}
    assert (found["answers"].relation.name, found["answers"].shown) == ("answers", Shown.RELATION)
    assert (found["title"].required, found["horizon"].required) == (True, False)
    raci = fields_of(next(one for one in classes() if one.__name__ == "Raci"))
    assert [field.key for field in raci] == ["R", "A", "C", "I"]


@pytest.mark.parametrize("cls", classes(), ids=lambda one: one.__name__)
def test_every_class_says_what_it_is_in_both_languages(cls):
    title = cls.KIND.title if issubclass(cls, Element) else cls.TITLE
    for said in (title, cls.EXPLANATION):
        assert all(said.for_language(language) and not said.lacks(language) for language in LANGUAGES)
    assert "EXPLANATION" in vars(cls)


@pytest.mark.parametrize(("cls", "field"), FIELDS)
def test_every_field_is_said_in_both_languages(cls, field):
    declared = field.declared
    for said in (declared.label, declared.explanation):
        assert said.zh and said.en
    assert declared.explanation.zh.endswith("。"), cls
    assert declared.explanation.en.endswith("."), cls


@pytest.mark.parametrize("cls", classes(), ids=lambda one: one.__name__)
def test_no_two_fields_of_a_class_have_one_label(cls):
    for language in LANGUAGES:
        labels = [field.label.for_language(language) for field in fields_of(cls)]
        assert len(set(labels)) == len(labels)


@pytest.mark.parametrize(("cls", "field"), FIELDS)
def test_every_example_is_accepted_by_its_class(cls, field):
    written = {one.key: example(one) for one in fields_of(cls) if one.required or one is field}
    try:
        cls.model_validate(written)
    except ValidationError as error:
        refused = [one for one in error.errors() if one["loc"][:1] == (field.key,)]
        assert not refused, f"{cls.__name__}.{field.name}: {field.declared.example}"


def example(field: ModelField) -> Any:
    """The example of a field as the reader of YAML reads it."""
    document = read(SourceFile("x.yaml", f"{field.key}: {field.declared.example}"))
    assert not document.diagnostics
    return document.data[field.key]


def test_what_others_say_of_fields_by_name_is_of_fields_that_there_are():
    """Where a declaration cannot be asked: below the model, and where people's other words are listed."""
    keys = {field.key for cls in classes() for field in fields_of(cls)}
    texts = {field.key for cls in classes() for field in fields_of(cls) if Text in field.types}
    assert set(_table(True)) <= keys | set(SECTIONS) | {REVIEWS} | set(LANGUAGES)
    assert texts | set(LANGUAGES) >= cuts._TEXTS
    assert texts | set(LANGUAGES) >= braces._TITLES
