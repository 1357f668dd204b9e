"""The online rate for a person at a terminal: of the whole, and of each path."""

from collections.abc import Iterator

from rich.text import Text as Styled

from sevenstep.analysis.online_shares import OnlineRate
from sevenstep.analysis.wording import shown_share
from sevenstep.language import Language, Text
from sevenstep.model.choices import OnlineCount, Variant
from sevenstep.report.analysis_report import SECTION, AnalysisReport, more
from sevenstep.report.table import aligned

_HEADS = (
    Text(zh="上网率", en="Online rate"),
    Text(zh="交互", en="exchanges"),
    Text(zh="步骤", en="steps"),
    Text(zh="合计", en="both"),
)
_WHOLE = Text(zh="全部", en="The whole")


def online(report: AnalysisReport, language: Language, limit: int | None) -> Iterator[Styled]:
    """A line for the whole, and where all is asked for one for each path; as it is, and where it differs as it shall
    be."""
    found = report.analysis.online
    if found.whole is None:
        return
    yield Styled(Text(zh="上网率", en="Online rate").for_language(language), SECTION)
    rows = [[head.for_language(language) for head in _HEADS]]
    rows.append([_WHOLE.for_language(language), *_shares(found.whole, found.has_design)])
    told = found.paths if limit is None else ()
    for rate in told:
        rows.append([report.named(rate.element or "", language, 60), *_shares(rate, found.has_design)])
    for number, line in enumerate(aligned(rows)):
        yield Styled(f"  {line}", "dim" if number == 0 else "")
    yield from more(len(found.paths) - len(told), language)


def _shares(rate: OnlineRate, has_design: bool) -> Iterator[str]:
    for counts in (OnlineCount.EXCHANGES, OnlineCount.STEPS, None):
        before, after = (_said(rate.share(variant, counts).rate) for variant in Variant)
        yield before if not has_design or before == after else f"{before} → {after}"


def _said(share: float | None) -> str:
    return "–" if share is None else shown_share(share)
