from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.chain.pictures import picture_meant, picture_names
from sevenstep.diagnostic import KeyPath, Severity
from sevenstep.language import LANGUAGES, Text
from sevenstep.model.chapters.values import figures_asked
from sevenstep.model.nearest import element_meant
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.story import StoryStop
from sevenstep.model.suggest import did_you_mean
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.source.characters import brief


@rule(
    "S848",
    "story-unknown",
    Severity.WARNING,
    literal=True,
    title=Text(zh="导览的每一站都要有东西可看、有话可说", en="Every stop of the story has something to show or to say"),
    reason=Text(
        zh="会上翻到一站空的，或者少了一站，没有人能补。",
        en="A stop that is empty, or is not there, is found out in the meeting, where nobody can correct it.",
    ),
)
def story_unknown(chain: Chain) -> Iterator[Violation]:
    """Stops of elements, pictures and figures that are not there, with too many things, or with nothing."""
    engagement = chain.engagement
    if not engagement.complete:
        return
    for number, stop in enumerate(engagement.header.story):
        path: KeyPath = ("story", number)
        yield from _shape(stop, path)
        known = stop.element in engagement.elements or stop.element in engagement.broken
        if stop.element is not None and not known:
            shown = brief(stop.element)
            yield Violation(
                "",
                Text(zh=f"没有编号为“{shown}”的要素", en=f"There is no element “{shown}”"),
                did_you_mean(stop.element, engagement.elements)
                or element_meant(stop.element, engagement.elements.values())
                or Text(zh="写上要素的编号", en="Write the id of an element"),
                (*path, "element"),
            )
        if stop.picture is not None and picture_meant(chain, stop.picture) is None:
            shown = brief(stop.picture)
            yield Violation(
                "",
                Text(zh=f"没有名为“{shown}”的图", en=f"There is no picture “{shown}”"),
                did_you_mean(stop.picture, picture_names(chain))
                or Text(zh="用 sevenstep draw --list 查看有哪些图", en="See sevenstep draw --list for those there are"),
                (*path, "picture"),
            )
        yield from _narration(chain, stop, path)


def _shape(stop: StoryStop, path: KeyPath) -> Iterator[Violation]:
    """A stop shows one thing, or says something."""
    shown = [name for name in ("part", "element", "picture", "page") if getattr(stop, name) is not None]
    if len(shown) > 1:
        yield Violation(
            "",
            Text(zh=f"一站写了 {'、'.join(shown)}", en=f"One stop has {', '.join(shown)}"),
            Text(zh="只留一个；其余的另写一站", en="Keep one of them, and make a stop of its own of the other"),
            path,
        )
    elif not shown and stop.title is None and stop.narration is None:
        yield Violation(
            "",
            Text(zh="这一站什么也没有", en="This stop has nothing"),
            Text(
                zh="写上 part、element、picture、page 中的一个，或 title",
                en="Give it a part, element, picture or page, or a title",
            ),
            path,
        )


def _narration(chain: Chain, stop: StoryStop, path: KeyPath) -> Iterator[Violation]:
    """Figures that the words ask for and the model does not have, and marks that stand for nothing there."""
    told = stop.narration
    if told is None or not any("{{" in said for said in told.wordings()):
        return
    from sevenstep.model.chapters.parse import parse  # the library for Markdown: few engagements need it
    from sevenstep.source.document import Document

    for language in (None, *LANGUAGES):
        said = told.plain if language is None else getattr(told, language)
        if said is None:
            continue
        where = (*path, "narration") if language is None else (*path, "narration", language)
        for mark in parse(Document("", said, None, True)).marks:
            if mark.kind in {"link", "text"}:
                continue
            element = chain.elements.get(mark.name)
            if mark.kind == "value" and isinstance(element, Indicator) and figures_asked(element, *mark.names[1:3]):
                continue
            shown = brief(mark.written)
            yield Violation(
                "",
                Text(zh=f"“{shown}”在讲解词里没有意义", en=f"“{shown}” means nothing in a narration"),
                Text(
                    zh="写 {{value 指标编号}}、{{value 指标编号 baseline}} 或 {{value 指标编号 target 2027}}",
                    en="Write {{value ID}}, {{value ID baseline}} or {{value ID target 2027}} with an indicator",
                ),
                where,
                within=mark.written,
            )
