from collections.abc import Iterable, Iterator, Set
from typing import Final

from sevenstep.chain.acceptance import is_over
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Diagnostic, Edit, RuleInfo, Severity
from sevenstep.examples import Beside
from sevenstep.language import Text

USELESS_ACCEPTANCE: Final = RuleInfo(
    "S014",
    "useless-acceptance",
    Severity.WARNING,
    Text(zh="接受的问题确实存在", en="What is accepted is there"),
    Text(
        zh="已经不存在的问题还写着“接受”，将来真出了问题就会被它遮住。",
        en="An acceptance that outlives its gap hides the next one that opens in the same place.",
    ),
    Beside(__file__),
)


def useless_acceptances(chain: Chain, used: Set[tuple[str, str]], judged: Iterable[RuleInfo]) -> Iterator[Diagnostic]:
    """Acceptances of `judged` rules that are not in `used` (element and key); not those that are over."""
    ran = {name for info in judged for name in (info.code, info.name)}
    for element in chain.elements.values():
        for key, given in element.accepted.items():
            if key not in ran or (element.id, key) in used or is_over(given, chain.engagement.today):
                continue
            place = chain.engagement.place(element.id, ("accepted", key), on_key=True)
            yield Diagnostic(
                USELESS_ACCEPTANCE,
                place,
                Text(
                    zh=f"这里没有违反 {key}，不需要接受",
                    en=f"Nothing here breaks {key}: there is nothing to accept",
                ),
                Text(zh="删掉这一条", en="Take this entry out"),
                edits=(Edit(place, None),),
                element=element.id,
            )
