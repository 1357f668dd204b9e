"""The units that an engagement measures in, the most frequent first."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from sevenstep.lsp.open_engagement import OpenEngagement
from sevenstep.source.document import Document, Plain

_QUANTITY: Final = re.compile(
    r"[~≈约]?\s*[\d.,]+(?:\s*(?:\.\.|±|至|-)\s*[\d.,]+)?\s*(?P<unit>[^\d\s.,;:：，。~≈±()（）][^\d;:：，。()（）]{0,20})"
)
_USUAL: Final = ("min", "h", "d", "%", "CNY", "万元", "亿元", "例/d", "个")


def units_of(engagement: OpenEngagement) -> list[str]:
    """Every unit that stands behind a number in the files, and those that are usual."""
    found: Counter[str] = Counter()
    for document in engagement.documents:
        known = engagement.units.get(document.name)
        if known is None or known[0] is not document:
            known = engagement.units[document.name] = document, _units(document)
        found.update(known[1])
    declared = engagement.checked.chain.engagement.header.units if engagement.checked is not None else {}
    named = dict.fromkeys([*(unit for unit, _ in found.most_common()), *declared, *_USUAL])
    return list(named)


def _units(document: Document) -> Counter[str]:
    return Counter(
        found["unit"].strip() for word in _words(document.data) if (found := _QUANTITY.fullmatch(word)) is not None
    )


def _words(data: Plain) -> Iterator[str]:
    waiting = [data]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            if len(one) <= 40:
                yield one
        elif isinstance(one, dict):
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one
