"""What texts lead to: elements that they mention, and footnotes."""

from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import KeyPath, Place, Severity
from sevenstep.language import LANGUAGES, Text
from sevenstep.model.chapters.chapter import Mark
from sevenstep.model.contents import texts
from sevenstep.model.nearest import element_meant
from sevenstep.model.suggest import did_you_mean
from sevenstep.rules.rule import Breach, rule
from sevenstep.source.characters import brief
from sevenstep.source.footnotes import Problem

_SIGNS: Final = ("[[", "【【", "[^")
_MOST_SUGGESTIONS: Final = 50
_MOST_BY_TITLE: Final = 10
"""For how many mentions the nearest id is looked for."""

Said = tuple[str, KeyPath, str]
"""An element (empty: the engagement), the place of a text in it, and the text in one language."""


@rule(
    "S845",
    "unknown-mention",
    Severity.WARNING,
    literal=True,
    title=Text(zh="说明里提到的要素必须存在", en="Elements that a text mentions exist"),
    reason=Text(
        zh="说明里的 [[编号]] 是到那个要素的链接；写错了，读者只看到一个编号。",
        en="[[ID]] in a description links to the element; where it is wrong, readers see a bare id.",
    ),
    bad="""
    goals:
      G1: {title: Faster clearance, horizon: 2027, description: "Needs [[G22]], see 【【G2】】."}
      G2: {title: Fewer papers, horizon: 2027, parent: G1}
    """,
    good="""
    goals:
      G1: {title: Faster clearance, horizon: 2027, description: "Needs [[G2]], that is [[G2|fewer papers]]."}
      G2: {title: Fewer papers, horizon: 2027, parent: G1}
    """,
)
def unknown_mention(chain: Chain) -> Iterator[Breach]:
    """Links in the texts of elements to what is not there, and those in Chinese brackets, which are none."""
    engagement = chain.engagement
    suggested = 0
    for element, path, said in _texts(chain):
        for mark in _distinct(said):
            if mark.kind == "slip":
                mended = said.replace(mark.written, mark.meant)
                yield Breach(
                    element,
                    Text(
                        zh=f"“{brief(mark.written)}”用了全角括号", en=f"“{brief(mark.written)}” has full-width brackets"
                    ),
                    Text(zh=f"写成 {brief(mark.meant)}", en=f"Write {brief(mark.meant)}"),
                    path,
                    within=mark.written,
                    edits=((path, mended),) if "\n" not in said else (),
                )
            elif engagement.complete and mark.name not in engagement.elements and mark.name not in engagement.broken:
                suggested += 1
                near = did_you_mean(mark.name, engagement.elements) if suggested <= _MOST_SUGGESTIONS else None
                if near is None and suggested <= _MOST_BY_TITLE:
                    near = element_meant(mark.name, engagement.elements.values())
                shown = brief(mark.name)
                yield Breach(
                    element,
                    Text(zh=f"没有编号为“{shown}”的要素", en=f"There is no element “{shown}”"),
                    near
                    or Text(
                        zh="写上要素的编号；只是文字的，前面加 \\",
                        en="Write the id of an element; put \\ before what is only text",
                    ),
                    path,
                    within=mark.written,
                )


def _distinct(said: str) -> Iterator[Mark]:
    from sevenstep.model.chapters.parse import parse_description  # the library for Markdown: few engagements need it

    seen: set[str] = set()
    for mark in parse_description(said).marks:
        if mark.written not in seen and (mark.kind == "link" or (mark.kind == "slip" and mark.meant)):
            seen.add(mark.written)
            yield mark


def _texts(chain: Chain) -> Iterator[Said]:
    """The texts in which something may be mentioned, or noted at the foot."""
    header = chain.engagement.header
    for path, text in header.texts():
        yield from _in_languages("", path, text)
    for element in chain.elements.values():
        for path, text in texts(element):
            yield from _in_languages(element.id, path, text)


def _in_languages(element: str, path: KeyPath, text: Text) -> Iterator[Said]:
    if text.plain is not None and any(sign in text.plain for sign in _SIGNS):
        yield element, path, text.plain
    for language in LANGUAGES:
        said = text.zh if language == "zh" else text.en
        if said is not None and any(sign in said for sign in _SIGNS):
            yield element, (*path, language), said


_PROBLEMS: Final[dict[Problem, tuple[Text, Text]]] = {
    "undefined": (
        Text(zh="脚注“{}”没有写内容", en="Footnote “{}” says nothing"),
        Text(
            zh="另起一行写 [^{}]: 内容；不是脚注的，前面加 \\",
            en="Write [^{}]: … on a line; put \\ before what is none",
        ),
    ),
    "unused": (
        Text(zh="脚注“{}”没有在正文里引用，不会显示", en="Nothing refers to footnote “{}”: it is not shown"),
        Text(zh="在正文里写 [^{}]，或删掉它", en="Write [^{}] in the text, or take the note out"),
    ),
    "twice": (
        Text(zh="脚注“{}”写了两次，只显示一个", en="Footnote “{}” is written twice: one is not shown"),
        Text(zh="给其中一个换个编号，如 [^{}a]", en="Give one of them another label, as [^{}a]"),
    ),
}


@rule(
    "S846",
    "loose-footnote",
    Severity.WARNING,
    literal=True,
    title=Text(zh="脚注有引用也有内容", en="A footnote is referred to, and says something"),
    reason=Text(
        zh="没有内容的脚注，读者看到的是一串符号；没有引用的脚注不会显示。",
        en="Without words readers see the bare label; a note that nothing refers to is not shown.",
    ),
    bad="""
    goals:
      G1: {title: Faster clearance, horizon: 2027}
    === chapters/intro.md
    # How to read this

    As measured[^1].

    [^2]: Customs quarterly 2026/1
    """,
    good="""
    goals:
      G1: {title: Faster clearance, horizon: 2027}
    === chapters/intro.md
    # How to read this

    As measured[^1].

    [^1]: Customs quarterly 2026/1
    """,
)
def loose_footnote(chain: Chain) -> Iterator[Breach]:
    """Footnotes without a definition, without a use, or with two definitions, in chapters and in texts of elements."""
    for chapter in chain.engagement.chapters:
        for note in chapter.loose_notes:
            yield _loose("", note.problem, note.label, place=Place(chapter.file, span=note.span))
    from sevenstep.model.chapters.parse import parse_description

    for element, path, said in _texts(chain):
        for loose in parse_description(said).loose_notes if "[^" in said else ():
            yield _loose(element, loose.problem, loose.label, path)


def _loose(element: str, problem: Problem, label: str, path: KeyPath = (), place: Place | None = None) -> Breach:
    message, remedy = _PROBLEMS[problem]
    shown = Text(plain=brief(label))
    within = "" if place is not None else f"[^{label}]"
    return Breach(element, _put(message, shown), _put(remedy, shown), path, within=within, place=place)


def _put(sentence: Text, label: Text) -> Text:
    return label.put(sentence.in_("zh"), sentence.in_("en"))


RULES: Final = (unknown_mention, loose_footnote)
