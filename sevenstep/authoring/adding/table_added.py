"""Proposals that put what a table says into a path, or into a flow."""

from collections.abc import Mapping
from typing import Final

from sevenstep.authoring.adding.element import before_the_end, cannot_insert
from sevenstep.authoring.adding.least import END, START, WORK
from sevenstep.authoring.adding.named_by import Names, no_element
from sevenstep.authoring.adding.raci_table import RaciTable
from sevenstep.authoring.opened import Opened
from sevenstep.authoring.proposal import Proposal, proposed
from sevenstep.authoring.start.named import in_languages
from sevenstep.diagnostic import Edit, KeyPath, Place
from sevenstep.failure import Failure
from sevenstep.language import Text
from sevenstep.model.choices import EventType
from sevenstep.model.element import Element
from sevenstep.model.step4_paths import Path
from sevenstep.model.step7_flows import Flow
from sevenstep.source.document import Document, Plain
from sevenstep.source.edit import edited
from sevenstep.source.files import SourceFile
from sevenstep.source.insert_entries import with_inserted
from sevenstep.source.reader import read

_PATHS: Final = frozenset({"path"})
_FLOWS: Final = frozenset({"flow"})


def path_named(here: Opened, said: str) -> Path:
    """The path of that id or title; raises Failure."""
    found = _named(here, said, _PATHS)
    if not isinstance(found, Path):
        raise no_element(said, ())
    return found


def flow_named(here: Opened, said: str) -> Flow:
    """The flow of that id or title; raises Failure."""
    found = _named(here, said, _FLOWS)
    if not isinstance(found, Flow):
        raise no_element(said, ())
    return found


def _named(here: Opened, said: str, kinds: frozenset[str]) -> Element:
    names = Names(here.checked.chain.engagement)
    found = names.find(said, kinds)
    if found is None:
        raise no_element(said, names.near(said, kinds) or names.of_kinds(kinds)[:5])
    return found


def with_raci(here: Opened, path: Path, table: RaciTable) -> Proposal:
    """The proposal that adds the functions of the table to the path."""
    return _inserted(here, path, ("connects",), table.data())


def with_steps(
    here: Opened, flow: Flow, steps: Mapping[str, dict[str, Plain]], after: str = ""
) -> tuple[Proposal, frozenset[str]]:
    """The proposal that adds the steps to the flow: behind a step, before its end, or as all that there are, between a
    start and an end. What stood in for the work that was to be written goes: it is told, too."""
    if after and after not in flow.steps:
        raise Failure(
            Text(zh=f"流程 {flow.id} 里没有步骤 {after}", en=f"The flow {flow.id} has no step {after}"),
            Text(zh=f"有 {'、'.join(flow.steps)}", en=f"There are {', '.join(flow.steps)}") if flow.steps else None,
        )
    new: dict[str, Plain] = dict(steps)
    if not flow.steps:
        new = _between(here, flow, steps)
    document, behind, gone = _without_stand_in(here, flow, after or before_the_end(flow))
    return _inserted(here, flow, ("steps",), new, document, behind), gone


def _between(here: Opened, flow: Flow, steps: Mapping[str, dict[str, Plain]]) -> dict[str, Plain]:
    """The steps between a start and an end, where the table has none."""
    languages = here.checked.chain.engagement.header.languages
    types = [step.get("type") for step in steps.values()]
    new: dict[str, Plain] = dict(steps)
    if EventType.START.value not in types:
        title = flow.scope.starts if flow.scope is not None else START
        new = {_free("start", new): {"title": in_languages(title, languages), "type": EventType.START.value}, **new}
    if EventType.END.value not in types:
        title = flow.scope.ends if flow.scope is not None else END
        new[_free("end", new)] = {"title": in_languages(title, languages), "type": EventType.END.value}
    return new


def _free(name: str, taken: Mapping[str, Plain]) -> str:
    return name if name not in taken else f"{name}-of-flow"


def _without_stand_in(here: Opened, flow: Flow, behind: str | None) -> tuple[Document, str | None, frozenset[str]]:
    """The file without the step that only says that work is to be written."""
    document = here.documents[here.checked.chain.engagement.places[flow.id].file]
    stands_in = [name for name, step in flow.steps.items() if set(step.title.wordings()) <= set(WORK.wordings())]
    if len(stands_in) != 1 or len(flow.steps) < 2:
        return document, behind, frozenset()
    place = here.checked.chain.engagement.places[flow.id]
    gone = Edit(Place(place.file, (*place.path, "steps", stands_in[0])), None)
    text, count = edited(document, [gone])
    if not count:
        return document, behind, frozenset()
    names = [name for name in flow.steps if name != stands_in[0]]
    at = list(flow.steps).index(stands_in[0])
    behind = names[at - 1] if behind == stands_in[0] and at else behind
    return read(SourceFile(document.name, text)), behind, frozenset({f"{flow.id}/{stands_in[0]}"})


def _inserted(
    here: Opened,
    element: Element,
    inner: KeyPath,
    entries: Mapping[str, Plain],
    document: Document | None = None,
    behind: str | None = None,
) -> Proposal:
    place = here.checked.chain.engagement.places[element.id]
    document = document or here.documents[place.file]
    text = with_inserted(document, (*place.path, *inner), entries, behind=behind)
    if text is None:
        raise cannot_insert(document, place.file)
    return proposed(here.documents.values(), {place.file: text})
