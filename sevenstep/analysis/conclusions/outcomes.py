"""What came of what was promised, in words."""

from collections.abc import Iterator

from sevenstep.analysis.choices import Verdict
from sevenstep.analysis.conclusions.conclusion import Conclusion
from sevenstep.analysis.conclusions.wording import named, sentence
from sevenstep.analysis.outcome import Outcome
from sevenstep.analysis.outcomes import outcomes
from sevenstep.analysis.results import Analysis
from sevenstep.chain.graph import Chain
from sevenstep.language import Text, many
from sevenstep.model.frames.outcomes import Benefit, Lesson


def outcomes_conclusion(chain: Chain, analysis: Analysis) -> Conclusion | None:
    """How many promises have come true; None where the model registers no benefit and no lesson."""
    lessons = list(chain.engagement.of(Lesson))
    if not chain.engagement.count(Benefit) and not lessons:
        return None
    found = outcomes(chain, analysis)
    reached, missed = (sum(one.verdict is verdict for one in found) for verdict in (Verdict.REACHED, Verdict.MISSED))
    count, rest = len(found), len(found) - reached - missed
    if not reached and not missed:
        headline = sentence(
            f"登记了 {count} 项承诺，还没有结果", f"{many(count, 'promise')} made, and nothing is known yet"
        )
    else:
        headline = sentence(
            f"承诺的 {count} 项中，{reached} 项做到，{missed} 项没有做到，{rest} 项还没有结果",
            f"Of {many(count, 'promise')}, {reached} came true, {missed} did not, and of {rest} nothing is known yet",
        )
    return Conclusion(headline, tuple(_lead(chain, found, lessons)))


def _lead(chain: Chain, found: tuple[Outcome, ...], lessons: list[Lesson]) -> Iterator[Text]:
    if missed := [one.element for one in found if one.verdict is Verdict.MISSED]:
        told = named(chain, list(dict.fromkeys(missed)))
        yield sentence(f"没有做到的：{told.zh}", f"Not come true: {told.en}")
    if due := [one.element for one in found if one.is_due]:
        told = named(chain, due)
        yield sentence(f"复核已到期：{told.zh}", f"To be looked at by now: {told.en}")
    if lessons:
        open_ones = sum(not lesson.leads_to for lesson in lessons)
        yield sentence(
            f"记下经验教训 {len(lessons)} 条"
            + (f"，其中 {open_ones} 条还没有落实" if open_ones else "，都已落实到下一轮"),
            f"{many(len(lessons), 'lesson')} learnt"
            + (f", of which {open_ones} not taken up yet" if open_ones else ", all taken up in the next round"),
        )
