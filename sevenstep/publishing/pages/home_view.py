"""What the overview shows: the answer, what it is told by, what to do first, where it is stuck, what to confirm."""

from collections.abc import Iterator
from dataclasses import dataclass

from sevenstep.analysis.conclusions.agreement import unknown_figures
from sevenstep.analysis.conclusions.engagement import EngagementConclusion, conclude
from sevenstep.analysis.conclusions.first_items import FirstItem
from sevenstep.analysis.conclusions.long_waits import LongWait
from sevenstep.analysis.conclusions.to_confirm import ToConfirm, question_said
from sevenstep.analysis.wording import is_better, shown, shown_hours
from sevenstep.chain.coverage import counted_elements
from sevenstep.chain.pictures import pictures_on
from sevenstep.method import Step
from sevenstep.model.step7_flows import Finding
from sevenstep.publishing.context import Context, prose
from sevenstep.publishing.pages.changes_view import since, summary
from sevenstep.publishing.pages.frame_view import frames_of
from sevenstep.publishing.pages.tiles import Tile, tile
from sevenstep.publishing.views import Figure, Html, Ref
from sevenstep.publishing.words.words import value_name


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the three lists: what it is about, a name to read instead of the element's title, what there is to say
    of it, and the length of a bar below, in per cent."""

    ref: Ref
    name: str
    text: str
    bar: float | None = None


@dataclass(frozen=True, slots=True)
class HomeView:
    """The overview. `says` is the answer: the author's where there is one; `computed` is then the generated one, if
    `differing` figures of the author's are no results."""

    title: str
    other_title: str
    says: str
    computed: str
    differing: tuple[str, ...]
    lead: tuple[str, ...]
    tiles: tuple[Tile, ...]
    first: tuple[Line, ...]
    stuck: tuple[Line, ...]
    confirm: tuple[Line, ...]
    description: Html | None
    frames: tuple[tuple[str, tuple[Step, ...]], ...]
    """What stands before and after the seven steps, where there is anything: its heading, and its pages."""
    elements: int
    relations: int
    assumptions: int
    findings: int
    figures: tuple[Figure, ...]
    changes: tuple[str, str] | None


def home_view(context: Context) -> HomeView:
    """Everything that the overview shows."""
    header = context.header
    title = context.said(header.title)
    wordings = [said for said in header.title.wordings() if said != title]
    conclusion = conclude(context.chain, context.analysis)
    written = header.conclusion.says
    differing = unknown_figures(written, conclusion, context.analysis, context.language) if written is not None else ()
    generated = context.said(conclusion.headline)
    return HomeView(
        title=title,
        other_title=wordings[0] if wordings else "",
        says=context.said(written) or generated,
        computed=generated if differing else "",
        differing=differing,
        lead=tuple(context.said(sentence) for sentence in conclusion.lead),
        tiles=tuple(tile(context, figure) for figure in conclusion.figures),
        first=tuple(_first(context, item) for item in conclusion.first),
        stuck=_stuck(context, conclusion),
        confirm=tuple(_confirm(context, assumption) for assumption in conclusion.confirm),
        description=prose(context, header.description),
        frames=tuple(_frames(context)),
        elements=counted_elements(context.chain),
        relations=sum(len(links) for links in context.chain.outgoing.values()),
        assumptions=conclusion.assumptions,
        findings=len(context.analysis.findings) + sum(1 for _ in context.chain.engagement.of(Finding)),
        figures=context.figures_of(pictures_on("home")),
        changes=(since(context, context.changes), summary(context, context.changes)) if context.changes else None,
    )


def _frames(context: Context) -> Iterator[tuple[str, tuple[Step, ...]]]:
    there = frames_of(context)
    yield context.words["before_steps"], tuple(frame for frame in there if frame.is_before)
    yield context.words["after_steps"], tuple(frame for frame in there if not frame.is_before)


def _first(context: Context, item: FirstItem) -> Line:
    """An item that is done first: what it takes, and what it brings."""
    words, language, effect = context.words, context.language, item.effect
    takes = [quantity.shown(language) for quantity in (item.money, item.time) if quantity is not None]
    said = [words["first_takes"].format(" · ".join(takes)) if takes else words["first_untold"]]
    if effect is not None:
        beside = (effect.before.mean, effect.after.mean)
        before, after = (shown(effect.metric, mean, language, item.currency, beside=beside) for mean in beside)
        falls = is_better(effect.metric, -1.0)
        verb = {"zh": ("降到", "升到"), "en": ("falls", "rises")}[language][0 if falls else 1]
        metric = value_name(effect.metric, language)
        said.append(words["first_effect"].format(metric=metric, before=before, after=after, verb=verb))
    ref = context.refs[item.item]
    return Line(ref, ref.title, " · ".join(said))


def _stuck(context: Context, conclusion: EngagementConclusion) -> tuple[Line, ...]:
    longest = max((wait.hours for wait in conclusion.waits), default=0.0)
    return tuple(_wait(context, wait, longest) for wait in conclusion.waits)


def _wait(context: Context, wait: LongWait, longest: float) -> Line:
    said = [context.words["stuck_waits"].format(shown_hours(wait.hours, context.language))]
    said += [ref.title for ref in context.refs_of([wait.actor or "", wait.flow])]
    ref = context.refs[wait.step]
    return Line(ref, ref.title, " · ".join(said), 100 * wait.hours / longest)


def _confirm(context: Context, assumption: ToConfirm) -> Line:
    """An assumption as a question: whom to ask, and what hangs on the answer."""
    words, language = context.words, context.language
    hangs = words["confirm_decides" if assumption.decides else "confirm_bears"]
    said = [hangs.format(context.refs[assumption.indicator].title)]
    said = [words["confirm_ask"].format(ref.title) for ref in context.refs_of([assumption.actor or ""])] + said
    if assumption.typed is not None:
        said.append(words["confirm_assumed"].format(assumption.typed.shown(language)))
    if assumption.hours is not None:
        said.append(words["confirm_room"].format(shown_hours(assumption.hours, language)))
    return Line(
        context.refs[assumption.step],
        context.said(question_said(context.chain, assumption)),
        " · ".join(said),
    )
