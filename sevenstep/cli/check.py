"""``sevenstep check``: is the engagement sound?"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typer

from sevenstep.cli import check_options as options
from sevenstep.cli.console import as_bytes, encoded, prefix, print_lines, said, speak, waiting
from sevenstep.cli.destination import PRINTED, Destination, destination, file_named, look_at_all
from sevenstep.cli.failure import FOUND_ERRORS, say
from sevenstep.cli.loading import load
from sevenstep.cli.options import Folder, Lang, language_of
from sevenstep.cli.streams import reader_has_left
from sevenstep.diagnostic import Severity
from sevenstep.failure import Failure
from sevenstep.language import Language, Text

if TYPE_CHECKING:
    from rich.text import Text as Styled

    from sevenstep.checking.check import Checked
    from sevenstep.model.engagement import CheckSettings

SHORT: Final = said(
    zh="检查模型，列出每个问题的位置和改法。", en="Check the model; report every problem with its place and remedy."
)
HELP: Final = said(
    zh="检查模型：读取每个文件，把每个问题连同位置和改法列出来。",
    en="Check the model: read every file and report every problem with its place and its remedy.",
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for; `is_apart`: a report for a program takes standard output, so people are told elsewhere."""

    folder: Path
    reports: tuple[tuple[options.FormatChoice, Destination], ...]
    is_apart: bool
    fail_on: options.FailOn
    level: Severity | None
    limit: int
    baseline: Path | None
    update_baseline: bool
    language: Language


def check(
    folder: Folder = Path(),
    form: options.As = options.FormatChoice.TEXT,
    output: options.Output = None,
    also: options.Also = None,
    coverage: options.Coverage = None,
    fail_on: options.FailOnOption = options.FailOn.ERROR,
    level: options.Level = None,
    limit: options.Limit = 50,
    select: options.Select = None,
    ignore: options.Ignore = None,
    baseline: options.Baseline = None,
    update_baseline: options.UpdateBaseline = False,
    fix: options.Fix = False,
    diff: options.Diff = False,
    watch: options.Watch = False,
    lang: Lang = None,
) -> None:
    """Run the command."""
    language = speak(language_of(lang))
    from sevenstep.model.engagement import CheckSettings
    from sevenstep.output.door import look
    from sevenstep.source.guard import Sources

    over = CheckSettings(select=tuple(select or ()), ignore=tuple(ignore or ()))
    reports = _reports(form, output, also or (), coverage)
    known = [baseline] if baseline is not None else []
    look_at_all([target for _, target in reports if target != PRINTED], Sources(folder, known))
    if update_baseline and baseline is not None:
        look(file_named(baseline), Sources(folder))
    is_apart = any(one.is_stdout and how is not options.FormatChoice.TEXT for how, one in reports)
    severity = Severity(level.value) if level is not None else None
    wanted = Wanted(folder, tuple(reports), is_apart, fail_on, severity, limit, baseline, update_baseline, language)
    if fix or diff:
        checked = _mend(wanted, over, write=fix, show=diff)
        if diff and not fix:
            return
    else:
        checked = load(folder, over)
    failed = _report(checked, wanted)
    if watch:
        for after in () if reader_has_left() else _again(checked, folder, over):
            _report(after, wanted)
            if reader_has_left():
                break
    elif failed:
        raise typer.Exit(FOUND_ERRORS)


def _reports(
    form: options.FormatChoice, output: Path | None, also: Iterable[str], coverage: Path | None
) -> list[tuple[options.FormatChoice, Destination]]:
    """Which reports go where."""
    text = options.FormatChoice.TEXT
    main = PRINTED if output is None and form is text else destination(output)
    named = [(how, destination(file)) for how, file in map(options.named_file, also)]
    if coverage is not None:
        named.append((options.FormatChoice.COBERTURA, destination(coverage)))
    return [(form, main), *named]


def _mend(wanted: Wanted, over: "CheckSettings", *, write: bool, show: bool) -> "Checked":
    from sevenstep import pipeline
    from sevenstep.report import text

    if write:
        changes, checked = pipeline.mend_files(wanted.folder, over, tell=waiting)
    else:
        changes, checked = pipeline.mend(wanted.folder, over)
    if show:
        print_lines(text.difference(changes, prefix(wanted.folder)), stderr=write and wanted.is_apart)
    said = text.mended(changes, written=write, language=wanted.language)
    print_lines([said], stderr=show or wanted.is_apart)
    return checked


def _report(checked: "Checked", wanted: Wanted) -> bool:
    """Print what was found; returns whether that fails the check."""
    from sevenstep import pipeline
    from sevenstep.report import text
    from sevenstep.source.guard import Sources

    last: list[Styled] = []
    path = _baseline_of(checked, wanted)
    if path is not None:
        compared = pipeline.compare_with_baseline(checked, path, update=wanted.update_baseline, tell=waiting)
        checked = compared.checked
        last = [text.known_problems(compared.known, compared.gone, path, wanted.language)]
    sources = Sources(wanted.folder, [path] if path is not None else [])
    for form, target in wanted.reports:
        if form is not options.FormatChoice.TEXT:
            target.write(encoded(_formatted(checked, form, wanted)), sources)
        elif target == PRINTED:
            print_lines([*_text(checked, wanted), *last], stderr=wanted.is_apart)
        else:
            target.write(as_bytes([*_text(checked, wanted), *last]), sources)
    return any(one.severity.rank <= wanted.fail_on.rank for one in checked.found)


def _text(checked: "Checked", wanted: Wanted) -> "Iterator[Styled]":
    """The report for a person: problems, the steps in figures, the verdict."""
    from sevenstep.report import text

    level = wanted.level or Severity.WARNING
    shown = checked.located(one for one in checked.found if one.severity.rank <= level.rank)
    yield from text.problems(shown, checked.documents, prefix(wanted.folder), wanted.language, wanted.limit or None)
    yield from text.summary(checked, wanted.language)
    yield from text.verdict(checked, wanted.language)


def _formatted(checked: "Checked", form: options.FormatChoice, wanted: Wanted) -> str:
    """The report for a program: every problem down to hints, unless a level was asked for."""
    from sevenstep import __version__
    from sevenstep.report.formats import FORMATS, OF_A_REPOSITORY
    from sevenstep.report.report import report_of
    from sevenstep.report.root import root_of

    level = wanted.level or Severity.HINT
    shown = [one for one in checked.problems if one.diagnostic.severity.rank <= level.rank]
    is_coverage = form is options.FormatChoice.COBERTURA
    before, base = prefix(wanted.folder), ""
    if form.value in OF_A_REPOSITORY:
        root = root_of(wanted.folder)
        before, base = root.prefix, root.base
    report = report_of(checked, before, __version__, problems=shown, element_lines=is_coverage, base=base)
    return FORMATS[form.value](report, wanted.language)


def _baseline_of(checked: "Checked", wanted: Wanted) -> Path | None:
    """The baseline that the person names, or the engagement, or the one that is there."""
    if wanted.baseline is not None:
        return wanted.baseline
    named = checked.chain.engagement.header.check.baseline
    if named is not None:
        return _inside(wanted.folder, named)
    usual = wanted.folder / options.BASELINE
    return usual if wanted.update_baseline or usual.is_file() else None


def _inside(folder: Path, name: str) -> Path:
    """A file that the engagement names, which must be in its folder; raises Failure."""
    path = folder / name
    if not path.resolve().is_relative_to(folder.resolve()):
        raise Failure(
            Text(
                zh=f"check.baseline 指到了项目文件夹之外：{name}", en=f"check.baseline leads out of the folder: {name}"
            ),
            Text(zh="写项目文件夹里的文件名", en="Name a file in the engagement's folder"),
        )
    return path


def _again(checked: "Checked", folder: Path, over: "CheckSettings") -> Iterator["Checked"]:
    """The model checked anew whenever a file of it changes, until the person ends it."""
    from watchfiles import watch

    from sevenstep import pipeline
    from sevenstep.source.walk import is_source

    with suppress(KeyboardInterrupt):
        for _ in watch(folder, watch_filter=lambda _, path: is_source(Path(path)), raise_interrupt=True):
            try:
                checked = pipeline.check(folder, over, checked)
            except Failure as failure:  # such as engagement.yaml gone while somebody moves files about
                say(failure)
                continue
            yield checked
