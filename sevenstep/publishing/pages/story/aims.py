"""The first stops: what it is about, what is to be reached, and what hurts."""

from typing import Final

from sevenstep.analysis.conclusions.engagement import conclude
from sevenstep.analysis.conclusions.wording import named, sentence
from sevenstep.chain.pictures import CHAIN, GOAL_TREE
from sevenstep.language import Text, many, noun
from sevenstep.method import STEPS
from sevenstep.model.choices import StoryPart
from sevenstep.model.step1_goals import Challenge, Goal
from sevenstep.model.step2_indicators import Indicator
from sevenstep.publishing.context import Context, prose
from sevenstep.publishing.pages.cells import refs_cell
from sevenstep.publishing.pages.story.narration import first_paragraph, narrated
from sevenstep.publishing.pages.story.stop import Stop
from sevenstep.publishing.pages.tables import without_empty_columns
from sevenstep.publishing.views import Cell, Row, Table

MOST_ROWS: Final = 8
"""Rows of a table that can be read from the back of a room."""


def opening(context: Context) -> Stop | None:
    """What it comes to (where that is known: the author's words, or the computed ones), for whom, and the chain."""
    header = context.header
    said = narrated(context, header.narration) or narrated(context, first_paragraph(header.description))
    title = answer(context)
    named_first = context.said(header.title) if title is not header.title else ""
    facts = (named_first, context.said(header.client), header.date or "", header.version or "")
    kicker = " · ".join(fact for fact in facts if fact)
    return Stop(StoryPart.OPENING, kicker, title, "index.html", 0, said=said, figures=(CHAIN.name,))


def answer(context: Context) -> Text:
    """The conclusion of the engagement; where there is no target to be judged, what it is called."""
    written = context.header.conclusion
    if written is not None and written.says is not None:
        return written.says
    if any(state.targets for state in context.analysis.goal_attainment.indicators.values()):
        return conclude(context.chain, context.analysis).headline
    return context.header.title


def goal(context: Context) -> Stop | None:
    """What is to be reached, and by how many figures one will know."""
    chain = context.chain
    goals = list(chain.engagement.of(Goal))
    if not goals:
        return None
    top = [one.id for one in goals if one.parent is None] or [one.id for one in goals]
    who = named(chain, top, 2)
    aimed = sum(bool(indicator.whole_targets) for indicator in chain.engagement.of(Indicator))
    if aimed:
        title = sentence(
            f"目标是{who.zh}，用 {aimed} 个有目标值的指标来衡量",
            f"The aim is {who.en}, measured by {many(aimed, 'indicator')} with a target",
        )
    else:
        title = sentence(f"目标是{who.zh}", f"The aim is {who.en}")
    told = next((text for name, text in context.header.narrations.items() if name == "step1"), None)
    url = f"{STEPS[0].stem}.html"
    return Stop(
        StoryPart.GOAL,
        context.said(StoryPart.GOAL.label),
        title,
        url,
        1,
        said=narrated(context, told),
        figures=(GOAL_TREE.name,),
        table=_goals(context, top),
    )


def _goals(context: Context, goals: list[str]) -> Table:
    """The goals in words, for an engagement without a picture of them."""
    rows = tuple(Row((refs_cell(context, [key]),)) for key in goals[:MOST_ROWS])
    return Table("", "goals", (context.said(Goal.KIND.titles),), rows)


def _means(challenge: Challenge) -> Text | None:
    """What is said of it, else what shows that it is so, the last first: that is commonly the most particular."""
    told = first_paragraph(challenge.description)
    return told if told is not None or not challenge.evidence else challenge.evidence[-1].what


def pain(context: Context) -> Stop | None:
    """What stands in the way, as the client tells it."""
    chain = context.chain
    found = list(chain.engagement.of(Challenge))
    if not found:
        return None
    answered = sum(bool(chain.holders(one.id, "scenario-answers")) for one in found)
    count = len(found)
    title = sentence(
        f"{count} 个痛点制约目标实现", f"{many(count, 'challenge')} {noun(count, 'stands', 'stand')} in the way of that"
    )
    lead: tuple[Text, ...] = ()
    if answered:
        lead = (
            sentence(
                f"其中 {answered} 个已有任务场景回应",
                f"{answered} of them {noun(answered, 'is', 'are')} answered by task scenarios",
            ),
        )
    rows = tuple(
        Row((refs_cell(context, [one.id]), Cell(prose=prose(context, _means(one))))) for one in found[:MOST_ROWS]
    )
    heads = (context.said(Challenge.KIND.title), context.words["story_what_it_means"])
    url = f"{STEPS[0].stem}.html#{Challenge.KIND.section}"
    table = without_empty_columns(Table("", "pain", heads, rows))
    return Stop(StoryPart.PAIN, context.said(StoryPart.PAIN.label), title, url, 1, lead=lead, table=table)
