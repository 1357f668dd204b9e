"""Which rules run, how bad a violation is, and in which files they are not asked for."""

from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase

from sevenstep.diagnostic import Diagnostic, RuleInfo, Severity
from sevenstep.model.header import CheckSettings
from sevenstep.ruleset.selectors import always, names


@dataclass(frozen=True, slots=True)
class Selection:
    """Settings on top of one another; the first go before the others: command line, engagement, project."""

    layers: tuple[CheckSettings, ...]

    def runs(self, info: RuleInfo) -> bool:
        """Whether the rule is checked at all."""
        if always(info):
            return True
        for settings in self.layers:
            chosen, ignored = _closest(settings.select, info), _closest(settings.ignore, info)
            if chosen or ignored:
                return chosen > ignored
        return info.on

    def severity(self, info: RuleInfo) -> Severity:
        """How bad a violation of the rule is here."""
        if always(info):
            return info.severity
        for settings in self.layers:
            fitting = [key for key in settings.severity if names(key, info)]
            if fitting:
                return settings.severity[max(fitting, key=lambda key: _closest([key], info))]
        return info.severity

    def applied(self, found: Iterable[Diagnostic]) -> list[Diagnostic]:
        """The diagnostics that the settings let through, each as bad as the settings say."""
        severities: dict[str, Severity] = {}
        kept = []
        for diagnostic in found:
            info = diagnostic.rule
            if self._ignored_in(diagnostic.place.file, info):
                continue
            severity = severities.get(info.code)
            if severity is None:
                severity = severities[info.code] = self.severity(info)
            kept.append(diagnostic if severity is info.severity else diagnostic.as_bad_as(severity))
        return kept

    def _ignored_in(self, file: str, info: RuleInfo) -> bool:
        return not always(info) and any(
            any(names(selector, info) for selector in of_file.ignore) and _fits(file, pattern)
            for settings in self.layers
            for pattern, of_file in settings.files.items()
        )


def _closest(selectors: Iterable[str], info: RuleInfo) -> int:
    """How exactly a rule is named: 0 not at all, its full code or name most."""
    found = (
        100 if selector in {info.code, info.name} else 0 if selector == "all" else len(selector)
        for selector in selectors
        if names(selector, info)
    )
    return max((length + 1 for length in found), default=0)


def _fits(file: str, pattern: str) -> bool:
    return file.startswith(pattern) if pattern.endswith("/") else fnmatchcase(file, pattern)
