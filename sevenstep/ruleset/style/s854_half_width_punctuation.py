import re
from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.contents import texts
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.style.wordings import wordings

_HALF_WIDTH: Final = re.compile("[\u3400-\u9fff][,;:?!]\\s?[\u3400-\u9fff]|[\u3400-\u9fff][,;:?!]$")
_FULL_WIDTH: Final = str.maketrans(",;:?!", "，；：？！")


@rule(
    "S854",
    "half-width-punctuation",
    Severity.WARNING,
    literal=True,
    on=False,
    title=Text(zh="中文里用全角标点", en="Chinese text has full-width punctuation"),
    reason=Text(zh="中文夹着半角标点，版面疏密不匀。", en="Half-width marks between Chinese characters look cramped."),
)
def half_width_punctuation(chain: Chain) -> Iterator[Violation]:
    for element in chain.elements.values():
        for path, text in texts(element):
            for here, said in wordings(text, path):
                if match := _HALF_WIDTH.search(said):
                    yield Violation(
                        element.id,
                        Text(zh=f"“{match[0]}”里是半角标点", en=f"“{match[0]}” has half-width punctuation"),
                        Text(
                            zh=f"写成“{match[0].translate(_FULL_WIDTH)}”",
                            en=f"Write “{match[0].translate(_FULL_WIDTH)}”",
                        ),
                        here,
                    )
