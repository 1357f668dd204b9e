from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import KeyPath, Severity
from sevenstep.language import Text
from sevenstep.model.dimensions import Dimension
from sevenstep.model.element import Element
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step2_indicators.told_by_dimension import named, told


@rule(
    "S226",
    "member-missing",
    Severity.QUESTION,
    title=Text(zh="缺的数要补齐", en="Figures that are missing are asked for"),
    reason=Text(
        zh="缺了成员，整体和差距就说不准。",
        en="Where members are missing, neither the whole nor the spread is sure.",
    ),
    decision=Text(
        zh="决定整体能不能算出来，各成员能不能比较。",
        en="It decides whether the whole can be computed and the members compared.",
    ),
)
def member_missing(chain: Chain) -> Iterator[Violation]:
    found: dict[tuple[str, str], list[tuple[str, KeyPath]]] = {}
    known: dict[tuple[str, str], tuple[Element, Dimension]] = {}
    for said in told(chain):
        for member, figure in said.members.items():
            if figure.missing:
                key = said.element.id, said.dimension.id
                known[key] = said.element, said.dimension
                found.setdefault(key, []).append((member, (*said.path, member)))
    for key, places in found.items():
        element, dimension = known[key]
        names = named(chain, dimension, dict.fromkeys(member for member, _ in places))
        first, *others = [path for _, path in places]
        yield Violation(
            element.id,
            names.inserted_into(
                zh=f"“{element.id}”缺{{}}的数，谁有？", en=f"Who has the figures of {{}}, missing in “{element.id}”?"
            ),
            Text(
                zh="有了就把 missing 换成数值；确实没有，在 note 里写明为什么",
                en="Put the figure in the place of missing; if there is none, say why in a note",
            ),
            first,
            also=tuple((element.id, path) for path in others),
        )
