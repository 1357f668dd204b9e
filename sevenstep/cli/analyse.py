"""``sevenstep analyse``: what follows from the model, and whether the design reaches the goals."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from sevenstep.cli.console import as_bytes, encoded, print_lines, speak, t
from sevenstep.cli.destination import beside_model
from sevenstep.cli.failure import FOUND_ERRORS
from sevenstep.cli.loading import load
from sevenstep.cli.options import Folder, Lang, language_of
from sevenstep.output.formats import AnalysisFormat
from sevenstep.output.sections import AnalysisSection

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from rich.text import Text as Styled

    from sevenstep.checking.check import Checked
    from sevenstep.language import Language
    from sevenstep.report.analysis_report import AnalysisReport

SHORT: Final = t(
    zh="计算流程的度量、发现和目标的达成。",
    en="Compute the metrics of flows, the findings, and whether goals are reached.",
)
HELP: Final = t(
    zh="分析模型：流程时间和成本，堵在何处，现状与目标的差别来自哪项举措，指标能否达标，应先办什么。",
    en="Analyse the model: what the flows take and cost, where they are blocked, what the design changes and which "
    "measure does it, whether the indicators are reached, and what to do first.",
)


As = Annotated[
    AnalysisFormat,
    typer.Option(
        "--format",
        "-f",
        help=t(zh="格式：csv 是一张可用 Excel 打开的长表。", en="Format; csv is one long table, for Excel too."),
    ),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help=t(zh="写进文件。", en="Write to a file."), show_default=False),
]
FlowId = Annotated[
    str | None,
    typer.Option(
        "--flow", metavar="ID", help=t(zh="只详细显示一个流程。", en="One flow in detail."), show_default=False
    ),
]
ItemId = Annotated[
    str | None,
    typer.Option(
        "--item", metavar="ID", help=t(zh="只详细显示一个事项。", en="One item in detail."), show_default=False
    ),
]
All = Annotated[
    bool,
    typer.Option(
        "--all",
        "-a",
        help=t(zh="全部列出：每个发现的依据、每个指标。", en="Everything: each finding, each indicator."),
    ),
]
Only = Annotated[
    list[AnalysisSection] | None,
    typer.Option(
        "--section",
        "-s",
        help=t(
            zh="只看这一部分，但看全；可以写几次。", en="This part alone, and all of it; may be given several times."
        ),
        show_default=False,
    ),
]
Seed = Annotated[
    int | None,
    typer.Option(
        "--seed",
        min=0,
        max=2**32 - 1,
        help=t(
            zh="随机种子（默认取项目的设置）。", en="Seed of the random numbers (default: the engagement's setting)."
        ),
        show_default=False,
    ),
]
Cases = Annotated[
    int | None,
    typer.Option(
        "--cases",
        min=100,
        max=1_000_000,
        help=t(
            zh="每个流程模拟多少件（默认取项目的设置）。", en="Cases simulated for each flow (default: the setting)."
        ),
        show_default=False,
    ),
]

_BRIEF: Final = 3
"""How many entries of a list are told when not all are asked for."""


def analyse(
    folder: Folder = Path(),
    form: As = AnalysisFormat.TEXT,
    output: Output = None,
    flow: FlowId = None,
    item: ItemId = None,
    everything: All = False,
    section: Only = None,
    seed: Seed = None,
    cases: Cases = None,
    lang: Lang = None,
) -> None:
    """Run the command."""
    language = speak(language_of(lang))
    if (flow or item) and form is not AnalysisFormat.TEXT:
        raise typer.BadParameter(
            t(zh="--flow 和 --item 只用于文本；json 和 csv 总是写全部", en="--flow and --item are for text only")
        )
    if section and (flow or item or form is not AnalysisFormat.TEXT):
        raise typer.BadParameter(
            t(
                zh="--section 只用于文本，也不能和 --flow、--item 同用",
                en="--section is for text only, and goes neither with --flow nor with --item",
            )
        )
    if flow and item:
        raise typer.BadParameter(t(zh="--flow 和 --item 只能用一个", en="give --flow or --item, not both"))

    target, sources = beside_model(output, folder)
    checked = load(folder)
    wanted = _element(checked, flow or item, "flow" if flow else "item")
    report = _report(checked, seed, cases)
    if form is AnalysisFormat.TEXT:
        lines = _text(report, wanted, section or (), language, _BRIEF if not everything and not section else None)
        if output is None:
            print_lines(lines)
        else:
            target.write(as_bytes(lines), sources)
    else:
        target.write(encoded(_formatted(report, form, language)), sources)
    if report.errors:
        _say_errors(report.errors, folder, language)
        raise typer.Exit(FOUND_ERRORS)


def _element(checked: "Checked", element_id: str | None, kind: str) -> tuple[str, str] | None:
    """The kind and id of what is asked for; raises Failure where there is no such flow or item."""
    if element_id is None:
        return None
    from sevenstep import lookup

    return kind, lookup.find(checked, element_id, kind).id


def _report(checked: "Checked", seed: int | None, cases: int | None) -> "AnalysisReport":
    from sevenstep import __version__, pipeline
    from sevenstep.cli.progress import progress
    from sevenstep.report.analysis_report import AnalysisReport

    settings = checked.chain.engagement.header.analysis
    with progress() as tell:
        found = pipeline.analyse(checked, seed=seed, cases=cases, progress=tell)
    return AnalysisReport(
        analysis=found,
        chain=checked.chain,
        seed=settings.seed if seed is None else seed,
        cases=settings.cases if cases is None else cases,
        errors=checked.errors,
        version=__version__,
    )


def _text(
    report: "AnalysisReport",
    wanted: tuple[str, str] | None,
    only: "Collection[AnalysisSection]",
    language: "Language",
    limit: int | None,
) -> "Iterator[Styled]":
    from sevenstep.report import analysis_detail, analysis_text

    if wanted is None:
        return analysis_text.summary(report, language, limit, only)
    kind, element = wanted
    return (analysis_detail.flow if kind == "flow" else analysis_detail.item)(report, element, language)


def _formatted(report: "AnalysisReport", form: AnalysisFormat, language: "Language") -> str:
    written: str = form.writer.render(report, language)
    return written


def _say_errors(errors: int, folder: Path, language: "Language") -> None:
    from rich.text import Text as Styled

    from sevenstep.language import Text

    text = Text(
        zh=f"模型有 {errors} 个错误：受影响的结果不完整或不对（sevenstep check {folder}）",
        en=f"Errors of the model: {errors}. Results that depend on them are missing or wrong (sevenstep check "
        f"{folder})",
    )
    print_lines([Styled(text.for_language(language), "bold yellow")], stderr=True)
