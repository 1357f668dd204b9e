"""Rules on the chain as a whole: references that arrive, elements that are justified and covered."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from sevenstep.chain.coverage import covered_elements, holders_of_cover
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text, joined
from sevenstep.model.element import Element, id_problem, same_id
from sevenstep.model.kinds import KINDS
from sevenstep.model.links import Link, covering, links, needs_justification, relations
from sevenstep.model.nearest import element_meant
from sevenstep.model.relation import Role
from sevenstep.model.suggest import did_you_mean
from sevenstep.rules.rule import Breach, rule
from sevenstep.source.characters import brief

_MOST_SUGGESTIONS: Final = 100
"""Of how many wrong references the nearest id is looked for: each costs a look at every id there is."""
_MOST_BY_TITLE: Final = 10
"""Of how many the nearest title is looked for, too, which takes longer."""


def _kinds(link: Link) -> Text:
    return joined((KINDS[name].KIND.title for name in link.relation.to), zh="或", en=" or ")


def _fitting(chain: Chain, link: Link) -> Iterator[str]:
    """The ids that the reference could name."""
    prefix = f"{link.source.rpartition('/')[0]}/" if link.relation.local else ""
    for key, element in chain.elements.items():
        if prefix and not key.startswith(prefix):
            continue
        if not link.relation.to or element.KIND.name in link.relation.to:
            yield key.removeprefix(prefix)


@rule(
    "S011",
    "dangling-reference",
    Severity.ERROR,
    literal=True,
    title=Text(zh="引用的编号必须存在", en="A reference names an element that exists"),
    reason=Text(
        zh="断掉的引用让链条断在这里：往上说不清为什么，往下说不清怎么做。",
        en="A reference that leads nowhere breaks the chain: neither why nor how can be told from here.",
    ),
    bad="""
    challenges:
      C1: {title: Slow}
    goals:
      clearance: {title: Faster clearance, answers: C1}
      cheaper: {title: Cheaper clearance, parent: clearence, answers: [C1, pain]}
    """,
    good="""
    challenges:
      C1: {title: Slow}
    goals:
      clearance: {title: Faster clearance, answers: C1}
    """,
)
def dangling_reference(chain: Chain) -> Iterator[Breach]:
    several = {link: ids for link in chain.dangling if (ids := _several(link))}
    for link, ids in several.items():
        yield _ids_in_one(link, ids)
    if not chain.engagement.complete:
        return  # what cannot be read may well hold what is missing
    otherwise = {link: key for link, key in _otherwise_written(chain).items() if link not in several}
    for link, meant in otherwise.items():
        yield _written_otherwise(link, meant)
    choices: dict[tuple[str, ...] | str, list[str]] = {}
    rest = (link for link in chain.dangling if link not in otherwise and link not in several)
    for count, missing in enumerate(_by_target(rest)):
        link = missing[0]
        key = link.source.rpartition("/")[0] if link.relation.local else link.relation.to
        if key not in choices:
            choices[key] = list(_fitting(chain, link))
        fitting = choices[key] if count < _MOST_SUGGESTIONS else ()
        name = link.target.rpartition("/")[2] if link.relation.local else link.target
        said = brief(name)
        kinds = _kinds(link)
        zh, en = (kinds.in_("zh"), kinds.in_("en").lower()) if link.relation.to else ("要素", "element")
        if link.relation.local:
            zh, en = "节点", "step in this flow"
        yield Breach(
            link.source,
            Text(zh=f"没有编号为“{said}”的{zh}", en=f"There is no {en} “{said}”"),
            did_you_mean(name, fitting)
            or (_by_title(chain, link, name) if count < _MOST_BY_TITLE else None)
            or Text(
                zh=f"定义这个{zh}，或改成已有的编号",
                en=f"Define this {en}, or name one that exists",
            ),
            link.path,
            link.on_key,
            also=tuple((other.source, other.path) for other in missing[1:]),
        )


def _by_title(chain: Chain, link: Link, name: str) -> Text | None:
    """The elements of the right kind, or the steps, that are called what was written instead of an id."""
    if link.relation.local:
        return None
    return element_meant(name, (chain.elements[one] for one in _fitting(chain, link) if one in chain.elements))


_BETWEEN_IDS: Final = re.compile(r"\s*[，、；;,/|]\s*|\s+(?:and|&)\s+|\s*(?:和|及|与)\s+|\s+")
_SURE_BETWEEN: Final = re.compile(r"[，、；;,/|\s]")


def _several(link: Link) -> tuple[str, ...]:
    """The ids in a reference that is written as several: ``C1，C2``. No id can hold a comma, a stroke or a blank."""
    if link.on_key or not link.path or link.relation.name == "computed-from" or not _SURE_BETWEEN.search(link.target):
        return ()
    prefix = f"{link.source.rpartition('/')[0]}/" if link.relation.local else ""
    ids = tuple(one for one in _BETWEEN_IDS.split(link.target.removeprefix(prefix).strip()) if one)
    return ids if len(ids) > 1 and not any(id_problem(one) for one in ids) else ()


def _ids_in_one(link: Link, ids: tuple[str, ...]) -> Breach:
    shown = ", ".join(ids)
    name = brief(link.target)
    if not isinstance(link.path[-1], int):
        return Breach(
            link.source,
            Text(zh=f"这里只能写一个编号，写了“{name}”", en=f"Only one id may stand here, not “{name}”"),
            Text(zh=f"留下一个：{'、'.join(ids)}", en=f"Keep one of {shown}"),
            link.path,
        )
    return Breach(
        link.source,
        Text(zh=f"“{name}”是几个编号写成了一个", en=f"“{name}” holds several ids as if they were one"),
        Text(zh=f"编号之间用半角逗号，写成列表：[{shown}]", en=f"Write a list, with plain commas: [{shown}]"),
        link.path,
        edits=((link.path, ids),),
    )


def _otherwise_written(chain: Chain) -> Mapping[Link, str]:
    """The ids that differ from the dangling ones in case or width only: no two elements can be told apart by that."""
    if not chain.dangling:
        return {}
    known = {same_id(key): key for key in chain.elements}
    found = {link: known.get(same_id(link.target)) for link in chain.dangling}
    return {link: key for link, key in found.items() if key is not None}


def _written_otherwise(link: Link, meant: str) -> Breach:
    prefix = f"{link.source.rpartition('/')[0]}/" if link.relation.local else ""
    name, right = link.target.removeprefix(prefix), meant.removeprefix(prefix)
    is_alone = not link.path or link.relation.name != "computed-from"
    return Breach(
        link.source,
        Text(zh=f"“{name}”的编号写作“{right}”", en=f"The id of “{name}” is written “{right}”"),
        Text(zh=f"改成 {right}", en=f"Write {right}"),
        link.path,
        link.on_key,
        edits=((link.path, right),) if is_alone else (),
    )


def _by_target(dangling: Iterable[Link]) -> Iterable[list[Link]]:
    """The links that miss the same element, together: one mistake, said once."""
    missing: dict[tuple[str, tuple[str, ...]], list[Link]] = {}
    for link in dangling:
        missing.setdefault((link.target, link.relation.to), []).append(link)
    return missing.values()


@rule(
    "S012",
    "wrong-kind",
    Severity.ERROR,
    literal=True,
    title=Text(zh="引用要指向合适的种类", en="A reference points to the kind its field asks for"),
    reason=Text(
        zh="每个字段只连接方法规定的两类要素；指错了，链条就走样。",
        en="Each field joins two kinds of the method; pointed at another, the chain says something else.",
    ),
    bad="""
    goals:
      G1: {title: Faster clearance}
      G2: {title: Cheaper clearance, answers: G1}
    """,
    good="""
    actors:
      customs: {title: 海关, type: government}
    goals:
      G1: {title: Faster clearance, owner: customs}
    """,
)
def wrong_kind(chain: Chain) -> Iterator[Breach]:
    for count, link in enumerate(chain.mistyped):
        fitting = _fitting(chain, link) if count < _MOST_SUGGESTIONS else ()
        is_a, wanted = chain.elements[link.target].KIND.title, _kinds(link)
        yield Breach(
            link.source,
            Text(
                zh=f"“{link.target}”是{is_a.in_('zh')}，这里要写{wanted.in_('zh')}",
                en=f"“{link.target}” is of kind {is_a.in_('en').lower()}; {wanted.in_('en').lower()} is needed here",
            ),
            did_you_mean(link.target, fitting)
            or Text(
                zh=f"改成{wanted.in_('zh')}的编号，或把它移到合适的字段",
                en=f"Name {_a(wanted.in_('en').lower())}, or move the reference to the field where it belongs",
            ),
            link.path,
            link.on_key,
        )


def _a(noun: str) -> str:
    return f"{'an' if noun[:1] in 'aeiou' else 'a'} {noun}"


@rule(
    "S801",
    "unjustified",
    Severity.ERROR,
    title=Text(zh="每个要素都要服务于上一步", en="Every element serves one of the step before"),
    reason=Text(
        zh="没有理由的要素，谁也说不清为什么要做。",
        en="Nothing is done for no reason: an element that serves nothing has none.",
    ),
    bad="""
    goals:
      G: {title: Faster clearance}
    indicators:
      time: {title: Clearance time}
    """,
    good="""
    goals:
      G: {title: Faster clearance}
    indicators:
      time: {title: Clearance time, measures: G}
    """,
)
def unjustified(chain: Chain) -> Iterator[Breach]:
    attempted = {link.source for link in (*chain.dangling, *chain.mistyped) if _serves(link)}
    broken = chain.engagement.broken
    for element in chain.elements.values():
        kind = element.KIND
        if not needs_justification(kind.name) or element.id in attempted:
            continue
        outgoing = chain.outgoing.get(element.id, ())
        if any(_serves(link) for link in outgoing) or _refers_to_broken(element, broken):
            continue
        relation = next(one for one in relations(kind.name) if one.role is Role.SERVES)
        target = KINDS[relation.to[0]].KIND.title
        field = _field(element, relation.name)
        yield Breach(
            element.id,
            Text(
                zh=f"{kind.title.in_('zh')}“{element.id}”没有说明服务于哪个{target.in_('zh')}",
                en=f"{kind.title.in_('en')} “{element.id}” does not say which {target.in_('en').lower()} it serves",
            ),
            Text(
                zh=f"补上 {field}: 加{target.in_('zh')}的编号",
                en=f"Add {field}: and the id of the {target.in_('en').lower()}",
            ),
        )


def _serves(link: Link) -> bool:
    return link.relation.role is Role.SERVES


def _refers_to_broken(element: Element, broken: Mapping[str, str]) -> bool:
    return bool(broken) and any(_serves(link) and link.target in broken for link in links(element))


def _field(element: Element, relation: str) -> str:
    """The field of an element that holds the relation."""
    for name, info in type(element).model_fields.items():
        if any(getattr(one, "name", None) == relation for one in info.metadata):
            return info.alias or name
    return relation


@rule(
    "S802",
    "uncovered",
    Severity.WARNING,
    title=Text(zh="每个要素都要由下一步落实", en="Every element is served by one of the next step"),
    reason=Text(
        zh="没有下一步承接的要素，是一句没有兑现的承诺。",
        en="An element that nothing serves is a promise left hanging.",
    ),
    bad="""
    goals:
      G: {title: Faster clearance}
      G1: {title: At the port, parent: G}
      G2: {title: At the yard, parent: G, accepted: {S802: Left for the next phase}}
    """,
    good="""
    goals:
      G: {title: Faster clearance, accepted: {S802: 本阶段不设指标}}
    """,
)
def uncovered(chain: Chain) -> Iterator[Breach]:
    engagement = chain.engagement
    if not engagement.complete:
        return
    covered = covered_elements(chain)
    unread = set(engagement.broken.values())
    for element in chain.elements.values():
        kind = element.KIND
        if not covering(kind.name) or element.id in covered or unread & holders_of_cover(kind.name):
            continue
        holders = joined((KINDS[name].KIND.title for name in sorted(holders_of_cover(kind.name))), "或", " or ")
        yield Breach(
            element.id,
            Text(
                zh=f"没有{holders.in_('zh')}落实{kind.title.in_('zh')}“{element.id}”",
                en=f"No {holders.in_('en').lower()} serves {kind.title.in_('en').lower()} “{element.id}”",
            ),
            Text(
                zh="补上落实它的要素，或写明理由接受：accepted: {S802: 理由}",
                en="Add one that does, or accept the gap with a reason: accepted: {S802: reason}",
            ),
        )
