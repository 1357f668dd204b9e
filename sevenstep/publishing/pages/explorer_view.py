"""The chain for the explorer: every element and every link, as small as it can be said."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from sevenstep.analysis.justification import reason_of
from sevenstep.chain.graph import Chain
from sevenstep.model.choices import Status
from sevenstep.model.element import Element
from sevenstep.model.kind import Where
from sevenstep.model.kinds import KINDS
from sevenstep.model.step3_architecture import Domain
from sevenstep.model.step4_paths import Actor
from sevenstep.model.step7_flows import Flow
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.finding_view import findings_by_element

_STATUSES: Final = tuple(Status)


def explorer_view(context: Context) -> dict[str, Any]:
    """What the script of the page reads: kinds, relations, elements as rows, links as triples of numbers.

    An element: id, kind, title, address, status, domains, actors, number of findings, written and computed. A
    relation: what it is called from its holder, from its target, and which end stands higher in the chain (1 the
    target, -1 the holder, 0 neither). Why each is there: see `_reasons`.
    """
    chain = context.chain
    listed = [name for name, cls in KINDS.items() if cls.KIND.is_shown(Where.EXPLORER)]
    kinds = {name: number for number, name in enumerate(listed)}
    every = (key for key, element in chain.elements.items() if element.KIND.name in kinds)
    shown = {key: number for number, key in enumerate(every)}
    relations: dict[str, tuple[int, list[Any]]] = {}
    links: list[int] = []
    for link in chain.links():
        if link.source in shown and link.target in shown:
            upper = link.upper_end
            side = 0 if upper is None else 1 if upper == link.target else -1
            said = [context.said(link.relation.forward), context.said(link.relation.backward), side]
            number, _ = relations.setdefault(link.relation.name, (len(relations), said))
            links += [shown[link.source], shown[link.target], number]
    domains, actors, findings = domains_of(chain), actors_of(chain), findings_by_element(chain)
    return {
        "kinds": [[name, context.said(KINDS[name].KIND.title), KINDS[name].KIND.step] for name in kinds],
        "statuses": [context.said(status.label) for status in _STATUSES],
        "relations": [said for _, said in relations.values()],
        "elements": [
            [
                key,
                kinds[context.refs[key].kind],
                context.refs[key].title,
                context.refs[key].url,
                _STATUSES.index(chain.elements[key].status),
                [shown[domain] for domain in domains.get(key, ())],
                [shown[actor] for actor in actors.get(key, ())],
                len(chain.holders(key, "touches")) + len(findings.get(key, ())),
            ]
            for key in shown
        ],
        "links": links,
        **_reasons(context, shown),
    }


def _reasons(context: Context, shown: Mapping[str, int]) -> dict[str, Any]:
    """For each element the way up to a goal that is told of it: how many other ways hold, how many goals nothing tells
    apart (0: it is decided), then hop by hop the number of a verb and that of the element it leads to.

    The elements on a way that are not in the explorer are `passed`, numbered behind all others: title, address, step.
    """
    numbers = dict(shown)
    verbs: dict[str, int] = {}
    reasons: list[list[int]] = []
    for key in shown:
        answer = reason_of(context.chain, key)
        told = [max(0, len(answer.ways) - 1), len(answer.undecided)]
        for hop in answer.hops:
            told.append(verbs.setdefault(context.said(hop.verb), len(verbs)))
            told.append(numbers.setdefault(hop.to, len(numbers)))
        reasons.append(told)
    passed = (context.refs[key] for key in list(numbers)[len(shown) :])
    return {
        "verbs": list(verbs),
        "reasons": reasons,
        "passed": [[ref.title, ref.url, ref.step] for ref in passed],
    }


def domains_of(chain: Chain) -> dict[str, list[str]]:
    """The domains that each element belongs to: by its own word, or by what it serves; goals by their indicators."""
    found: dict[str, dict[str, None]] = {}
    ordered = sorted(chain.elements.values(), key=lambda element: element.KIND.step)
    for element in ordered:
        own = chain.targets(element.id, "domain", "in-domain")
        known = dict.fromkeys(domain.id for domain in own)
        if isinstance(element, Domain):
            known[element.id] = None
        elif not known:
            for upper in _above(chain, element):
                known |= found.get(upper, {})
        found[element.id] = known
    for link in chain.related("measures"):
        found[link.target] = found[link.target] | found[link.source]
    return {key: list(known) for key, known in found.items() if known}


def _above(chain: Chain, element: Element) -> list[str]:
    return [link.target for link in chain.outgoing.get(element.id, ()) if link.relation.up]


def actors_of(chain: Chain) -> dict[str, list[str]]:
    """The actors that have to do with each element: named by it, or standing in the lanes of a flow."""
    found: dict[str, list[str]] = {}
    for key, element in chain.elements.items():
        named: Iterable[str | None] = [
            link.target for link in chain.outgoing.get(key, ()) if isinstance(chain.elements[link.target], Actor)
        ]
        if isinstance(element, Flow):
            named = (*named, *element.lanes.values())
        if isinstance(element, Actor):
            named = (key, *named)
        known = _known(chain, named)
        if known:
            found[key] = known
    return found


def _known(chain: Chain, named: Iterable[str | None]) -> list[str]:
    return [key for key in dict.fromkeys(named) if key is not None and key in chain.elements]
