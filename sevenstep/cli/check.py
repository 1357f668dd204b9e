"""``sevenstep check``: is the engagement sound?"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typer

from sevenstep.cli import check_options as options
from sevenstep.cli.check_report import CheckReport
from sevenstep.cli.console import prefix, print_lines, speak, t, waiting
from sevenstep.cli.destination import PRINTED, Destination, destination, file_named, look_at_all
from sevenstep.cli.failure import FOUND_ERRORS, say
from sevenstep.cli.loading import load
from sevenstep.cli.options import Folder, Lang, language_of
from sevenstep.cli.streams import reader_has_left
from sevenstep.diagnostic import Severity
from sevenstep.failure import Failure
from sevenstep.output.formats import CheckFormat

if TYPE_CHECKING:
    from sevenstep.checking.check import Checked

SHORT: Final = t(
    zh="检查模型，列出每个问题的位置和改法。", en="Check the model; report every problem with its place and remedy."
)
HELP: Final = t(
    zh="检查模型：读取每个文件，把每个问题连同位置和改法列出来。",
    en="Check the model: read every file and report every problem with its place and its remedy.",
)


def check(
    folder: Folder = Path(),
    form: options.As = CheckFormat.TEXT,
    output: options.Output = None,
    also: options.Also = None,
    coverage: options.Coverage = None,
    fail_on: options.FailOnOption = Severity.ERROR,
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
    reports = _reports(form, output, also or (), coverage)
    _look_at_targets(folder, reports, baseline, update=update_baseline)
    severity = Severity(level) if level is not None else None
    failing = Severity(fail_on) if fail_on != options.NEVER else None
    report = CheckReport(folder, reports, failing, severity, limit, baseline, update_baseline, language)
    rules = {"select": tuple(select or ()), "ignore": tuple(ignore or ())}
    if fix or diff:
        checked = _fixed(report, rules, write=fix, show=diff)
        if diff and not fix:
            return
    else:
        checked = load(folder, **rules)
    failed = report.tell(checked)
    if watch:
        for after in () if reader_has_left() else _again(checked, folder, rules):
            report.tell(after)
            if reader_has_left():
                break
    elif failed:
        raise typer.Exit(FOUND_ERRORS)


def _reports(
    form: CheckFormat, output: Path | None, also: Iterable[str], coverage: Path | None
) -> tuple[tuple[CheckFormat, Destination], ...]:
    """Which reports go where."""
    text = CheckFormat.TEXT
    main = PRINTED if output is None and form is text else destination(output)
    named = [(how, destination(file)) for how, file in map(options.named_file, also)]
    if coverage is not None:
        named.append((CheckFormat.COBERTURA, destination(coverage)))
    return ((form, main), *named)


def _look_at_targets(
    folder: Path, reports: Iterable[tuple[CheckFormat, Destination]], baseline: Path | None, *, update: bool
) -> None:
    """Raise Failure where it is clear from the start that something cannot be written."""
    from sevenstep.output.door import look
    from sevenstep.source.guard import Sources

    known = [baseline] if baseline is not None else []
    look_at_all([target for _, target in reports if target != PRINTED], Sources(folder, known))
    if update and baseline is not None:
        look(file_named(baseline), Sources(folder))


def _fixed(report: CheckReport, rules: dict[str, tuple[str, ...]], *, write: bool, show: bool) -> "Checked":
    from sevenstep import pipeline
    from sevenstep.report import text

    changes, checked = pipeline.fix(report.folder, **rules, dry_run=not write, tell=waiting)
    if show:
        print_lines(text.difference(changes, prefix(report.folder)), stderr=write and report.is_apart)
    summary = text.fixed(changes, written=write, language=report.language)
    print_lines([summary], stderr=show or report.is_apart)
    return checked


def _again(checked: "Checked", folder: Path, rules: dict[str, tuple[str, ...]]) -> Iterator["Checked"]:
    """The model checked anew whenever a file of it changes, until the person ends it."""
    from watchfiles import watch

    from sevenstep import pipeline
    from sevenstep.source.walk import is_source

    with suppress(KeyboardInterrupt):
        for _ in watch(folder, watch_filter=lambda _, path: is_source(Path(path)), raise_interrupt=True):
            try:
                checked = pipeline.check(folder, **rules, previous=checked)
            except Failure as failure:  # such as engagement.yaml gone while somebody moves files about
                say(failure)
                continue
            yield checked
