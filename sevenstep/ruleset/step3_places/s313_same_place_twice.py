from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step3_places import TransportPlace
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S313",
    "same-place-twice",
    Severity.WARNING,
    title=Text(zh="一个地方只写一次", en="One place is written once"),
    reason=Text(
        zh="写成两个地点的同一个地方，区段各连各的，网络就断了。",
        en="Where one place is written as two, links end at one or the other, and the network falls apart.",
    ),
)
def same_place_twice(chain: Chain) -> Iterator[Violation]:
    first: dict[tuple[str, tuple[float, float]], str] = {}
    for place in chain.engagement.of(TransportPlace):
        for key, point in (("at", place.at), ("position", place.position)):
            if point is None:
                continue
            twin = first.setdefault((key, point), place.id)
            if twin not in {place.id, place.parent} and not _is_inside(chain, twin, place.id):
                yield Violation(
                    place.id,
                    Text(
                        zh=f"地点“{place.id}”和“{twin}”在同一个位置",
                        en=f"“{place.id}” and “{twin}” stand at one and the same point",
                    ),
                    Text(
                        zh="是一个地方就合并；不是就写准位置；一个在另一个里面就写 parent",
                        en="Merge them if they are one place; else give each its own point, or name the parent "
                        "of the one "
                        "that lies in the other",
                    ),
                    (key,),
                    also=((twin, (key,)),),
                )


def _is_inside(chain: Chain, inner: str, outer: str) -> bool:
    place = chain.elements[inner]
    return isinstance(place, TransportPlace) and place.parent == outer
