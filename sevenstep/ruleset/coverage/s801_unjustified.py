from collections.abc import Iterator, Mapping

from sevenstep.chain.coverage import standings
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.element import Element
from sevenstep.model.field import fields_of
from sevenstep.model.kinds import KINDS
from sevenstep.model.links import Link, links, needs_justification, relations
from sevenstep.model.relation import Role
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S801",
    "unjustified",
    Severity.ERROR,
    title=Text(zh="每个要素都要服务于上一步", en="Every element serves one of the step before"),
    reason=Text(
        zh="没有理由的要素，谁也说不清为什么要做。",
        en="An element that serves nothing has no reason to be there.",
    ),
)
def unjustified(chain: Chain) -> Iterator[Violation]:
    attempted = {link.source for link in (*chain.dangling, *chain.mistyped) if _serves(link)}
    broken = chain.engagement.broken
    standing = standings(chain)
    for element in chain.elements.values():
        kind = element.KIND
        if not needs_justification(kind.name) or element.id in attempted:
            continue
        if standing[element.id].justified or _refers_to_broken(element, broken):
            continue
        relation = next(serving for serving in relations(kind.name) if serving.role is Role.SERVES)
        target = KINDS[relation.to[0]].KIND.title
        field = _field(element, relation.name)
        yield Violation(
            element.id,
            Text(
                zh=f"{kind.title.for_language('zh')}“{element.id}”没有说明服务于哪个{target.for_language('zh')}",
                en=f"{kind.title.for_language('en')} “{element.id}” does not say which "
                f"{target.for_language('en').lower()} it serves",
            ),
            Text(
                zh=f"补上 {field}: 加{target.for_language('zh')}的编号",
                en=f"Add {field}: and the id of the {target.for_language('en').lower()}",
            ),
        )


def _serves(link: Link) -> bool:
    return link.relation.role in {Role.SERVES, Role.IMPROVES}


def _refers_to_broken(element: Element, broken: Mapping[str, str]) -> bool:
    return bool(broken) and any(_serves(link) and link.target in broken for link in links(element))


def _field(element: Element, relation: str) -> str:
    """The field of an element that holds the relation."""
    held = (field.key for field in fields_of(type(element)) if field.relation and field.relation.name == relation)
    return next(held, relation)
