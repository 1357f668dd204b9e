"""From documents to the engagement: sections found, ids checked, every element validated by its class."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final

from pydantic import ValidationError

from sevenstep.diagnostic import Diagnostic, Place, RuleInfo
from sevenstep.language import Text
from sevenstep.model.dates import today
from sevenstep.model.element import Element, Part, id_problem, same_id
from sevenstep.model.engagement import Engagement, Header
from sevenstep.model.kinds import SECTIONS
from sevenstep.model.mistakes import diagnostics
from sevenstep.model.problems import (
    DUPLICATE_ID,
    MISSING_FIELD,
    UNKNOWN_FIELD,
    UNSAFE_ID,
    WRONG_VALUE,
)
from sevenstep.model.step7_flows import Flow
from sevenstep.model.suggest import did_you_mean
from sevenstep.source.document import Document
from sevenstep.source.files import HEADER_FILE
from sevenstep.source.problems import STRUCTURE

_HEADER_FIELDS: Final = frozenset(Header.model_fields)
_FALLBACK: Final = Header(id="engagement", title=Text(zh="未命名项目", en="Unnamed engagement"))


def build(documents: Iterable[Document], day: date | None = None) -> tuple[Engagement, list[Diagnostic]]:
    """The engagement that the documents describe, looked at on that day, and what kept parts of them out of it."""
    builder = _Builder(day or today())
    for document in documents:
        builder.take(document)
    return builder.engagement(), builder.diagnostics


class _Builder:
    def __init__(self, day: date) -> None:
        self.day = day
        self.diagnostics: list[Diagnostic] = []
        self.header: Header | None = None
        self.elements: dict[str, Element] = {}
        self.places: dict[str, Place] = {}
        self.broken: dict[str, str] = {}
        self.ids: dict[str, Place] = {}
        self.complete = True
        self.file_complete = True

    def take(self, document: Document) -> None:
        self.complete = self.complete and document.complete
        self.file_complete = document.complete
        is_header = document.name == HEADER_FILE
        data = document.data
        if data is None:
            if not (is_header and document.complete):
                return
            data = {}
        if not isinstance(data, dict):
            self.report(
                STRUCTURE,
                Place(document.name),
                Text(zh="文件的内容不是“节: 内容”的映射", en="The file is not a mapping of sections"),
                Text(
                    zh="以节名开头，如 goals:，下面每行一个“编号: …”",
                    en="Begin with a section, such as goals:, and below it one “id: …” an element",
                ),
            )
            return
        if is_header:
            self.take_header(document.name, {k: v for k, v in data.items() if k in _HEADER_FIELDS})
        for section, content in data.items():
            if section in SECTIONS:
                self.take_section(document.name, section, content)
            elif not (is_header and section in _HEADER_FIELDS):
                self.unknown_section(document.name, section, is_header)

    def unknown_section(self, file: str, section: str, is_header: bool) -> None:
        place = Place(file, (section,), on_key=True)
        if section in _HEADER_FIELDS:
            self.report(
                STRUCTURE,
                place,
                Text(
                    zh=f"“{section}”只能写在 {HEADER_FILE} 里",
                    en=f"“{section}” belongs into {HEADER_FILE}",
                ),
                Text(zh="移到那里", en="Move it there"),
            )
            return
        known = [*SECTIONS, *(sorted(_HEADER_FIELDS) if is_header else ())]
        listed = ", ".join(known)
        self.report(
            UNKNOWN_FIELD,
            place,
            Text(zh=f"没有“{section}”这一节", en=f"There is no section “{section}”"),
            did_you_mean(section, known) or Text(zh=f"可用的节：{listed}", en=f"Sections: {listed}"),
        )

    def take_header(self, file: str, data: dict[str, Any]) -> None:
        header = self.validated(Header, data, Place(file))
        if isinstance(header, Header):
            self.header = header

    def take_section(self, file: str, section: str, content: Any) -> None:
        if content is None:
            return
        if not isinstance(content, dict):
            self.report(
                STRUCTURE,
                Place(file, (section,), on_key=True),
                Text(
                    zh=f"“{section}”下面应是“编号: 要素”",
                    en=f"Below “{section}” stand ids with their elements",
                ),
                Text(
                    zh="每个要素写成“编号:”，字段缩进写在下面，不用“- ”",
                    en="Write each element as “id:” with its fields indented below, without “- ”",
                ),
            )
            return
        for element_id, data in content.items():
            self.take_element(SECTIONS[section], element_id, data, Place(file, (section, element_id)))

    def take_element(self, cls: type[Element], element_id: str, data: Any, place: Place) -> None:
        if not self.is_new(element_id, place):
            return
        self.broken[element_id] = cls.KIND.name
        if not isinstance(data, dict) and not self.file_complete:
            return  # what stood there was refused or cut off, and has been reported
        if not isinstance(data, dict):
            self.report(
                MISSING_FIELD if data is None else WRONG_VALUE,
                Place(place.file, place.path, on_key=True),
                Text(
                    zh=f"{cls.KIND.title.in_('zh')}“{element_id}”没有字段",
                    en=f"{cls.KIND.title.in_('en')} “{element_id}” has no fields",
                ),
                Text(zh="至少写上 title: …", en="Give it a title at least: title: …"),
            )
            return
        for written in self.ids_inside(data, place):
            self.report(
                UNKNOWN_FIELD,
                written,
                Text(zh="要素里不写 id", en="An id is not written inside an element"),
                Text(zh="编号就是它的键，删掉这一行", en="Its key is its id: delete this line"),
            )
            return
        element = self.validated(cls, {**data, "id": element_id}, place)
        if not isinstance(element, Element):
            if isinstance(steps := data.get("steps"), dict):
                self.broken.update({f"{element_id}/{name}": "activity" for name in steps})
            return
        del self.broken[element_id]
        self.add(element, place)
        if isinstance(element, Flow):
            self.add_nodes(element, place)

    def add_nodes(self, flow: Flow, place: Place) -> None:
        for name, node in flow.steps.items():
            here = Place(place.file, (*place.path, "steps", name))
            if problem := id_problem(name):
                self.report(UNSAFE_ID, Place(here.file, here.path, on_key=True), problem, None)
            else:
                self.add(node, here)

    def ids_inside(self, data: dict[str, Any], place: Place) -> Iterator[Place]:
        if "id" in data:
            yield Place(place.file, (*place.path, "id"), on_key=True)
        steps = data.get("steps")
        for name, node in steps.items() if isinstance(steps, dict) else ():
            if isinstance(node, dict) and "id" in node:
                yield Place(place.file, (*place.path, "steps", name, "id"), on_key=True)

    def add(self, element: Element, place: Place) -> None:
        self.elements[element.id] = element
        self.places[element.id] = place

    def is_new(self, element_id: str, place: Place) -> bool:
        on_key = Place(place.file, place.path, on_key=True)
        if problem := id_problem(element_id):
            self.report(
                UNSAFE_ID,
                on_key,
                problem,
                Text(
                    zh="换一个简短的编号，如 G1 或 clearance-time",
                    en="Take a short id, such as G1 or clearance-time",
                ),
            )
            self.complete = False  # what refers to it is not wrong as well
            return False
        first = self.ids.setdefault(same_id(element_id), on_key)
        if first != on_key:
            where = f"{first.file} ({first.path[0]})"
            self.report(
                DUPLICATE_ID,
                on_key,
                Text(
                    zh=f"编号“{element_id}”已经用过：{where}",
                    en=f"The id “{element_id}” is used already: {where}",
                ),
                Text(zh="换一个编号", en="Give one of the two another id"),
            )
            return False
        return True

    def validated(self, cls: type[Part], data: dict[str, Any], place: Place) -> Part | None:
        try:
            return cls.model_validate(data)
        except ValidationError as error:
            found = diagnostics(error, cls, data, place)
            if not self.file_complete:  # what is missing may stand in the part that could not be read
                found = (one for one in found if one.rule is not MISSING_FIELD)
            self.diagnostics.extend(found)
            return None

    def report(self, rule: RuleInfo, place: Place, message: Text, remedy: Text | None) -> None:
        self.diagnostics.append(Diagnostic(rule, place, message, remedy))

    def engagement(self) -> Engagement:
        return Engagement(self.header or _FALLBACK, self.elements, self.places, self.broken, self.complete, self.day)
