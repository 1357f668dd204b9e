from collections.abc import Iterable, Iterator

from sevenstep.analysis.wholes import member_title
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import KeyPath, Severity
from sevenstep.language import Text
from sevenstep.model.dimensions import Dimension
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.suggest import did_you_mean
from sevenstep.model.values import same_id, same_words
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step2_indicators.told_by_dimension import told
from sevenstep.source.characters import brief


@rule(
    "S221",
    "unknown-member",
    Severity.ERROR,
    literal=True,
    title=Text(zh="按维度写的数，成员都在维度里", en="Figures by dimension name members that it has"),
    reason=Text(
        zh="维度里没有的成员，既不能和别的比较，也汇总不进整体。",
        en="A member that the dimension lacks is compared with nothing, and in no whole.",
    ),
)
def unknown_member(chain: Chain) -> Iterator[Violation]:
    for said in told(chain):
        yield from _strange(chain, said.element.id, said.dimension, said.path, said.members)
    for indicator in chain.engagement.of(Indicator):
        for key, weights in (indicator.roll_up.weights if indicator.roll_up is not None else {}).items():
            dimension = chain.elements.get(key)
            if isinstance(dimension, Dimension):
                yield from _strange(chain, indicator.id, dimension, ("roll_up", "weights", key), weights)


def _strange(
    chain: Chain, element: str, dimension: Dimension, path: KeyPath, members: Iterable[str]
) -> Iterator[Violation]:
    known = dict.fromkeys(dimension.member_ids)
    if chain.engagement.is_partial(dimension.id):
        return  # the member may be among what could not be read
    for member in members:
        if member in known:
            continue
        meant = _meant(chain, dimension, member)
        name = dimension.title
        yield Violation(
            element,
            name.inserted_into(
                zh=f"维度“{{}}”没有成员“{brief(member)}”", en=f"Dimension “{{}}” has no member “{brief(member)}”"
            ),
            Text(zh=f"改成 {meant}", en=f"Write {meant}")
            if meant
            else did_you_mean(member, known)
            or Text(
                zh=f"在维度 {dimension.id} 的 members 里补上它，或改成已有的：{_listed(known)}",
                en=f"Add it to the members of {dimension.id}, or name one it has: {_listed(known)}",
            ),
            (*path, member),
            on_key=True,
            edits=(((*path, member), meant),) if meant and meant not in members else (),
        )


def _meant(chain: Chain, dimension: Dimension, member: str) -> str | None:
    """The one member that is written otherwise, or called so."""
    found = [
        key
        for key in dimension.member_ids
        if same_id(key) == same_id(member)
        or any(same_words(title) == same_words(member) for title in member_title(chain, dimension, key).wordings())
    ]
    return found[0] if len(found) == 1 else None


def _listed(known: Iterable[str]) -> str:
    names = list(known)
    return ", ".join(names[:10]) + (", …" if len(names) > 10 else "") if names else "–"
