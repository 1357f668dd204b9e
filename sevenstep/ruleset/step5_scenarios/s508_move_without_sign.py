from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.choices import Direction
from sevenstep.model.quantity import Quantity
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step5_scenarios.moves import every_move

_SIGNS: Final = "+-−－﹣＋±"


@rule(
    "S508",
    "move-without-sign",
    Severity.WARNING,
    title=Text(zh="改善幅度带正负号", en="A move has a sign"),
    reason=Text(
        zh="“40%”可以是提高 40%，也可以是提高到 40%：带上 + 或 -，就只能是前者。",
        en="“40%” may be by 40 % or up to 40 %: with its sign it can only be the former.",
    ),
)
def move_without_sign(chain: Chain) -> Iterator[Violation]:
    for scenario, key, change in every_move(chain):
        if change.low <= 0 or any(sign in change.text for sign in _SIGNS) or _is_wrong_way(chain, key, change):
            continue
        yield Violation(
            scenario.id,
            chain.elements[key].title.inserted_into(
                zh=f"“{{}}”的改善幅度 {change.text} 没有正负号", en=f"The move of “{{}}”, {change.text}, has no sign"
            ),
            Text(
                zh=f"是增加就写 +{change.text}；是要达到的值，写进指标的 targets",
                en=f"Write +{change.text} for a rise; a value to be reached belongs into the targets of the indicator",
            ),
            ("moves", key),
        )


def _is_wrong_way(chain: Chain, key: str, change: Quantity) -> bool:
    direction = getattr(chain.elements.get(key), "direction", None)
    return (direction == Direction.INCREASE and change.high < 0) or (direction == Direction.DECREASE and change.low > 0)
