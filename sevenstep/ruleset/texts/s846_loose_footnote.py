from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import KeyPath, Place, Severity
from sevenstep.language import Text
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.texts.mentions import texts_with_signs
from sevenstep.source.characters import brief
from sevenstep.source.footnotes import Problem

_PROBLEMS: Final[dict[Problem, tuple[Text, Text]]] = {
    "undefined": (
        Text(zh="脚注“{}”未写内容", en="Footnote “{}” says nothing"),
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
)
def loose_footnote(chain: Chain) -> Iterator[Violation]:
    """Footnotes without a definition, without a use, or with two definitions, in chapters and in texts of elements."""
    for chapter in chain.engagement.chapters:
        for note in chapter.loose_notes:
            yield _loose("", note.problem, note.label, place=Place(chapter.file, span=note.span))
    from sevenstep.model.chapters.parse import parse_description

    for element, path, said in texts_with_signs(chain):
        for loose in parse_description(said).loose_notes if "[^" in said else ():
            yield _loose(element, loose.problem, loose.label, path)


def _loose(element: str, problem: Problem, label: str, path: KeyPath = (), place: Place | None = None) -> Violation:
    message, remedy = _PROBLEMS[problem]
    shown = Text(plain=brief(label))
    within = "" if place is not None else f"[^{label}]"
    return Violation(element, _put(message, shown), _put(remedy, shown), path, within=within, place=place)


def _put(sentence: Text, label: Text) -> Text:
    return label.inserted_into(sentence.for_language("zh"), sentence.for_language("en"))
