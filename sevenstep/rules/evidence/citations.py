"""Sources are sure, confirmed, and cited by their right name."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Final

from sevenstep.chain.acceptance import acceptance
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import KeyPath, Severity
from sevenstep.language import Language, Text
from sevenstep.model.contents import sources
from sevenstep.model.element import Element, Source
from sevenstep.model.step7_flows import Node
from sevenstep.model.suggest import slips
from sevenstep.rules.rule import Breach, rule


@rule(
    "S813",
    "assumption-not-confirmed",
    Severity.QUESTION,
    title=Text(zh="假设要有人确认", en="An assumption is confirmed"),
    reason=Text(
        zh="没有确认的假设会一路算进结论。",
        en="What nobody confirmed is carried on into every result.",
    ),
    decision=Text(
        zh="决定由它算出的结果能不能采用。",
        en="It decides whether what is computed from it can be relied on.",
    ),
    bad="""
    flows:
      booking-asis: {title: {zh: 订舱现状, en: Booking today}, variant: as-is, source: "assumption: no time study yet"}
    """,
    good="""
    flows:
      booking-asis: {title: Booking today, variant: as-is, source: {interview: Two clerks, date: 2025-11}}
    """,
)
def assumption_not_confirmed(chain: Chain) -> Iterator[Breach]:
    alike: dict[Text | str, list[tuple[Element, KeyPath, tuple[tuple[str, KeyPath], ...]]]] = defaultdict(list)
    notes: dict[Text | str, Text | None] = {}
    for element, first, source, also in _sourced(chain, lambda source: source.is_assumption):
        accepted = acceptance(chain, element.id, "S813", "assumption-not-confirmed")
        key = element.id if accepted or source.note is None else source.note
        notes[key] = source.note
        alike[key].append((element, first, also))
    for key, found in alike.items():
        (element, first, also), *others = found
        because = notes[key]
        owners = [chain.targets(one.id, "owner") for one, _, _ in found]
        yield Breach(
            element.id,
            Text(
                zh=f"“{element.title.in_('zh')}”{f'等 {len(found)} 个要素' if others else ''}依据的是假设"
                f"{_because(because, 'zh')}，谁能确认？",
                en=f"“{element.title.in_('en')}”{f' (and {len(others)} more) rest' if others else ' rests'} "
                f"on an assumption{_because(because, 'en')}. Who can confirm it?",
            ),
            Text(
                zh="有人确认后，把 source 改成 {interview: 谁, date: 何时}，或写文件和页码",
                en="Once confirmed, change source to {interview: who, date: when}, or to a document and page",
            ),
            first,
            also=(*also, *(place for other, path, more in others for place in ((other.id, path), *more))),
            ask=tuple(dict.fromkeys(one.id for those in owners for one in those)) if all(owners) else (),
        )


@rule(
    "S814",
    "unsure-source",
    Severity.QUESTION,
    title=Text(zh="来源要可靠", en="A source is sure"),
    reason=Text(
        zh="标着“不太确定”的数，作者自己也不放心。",
        en="Of a figure marked as unsure its own author is in doubt.",
    ),
    decision=Text(zh="决定要不要再量一次。", en="It decides whether to measure again."),
    bad="""
    challenges:
      C1:
        title: {zh: 通关慢, en: Slow clearance}
        source: {interview: A driver at the gate, sure: low}
    """,
    good="""
    challenges:
      C1:
        title: Slow clearance
        source: {interview: The customs office, sure: high}
    """,
)
def unsure_source(chain: Chain) -> Iterator[Breach]:
    for element, first, _, also in _sourced(chain, lambda source: source.sure == "low"):
        yield Breach(
            element.id,
            element.title.put(
                zh="“{}”的来源不太可靠，谁有更好的数？", en="The source of “{}” is not sure. Who has better figures?"
            ),
            Text(
                zh="换成更可靠的来源；已经核实的，写 sure: high",
                en="Name a better source; once it is checked, write sure: high",
            ),
            first,
            also=also,
        )


@rule(
    "S815",
    "source-not-registered",
    Severity.WARNING,
    literal=True,
    title=Text(zh="引用登记过的文件，编号要写对", en="A registered document is cited by its id"),
    reason=Text(
        zh="编号差一个字，引用就找不到那份文件。",
        en="With one letter amiss, the citation does not find its document.",
    ),
    bad="""
    sources:
      quarterly: {title: Digital quarterly}
    challenges:
      C1: {title: Slow clearance, source: quartely p. 41}
    """,
    good="""
    sources:
      quarterly: {title: Digital quarterly}
    challenges:
      C1: {title: Slow clearance, source: quarterly p. 41}
    """,
)
def source_not_registered(chain: Chain) -> Iterator[Breach]:
    meant = _meant(chain)
    if not meant:
        return
    for element in chain.elements.values():
        for path, source in sources(element):
            if source.document is not None and (near := meant.get(source.document)):
                yield Breach(
                    element.id,
                    Text(
                        zh=f"没有登记叫“{source.document}”的文件", en=f"No document “{source.document}” is registered"
                    ),
                    Text(
                        zh=f"是不是{' 或 '.join(f'“{one}”' for one in near)}？",
                        en=f"Did you mean {' or '.join(f'“{one}”' for one in near)}?",
                    ),
                    path,
                )


def _meant(chain: Chain) -> dict[str, list[str]]:
    """The registered documents that the others cited may be slips of, by the name that is cited."""
    registered = chain.engagement.header.sources
    if not registered:
        return {}
    cited = (source.document for element in chain.elements.values() for _, source in sources(element))
    others = dict.fromkeys(one for one in cited if one is not None and one not in registered)
    most = _MOST_COMPARED // len(registered)
    return {name: near for name in islice(others, most) if (near := slips(name, registered))}


_MOST_COMPARED: Final = 100_000
"""How many pairs of names are compared at most: each takes some microseconds."""


@rule(
    "S816",
    "source-not-cited",
    Severity.HINT,
    literal=True,
    title=Text(zh="登记的文件要有引用", en="A registered document is cited"),
    reason=Text(
        zh="没有引用的文件，要么漏写了来源，要么不必登记。",
        en="Of a document that nothing cites, either the citations are missing, or it need not be listed.",
    ),
    bad="""
    sources:
      quarterly: {title: Digital quarterly}
    """,
    good="""
    sources:
      quarterly: {title: Digital quarterly}
    challenges:
      C1: {title: Slow clearance, source: quarterly p. 41}
    """,
)
def source_not_cited(chain: Chain) -> Iterator[Breach]:
    if not chain.engagement.complete or chain.engagement.broken or not chain.engagement.header.sources:
        return
    cited = {source.document for element in chain.elements.values() for _, source in sources(element)}
    cited.update(one for near in _meant(chain).values() for one in near)
    for key in chain.engagement.header.sources:
        if key not in cited:
            yield Breach(
                "",
                Text(zh=f"没有要素引用文件“{key}”", en=f"Nothing cites the document “{key}”"),
                Text(
                    zh=f"在 source 里引用它：{key} 页码，或删掉登记",
                    en=f"Cite it, as in source: {key} p. 1, or take it out",
                ),
                ("sources", key),
                on_key=True,
            )


def _sourced(
    chain: Chain, wanted: Callable[[Source], bool]
) -> Iterator[tuple[Element, KeyPath, Source, tuple[tuple[str, KeyPath], ...]]]:
    """Elements with a source that is `wanted`: the first one's path and source, and the places of the others. For the
    nodes of a flow the flow is asked about."""
    of_nodes: dict[str, list[tuple[str, KeyPath, Source]]] = defaultdict(list)
    for element in chain.elements.values():
        if isinstance(element, Node):
            flow = element.id.rpartition("/")[0]
            of_nodes[flow] += [(element.id, path, source) for path, source in sources(element) if wanted(source)]
    for element in chain.elements.values():
        if isinstance(element, Node):
            continue
        found = [(element.id, path, source) for path, source in sources(element) if wanted(source)]
        found += of_nodes.get(element.id, ())
        if found:
            (holder, first, source), *others = found
            if holder != element.id:
                first = ("steps", holder.rpartition("/")[2], *first)
            yield element, first, source, tuple((other, path) for other, path, _ in others)


def _because(note: Text | None, language: Language) -> str:
    if note is None:
        return ""
    said = note.in_(language)
    said = said if len(said) <= 80 else said[:80] + "…"
    return f"（{said}）" if language == "zh" else f" ({said})"


RULES: Final = (
    assumption_not_confirmed,
    unsure_source,
    source_not_registered,
    source_not_cited,
)
"""These rules."""
