"""What ``sevenstep check`` says of a checked model, to whom, and whether that fails the check."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sevenstep.cli.console import as_bytes, encoded, prefix, print_lines, waiting
from sevenstep.cli.destination import PRINTED, Destination
from sevenstep.diagnostic import Severity
from sevenstep.language import Language
from sevenstep.output.formats import ELEMENT_LINES, OF_A_REPOSITORY, CheckFormat

if TYPE_CHECKING:
    from rich.text import Text as Styled

    from sevenstep.checking.check import Checked


@dataclass(frozen=True, slots=True)
class CheckReport:
    """How a check is told: as which reports, down to which severity, and without the problems of which baseline."""

    folder: Path
    reports: tuple[tuple[CheckFormat, Destination], ...]
    fail_on: Severity | None
    level: Severity | None
    limit: int
    baseline: Path | None
    update_baseline: bool
    language: Language

    @property
    def is_apart(self) -> bool:
        """Whether a report for a program takes standard output, so that people are told elsewhere."""
        return any(target.is_stdout and form is not CheckFormat.TEXT for form, target in self.reports)

    def tell(self, checked: "Checked") -> bool:
        """Print and write what was found; returns whether that fails the check. Raises Failure."""
        from sevenstep import pipeline
        from sevenstep.report import text
        from sevenstep.source.guard import Sources

        compared = pipeline.compare_with_baseline(checked, self.baseline, update=self.update_baseline, tell=waiting)
        checked, path = compared.checked, compared.path
        last = []
        if path is not None:
            shown = self.baseline or self.folder / path.relative_to(os.path.abspath(self.folder))  # noqa: PTH100
            last = [text.known_problems(compared.known, compared.gone, shown, self.language)]
        sources = Sources(self.folder, [path] if path is not None else [])
        for form, target in self.reports:
            if form is not CheckFormat.TEXT:
                target.write(encoded(self._formatted(checked, form)), sources)
            elif target == PRINTED:
                print_lines([*self._text(checked), *last], stderr=self.is_apart)
            else:
                target.write(as_bytes([*self._text(checked), *last]), sources)
        least = self.fail_on.rank if self.fail_on is not None else -1
        return any(problem.severity.rank <= least for problem in checked.found)

    def _text(self, checked: "Checked") -> "Iterator[Styled]":
        """The report for a person: problems, the steps in figures, the verdict."""
        from sevenstep.report import text

        level = self.level or Severity.WARNING
        shown = checked.located(problem for problem in checked.found if problem.severity.rank <= level.rank)
        yield from text.problems(shown, checked.documents, prefix(self.folder), self.language, self.limit or None)
        yield from text.summary(checked, self.language)
        yield from text.verdict(checked, self.language)

    def _formatted(self, checked: "Checked", form: CheckFormat) -> str:
        """The report for a program: every problem down to hints, unless a level was asked for."""
        from sevenstep import __version__
        from sevenstep.report.report import report_of
        from sevenstep.report.root import root_of

        level = self.level or Severity.HINT
        shown = [problem for problem in checked.problems if problem.diagnostic.severity.rank <= level.rank]
        before, base = prefix(self.folder), ""
        if OF_A_REPOSITORY in form.traits:
            root = root_of(self.folder)
            before, base = root.prefix, root.base
        lines = ELEMENT_LINES in form.traits
        report = report_of(checked, before, __version__, problems=shown, element_lines=lines, base=base)
        written: str = form.writer.render(report, self.language)
        return written
