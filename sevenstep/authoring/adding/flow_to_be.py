"""The skeleton of a to-be flow: the flow of today under a new id, with what has to be thought anew marked."""

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any, Final

from sevenstep.authoring.adding.element import Addition
from sevenstep.authoring.adding.named_by import Names
from sevenstep.authoring.opened import Opened
from sevenstep.authoring.start.named import in_languages, written_text
from sevenstep.diagnostic import KeyPath
from sevenstep.failure import Failure
from sevenstep.language import Language, Text
from sevenstep.model.choices import Mode, Variant
from sevenstep.model.quantity import Duration
from sevenstep.model.step7_flows import Activity, Flow, Measure
from sevenstep.model.step7_flows.nodes import AnyNode
from sevenstep.model.values import id_problem, same_id
from sevenstep.source.document import Plain

_DESIGN: Final = Text(zh="假设：方案设计值，待试点验证", en="assumption: design values, to be confirmed in a pilot")
_SUFFIXES: Final = ("-asis", "-as-is", "_asis", "_as_is", "-now", "-today", ".asis")
_TODAY: Final = re.compile(r"现状|as[ -]?is|today", re.IGNORECASE)


def to_be_of(here: Opened, said: str, title: Text | None = None, given_id: str = "") -> Addition:
    """What is to be added: the steps of the flow as they are, and a comment at each that a design has to answer.

    Raises Failure where `said` is no flow of today, or one to be stands beside it.
    """
    engagement = here.checked.chain.engagement
    flow = engagement.elements[Names(engagement).any_id_of(said)]
    if not isinstance(flow, Flow) or flow.variant is not Variant.AS_IS:
        raise _not_of_today(flow.id, [one for one in engagement.of(Flow) if one.variant is Variant.AS_IS])
    if flow.details is None:
        raise Failure(
            Text(
                zh=f"流程 {flow.id} 没有写明细化哪个事项，目标流程也就无从对照",
                en=f"The flow {flow.id} does not say which item it details: a flow to be could not be compared with it",
            ),
            Text(
                zh=f"先在 {flow.id} 里写上 details: 事项编号",
                en=f"Write details: and the id of an item in {flow.id} first",
            ),
        )
    other = next(
        (one for one in engagement.of(Flow) if one.variant is Variant.TO_BE and one.details == flow.details),
        None,
    )
    if other is not None:
        raise Failure(
            Text(
                zh=f"“{flow.details}”已有目标流程 {other.id}，没有再写一个",
                en=f"“{flow.details}” has a to-be flow already, {other.id}; no second one is written",
            ),
            Text(zh="直接修改它，或先删掉它", en="Change that one, or take it out first"),
        )
    new_id = given_id or _new_id(flow.id, {same_id(one) for one in (*engagement.elements, *engagement.broken)})
    if problem := id_problem(new_id):
        raise Failure(problem, Text(zh="用 --id 另给一个", en="Give another one with --id"))
    languages = engagement.header.languages
    place = engagement.places[flow.id]
    data = _at(here.documents[place.file].data, place.path)
    copy: dict[str, Plain] = {"title": written_text(title or _title(flow.title))}
    for key, value in deepcopy(data).items():
        if key not in {"title", "accepted", "status", "because"}:
            copy[key] = value
    copy["variant"] = str(Variant.TO_BE.value)
    copy["source"] = in_languages(_DESIGN, languages)
    measures = [one.id for one in engagement.of(Measure)]
    notes = dict(_notes(new_id, flow, copy, languages[0], measures))
    return Addition(Flow, new_id, copy, place.file, place.path[:-1], flow.id, notes)


def _at(data: Any, path: KeyPath) -> dict[str, Plain]:
    for key in path:
        data = data[key]
    return dict(data)


def _new_id(old: str, taken: set[str]) -> str:
    stem = next((old.removesuffix(end) for end in _SUFFIXES if old.casefold().endswith(end)), old)
    new = f"{stem}-tobe"
    number = 2
    while same_id(new) in taken:
        new, number = f"{stem}-tobe-{number}", number + 1
    return new


def _title(title: Text) -> Text:
    """The title of the flow of today, said of the one to be."""

    def changed(said: str | None, now: str, behind: str) -> str | None:
        if said is None:
            return None
        return _TODAY.sub(now, said) if _TODAY.search(said) else f"{said}{behind}"

    plain = title.plain
    is_chinese = plain is not None and any("\u4e00" <= character <= "\u9fff" for character in plain)
    return Text(
        zh=changed(title.zh, "目标", "（目标）"),
        en=changed(title.en, "to be", ", to be"),
        plain=changed(plain, "目标", "（目标）") if is_chinese else changed(plain, "to be", ", to be"),
    )


def _notes(
    new_id: str, flow: Flow, data: dict[str, Plain], language: Language, measures: list[str]
) -> Iterator[tuple[KeyPath, str]]:
    """What has to be thought anew, by the place where it stands."""

    def note(zh: str, en: str) -> str:
        return Text(zh=zh, en=en).for_language(language)

    few = ", ".join(measures[:3])
    yield (
        (new_id,),
        note(
            f"目标流程的骨架，抄自 {flow.id}；带“待定”的注释逐条想好后删去。\n"
            f"待定：由哪个举措形成？在举措里写 shapes: {new_id}{f'（如 {few}）' if few else ''}",
            f"Skeleton of a flow to be, copied from {flow.id}; answer each comment TO DECIDE, and take it out.\n"
            f"TO DECIDE: which measure brings it about? Write shapes: {new_id} there{f' ({few})' if few else ''}",
        ),
    )
    if "description" in data:
        yield (new_id, "description"), note("待定：目标流程怎么走？", "TO DECIDE: how shall it run?")
    for name, node in flow.steps.items():
        said = _of_step(node, language)
        if said:
            yield (new_id, "steps", name), said


def _of_step(node: AnyNode, language: Language) -> str:
    """What a design has to answer at a step; nothing where it may stay as it is."""
    if not isinstance(node, Activity):
        has_chances = node.next is not None and any(branch.chance is not None for branch in node.next.values())
        if not has_chances:
            return ""
        return Text(
            zh="待定：目标流程里各占多大概率？", en="TO DECIDE: how likely is each way in the design?"
        ).for_language(language)
    zh, en = [], []
    if node.mode is Mode.MANUAL:
        zh.append("能否取消，或改由系统办理（mode、system）")
        en.append("can it be done away with, or by a system (mode, system)")
    if isinstance(node.wait, Duration) and node.wait.mean_hours > 0:
        zh.append(f"现在等 {node.wait.text}，目标等多久")
        en.append(f"the case waits {node.wait.text} today: how long then")
    if not zh:
        return ""
    return Text(zh=f"待定：{'；'.join(zh)}？", en=f"TO DECIDE: {'; '.join(en)}?").for_language(language)


def _not_of_today(said: str, flows: list[Flow]) -> Failure:
    few = [one.id for one in flows][:8]
    return Failure(
        Text(zh=f"“{said}”不是现状流程", en=f"“{said}” is no flow of today (as-is)"),
        Text(zh=f"现状流程有 {'、'.join(few)}", en=f"There are {', '.join(few)}")
        if few
        else Text(zh="先写现状流程：sevenstep new flow", en="Write the flow of today first: sevenstep new flow"),
    )
