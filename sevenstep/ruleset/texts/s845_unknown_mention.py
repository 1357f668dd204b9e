from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.chapters.chapter import Mark
from sevenstep.model.nearest import element_meant
from sevenstep.model.suggest import did_you_mean
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.texts.mentions import texts_with_signs
from sevenstep.source.characters import brief

_MOST_SUGGESTIONS: Final = 50
_MOST_BY_TITLE: Final = 10
"""For how many mentions the nearest id is looked for."""


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
)
def unknown_mention(chain: Chain) -> Iterator[Violation]:
    """Links in the texts of elements to what is not there, and those in Chinese brackets, which are none."""
    engagement = chain.engagement
    suggested = 0
    for element, path, said in texts_with_signs(chain):
        for mark in _distinct(said):
            if mark.kind == "typo":
                fixed = said.replace(mark.written, mark.meant)
                yield Violation(
                    element,
                    Text(
                        zh=f"“{brief(mark.written)}”用了全角括号", en=f"“{brief(mark.written)}” has full-width brackets"
                    ),
                    Text(zh=f"写成 {brief(mark.meant)}", en=f"Write {brief(mark.meant)}"),
                    path,
                    within=mark.written,
                    edits=((path, fixed),) if "\n" not in said else (),
                )
            elif engagement.complete and mark.name not in engagement.elements and mark.name not in engagement.broken:
                suggested += 1
                near = did_you_mean(mark.name, engagement.elements) if suggested <= _MOST_SUGGESTIONS else None
                if near is None and suggested <= _MOST_BY_TITLE:
                    near = element_meant(mark.name, engagement.elements.values())
                shown = brief(mark.name)
                yield Violation(
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
        if mark.written not in seen and (mark.kind == "link" or (mark.kind == "typo" and mark.meant)):
            seen.add(mark.written)
            yield mark
