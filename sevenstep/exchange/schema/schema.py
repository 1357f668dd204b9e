"""Whole schemas: of any file of an engagement, or of one sort of them."""

from enum import StrEnum
from typing import Any, Final

from sevenstep.exchange.schema.definitions import Definitions
from sevenstep.exchange.schema.examples import data_of
from sevenstep.exchange.schema.forms import Schema
from sevenstep.exchange.schema.wording import SchemaLanguage, Wording
from sevenstep.language import LANGUAGES, Text
from sevenstep.model.custom.classes import NOTHING, Added, section_class
from sevenstep.model.element import Element
from sevenstep.model.field import fields_of
from sevenstep.model.form import Form
from sevenstep.model.header import Header
from sevenstep.model.kinds import SECTION_CLASSES
from sevenstep.model.review import SECTION as REVIEWS
from sevenstep.model.review import ReviewNote

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


class SchemaFor(StrEnum):
    """Which files a schema is for."""

    ANY = "any"
    """Every file of an engagement: one schema beside them is enough."""
    ENGAGEMENT = "engagement"
    """engagement.yaml."""
    ELEMENTS = "elements"
    """All other files."""
    SETTINGS = "settings"
    """What engagement.yaml says of the engagement itself, without any section."""
    REVIEWS = "reviews"
    """A file of review notes alone."""


_TITLES: Final[dict[SchemaFor, Text]] = {
    SchemaFor.ANY: Text(zh="七步分析模型的文件", en="File of a sevenstep engagement"),
    SchemaFor.ENGAGEMENT: Text(zh="七步分析模型的 engagement.yaml", en="engagement.yaml of a sevenstep engagement"),
    SchemaFor.ELEMENTS: Text(zh="七步分析模型的要素文件", en="Elements of a sevenstep engagement"),
    SchemaFor.SETTINGS: Text(zh="七步分析模型的项目信息和设置", en="Header and settings of a sevenstep engagement"),
    SchemaFor.REVIEWS: Text(zh="七步分析模型的评审意见", en="Review notes of a sevenstep engagement"),
}
_ABOUT: Final = Text(
    zh="由 sevenstep schema 生成，不要手改。引用的编号是否存在、数值是否相符，由 sevenstep check 检查。",
    en="Written by sevenstep schema, not by hand. Whether ids exist and figures agree, sevenstep check tells.",
)
_NOTES: Final = Text(zh="评审人对要素的意见，各有编号。", en="What reviewers said of elements, each note by its id.")


def schema(
    what: SchemaFor = SchemaFor.ANY, language: SchemaLanguage = SchemaLanguage.BOTH, added: Added = NOTHING
) -> Schema:
    """The JSON Schema (2020-12) of a file of an engagement, with the fields that it has `added`."""
    wording = Wording(language)
    definitions = Definitions(wording, added)
    properties: dict[str, Schema] = {}
    header = what in {SchemaFor.ANY, SchemaFor.ENGAGEMENT, SchemaFor.SETTINGS}
    if header:
        properties |= definitions.fields(Header)["properties"]
    if what in {SchemaFor.ANY, SchemaFor.ENGAGEMENT, SchemaFor.ELEMENTS}:
        properties |= {
            cls.KIND.section: _section(section_class(cls.KIND.section, added), definitions) for cls in SECTION_CLASSES
        }
    if what is not SchemaFor.SETTINGS:
        properties[REVIEWS] = _reviews(definitions)
    required = [field.key for field in fields_of(Header) if field.required]
    document: Schema = {
        "$schema": DIALECT,
        "title": wording.title(_TITLES[what]),
        "description": wording.description(_ABOUT),
        "type": ["object", "null"],
        "properties": properties,
        "additionalProperties": False,
    }
    if what in {SchemaFor.ENGAGEMENT, SchemaFor.SETTINGS}:
        document |= {"type": "object", "required": required}
    elif header:
        document["dependentRequired"] = {field.key: required for field in fields_of(Header)}
    return {**document, "$defs": dict(sorted(definitions.found.items()))}


def _section(cls: type[Element], definitions: Definitions) -> Schema:
    """A section of the YAML: elements by their ids."""
    return {
        "title": definitions.wording.title(cls.KIND.titles),
        "description": definitions.wording.description(cls.EXPLANATION),
        "type": ["object", "null"],
        "propertyNames": definitions.form(Form.ID),
        "additionalProperties": definitions.part(cls),
        "defaultSnippets": [_snippet(cls, definitions.wording)],
    }


def _snippet(cls: type[Element], wording: Wording) -> Schema:
    """A new element with the fields that it cannot be without, and those that make it complete."""
    fields = [field for field in fields_of(cls) if field.name != "id" and (field.required or field.declared.expected)]
    body: dict[str, Any] = {}
    for number, field in enumerate(fields, 2):
        example = data_of(field.declared.example)
        told = isinstance(example, dict) and example.keys() <= set(LANGUAGES)
        body[field.key] = dict.fromkeys(example, f"${{{number}:…}}") if told else example
    return {
        "label": wording.title(cls.KIND.title.inserted_into("新建：{}", "New: {}")),
        "description": wording.description(cls.EXPLANATION),
        "body": {f"${{1:{cls.KIND.name}-1}}": body},
    }


def _reviews(definitions: Definitions) -> Schema:
    return {
        "title": definitions.wording.title(ReviewNote.TITLE),
        "description": definitions.wording.description(_NOTES),
        "type": ["object", "null"],
        "propertyNames": definitions.form(Form.ID),
        "additionalProperties": definitions.part(ReviewNote),
    }
