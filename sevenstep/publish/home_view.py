"""What the overview shows."""

from dataclasses import dataclass

from sevenstep.model.step1_goals import Goal
from sevenstep.model.step7_flows import Finding
from sevenstep.publish.context import Context, prose
from sevenstep.publish.register import assumed_elements
from sevenstep.publish.views import Figure, Html, Ref


@dataclass(frozen=True, slots=True)
class HomeView:
    """The overview: what the engagement is, and the state of its chain in figures."""

    title: str
    other_title: str
    description: Html | None
    elements: int
    relations: int
    assumptions: int
    findings: int
    goals: tuple[Ref, ...]
    figures: tuple[Figure, ...]


def home_view(context: Context) -> HomeView:
    """Everything that the overview shows."""
    header = context.header
    title = context.said(header.title)
    wordings = [said for said in header.title.in_all() if said != title]
    top = [goal.id for goal in context.chain.engagement.of(Goal) if goal.parent is None]
    return HomeView(
        title=title,
        other_title=wordings[0] if wordings else "",
        description=prose(context, header.description),
        elements=sum(one.elements for one in context.coverage),
        relations=sum(len(links) for links in context.chain.outgoing.values()),
        assumptions=sum(1 for _ in assumed_elements(context)),
        findings=sum(1 for _ in context.chain.engagement.of(Finding)),
        goals=context.refs_of(top),
        figures=context.figures_of(("chain",)),
    )
