"""The findings of an engagement, computed and written by hand: by step and rule, and at the elements they touch."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from sevenstep.analysis.analyse import analysis_of
from sevenstep.analysis.choices import Weight
from sevenstep.analysis.conclusions.findings import (
    findings_conclusion,
    is_of_design,
    open_findings,
    top_findings,
    waits,
)
from sevenstep.analysis.findings.catalogue import FINDING_RULES
from sevenstep.analysis.findings.rule import FindingRule
from sevenstep.analysis.results import ComputedFinding
from sevenstep.analysis.wording import shown_hours
from sevenstep.chain.graph import Chain
from sevenstep.diagrams.looks.finding_marks import MARKS
from sevenstep.memory import per_chain
from sevenstep.method import STAGES, Step
from sevenstep.model.choices import FindingType, Variant
from sevenstep.model.step7_flows import Finding
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.cells import amount_cell, refs_cell, text_cell
from sevenstep.publishing.pages.conclusion_view import ConclusionView, shown_conclusion
from sevenstep.publishing.pages.tables import without_empty_columns
from sevenstep.publishing.views import Cell, Heading, Ref, Row, Table
from sevenstep.publishing.words.words import value_name

_SHOWN: Final = 6
"""Elements that one finding names; its evidence has the others."""
_RULES: Final[dict[str, FindingRule]] = {rule.code: rule for rule in FINDING_RULES}
_WEIGHTS: Final = {weight: place for place, weight in enumerate(Weight)}
_TYPES: Final = {type: place for place, type in enumerate(FindingType)}


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """What one rule finds in one step, or (without code) what the authors have written of it.

    `meaning` is what it means for the business, `advice` what usually helps.
    """

    title: str
    mark: str
    code: str
    kind: str
    meaning: str
    advice: str
    table: Table


@dataclass(frozen=True, slots=True)
class FindingStep:
    """The findings of one step; those that the author lives with stand apart."""

    heading: Heading
    groups: tuple[FindingGroup, ...]


@dataclass(frozen=True, slots=True)
class WaitView:
    """A flow of today in the strip of waiting: how long a case waits, and how much of the longest wait that is."""

    ref: Ref
    hours: str
    share: float


@dataclass(frozen=True, slots=True)
class FindingView:
    """The page of findings: how many of which type in which step, and each."""

    counts: Table
    steps: tuple[FindingStep, ...]
    conclusion: ConclusionView
    waits: tuple[WaitView, ...]
    top: Table | None
    groups: tuple[Heading, ...]


def finding_view(context: Context) -> FindingView:
    """All findings: of a step what the authors wrote first, then by weight and type; those of today before those that
    are still in the design."""
    open_ = open_findings(context.analysis)
    design = [found for found in context.analysis.findings if found.accepted is None and is_of_design(found)]
    lived = [finding for finding in context.analysis.findings if finding.accepted is not None]
    written = list(context.chain.engagement.of(Finding))
    steps = []
    for step in reversed(STAGES):
        by_hand = [finding for finding in written if _step_of(context, finding.touches) == step.number]
        found = [finding for finding in open_ if _step_of(context, finding.touches) == step.number]
        anchor = f"step-{step.number}"
        groups = (*_by_hand(context, by_hand, anchor), *_by_rule(context, found, anchor))
        if groups:
            steps.append(FindingStep(Heading(context.said(step.name), anchor), groups))
    if design:
        heading = Heading(context.words["findings_of_design"], "design")
        steps.append(FindingStep(heading, tuple(_by_rule(context, design, "design"))))
    if lived:
        heading = Heading(context.words["findings_lived_with"], "accepted")
        steps.append(FindingStep(heading, tuple(_by_rule(context, lived, "accepted"))))
    top = _top(context)
    first = [Heading(context.words["waiting_by_flow"], "waiting")] if (waiting := _waits(context)) else []
    first += [Heading(top.title, top.anchor)] if top is not None else []
    return FindingView(
        _counts(context, open_, written),
        tuple(steps),
        shown_conclusion(context, findings_conclusion(context.chain, context.analysis)),
        waiting,
        top,
        (*first, *(step.heading for step in steps)),
    )


def _waits(context: Context) -> tuple[WaitView, ...]:
    """Each flow of today with its waiting, in the order of the model."""
    found = waits(context.chain, context.analysis)
    longest = max((wait.hours for wait in found), default=0.0)
    if not longest:
        return ()
    every = [wait.hours for wait in found]
    return tuple(
        WaitView(
            context.refs[wait.flow],
            shown_hours(wait.hours, context.language, every),
            round(100 * wait.hours / longest, 1),
        )
        for wait in found
    )


def _top(context: Context) -> Table | None:
    """The findings that cost most time, with the measure and what it saves."""
    words, language = context.words, context.language
    found = top_findings(context.chain, context.analysis)
    if not found:
        return None
    beside = [top.stake.amount for top in found]
    heads = (words["where"], words["finding"], words["waits"], words["measure"], words["saves"])
    rows = tuple(
        Row(
            (
                refs_cell(context, [top.stake.flow]),
                text_cell(context, top.finding.message),
                Cell(text=shown_hours(top.stake.amount, language, beside), number=True, sort=top.stake.amount),
                refs_cell(context, top.measures)
                if top.measures
                else Cell(text=words["no_measure_yet"], style="is-unknown"),
                Cell(
                    text=shown_hours(top.saved, language, beside) if top.saved else words["not_known"],
                    number=bool(top.saved),
                    style="is-better" if top.saved else "is-unknown",
                ),
            )
        )
        for top in found
    )
    return Table(words["top_findings"], "top", heads, rows)


@per_chain
def findings_by_element(chain: Chain) -> Mapping[str, tuple[ComputedFinding, ...]]:
    """All computed findings by the elements that they touch."""
    found: dict[str, list[ComputedFinding]] = {}
    for finding in analysis_of(chain).findings:
        for element in finding.touches:
            found.setdefault(element, []).append(finding)
    return {element: tuple(listed) for element, listed in found.items()}


def findings_at(context: Context, element: str) -> Table | None:
    """What the analysis finds at one element, a row each, the grave ones first; None where that is nothing."""
    found = sorted(
        findings_by_element(context.chain).get(element, ()),
        key=lambda finding: (_WEIGHTS[finding.weight], _TYPES[finding.type]),
    )
    if not found:
        return None
    words = context.words
    heads = (words["finding"], words["where"], words["evidence_short"], words["answered"])
    rows = tuple(
        Row(
            (
                _told(context, finding),
                _where(context, finding.touches),
                _figures(context, finding),
                _answers(context, finding),
            ),
            style="" if is_of_design(finding) else f"weight-{finding.weight}",
        )
        for finding in found
    )
    return without_empty_columns(Table(words["findings_computed"], "computed", heads, rows))


def _step_of(context: Context, touches: Sequence[str]) -> int:
    """The step in which a finding is felt: that of the first element that it touches."""
    known = context.refs_of(touches)
    return known[0].step if known else 7


def _by_rule(context: Context, found: Iterable[ComputedFinding], anchor: str) -> Iterator[FindingGroup]:
    order = sorted(
        found,
        key=lambda finding: (
            _WEIGHTS[finding.weight],
            _TYPES[finding.type],
            finding.code,
            finding.variant == Variant.TO_BE,
        ),
    )
    for code, listed in groupby(order, key=lambda finding: finding.code):
        yield _group(context, code, list(listed), f"{anchor}-{code}")


def _group(context: Context, code: str, found: Sequence[ComputedFinding], anchor: str) -> FindingGroup:
    words, first, rule = context.words, found[0], _RULES.get(code)
    heads = (words["where"], words["finding"], words["felt_at"], words["evidence_short"], words["answered"])
    rows = tuple(
        Row(
            (
                Cell(refs=context.refs_of(finding.touches[:1]), note=value_name(finding.variant, context.language))
                if finding.variant
                else refs_cell(context, finding.touches[:1]),
                text_cell(context, finding.message),
                _where(context, finding.touches[1:]),
                _figures(context, finding),
                _answers(context, finding),
            ),
            style="" if is_of_design(finding) else f"weight-{finding.weight}",
        )
        for finding in found
    )
    title = context.said(first.title)
    return FindingGroup(
        title=title,
        mark=MARKS[first.type],
        code=code,
        kind=_kinds(context, first),
        meaning=context.said(rule.meaning) if rule is not None else "",
        advice=context.said(rule.advice) if rule is not None else "",
        table=without_empty_columns(Table(title, anchor, heads, rows)),
    )


def _kinds(context: Context, finding: ComputedFinding) -> str:
    """Its type and its weight; what the design leaves is graver for nobody today, so it has no weight."""
    kind = context.said(finding.type.label)
    return kind if is_of_design(finding) else f"{kind} · {context.said(finding.weight.label)}"


def _by_hand(context: Context, written: Sequence[Finding], anchor: str) -> Iterator[FindingGroup]:
    if not written:
        return
    words = context.words
    heads = (words["finding"], words["where"], words["evidence_short"], words["answered"])
    rows = tuple(
        Row(
            (
                Cell(refs=context.refs_of([finding.id]), note=_kind(context, finding)),
                refs_cell(context, finding.touches),
                _evidence(context, finding),
                refs_cell(context, [measure.id for measure in context.chain.holders(finding.id, "answers-finding")]),
            )
        )
        for finding in sorted(written, key=lambda finding: _TYPES[finding.type])
    )
    title = words["findings_by_hand"]
    table = without_empty_columns(Table(title, f"{anchor}-by-hand", heads, rows))
    yield FindingGroup(title, "", "", "", "", "", table)


def _kind(context: Context, finding: Finding) -> str:
    """The mark and the type of a finding written by hand, and the rule that finds it too."""
    said = f"{MARKS[finding.type]} {context.said(finding.type.label)}"
    return f"{said} · {finding.rule}" if finding.rule and context.authors else said


def _evidence(context: Context, finding: Finding) -> Cell:
    told = []
    for piece in finding.evidence:
        figure = amount_cell(context, piece.figure, piece.source or finding.source).text
        told.append(" ".join(said for said in (context.said(piece.what), figure) if said))
    return Cell(text="\n".join(told), style="is-lines")


def _told(context: Context, finding: ComputedFinding) -> Cell:
    """A finding with its rule; the title is the first line."""
    words = context.words
    weight = "" if is_of_design(finding) else f" · {context.said(finding.weight.label)}"
    code = f" · {finding.code}" if context.authors else ""
    kind = f"{MARKS[finding.type]} {context.said(finding.type.label)}{code}{weight}"
    stage = f" · {words['still_in_design']}" if is_of_design(finding) else ""
    text = f"{context.said(finding.title)}\n{context.said(finding.message)}"
    return Cell(text=text, style="is-lines is-finding", note=kind + stage)


def _where(context: Context, touches: Sequence[str]) -> Cell:
    return refs_cell(context, touches[:_SHOWN])


def _figures(context: Context, finding: ComputedFinding) -> Cell:
    colon = "：" if context.language == "zh" else ": "
    told = (f"{context.said(fact.what)}{colon}{context.said(fact.value)}" for fact in finding.facts)
    return Cell(text="\n".join(told), style="is-lines")


def _answers(context: Context, finding: ComputedFinding) -> Cell:
    """Why the author lives with it; else the findings that stand for it, and the measures that answer them."""
    if finding.accepted is not None:
        return Cell(text=context.words["lived_with"].format(context.said(finding.accepted)))
    return refs_cell(context, (*finding.taken_up, *finding.measures))


def _counts(context: Context, found: Sequence[ComputedFinding], written: Sequence[Finding]) -> Table:
    """How many findings there are: a row for each step, a column for each type; those taken up count once."""
    words = context.words
    rows = []
    for step in STAGES:
        computed = [
            finding for finding in found if not finding.taken_up and _step_of(context, finding.touches) == step.number
        ]
        by_hand = [finding for finding in written if _step_of(context, finding.touches) == step.number]
        if computed or by_hand:
            rows.append(_count(context, step, computed, by_hand))
    types = (f"{MARKS[type]} {context.said(type.label)}" for type in FindingType)
    heads = (words["step"], *types, words["serious_ones"], words["without_measure"])
    return Table(words["findings_counts"], "counts", heads, tuple(rows))


def _count(context: Context, step: Step, computed: Sequence[ComputedFinding], by_hand: Sequence[Finding]) -> Row:
    types = [*(finding.type for finding in computed), *(finding.type for finding in by_hand)]
    unanswered = sum(not finding.measures for finding in computed)
    unanswered += sum(not context.chain.holders(finding.id, "answers-finding") for finding in by_hand)
    serious = sum(finding.weight == Weight.SERIOUS for finding in computed)
    counts = (*(types.count(type) for type in FindingType), serious, unanswered)
    title = Cell(text=context.said(step.name), link=f"#step-{step.number}")
    return Row((title, *(Cell(text=str(count) if count else "", number=True) for count in counts)))
