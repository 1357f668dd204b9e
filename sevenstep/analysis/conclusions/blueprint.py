"""Whether what the design runs on holds together: the interfaces that it asks for, what is carried by hand, layers."""

from collections.abc import Iterator, Sequence
from typing import Final

from sevenstep.analysis.blueprint.networks import open_interfaces
from sevenstep.analysis.blueprint.pairs import SystemPair, system_pairs
from sevenstep.analysis.blueprint.sharing import shared_data
from sevenstep.analysis.conclusions.conclusion import Conclusion, Figure, Scale
from sevenstep.analysis.conclusions.wording import NAMED, listed, quoted, sentence
from sevenstep.analysis.results import Analysis
from sevenstep.chain.coverage import elements_by_step
from sevenstep.chain.graph import Chain
from sevenstep.language import Text, joined, many
from sevenstep.method import BLUEPRINT
from sevenstep.model.choices import Running, ServiceType, Sharing, Variant
from sevenstep.model.frames.layer import Layer
from sevenstep.model.frames.service import Service
from sevenstep.model.step7_flows import DataObject, Flow, System

_UNTOLD: Final = Text(zh="未写", en="not said")


def blueprint_conclusion(chain: Chain, _analysis: Analysis) -> Conclusion | None:
    """None where the model says nothing of the blueprint."""
    if not elements_by_step(chain)[BLUEPRINT.number]:
        return None
    pairs = list(system_pairs(chain).values())
    return Conclusion(_headline(chain, pairs), tuple(_lead(chain, pairs)), tuple(_figures(chain, pairs)))


def _headline(chain: Chain, pairs: Sequence[SystemPair]) -> Text:
    needed = [pair for pair in pairs if pair.needed]
    lacking = [pair for pair in needed if pair.lacking]
    systems = len({end for pair in needed for end in (pair.source, pair.target)})
    if not needed:
        return _nothing(chain)
    zh = f"目标流程在 {systems} 个系统之间交换数据，要接通 {len(needed)} 对系统"
    en = f"The design exchanges data between {many(systems, 'system')} and asks for {_connections(len(needed))}"
    if not lacking:
        have = "an interface for it runs or is planned" if len(needed) == 1 else "interfaces for all run or are planned"
        return sentence(f"{zh}；都已有接口或已列入规划", f"{en}; {have}")
    lack = "lacks" if len(lacking) == 1 else "lack"
    if len(lacking) == len(needed):
        return sentence(f"{zh}；一对都还没有接口", f"{en}; there is an interface for none of them yet")
    return sentence(f"{zh}；其中 {len(lacking)} 对还缺接口", f"{en}; {len(lacking)} of them {lack} an interface")


def _connections(count: int) -> str:
    return many(count, "connection")


def _nothing(chain: Chain) -> Text:
    if not any(flow.variant == Variant.TO_BE for flow in chain.engagement.of(Flow)):
        return sentence(
            "尚无目标流程，看不出需要哪些接口", "Which interfaces are needed is open: there is no to-be flow yet"
        )
    return sentence(
        "目标流程不在系统之间交换数据，不需要接口",
        "The design exchanges no data between systems and needs no interface",
    )


def _lead(chain: Chain, pairs: Sequence[SystemPair]) -> Iterator[Text]:
    layers = list(chain.engagement.of(Layer))
    if layers:
        names = listed([quoted(layer.title) for layer in layers])
        counts = [layer.count for layer in layers if layer.count is not None]
        built = joined(counts, "+", " + ") if len(counts) == len(layers) > 1 else None
        zh = f"蓝图自上而下分 {len(layers)} 层：{names.for_language('zh')}"
        en = f"The blueprint has {many(len(layers), 'layer')}, from the top down: {names.for_language('en')}"
        if built is not None:
            zh, en = f"{zh}，即“{built.for_language('zh')}”", f"{en}, that is “{built.for_language('en')}”"
        yield sentence(zh, en)
    lacking = [pair for pair in pairs if pair.lacking]
    if lacking:
        told = joined([_ends(chain, pair) for pair in lacking[:NAMED]], "；", "; ")
        more = len(lacking) - NAMED
        zh = f"还缺：{told.for_language('zh')}" + (f"；另有 {more} 对" if more > 0 else "")
        en = f"Lacking: {told.for_language('en')}" + (f"; and {more} more" if more > 0 else "")
        yield sentence(zh, en)
    before, after = _typed_over(pairs)
    if before or after:
        zh = f"目标设计里还有 {after} 对" if after else "目标设计里一对也没有"
        en = f"in the design between {after}" if after else "in the design between none"
        yield sentence(
            f"今天有 {before} 对系统之间靠人工搬数据，{zh}",
            f"Between {many(before, 'pair')} of systems people carry the data today, {en}",
        )
    yield from _services(chain)
    yield from _shared(chain)


def _ends(chain: Chain, pair: SystemPair) -> Text:
    source, target = (chain.elements[end].title for end in (pair.source, pair.target))
    count = len(pair.lacking)
    return Text(
        zh=f"{source.for_language('zh')} → {target.for_language('zh')}（{count} 类数据）",
        en=f"{source.for_language('en')} → {target.for_language('en')} ({many(count, 'data object')})",
    )


def _typed_over(pairs: Sequence[SystemPair]) -> tuple[int, int]:
    """Between how many pairs data is typed over, today and in the design."""
    return sum(bool(pair.by_hand) for pair in pairs), sum(bool(pair.still_by_hand) for pair in pairs)


def _services(chain: Chain) -> Iterator[Text]:
    services = list(chain.engagement.of(Service))
    if services:
        algorithms = sum(one.type is ServiceType.ALGORITHM for one in services)
        planned = sum(one.state is not Running.RUNNING for one in services)
        zh, en = f"共用 {len(services)} 项服务", f"{many(len(services), 'service')} {_be(len(services))} shared"
        if algorithms:
            what = "an algorithm model" if algorithms == 1 else "algorithm models"
            zh, en = f"{zh}，算法模型占 {algorithms} 项", f"{en}, of which {algorithms} {_be(algorithms)} {what}"
        if planned:
            zh = f"{zh}；其中 {planned} 项还在规划、在建"
            en = f"{en}; {planned} of them {'does' if planned == 1 else 'do'} not run yet"
        yield sentence(zh, en)


def _be(count: int) -> str:
    return "is" if count == 1 else "are"


def _shared(chain: Chain) -> Iterator[Text]:
    """How far data is shared that somebody else than its owner reads."""
    shared = list(dict.fromkeys(one.data for one in shared_data(chain)))
    levels = [data.sharing for key in shared if isinstance(data := chain.elements[key], DataObject)]
    if not any(levels):
        return
    parts = [(level.label, levels.count(level)) for level in Sharing] + [(_UNTOLD, levels.count(None))]
    told = [Text(zh=f"{what.zh} {count} 类", en=f"{count} {what.en}") for what, count in parts if count]
    names, are = listed(told), _be(len(shared))
    yield sentence(
        f"主责方以外还有人用的数据 {len(shared)} 类：{names.for_language('zh')}",
        f"{many(len(shared), 'data object')} {are} used by others than the owner: {names.for_language('en')}",
    )


def _figures(chain: Chain, pairs: Sequence[SystemPair]) -> Iterator[Figure]:
    before, after = _typed_over(pairs)
    if before or after:
        yield Figure(
            Text(zh="靠人工搬数据的系统对", en="Pairs of systems with data carried by hand"),
            Text(plain=str(before)),
            Text(plain=str(after)),
            is_better=None if before == after else after < before,
            scale=Scale(before, after),
        )
    needed = sum(bool(pair.needed) for pair in pairs)
    if needed:
        lacking = sum(bool(pair.lacking) for pair in pairs)
        yield Figure(
            Text(zh="要接通的系统对", en="Pairs of systems to be joined"),
            after=Text(plain=str(needed)),
            note=Text(zh=f"还缺接口 {lacking} 对", en=f"{lacking} lack an interface") if lacking else None,
        )
    interfaces = open_interfaces(chain)
    if interfaces:
        running = sum(one.state is Running.RUNNING for one in interfaces)
        yield Figure(
            Text(zh="已列出的接口", en="Interfaces listed"),
            Text(plain=str(running)),
            Text(plain=str(len(interfaces))),
            note=Text(zh="在用的，加上规划、在建的", en="running; with those planned or being built"),
        )
    systems = chain.engagement.count(System)
    if systems:
        yield Figure(System.KIND.titles, after=Text(plain=str(systems)))
