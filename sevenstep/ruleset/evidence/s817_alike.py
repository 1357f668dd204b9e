import re
from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.element import Element
from sevenstep.model.step7_flows import Flow, Node
from sevenstep.model.values import same_words
from sevenstep.ruleset.evidence.opposites import tells_apart
from sevenstep.ruleset.rule import Violation, rule

_NEAR: Final = 0.86
_LONGEST_BUCKET: Final = 40
_SHORTEST: Final = 5
_NUMBERS: Final = re.compile(r"\d+|[一二三四五六七八九十百千两]+|\b[ivx]+\b", re.IGNORECASE)


@rule(
    "S817",
    "alike",
    Severity.QUESTION,
    title=Text(zh="相像的要素要分清", en="Elements that look alike are told apart"),
    reason=Text(
        zh="名称只差一两个字的要素，可能是同一个写了两遍。",
        en="Two titles that differ by a letter or two may name the same thing.",
    ),
    decision=Text(zh="决定合并成一个，还是各自保留。", en="It decides whether to merge the two or to keep both."),
)
def alike(chain: Chain) -> Iterator[Violation]:
    by_kind: dict[str, list[Element]] = defaultdict(list)
    for element in chain.elements.values():
        if not isinstance(element, Node | Flow):
            by_kind[element.KIND.name].append(element)
    for elements in by_kind.values():
        for element, other in _alike(elements):
            yield Violation(
                other.id,
                Text(
                    zh=f"“{element.title.for_language('zh')}”和“{other.title.for_language('zh')}”是同一回事吗？",
                    en=f"Are “{element.title.for_language('en')}” and “{other.title.for_language('en')}” the same?",
                ),
                Text(
                    zh="合并，或在 description 里写明区别",
                    en="Merge them, or say under description what tells them apart",
                ),
                also=((element.id, ()),),
                ask=tuple(who for who in (element.owner, other.owner) if who),
            )


def _alike(elements: list[Element]) -> Iterator[tuple[Element, Element]]:
    """Pairs whose titles nearly agree. Only titles with the same beginning or the same end are compared, and of a
    beginning that very many share none: the work stays proportional to the number of elements."""
    buckets: dict[tuple[str, str], list[tuple[str, Element]]] = defaultdict(list)
    for element in elements:
        said = same_words(element.title.for_language("zh"))
        if len(said) >= _SHORTEST:
            buckets["start", said[:3]].append((said, element))
            buckets["end", said[-3:]].append((said, element))
    seen: set[tuple[str, str]] = set()
    for bucket in buckets.values():
        if len(bucket) > _LONGEST_BUCKET:
            continue
        for index, (said, element) in enumerate(bucket):
            for also_said, other in bucket[index + 1 :]:
                pair = (element.id, other.id)
                if pair not in seen and _nearly_the_same(said, also_said):
                    seen.add(pair)
                    yield element, other


def _nearly_the_same(title: str, other: str) -> bool:
    if title == other or _NUMBERS.findall(title) != _NUMBERS.findall(other):
        return False
    matcher = SequenceMatcher(None, title, other, autojunk=False)
    # a Chinese title is short: one word of two characters weighs more
    near = _NEAR if title.isascii() else _NEAR - 0.12
    if not (matcher.real_quick_ratio() >= near and matcher.quick_ratio() >= near and matcher.ratio() >= near):
        return False
    return not tells_apart(title, other)
