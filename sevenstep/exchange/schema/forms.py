"""One value in each of its forms, as a schema. A scalar of YAML may reach an editor as a number or as true."""

from typing import Any

from sevenstep.exchange.schema.wording import NOT_SO, Wording
from sevenstep.language import LANGUAGES
from sevenstep.model.form import Form, Words
from sevenstep.model.patterns import any_of, pattern_of
from sevenstep.model.quantity.grammar import MAX_LENGTH
from sevenstep.model.source import MAX_SOURCE
from sevenstep.model.values import MAX_ID, MAX_TEXT, MAX_TITLE

Schema = dict[str, Any]

SCALAR: list[str] = ["string", "number", "boolean"]
"""What one text can be taken for: 2024 and true are texts where a text is wanted."""
NULL: Schema = {"type": "null"}
_LONGEST_DATE = 60
_LAST_DAY = 99991231


def either(*schemas: Schema) -> Schema:
    """What fits one of several."""
    found: list[Schema] = []
    for schema in schemas:
        for one in schema["anyOf"] if schema.keys() == {"anyOf"} else (schema,):
            if one not in found:
                found.append(one)
    return found[0] if len(found) == 1 else {"anyOf": found}


def of_words(words: Words) -> Schema:
    """One of a few words, in any case."""
    return {"type": "string", "pattern": rf"^\s*(?:{any_of(words.words)})\s*$"}


def of_form(form: Form, wording: Wording) -> Schema:
    """A value of that form."""
    return _of_form(form, _pattern(form, wording), wording)


def _pattern(form: Form, wording: Wording) -> Schema:
    pattern = pattern_of(form)
    if pattern is None:
        return {}
    return {"pattern": pattern, "patternErrorMessage": wording.title(NOT_SO[form])}


def _of_form(form: Form, pattern: Schema, wording: Wording) -> Schema:
    match form:
        case Form.TITLE | Form.PROSE:
            longest = MAX_TITLE if form is Form.TITLE else MAX_TEXT
            return _text(longest, pattern)
        case Form.SOURCE:
            told = {"type": "string", "maxLength": MAX_SOURCE, **pattern}
            return either({"type": SCALAR, "pattern": r"\S", "maxLength": MAX_SOURCE}, _by_language(told))
        case Form.NAME:
            return {"type": SCALAR}
        case Form.ID:
            return {"type": SCALAR, "maxLength": MAX_ID, **pattern}
        case Form.YES_NO:
            return {"type": ["boolean", "string"], **pattern}
        case Form.QUANTITY | Form.BOUNDED | Form.YEARLY:
            return {"type": ["string", "number"], "maxLength": MAX_LENGTH, **pattern}
        case Form.EACH | Form.TIME | Form.RATE:
            return {"type": "string", "maxLength": MAX_LENGTH, **pattern}
        case Form.SHARE:
            return either(
                {"type": "number", "minimum": 0, "maximum": 1}, {"type": "string", "maxLength": MAX_LENGTH, **pattern}
            )
        case Form.WHOLE:
            return {"type": ["integer", "string"], "maxLength": MAX_LENGTH, **pattern}
        case Form.DATE | Form.MOMENT:
            return either(
                {"type": "string", "maxLength": _LONGEST_DATE, **pattern},
                {"type": "number", "minimum": 1, "maximum": _LAST_DAY},
            )
        case Form.PAIR:
            end = of_form(Form.END, wording)
            alone = {"type": "string", **pattern}
            return either(
                {"type": "array", "items": end, "minItems": 2, "maxItems": 2},
                {"type": "array", "items": alone, "minItems": 1, "maxItems": 1},  # [106.45，29.62]: a Chinese comma
                alone,
            )
        case Form.END:
            return {"type": ["number", "string"], **pattern}
        case Form.NOTHING:
            return NULL


def _text(longest: int, pattern: Schema) -> Schema:
    """One text, or one per language."""
    said = {"type": SCALAR, "maxLength": longest, **pattern}
    return either(said, _by_language({**said, "type": [*SCALAR, "null"]}))


def _by_language(said: Schema) -> Schema:
    return {
        "type": "object",
        "properties": dict.fromkeys(LANGUAGES, said),
        "additionalProperties": False,
        "minProperties": 1,
    }
