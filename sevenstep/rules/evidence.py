"""Rules on figures and sources: what is known, from where, and how sure it is."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import KeyPath, Severity
from sevenstep.language import Language, Text
from sevenstep.model.contents import figures, sources
from sevenstep.model.element import Element, Evidence, Figure, Source, same_words
from sevenstep.model.quantity import Quantity
from sevenstep.model.step6_items import Item
from sevenstep.model.step7_flows import Activity, Measure, Node
from sevenstep.model.suggest import surely_meant
from sevenstep.rules.rule import Breach, rule


@rule(
    "S811",
    "money-without-currency",
    Severity.WARNING,
    title=Text(zh="金额要写币种", en="An amount of money names its currency"),
    reason=Text(
        zh="300000 是元还是美元？没有币种的金额不能相加。",
        en="300000 of what? Amounts without a currency cannot be added up.",
    ),
    bad="""
    items:
      booking: {title: Booking online, resources: {money: 300000}}
    """,
    good="""
    items:
      booking: {title: Booking online, resources: {money: 300000 CNY}}
    """,
)
def money_without_currency(chain: Chain) -> Iterator[Breach]:
    for element in chain.elements.values():
        amount: Quantity | None = None
        path: tuple[str, ...] = ("cost",)
        if isinstance(element, Item):
            amount, path = element.resources.money if element.resources else None, ("resources", "money")
        elif isinstance(element, Activity | Measure):
            amount = element.cost
        if amount is not None and not amount.unit and amount.high:
            yield Breach(
                element.id,
                Text(zh=f"金额 {amount.text} 没有币种", en=f"The amount {amount.text} has no currency"),
                Text(zh=f"写成 {amount.text} CNY 或 {amount.text} 万元", en=f"Write {amount.text} CNY"),
                path,
            )


@rule(
    "S812",
    "figure-without-source",
    Severity.QUESTION,
    title=Text(zh="数值要有来源", en="A figure has a source"),
    reason=Text(
        zh="没有来源的数字经不起追问。",
        en="A figure without a source does not stand the first question.",
    ),
    decision=Text(
        zh="决定这个数能不能写进报告，还是只能当作假设。",
        en="It decides whether the figure can be reported, or is an assumption.",
    ),
    bad="""
    challenges:
      C1: {title: {zh: 通关慢, en: Slow clearance}, evidence: [{what: Time at the border, figure: 36.5 h}]}
    """,
    good="""
    challenges:
      C1: {title: Slow clearance, evidence: [{what: Time at the border, figure: 36.5 h, source: quarterly p. 41}]}
    """,
)
def figure_without_source(chain: Chain) -> Iterator[Breach]:
    for element in chain.elements.values():
        if element.source is not None:
            continue
        missing = [(path, one) for path, one in figures(element) if one.source is None and path[0] != "targets"]
        if missing:
            first, figure = missing[0]
            value = figure.value if isinstance(figure, Figure) else figure.figure
            shown = value.text if value is not None else ""
            yield Breach(
                element.id,
                element.title.put(
                    zh=f"“{{}}”的 {shown} 是从哪里来的？", en=f"Where does {shown} come from, in “{{}}”?"
                ),
                Text(
                    zh="写上 source: 文件和页码；是估计的，写 source: assumption: 理由",
                    en="Add source: a document and page; of an estimate, source: “assumption: why”",
                ),
                first,
                also=tuple((element.id, path) for path, _ in missing[1:]),
            )


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
    alike: dict[Text | str, list[tuple[Element, KeyPath]]] = defaultdict(list)
    for element, first, source, _ in _sourced(chain, lambda source: source.is_assumption):
        alike[source.note or element.id].append((element, first))
    for note, found in alike.items():
        (element, first), *others = found
        because = note if isinstance(note, Text) else None
        yield Breach(
            element.id,
            Text(
                zh=f"“{element.title.in_('zh')}”{_and_others(others, 'zh')}里的数是假设的"
                f"{_because(because, 'zh')}，谁能确认？",
                en=f"“{element.title.in_('en')}”{_and_others(others, 'en')} rests on an assumption"
                f"{_because(because, 'en')}. Who can confirm it?",
            ),
            Text(zh="确认后改写 source", en="Once confirmed, say so under source"),
            first,
            also=tuple((other.id, path) for other, path in others),
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
            Text(zh="换成更可靠的来源，或改 sure", en="Name a better source, or change sure"),
            first,
            also=also,
        )


@rule(
    "S815",
    "source-not-registered",
    Severity.WARNING,
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
    registered = chain.engagement.header.sources
    if not registered:
        return
    meant: dict[str, str | None] = {}
    for element in chain.elements.values():
        for path, source in sources(element):
            name = source.document
            if name is None or name in registered:
                continue
            if name not in meant:
                meant[name] = surely_meant(name, registered)
            if right := meant[name]:
                yield Breach(
                    element.id,
                    Text(zh=f"没有登记叫“{name}”的文件", en=f"No document “{name}” is registered"),
                    Text(zh=f"是不是“{right}”？", en=f"Did you mean “{right}”?"),
                    path,
                )


@rule(
    "S816",
    "source-not-cited",
    Severity.HINT,
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
    if not chain.engagement.complete or not chain.engagement.header.sources:
        return
    cited = {source.document for element in chain.elements.values() for _, source in sources(element)}
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


@rule(
    "S817",
    "alike",
    Severity.QUESTION,
    title=Text(zh="相像的要素要分清", en="Elements that look alike are told apart"),
    reason=Text(
        zh="名称只差一两个字的要素，可能是同一个写了两遍。",
        en="Of two titles that differ by a letter or two, one may be the other again.",
    ),
    decision=Text(zh="决定合并成一个，还是各自保留。", en="It decides whether to merge the two or to keep both."),
    bad="""
    actors:
      freight-forwarder: {title: {zh: 国际货运代理企业, en: International freight forwarder}, type: enterprise}
      forwarder: {title: {zh: 国际货运代理公司, en: International freight forwarders}, type: enterprise}
    """,
    good="""
    actors:
      freight-forwarder: {title: {zh: 国际货运代理企业, en: International freight forwarder}, type: enterprise}
      carrier: {title: {zh: 船公司, en: Shipping line}, type: enterprise}
    """,
)
def alike(chain: Chain) -> Iterator[Breach]:
    by_kind: dict[str, list[Element]] = defaultdict(list)
    for element in chain.elements.values():
        if not isinstance(element, Node) and element.KIND.name != "flow":
            by_kind[element.KIND.name].append(element)
    for elements in by_kind.values():
        for one, other in _alike(elements):
            yield Breach(
                other.id,
                Text(
                    zh=f"“{one.title.in_('zh')}”和“{other.title.in_('zh')}”是同一回事吗？",
                    en=f"Are “{one.title.in_('en')}” and “{other.title.in_('en')}” the same?",
                ),
                Text(
                    zh="合并，或在 description 里写明区别",
                    en="Merge them, or say under description what tells them apart",
                ),
                also=((one.id, ()),),
                ask=tuple(who for who in (one.owner, other.owner) if who),
            )


@rule(
    "S818",
    "figure-without-unit",
    Severity.HINT,
    title=Text(zh="依据里的数要写单位", en="A figure of evidence has a unit"),
    reason=Text(
        zh="只写一个 5，读者不知道是 5 家、5 次还是 5 天。",
        en="Of a bare 5 the reader cannot tell whether it is five firms, five times or five days.",
    ),
    bad="""
    challenges:
      C1: {title: Keyed in again, evidence: [{what: The same data are keyed in, figure: 5, source: report p. 3}]}
    """,
    good="""
    challenges:
      C1: {title: Keyed in again, evidence: [{what: The same data are keyed in, figure: 5 times, source: report p. 3}]}
    """,
)
def figure_without_unit(chain: Chain) -> Iterator[Breach]:
    for element in chain.elements.values():
        for path, one in figures(element):
            if isinstance(one, Evidence) and one.figure is not None and not one.figure.unit:
                yield Breach(
                    element.id,
                    Text(zh=f"{one.figure.text} 没有单位", en=f"{one.figure.text} has no unit"),
                    Text(
                        zh=f"写上单位，如 {one.figure.text} 次、{one.figure.text} 家",
                        en=f"Say of what, as in {one.figure.text} times",
                    ),
                    (*path, "figure"),
                )


_NEAR: Final = 0.86
_LONGEST_BUCKET: Final = 40
_SHORTEST: Final = 5
_NUMBERS: Final = re.compile(r"\d+|[一二三四五六七八九十百]+|\b[ivx]+\b", re.IGNORECASE)


def _alike(elements: list[Element]) -> Iterator[tuple[Element, Element]]:
    """Pairs whose titles nearly agree. Only titles with the same beginning or the same end are compared, and of a
    beginning that very many share none: the work stays proportional to the number of elements."""
    buckets: dict[tuple[str, str], list[tuple[str, Element]]] = defaultdict(list)
    for element in elements:
        said = same_words(element.title.in_("zh"))
        if len(said) >= _SHORTEST:
            buckets["start", said[:3]].append((said, element))
            buckets["end", said[-3:]].append((said, element))
    seen: set[tuple[str, str]] = set()
    for bucket in buckets.values():
        if len(bucket) > _LONGEST_BUCKET:
            continue
        for index, (said, one) in enumerate(bucket):
            for also_said, other in bucket[index + 1 :]:
                pair = (one.id, other.id)
                if pair not in seen and _nearly_the_same(said, also_said):
                    seen.add(pair)
                    yield one, other


def _nearly_the_same(one: str, other: str) -> bool:
    if one == other or _NUMBERS.findall(one) != _NUMBERS.findall(other):
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    near = _NEAR if one.isascii() else _NEAR - 0.12  # a Chinese title is short: one word of two characters weighs more
    return matcher.real_quick_ratio() >= near and matcher.quick_ratio() >= near and matcher.ratio() >= near


def _sourced(
    chain: Chain, wanted: Callable[[Source], bool]
) -> Iterator[tuple[Element, KeyPath, Source, tuple[tuple[str, KeyPath], ...]]]:
    """Elements with a source that is `wanted`: the first one's path and source, and the paths of the others. The nodes
    of a flow are spoken for by the flow's own source."""
    for element in chain.elements.values():
        found = [(path, source) for path, source in sources(element) if wanted(source)]
        if found:
            (first, source), *others = found
            yield element, first, source, tuple((element.id, path) for path, _ in others)


def _and_others(others: list[tuple[Element, KeyPath]], language: Language) -> str:
    if not others:
        return ""
    return f"等 {len(others) + 1} 个要素" if language == "zh" else f" (and {len(others)} more)"


def _because(note: Text | None, language: Language) -> str:
    if note is None:
        return ""
    said = note.in_(language)
    said = said if len(said) <= 80 else said[:80] + "…"
    return f"（{said}）" if language == "zh" else f" ({said})"


RULES: Final = (
    money_without_currency,
    figure_without_source,
    assumption_not_confirmed,
    unsure_source,
    source_not_registered,
    source_not_cited,
    alike,
    figure_without_unit,
)
"""These rules."""
