"""A new element: its data out of what was answered, its place, and the proposal that adds it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from sevenstep.authoring.adding.fields_asked import field_for, is_many, must_serve
from sevenstep.authoring.adding.fresh_id import fresh_id
from sevenstep.authoring.adding.least import least
from sevenstep.authoring.adding.named_by import Names
from sevenstep.authoring.adding.placed import file_for, new_file_for
from sevenstep.authoring.opened import Opened
from sevenstep.authoring.proposal import Proposal, proposed
from sevenstep.authoring.start.named import written_text
from sevenstep.authoring.taken_names import why_taken
from sevenstep.diagnostic import KeyPath
from sevenstep.failure import Failure
from sevenstep.language import Text
from sevenstep.model.choices import EventType
from sevenstep.model.element import Element
from sevenstep.model.field import ModelField, fields_of, keyed
from sevenstep.model.kinds import NODE_CLASSES
from sevenstep.model.names import meant_key, meant_value
from sevenstep.model.step7_flows import Flow
from sevenstep.model.suggest import did_you_mean
from sevenstep.model.type_words import type_in_words
from sevenstep.model.values import id_problem, same_id
from sevenstep.source.binding import binding
from sevenstep.source.document import Document, Plain
from sevenstep.source.files import SourceFile
from sevenstep.source.insert_entries import with_inserted
from sevenstep.source.reader import read
from sevenstep.source.written import NO_NOTES, Notes, lines


@dataclass(frozen=True, slots=True)
class Addition:
    """An entry to be added: its id (of a step, with its flow), what stands under it, and where.

    `path` leads to the mapping in `file`; `behind` names the entry it comes after, where that is not the last.
    """

    cls: type[Element]
    id: str
    data: dict[str, Plain]
    file: str
    path: KeyPath
    behind: str | None = None
    notes: Notes = field(default_factory=lambda: NO_NOTES)

    @property
    def key(self) -> str:
        """The key it stands under."""
        return self.id.rpartition("/")[2]


def addition(
    here: Opened,
    cls: type[Element],
    title: Text,
    values: Mapping[str, Plain],
    reasons: Iterable[str] = (),
    given_id: str = "",
    file: str = "",
) -> Addition:
    """What is to be added, out of values by their keys and the elements that it is for; raises Failure."""
    engagement = here.checked.chain.engagement
    data = dict(values)
    named = [_element(here, reason) for reason in reasons]
    flow, behind = _flow(cls, named)
    for target in named if not flow else ():
        _add_reason(cls, data, target)
    _require(cls, data, here)
    new_id = given_id or fresh_id(engagement, cls, title, data, flow)
    if problem := id_problem(new_id):
        raise Failure(problem, Text(zh="用 --id 另给一个", en="Give another one with --id"))
    if (taken := why_taken(new_id)) is not None:
        raise Failure(taken, Text(zh="用 --id 另给一个", en="Give another one with --id"))
    full = f"{flow}/{new_id}" if flow else new_id
    if any(same_id(full) == same_id(one) for one in (*engagement.elements, *engagement.broken)):
        raise Failure(
            Text(zh=f"编号 {new_id} 已经有了", en=f"There is an element {new_id} already"),
            Text(zh="用 --id 另给一个", en="Give another one with --id"),
        )
    data = {**least(cls, engagement.header.languages), **data}
    ordered = {"title": written_text(title), **{f.key: data[f.key] for f in fields_of(cls) if f.key in data}}
    if flow:
        place = engagement.places[flow]
        notes: Notes = {(new_id, "title"): ""}  # more fields will come, a line each
        return Addition(cls, full, ordered, place.file, (*place.path, "steps"), behind, notes)
    chosen = file or file_for(engagement, here.documents.values(), cls, new_id, [one.id for one in named])
    return Addition(cls, full, ordered, chosen, (cls.KIND.section,), notes={(new_id, "title"): ""})


def proposal_of(here: Opened, new: Addition) -> Proposal:
    """The proposal that adds it: to its file, or to a new one where that file cannot be changed safely."""
    for name in (new.file, *([] if len(new.path) > 1 else [new_file_for(new.cls, here.documents.values())])):
        document = here.documents.get(name)
        if document is None:
            head = [binding(name)] if _are_bound(here.documents.values()) else []
            text: str | None = "\n".join([*head, *lines(_under(new), notes=_deep(new))]) + "\n"
        else:
            text = with_inserted(document, new.path, {new.key: new.data}, behind=new.behind, notes=new.notes)
        if text is not None:
            return proposed(here.documents.values(), {name: text})
    raise cannot_insert(here.documents.get(new.file), new.file)


def _are_bound(documents: Iterable[Document]) -> bool:
    """Whether files of the model tell editors of their schema."""
    return any(document.text.startswith(binding("x")[:_HEAD]) for document in documents)


_HEAD: Final = 22
"""So much of a line that binds a file is the same in all of them."""


def cannot_insert(document: Document | None, file: str) -> Failure:
    """That a file cannot be added to without a person."""
    is_whole = document is None or document.complete
    return Failure(
        Text(zh=f"{file} 里加不进去：没有把握不改动别的内容", en=f"Nothing can be added to {file} safely"),
        Text(zh="把这一节写成每行一个字段", en="Write that section with one field a line")
        if is_whole
        else Text(
            zh="先改正这个文件：sevenstep check 列出问题", en="Mend that file first: sevenstep check lists problems"
        ),
    )


def _under(new: Addition) -> dict[str, Plain]:
    data: dict[str, Plain] = {new.key: new.data}
    for key in reversed(new.path):
        data = {str(key): data}
    return data


def _deep(new: Addition) -> Notes:
    return {(*new.path, *path): note for path, note in new.notes.items()}


# -- what is given -------------------------------------------------------------------


def value_of(cls: type[Element], key: str, said: str, names: Names) -> tuple[str, Plain]:
    """The key and the value that ``key=value`` means; a key with dots leads into a part. Raises Failure."""
    first, *inner = key.split(".") if key not in keyed(cls) else [key]
    known = keyed(cls)
    meant = meant_key(first, known, labels={name: one.label for name, one in known.items()})
    if meant is None or meant == "id":
        raise Failure(
            Text(
                zh=f"{cls.KIND.title.for_language('zh')}没有字段“{first}”",
                en=f"There is no field “{first}” of a {cls.KIND.title.for_language('en').lower()}",
            ),
            did_you_mean(first, known) or _fields_listed(cls),
        )
    value: Plain = typed(known[meant], said, names) if not inner else as_data(said)
    for part in reversed(inner):
        value = {part: value}
    return meant, value


def typed(field: ModelField, said: str, names: Names) -> Plain:
    """A value as a person types it: ids or titles of elements, words in either language, data in brackets."""
    said = said.strip()
    if said[:1] in {"{", "["}:
        return as_data(said)
    if field.relation is not None and not field.relation.local:
        if not is_many(field):
            return names.id_of(said, field)
        found: list[Plain] = [names.id_of(part, field) for part in apart(said)]
        return found[0] if len(found) == 1 else found
    if field.is_fixed_word or field.own_words:
        from sevenstep.authoring.adding.fields_asked import words

        choices = {one.word: one.label for one in words(field)}
        word = meant_value(said, choices) or next(
            (one for one, label in choices.items() if said in label.wordings()), None
        )
        if word is not None:
            return word
    if str in field.types and tuple in field.types and not field.parts and "," in said:
        return list(apart(said))
    return said


def apart(said: str) -> list[str]:
    """Several words apart by commas of either kind."""
    return [part.strip() for part in said.replace("，", ",").replace("、", ",").split(",") if part.strip()]


def as_data(said: str) -> Plain:
    """A text as YAML reads it; raises Failure where that cannot be read."""
    if said.strip()[:1] not in {"{", "["}:
        return said.strip()
    document = read(SourceFile("value", said))
    if document.diagnostics or not document.complete:
        raise Failure(
            Text(zh=f"读不懂“{said}”", en=f"“{said}” cannot be read"),
            document.diagnostics[0].message if document.diagnostics else None,
        )
    return document.data


def merged(values: Iterable[tuple[str, Plain]]) -> dict[str, Plain]:
    """Values by key; several of one key add up: parts to parts, entries to lists."""
    found: dict[str, Plain] = {}
    for key, value in values:
        found[key] = _together(found[key], value) if key in found else value
    return found


def _together(one: Plain, other: Plain) -> Plain:
    if isinstance(one, dict) and isinstance(other, dict):
        return {**one, **{key: _together(one[key], value) if key in one else value for key, value in other.items()}}
    first = one if isinstance(one, list) else [one]
    return [*first, *(other if isinstance(other, list) else [other])]


# -- why it is there -----------------------------------------------------------------


def _element(here: Opened, said: str) -> Element:
    elements = here.checked.chain.engagement.elements
    return elements[Names(here.checked.chain.engagement).any_id_of(said)]


def _flow(cls: type[Element], named: list[Element]) -> tuple[str, str | None]:
    """The flow that a step is for, and the step that it comes behind; nothing for what stands in no flow."""
    if cls not in NODE_CLASSES:
        return "", None
    for target in named:
        flow, slash, step = target.id.partition("/")
        if slash:
            return flow, step
        if isinstance(target, Flow):
            return flow, before_the_end(target)
    raise Failure(
        Text(zh="步骤要写明属于哪个流程", en="A step stands in a flow"),
        Text(
            zh="用 --for 流程 或 --for 流程/步骤（写在它后面）",
            en="Say --for FLOW, or --for FLOW/STEP to follow a step",
        ),
    )


def before_the_end(flow: Flow) -> str | None:
    """The last step that leads to the one below it: behind it a new one is met. None where there is none."""
    names = [name for name, step in flow.steps.items() if step.next is None and step.type != EventType.END]
    return names[-1] if names else None


def _add_reason(cls: type[Element], data: dict[str, Plain], target: Element) -> None:
    field = field_for(cls, target)
    if field is None:
        kind, other = cls.KIND.title, target.KIND.title
        raise Failure(
            Text(
                zh=f"{kind.for_language('zh')}不能说明为{other.for_language('zh')}“{target.id}”而设",
                en=f"A {kind.for_language('en').lower()} cannot be for the {other.for_language('en').lower()} "
                f"“{target.id}”",
            ),
            _reasons_listed(cls),
        )
    new: Plain = {target.id: {}} if dict in field.types else target.id
    if field.key in data and is_many(field):
        data[field.key] = _together(data[field.key], new)
    else:
        data[field.key] = new


def _require(cls: type[Element], data: Mapping[str, Any], here: Opened) -> None:
    missing = [one for one in fields_of(cls) if one.required and one.key not in data and one.name not in _BY_ITSELF]
    serves = must_serve(cls)
    if missing:
        listed_zh = "；".join(f"{one.key}（{one.label.for_language('zh')}，{_said(one, 'zh')}）" for one in missing)
        listed_en = "; ".join(f"{one.key} ({_said(one, 'en')})" for one in missing)
        raise Failure(
            Text(zh=f"还缺必填的字段：{listed_zh}", en=f"Fields that cannot be left out are missing: {listed_en}"),
            Text(zh=f"用 --set {missing[0].key}=…", en=f"Give them as --set {missing[0].key}=…"),
        )
    if serves and not any(one.key in data for one in serves):
        names = Names(here.checked.chain.engagement)
        few = [one for field in serves for one in names.candidates(field)][:_FEW]
        if few:
            raise Failure(
                Text(
                    zh=f"要写明为何而设（{'、'.join(one.label.for_language('zh') for one in serves)}）",
                    en=f"Say what it is for ({', '.join(one.label.for_language('en').lower() for one in serves)})",
                ),
                Text(
                    zh="用 --for 写编号或名称，如 "
                    + "、".join(f"{one.id}（{one.title.for_language('zh')}）" for one in few),
                    en="Give it as --for, by id or title, such as "
                    + ", ".join(f"{one.id} ({one.title.for_language('en')})" for one in few),
                ),
            )


_BY_ITSELF: Final = frozenset({"id", "title"})
_FEW: Final = 5


def _said(field: ModelField, language: str) -> str:
    return type_in_words(field).for_language("zh" if language == "zh" else "en")


def _fields_listed(cls: type[Element]) -> Text:
    listed = [one for one in fields_of(cls) if one.name not in _BY_ITSELF]
    return Text(
        zh="字段：" + "、".join(f"{one.key}（{one.label.for_language('zh')}）" for one in listed),
        en="Fields: " + ", ".join(one.key for one in listed),
    )


def _reasons_listed(cls: type[Element]) -> Text:
    from sevenstep.authoring.adding.fields_asked import justifying
    from sevenstep.model.kinds import KINDS

    kinds = [KINDS[name].KIND for one in justifying(cls) if one.relation is not None for name in one.relation.to]
    return Text(
        zh="可以为之而设的：" + "、".join(kind.title.for_language("zh") for kind in kinds),
        en="It can be for: " + ", ".join(kind.title.for_language("en").lower() for kind in kinds),
    )
