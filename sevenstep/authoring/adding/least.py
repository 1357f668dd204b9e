"""What an element of some kinds cannot be without although no field of it is required: a flow begins and ends."""

from collections.abc import Sequence

from sevenstep.authoring.start.example import example_of
from sevenstep.authoring.start.named import in_languages
from sevenstep.language import Language, Text
from sevenstep.model.choices import EventType
from sevenstep.model.element import Element
from sevenstep.model.field import field_of
from sevenstep.model.frames.scale import Scale
from sevenstep.model.step7_flows import Flow
from sevenstep.source.document import Plain

START = Text(zh="开始", en="Start")
END = Text(zh="结束", en="End")
WORK = Text(zh="待填写的作业", en="Work, to be written")


def least(cls: type[Element], languages: Sequence[Language]) -> dict[str, Plain]:
    """The fields with which a new element of the class is sound, to be overwritten; nothing where it is without."""
    if issubclass(cls, Flow):
        steps: dict[str, Plain] = {
            "start": {"title": in_languages(START, languages), "type": EventType.START.value},
            "work": {"title": in_languages(WORK, languages)},
            "end": {"title": in_languages(END, languages), "type": EventType.END.value},
        }
        return {"steps": steps}
    if issubclass(cls, Scale):
        return {"levels": _in(example_of(field_of(Scale, "levels")), languages)}
    return {}


def _in(value: Plain, languages: Sequence[Language]) -> Plain:
    """Plain data of the reference with its texts in these languages."""
    if isinstance(value, dict):
        if value.keys() <= {"zh", "en"}:
            said = [(language, value[language]) for language in languages if language in value]
            return said[0][1] if len(said) == 1 else dict(said)
        return {key: _in(each, languages) for key, each in value.items()}
    return [_in(each, languages) for each in value] if isinstance(value, list) else value
