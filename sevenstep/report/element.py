"""One element for a person at a terminal."""

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Any, Final

from rich.text import Text as Styled

from sevenstep.analysis.conclusions.conclusion import CONCLUDED
from sevenstep.chain.coverage import standings
from sevenstep.chain.graph import Chain
from sevenstep.chain.justification import Reason
from sevenstep.chain.reasons.claim import Hop
from sevenstep.checking.check import Checked
from sevenstep.language import Choice, Language, Text, many
from sevenstep.method import stage
from sevenstep.model.custom.word import CustomWord
from sevenstep.model.element import Element
from sevenstep.model.field import ModelField, fields_of
from sevenstep.model.header import Header
from sevenstep.model.part import Part
from sevenstep.model.quantity import Portion, Quantity, unit_name
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step3_places import Route, Traffic
from sevenstep.model.step4_paths import Path
from sevenstep.model.step6_items import Item
from sevenstep.model.step7_flows.arrivals import Arrivals
from sevenstep.model.values import CalendarName
from sevenstep.report.analysis_paths import of_path
from sevenstep.report.terminal import shown
from sevenstep.source.places import locate


def lines(checked: Checked, element: Element, folder: str, language: Language) -> Iterator[Styled]:
    """Kind, title, place, why it exists, fields, and relations both ways."""
    chain = checked.chain
    kind = element.KIND
    of_step = stage(kind.step).name.for_language(language)
    yield Styled(
        f"{kind.title.for_language(language)} {element.id}  {shown(element.title.for_language(language))}", "bold"
    )
    yield Styled(f"  {of_step}  ·  {folder}{_where(checked, element)}", "dim")
    yield from _concluded(chain, element, language)
    yield from _why(chain, element, language)
    if isinstance(element, Item):
        yield from _evaluated(chain, element, language)
    if isinstance(element, Traffic | Route):
        from sevenstep.analysis.transport.compute import transport
        from sevenstep.report.analysis_transport import of_element

        yield from of_element(chain, transport(chain), element.id, language)
    yield from _fields(chain.engagement.header, element, language)
    yield from _relations(chain, element, language)
    if isinstance(element, Path):
        yield from of_path(chain, element.id, language)
    yield from _standing(chain, element, language)


def _concluded(chain: Chain, element: Element, language: Language) -> Iterator[Styled]:
    """What it comes to, in the sentences that its page begins with."""
    if element.KIND.name not in CONCLUDED:
        return
    from sevenstep.analysis.analyse import analysis_of  # computing takes time, and most elements need none
    from sevenstep.analysis.conclusions.of_element import conclusion_of

    conclusion = conclusion_of(chain, analysis_of(chain), element)
    if conclusion is None:
        return
    yield Styled(f"  {shown(conclusion.headline.for_language(language))}", "bold")
    for sentence in conclusion.lead:
        yield Styled(f"  {shown(sentence.for_language(language))}")


def _evaluated(chain: Chain, item: Item, language: Language) -> Iterator[Styled]:
    from sevenstep.analysis.analyse import analysis_of  # computing takes time, and most elements need none
    from sevenstep.report.analysis_evaluations import of_item

    yield from of_item(analysis_of(chain).evaluations[item.id], language)


def _where(checked: Checked, element: Element) -> str:
    place = checked.chain.engagement.places[element.id]
    text = next((document.text for document in checked.documents if document.name == place.file), "")
    spans = locate(text, {place.path}).get(place.path)
    return f"{place.file}:{spans.key.line}:{spans.key.column}" if spans and spans.key else place.file


def _why(chain: Chain, element: Element, language: Language) -> Iterator[Styled]:
    """Its ways up to a goal, as its page draws them."""
    from sevenstep.analysis.justification import reason_of  # what measures move is computed, and takes time

    reason = reason_of(chain, element.id)
    if not reason.ways:
        return
    label = Text(zh="存在依据：", en="Why this is here: ").for_language(language)
    yield Styled(f"  {label}", "cyan").append(_way(chain, reason.hops, language), "none")
    for way in reason.ways[1:_WAYS]:
        yield Styled(f"      {_way(chain, way.hops, language)}", "dim")
    if said := _besides(reason):
        yield Styled(f"      {said.for_language(language)}", "dim")


_WAYS: Final = 4


def _way(chain: Chain, hops: Iterable[Hop], language: Language) -> str:
    return " › ".join(f"{shown(chain.elements[hop.to].title.for_language(language))} ({hop.to})" for hop in hops)


def _besides(reason: Reason) -> Text | None:
    if reason.undecided:
        count = len(reason.undecided)
        return Text(
            zh=f"{count} 个目标同样贴近，模型未作区分：可用 because 写明",
            en=f"{count} goals are as close; nothing in the model tells them apart: `because` can name one",
        )
    more = len(reason.ways) - _WAYS
    return Text(zh=f"另有 {more} 条依据", en=f"{many(more, 'more reason')}") if more > 0 else None


def _fields(header: Header, element: Element, language: Language) -> Iterator[Styled]:
    """The values that are given; the head line has the title, the relations and the steps of a flow stand below."""
    colon = "：" if language == "zh" else ": "
    for field in fields_of(type(element)):
        is_apart = field.name in {"id", "title"} or field.relation is not None or _holds_elements(field)
        if field.name not in element.model_fields_set or is_apart:
            continue
        if value := _said(header, element, field, language):
            line = Styled(f"  {field.label.for_language(language)}{colon}", "cyan")
            line.append(shown(value), "none")
            yield line


def _said(header: Header, element: Element, field: ModelField, language: Language) -> str:
    """What a field says, in the words that the engagement has for calendars, tags and units."""
    value = getattr(element, field.name)
    match value:
        case CalendarName():
            return header.calendar_said(value).for_language(language)
        case Arrivals() if value.calendar is not None:
            named = header.calendar_said(value.calendar).for_language(language)
            return said(value.model_copy(update={"calendar": named}), language)
        case tuple() if field.name == "tags":
            return "; ".join(header.tag_title(tag).for_language(language) for tag in value)
        case str() if field.name == "unit" and isinstance(element, Indicator):
            return unit_name(value, language)
    return said(value, language)


def _holds_elements(field: ModelField) -> bool:
    return any(issubclass(part, Element) for part in field.parts)


def said(value: Any, language: Language) -> str:
    """A field's value as one line of text."""
    match value:
        case Text():
            return " ".join(value.for_language(language).split())
        case Quantity() | Portion():
            return value.shown(language)
        case Part():
            fields = [
                (field.label.for_language(language).lower(), getattr(value, field.name))
                for field in fields_of(type(value))
                if field.name in value.model_fields_set
            ]
            told = ((label, held, said(held, language)) for label, held in fields)
            return ", ".join(label if held is True else f"{label} {text}" for label, held, text in told if text)
        case dict():
            return "; ".join(f"{key}: {said(entry, language)}" for key, entry in value.items())
        case tuple():
            return "; ".join(said(entry, language) for entry in value)
        case CustomWord():
            return value.label.for_language(language)
        case Choice():
            return value.label.for_language(language)
        case Enum():
            return str(value.value)
        case None | False:
            return ""
        case True:
            return "是" if language == "zh" else "yes"
        case _:
            return str(getattr(value, "text", value))


def _relations(chain: Chain, element: Element, language: Language) -> Iterator[Styled]:
    groups: dict[tuple[str, str], list[str]] = {}
    for link in chain.outgoing.get(element.id, ()):
        groups.setdefault(("→", link.relation.forward.for_language(language)), []).append(link.target)
    for link in chain.incoming.get(element.id, ()):
        groups.setdefault(("←", link.relation.backward.for_language(language)), []).append(link.source)
    for (arrow, words), ids in groups.items():
        yield Styled(f"  {arrow} {words}", "bold")
        for key in dict.fromkeys(ids):
            yield Styled(f"      {key}  {shown(chain.elements[key].title.for_language(language))}")


def _standing(chain: Chain, element: Element, language: Language) -> Iterator[Styled]:
    standing = standings(chain)[element.id]
    if standing.accepted is not None:
        reason = said(standing.accepted.reason, language)
        yield Styled(
            Text(zh=f"  尚未落实，经同意暂缓：{reason}", en=f"  Not carried out yet, deferred: {reason}").for_language(
                language
            ),
            "yellow",
        )
    elif standing.covered is False:
        yield Styled(
            Text(zh="  尚未由下一步落实", en="  Not covered by the next step").for_language(language), "yellow"
        )
