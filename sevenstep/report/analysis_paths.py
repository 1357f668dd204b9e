"""Paths as they are against as they shall be, for a person at a terminal."""

from collections.abc import Iterator

from rich.text import Text as Styled

from sevenstep.chain.choices import ExchangeFate, PathFigure
from sevenstep.chain.graph import Chain
from sevenstep.chain.path_change_wording import parties, said_fate, said_number, what
from sevenstep.chain.path_changes import PathChange, path_changes
from sevenstep.language import Language, Text
from sevenstep.report.analysis_report import SECTION, AnalysisReport, more
from sevenstep.report.terminal import shown


def paths(report: AnalysisReport, language: Language, limit: int | None) -> Iterator[Styled]:
    """Each path that is told as is and to be: what is counted of it, and how many exchanges stay, change, come, go."""
    changes = list(path_changes(report.chain).values())
    if not changes:
        return
    yield Styled(Text(zh="协同路径：现状到目标", en="Paths, from as is to to be").for_language(language), SECTION)
    for change in changes[:limit]:
        yield Styled(f"  {report.named(change.after, language)}")
        yield Styled(f"    {counted(change, language)}")
        if limit is None:
            yield Styled(f"    {fates(change, language)}", "dim")
    yield from more(len(changes) - limit if limit is not None else 0, language)


def counted(change: PathChange, language: Language) -> str:
    """What is counted, before and after."""
    comma = "，" if language == "zh" else ", "
    said = ((figure.label.for_language(language), *change.figures[figure]) for figure in PathFigure)
    return comma.join(f"{label} {was} → {will}" for label, was, will in said)


def fates(change: PathChange, language: Language) -> str:
    """How many exchanges share each fate."""
    comma = "，" if language == "zh" else ", "
    return comma.join(f"{fate.label.for_language(language)} {change.of(fate)}" for fate in ExchangeFate)


def of_path(chain: Chain, path: str, language: Language) -> Iterator[Styled]:
    """What becomes of a path, exchange by exchange; nothing of one that is not told as is and to be."""
    change = next((one for one in path_changes(chain).values() if path in {one.before, one.after}), None)
    if change is None:
        return
    yield Styled(f"  {Text(zh='现状到目标', en='From as is to to be').for_language(language)}", "bold")
    yield Styled(f"      {counted(change, language)}")
    for one in change.exchanges:
        texts = (said_number(one), parties(chain, one.shown), what(chain, one.shown), said_fate(chain, one))
        number, ends, thing, fate = (shown(text.for_language(language)) for text in texts)
        yield Styled(f"      {number}  {ends}  {thing}  [{fate}]")
