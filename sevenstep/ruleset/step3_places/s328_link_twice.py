from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.choices import Transport, Ways
from sevenstep.model.step3_places import TransportLink
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S328",
    "link-twice",
    Severity.HINT,
    title=Text(zh="同样的区段只写一次", en="One link is written once"),
    reason=Text(
        zh="两头和运输方式都相同的区段，多半是一段写了两遍，能力就算成了两倍。",
        en="Two links of one mode between the same places are most likely one, written twice: its capacity "
        "counts double.",
    ),
)
def link_twice(chain: Chain) -> Iterator[Violation]:
    first: dict[tuple[frozenset[str], Transport | None], str] = {}
    for link in chain.engagement.of(TransportLink):
        if link.ways is Ways.ONE or link.start == link.end:
            continue
        twin = first.setdefault((frozenset(link.ends), link.mode), link.id)
        if twin != link.id:
            yield Violation(
                link.id,
                Text(
                    zh=f"运输区段“{link.id}”和“{twin}”两头相同，运输方式也相同",
                    en=f"Links “{link.id}” and “{twin}” join the same places by the same mode",
                ),
                Text(
                    zh="是一段就合并；双向的不用写两次", en="Merge them if they are one; a link leads both ways anyhow"
                ),
                also=((twin, ()),),
            )
