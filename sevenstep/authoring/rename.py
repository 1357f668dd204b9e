"""Giving an element another id, wherever it is named: in keys, values, formulas, texts, chapters and review notes."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from sevenstep.authoring.mentions import Mentions, ids_in_text, mentions
from sevenstep.authoring.opened import Opened
from sevenstep.authoring.proposal import Proposal, proposed
from sevenstep.authoring.prove import proved
from sevenstep.authoring.taken_names import why_taken
from sevenstep.chain.find import step_meant
from sevenstep.chain.graph import Chain
from sevenstep.failure import Failure
from sevenstep.language import Text
from sevenstep.model.element import Element
from sevenstep.model.links import links
from sevenstep.model.nearest import element_meant
from sevenstep.model.suggest import did_you_mean
from sevenstep.model.values import id_problem, same_id
from sevenstep.source.comments import comments
from sevenstep.source.document import Document
from sevenstep.source.edit import Stretch, replaced, scalar
from sevenstep.source.put import field_put
from sevenstep.source.scalars import Scalar, scalars

_CHECK_FIRST: Final = Text(
    zh="先运行 sevenstep check，改好错误", en="Run sevenstep check, and correct the errors first"
)


def rename(here: Opened, old: str, new: str) -> Proposal:
    """What has to change for the element `old` to be called `new`; proved. Raises Failure where it cannot be.

    A step of a flow is FLOW/STEP or FLOW.STEP; its new name may be written with or without the flow.
    """
    chain = here.checked.chain
    element = _element(chain, old)
    target = _target(element, new)
    _must_be_free(chain, element, target)
    names = {element.id: target}
    if element.KIND.section == "flows" and not element.id.count("/"):
        names |= {
            f"{element.id}/{step}": f"{target}/{step}"
            for step in (key.partition("/")[2] for key in chain.elements if key.startswith(f"{element.id}/"))
        }
    _must_be_readable(here, names)
    found = mentions(chain.engagement, names)
    texts: dict[str, str | None] = {}
    for document in here.checked.documents:
        changed = _changed(document, element, names, found, chain)
        if changed is not None and changed != document.text:
            texts[document.name] = changed
    proposal = proposed(here.checked.documents, texts)
    after = proved(here, proposal, renamed=names)
    _must_mean_the_same(chain, after.chain, names)
    for change in proposal.changes:
        kept = len(list(comments(change.before or ""))), len(list(comments(change.after or "")))
        if kept[0] != kept[1] and not change.file.endswith(".md"):
            raise _stuck(change.file)
    return proposal


def _element(chain: Chain, old: str) -> Element:
    elements = chain.elements
    if old in elements:
        return elements[old]
    if (step := step_meant(chain, old)) is not None:
        return elements[step]
    now = chain.engagement.former.get(old)
    raise Failure(
        Text(zh=f"没有编号为“{old}”的要素", en=f"There is no element “{old}”"),
        Text(zh=f"它现在的编号是 {now}", en=f"It is called {now} now")
        if now is not None
        else did_you_mean(old, elements)
        or element_meant(old, elements.values())
        or Text(
            zh="编号是 YAML 里要素前面的那个词；流程的步骤写成 流程.步骤",
            en="The id is the word that stands before the element in the YAML; a step of a flow is FLOW.STEP",
        ),
    )


def _target(element: Element, new: str) -> str:
    """The new id in full."""
    flow, slash, _ = element.id.rpartition("/")
    name = new.strip()
    if slash:
        name = next((name.removeprefix(f"{flow}{sign}") for sign in "/." if name.startswith(f"{flow}{sign}")), name)
    if (problem := id_problem(name)) is not None:
        raise Failure(
            problem, Text(zh="换一个简短的编号，如 G1 或 clearance-time", en="Take a short id, as G1 or clearance-time")
        )
    if (taken := why_taken(name)) is not None:
        raise Failure(taken, Text(zh="换一个编号", en="Take another id"))
    return f"{flow}{slash}{name}"


def _must_be_free(chain: Chain, element: Element, target: str) -> None:
    engagement = chain.engagement
    if target == element.id:
        raise Failure(Text(zh=f"“{target}”就是它现在的编号", en=f"“{target}” is its id already"))
    if same_id(target) == same_id(element.id):
        raise Failure(
            Text(
                zh=f"“{target}”与“{element.id}”只差大小写或全角半角，在 Windows 和 macOS 上是同一个文件",
                en=f"“{target}” and “{element.id}” differ in case or width only: one file on Windows and macOS",
            ),
            Text(
                zh="换一个编号；只想改大小写的，先改成别的，再改回来",
                en="Take another id; to change the case alone, rename it twice",
            ),
        )
    ids = (*engagement.elements, *engagement.broken)
    if (taken := next((name for name in ids if same_id(name) == same_id(target)), None)) is not None:
        raise Failure(
            Text(zh=f"编号“{taken}”已经有了", en=f"There is an element “{taken}” already"),
            Text(zh="换一个编号", en="Take another id"),
        )
    if (other := engagement.former.get(target)) is not None and other != element.id:
        raise Failure(
            Text(
                zh=f"“{target}”是“{other}”从前的编号，它的旧地址还在用",
                en=f"“{target}” was the id of “{other}”, whose old address leads on from there",
            ),
            Text(
                zh=f"换一个编号，或从“{other}”的 formerly 里删掉它",
                en=f"Take another id, or delete it from formerly of “{other}”",
            ),
        )


def _must_be_readable(here: Opened, names: Mapping[str, str]) -> None:
    """Where a file, or an element that names it, could not be read, nobody can tell what has to change there."""
    unread = next((part.document.name for part in here.checked.parts if not part.complete), None)
    if unread is not None or here.unread:
        file = unread or here.unread[0].place.file
        raise Failure(
            Text(zh=f"{file} 没有读全，不知道里面是否提到它", en=f"{file} cannot be read whole: it may be named there"),
            _CHECK_FIRST,
        )
    for part in here.checked.parts:
        for entry in part.entries:
            if (entry.element is None or entry.lost) and _is_named(part.document, entry.place.path, names):
                raise Failure(
                    Text(zh=f"“{entry.id}”有错误，其中提到它", en=f"“{entry.id}” has errors, and names it"),
                    _CHECK_FIRST,
                )


def _is_named(document: Document, path: tuple[str | int, ...], names: Mapping[str, str]) -> bool:
    inside = (each for each in scalars(document.text) if each.path[: len(path)] == path)
    return any(ids_in_text(each.value, names) or each.value in names for each in inside)


def _changed(
    document: Document, element: Element, names: Mapping[str, str], found: Mentions, chain: Chain
) -> str | None:
    """The text of the file with the new id; None where it names it nowhere."""
    if document.data is None:
        return ids_in_text(document.text, names) if document.name.endswith(".md") else None
    stretches = list(_stretches(document, names, found))
    place = chain.engagement.places[element.id]
    if place.file == document.name:
        held = _at(document, place.path)
        target = names[element.id].rpartition("/")[2]
        former = tuple(name for name in (*element.formerly, element.id.rpartition("/")[2]) if name != target)
        if held is None or (put := field_put(document.text, held, place.path, "formerly", former)) is None:
            raise _stuck(document.name)
        stretches.append(put)
    return replaced(document.text, stretches) if stretches else None


def _at(document: Document, path: tuple[str | int, ...]) -> dict[str, object] | None:
    data: object = document.data
    for part in path:
        data = data.get(part) if isinstance(data, dict) else None
    return data if isinstance(data, dict) else None


def _stretches(document: Document, names: Mapping[str, str], found: Mentions) -> Iterator[Stretch]:
    text = document.text
    for each in scalars(text):
        new = found.renamed(document.name, each)
        if new is not None:
            yield _written(text, each, new)
        elif not each.on_key and ids_in_text(each.value, names) is not None:
            said = ids_in_text(text[each.start : each.end], names)
            yield Stretch(each.start, each.end, said or scalar(ids_in_text(each.value, names) or "", '"'))


def _written(text: str, each: Scalar, new: str) -> Stretch:
    """The new word in place of the old one, in its quotes; within a longer text, only that word."""
    old = text[each.start : each.end]
    if each.style in {"|", ">"} or old.strip("\"'") != each.value:
        return Stretch(each.start, each.end, scalar(new, '"'))
    return Stretch(each.start, each.end, scalar(new, old[:1]) if old[:1] in {'"', "'"} else _plain(new))


def _plain(new: str) -> str:
    """As it is where it can only be that word; a formula is none of the words that need quotes and has them already."""
    return new if re.fullmatch(r"[^\s#:,\[\]{}'\"&*!|>%@`][^#:,\[\]{}\r\n]*", new) else scalar(new, "")


def _must_mean_the_same(before: Chain, after: Chain, names: Mapping[str, str]) -> None:
    """Every relation leads where it led, under the new names."""

    def named(key: str) -> str:
        return names.get(key, key)

    for key, element in before.elements.items():
        then = sorted((named(link.source), named(link.target), link.relation.name) for link in links(element))
        now = sorted((link.source, link.target, link.relation.name) for link in links(after.elements[named(key)]))
        if then != now:
            raise _stuck(before.engagement.places[key].file, key)


def _stuck(file: str, element: str = "") -> Failure:
    return Failure(
        Text(
            zh=f"没有改名：{file} 里{f'“{element}”' if element else ''}的写法，改了会变成别的意思",
            en=f"Nothing was renamed: {file} is written in a way that would mean something else afterwards"
            f"{f' (“{element}”)' if element else ''}",
        ),
        Text(zh="把那里改成普通写法，再试一次", en="Write it there in the usual way, and try again"),
    )
