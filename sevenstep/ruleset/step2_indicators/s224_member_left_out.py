from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step2_indicators.told_by_dimension import named, told


@rule(
    "S224",
    "member-left-out",
    Severity.WARNING,
    title=Text(zh="按维度写的数，每个成员都写到", en="Figures by dimension speak of every member"),
    reason=Text(
        zh="未写到的成员，读者不知道是没有数据还是忘了写。",
        en="If a member is left out, readers cannot tell whether there is no figure or it was forgotten.",
    ),
)
def member_left_out(chain: Chain) -> Iterator[Violation]:
    for said in told(chain):
        out = said.not_told
        if out and not chain.engagement.is_partial(said.element.id):
            names = named(chain, said.dimension, out)
            yield Violation(
                said.element.id,
                names.inserted_into(
                    zh=f"“{said.element.id}”按“{said.dimension.id}”写的数里没有{{}}",
                    en=f"The figures of “{said.element.id}” by “{said.dimension.id}” leave out {{}}",
                ),
                Text(
                    zh=f"补上数值；没有数据就写 {out[0]}: missing",
                    en=f"Add the figure; where there is none, write {out[0]}: missing",
                ),
                said.path,
            )
