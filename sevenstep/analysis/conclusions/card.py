"""What a KPI card comes to: the score of a unit, what holds it down, and what nobody knows."""

from collections.abc import Iterator, Sequence
from typing import Final

from sevenstep.analysis.conclusions.conclusion import Conclusion, Figure
from sevenstep.analysis.conclusions.wording import NAMED, named, sentence, titled
from sevenstep.analysis.programme.cards import Card, Kpi, Tally, cards
from sevenstep.analysis.results import Analysis
from sevenstep.analysis.wording import shown_share
from sevenstep.chain.graph import Chain
from sevenstep.language import Text
from sevenstep.model.frames.governance import KpiCard

_FULL: Final = 1 - 1e-9


def card_conclusion(chain: Chain, analysis: Analysis, card: KpiCard) -> Conclusion | None:
    """None where the card weighs nothing."""
    found = next((one for one in cards(chain, analysis) if one.card == card.id), None)
    if found is None:
        return None
    return Conclusion(card_said(chain, found), tuple(_lead(chain, found)), tuple(_figures(found)))


def card_said(chain: Chain, card: Card) -> Text:
    """The score in one sentence: measured where anything was, else expected."""
    who = titled(chain, card.unit) if card.unit else Text(zh="未写明的单位", en="a unit that is not named")
    is_year = len(card.period) == 4
    when_zh = f" {card.period} {'年' if is_year else ''}" if card.period else ""
    when_en = f" for {card.period}" if card.period else ""
    for tally, zh, en in ((card.measured, "按实测得", "measured"), (card.expected, "按项目安排预计得", "expected")):
        if tally.score is not None:
            told = shown_share(tally.score)
            rest = rest_said(tally)
            return sentence(f"{who.zh}{when_zh}{zh} {told}{rest.zh}", f"{who.en} scores {told}{when_en}, {en}{rest.en}")
    return sentence(f"{who.zh}{when_zh}的考核还没有一项能算", f"No KPI of {who.en} can be scored{when_en}")


def rest_said(tally: Tally) -> Text:
    """The same as `range_said`, in brackets, to follow a score."""
    said = range_said(tally)
    return said.inserted_into(zh="（{}）", en=" ({})") if said is not None else Text(zh="", en="")


def range_said(tally: Tally) -> Text | None:
    """For which part of the weights anything is known, and between what the whole lies; None where all is known."""
    if tally.known >= _FULL:
        return None
    known, low, high = (shown_share(part) for part in (tally.known, tally.low, tally.high))
    return Text(
        zh=f"只有 {known} 的权重有数，总分在 {low} 到 {high} 之间",
        en=f"known for {known} of the weights; the whole lies between {low} and {high}",
    )


def _lead(chain: Chain, card: Card) -> Iterator[Text]:
    if card.measured.score is not None and card.expected.score is not None:
        told, rest = shown_share(card.expected.score), rest_said(card.expected)
        yield sentence(
            f"按项目安排，期末预计得 {told}{rest.zh}", f"By the projects planned, {told} is expected{rest.en}"
        )
    is_measured = card.measured.score is not None
    scored = [(kpi, (kpi.measured if is_measured else kpi.expected).part) for kpi in card.kpis]
    lost = {kpi.indicator: kpi.weight * (1 - part) for kpi, part in scored if part is not None and part < _FULL}
    if lost:
        who = named(chain, sorted(lost, key=lambda key: -lost[key]))
        yield sentence(f"失分在{who.zh}", f"Held down by {who.en}")
    yield from _missing(chain, card.kpis)


def _missing(chain: Chain, kpis: Sequence[Kpi]) -> Iterator[Text]:
    """What is not known, by reason; of those of which neither a measurement nor an expectation can be scored."""
    by_reason: dict[Text, list[str]] = {}
    for kpi in kpis:
        if kpi.measured.part is None and kpi.expected.part is None and kpi.measured.why is not None:
            by_reason.setdefault(kpi.measured.why, []).append(kpi.indicator)
    for reason, keys in by_reason.items():
        who = named(chain, keys, NAMED)
        yield sentence(f"没有计分的：{who.zh}，{reason.zh}", f"Not scored: {who.en}, {reason.en}")


def _figures(card: Card) -> Iterator[Figure]:
    for tally, what in (
        (card.measured, Text(zh="实测得分", en="Score, measured")),
        (card.expected, Text(zh="预计得分", en="Score, expected")),
    ):
        if tally.score is not None:
            told = shown_share(tally.score)
            yield Figure(what, after=Text(plain=told), note=range_said(tally))
