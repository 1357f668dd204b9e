import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.kinds import NODE_CLASSES
from sevenstep.model.links import Link
from sevenstep.model.nearest import element_meant
from sevenstep.model.suggest import did_you_mean
from sevenstep.model.values import id_problem, same_id
from sevenstep.ruleset.references.candidates import MOST_SUGGESTIONS, fitting_ids, kinds_allowed
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.source.characters import brief

_MOST_BY_TITLE: Final = 10
"""Of how many the nearest title is looked for, too, which takes longer."""
_BETWEEN_IDS: Final = re.compile(r"\s*[，、；;,/|]\s*|\s+(?:and|&)\s+|\s*(?:和|及|与)\s+|\s+")
_STEPS: Final = frozenset(cls.KIND.name for cls in NODE_CLASSES)
_AROUND: Final = " 【】［］（）()"
"""Brackets that YAML does not know, and that no id can have."""
_SURE_BETWEEN: Final = re.compile(r"[，、；;,/|\s]")


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
)
def dangling_reference(chain: Chain) -> Iterator[Violation]:
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
            choices[key] = list(fitting_ids(chain, link))
        fitting = choices[key] if count < MOST_SUGGESTIONS else ()
        name = link.target.rpartition("/")[2] if link.relation.local else link.target
        said = brief(name)
        kinds = kinds_allowed(link)
        zh, en = (
            (kinds.for_language("zh"), kinds.for_language("en").lower()) if link.relation.to else ("要素", "element")
        )
        if link.relation.local:
            zh, en = "节点", "step in this flow"
        yield Violation(
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
    return element_meant(name, (chain.elements[key] for key in fitting_ids(chain, link) if key in chain.elements))


def _several(link: Link) -> tuple[str, ...]:
    """The ids in a reference that is written as several: ``C1，C2``. No id can hold a comma, a stroke or a blank.

    One stroke may also lead to a step, ``flow/step``: where a step can be meant, it is one id that is wrong.
    """
    if link.target.count("/") == 1 and not link.relation.local and _STEPS & set(link.relation.to or _STEPS):
        return ()
    if link.on_key or not link.path or link.relation.name == "computed-from" or not _SURE_BETWEEN.search(link.target):
        return ()
    prefix = f"{link.source.rpartition('/')[0]}/" if link.relation.local else ""
    ids = tuple(key for key in _BETWEEN_IDS.split(link.target.removeprefix(prefix).strip(_AROUND)) if key)
    return ids if len(ids) > 1 and not any(id_problem(key) for key in ids) else ()


def _ids_in_one(link: Link, ids: tuple[str, ...]) -> Violation:
    shown = ", ".join(ids)
    name = brief(link.target)
    if not isinstance(link.path[-1], int):
        return Violation(
            link.source,
            Text(zh=f"这里只能写一个编号，写了“{name}”", en=f"Only one id may stand here, not “{name}”"),
            Text(zh=f"留下一个：{'、'.join(ids)}", en=f"Keep one of {shown}"),
            link.path,
        )
    return Violation(
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


def _written_otherwise(link: Link, meant: str) -> Violation:
    prefix = f"{link.source.rpartition('/')[0]}/" if link.relation.local else ""
    name, right = link.target.removeprefix(prefix), meant.removeprefix(prefix)
    is_alone = not link.path or link.relation.name != "computed-from"
    return Violation(
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
