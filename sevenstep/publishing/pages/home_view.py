"""What the overview shows."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from sevenstep.analysis.choices import Verdict
from sevenstep.chain.pictures import pictures_on
from sevenstep.model.step1_goals import Goal
from sevenstep.model.step7_flows import Finding
from sevenstep.publishing.context import Context, prose
from sevenstep.publishing.pages.changes_view import since, summary
from sevenstep.publishing.pages.register import assumed_elements
from sevenstep.publishing.views import Figure, Html, Ref


@dataclass(frozen=True, slots=True)
class GoalProgress:
    """A goal, and how many of its indicators the design reaches, perhaps reaches, misses, or nobody can tell."""

    ref: Ref
    reached: int
    unsettled: int
    missed: int
    unknown: int

    @property
    def shares(self) -> tuple[tuple[str, float], ...]:
        """The four as parts of a hundred, for a bar."""
        counts = tuple((str(verdict), int(getattr(self, verdict))) for verdict in Verdict)
        total = sum(count for _, count in counts)
        return tuple((name, 100 * count / total) for name, count in counts if count) if total else ()


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
    open_findings: Mapping[int, int]
    goals: tuple[GoalProgress, ...]
    figures: tuple[Figure, ...]
    changes: tuple[str, str] | None


def home_view(context: Context) -> HomeView:
    """Everything that the overview shows."""
    header = context.header
    title = context.said(header.title)
    wordings = [said for said in header.title.wordings() if said != title]
    top = [goal.id for goal in context.chain.engagement.of(Goal) if goal.parent is None]
    return HomeView(
        title=title,
        other_title=wordings[0] if wordings else "",
        description=prose(context, header.description),
        elements=sum(step.elements for step in context.coverage),
        relations=sum(len(links) for links in context.chain.outgoing.values()),
        assumptions=sum(1 for _ in assumed_elements(context)),
        findings=sum(1 for _ in context.chain.engagement.of(Finding)),
        open_findings=_open_findings(context),
        goals=tuple(_progress(context, key) for key in top),
        figures=context.figures_of(pictures_on("home")),
        changes=(since(context, context.changes), summary(context, context.changes)) if context.changes else None,
    )


def _open_findings(context: Context) -> Mapping[int, int]:
    """How many computed findings of each step nobody has taken up or lives with."""
    open_ = (finding for finding in context.analysis.findings if not finding.taken_up and finding.accepted is None)
    return Counter(context.refs[finding.touches[0]].step for finding in open_)


def _progress(context: Context, goal: str) -> GoalProgress:
    state = context.analysis.goal_attainment.goals[goal]
    return GoalProgress(context.refs[goal], state.reached, state.unsettled, state.missed, state.unknown)
