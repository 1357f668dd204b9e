"""From a folder to a checked engagement."""

import gc
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from sevenstep.checking.check import Checked, check
from sevenstep.checking.fix import Change, fix
from sevenstep.checking.plugins import installed_rules
from sevenstep.diagnostic import Diagnostic, RuleInfo
from sevenstep.failure import Failure
from sevenstep.language import Text
from sevenstep.model.header import CheckSettings
from sevenstep.model.suggest import did_you_mean
from sevenstep.ruleset.catalogue import ALL_RULES, CHAIN_RULES
from sevenstep.ruleset.rule import Rule
from sevenstep.ruleset.selectors import names
from sevenstep.source.characters import brief
from sevenstep.source.document import Document
from sevenstep.source.load import load
from sevenstep.source.project import ProjectFile, project_settings, unusable

_CHECK: Final = "check"
"""The table of settings that there is in a project: [tool.sevenstep.check]."""


@dataclass(frozen=True, slots=True)
class Checker:
    """The rules and settings that hold for one folder: gathered once, used for every check of it."""

    rules: tuple[Rule, ...]
    problems: tuple[Diagnostic, ...]
    settings: CheckSettings | None
    project_settings: CheckSettings | None
    folder: Path

    def check(
        self, documents: Iterable[Document], unread: Iterable[Diagnostic] = (), previous: Checked | None = None
    ) -> Checked:
        """Check these documents; files that could not be read are reported with the rest."""
        checked = check(
            documents,
            (*unread, *self.problems),
            self.rules,
            settings=self.settings,
            project_settings=self.project_settings,
            previous=previous,
        )
        return replace(checked, folder=Path(os.path.abspath(self.folder)))  # noqa: PTH100  # resolve() follows links


def checker_for(folder: Path, settings: CheckSettings | None = None) -> Checker:
    """The rules, those of third parties included, and the settings that hold for an engagement in `folder`.

    `settings` go before its own. Raises Failure where settings cannot be used.
    """
    installed = installed_rules()
    known = (*ALL_RULES, *(rule.info for rule in installed.rules))
    if settings is not None and (wrong := _unknown(settings, known)):
        raise Failure(
            Text(zh=f"没有规则“{wrong}”", en=f"There is no rule “{wrong}”"),
            did_you_mean(wrong, (name for info in known for name in (info.code, info.name))),
        )
    of_project = _settings_of(project_settings(folder), known)
    return Checker((*CHAIN_RULES, *installed.rules), installed.problems, settings, of_project, folder)


def load_and_check(folder: Path, settings: CheckSettings | None = None, previous: Checked | None = None) -> Checked:
    """Read the engagement in `folder` and check it, with settings that go before its own.

    Files that have not changed since the `previous` check are neither parsed nor validated again. Raises Failure where
    there is no engagement, or where settings cannot be used.
    """
    with collector_paused():
        loaded = load(folder, previous.documents if previous else ())
        return checker_for(folder, settings).check(loaded.documents, loaded.unread, previous)


def load_and_fix(folder: Path, settings: CheckSettings | None = None) -> tuple[list[Change], Checked]:
    """Read the engagement, and fix what is safe to fix: the changes, and the check with them. Nothing is written."""
    with collector_paused():
        loaded = load(folder)
        checker = checker_for(folder, settings)
        checked = checker.check(loaded.documents, loaded.unread)
        return fix(checked, lambda documents: checker.check(documents, loaded.unread))


def _settings_of(project: ProjectFile | None, known: Iterable[RuleInfo]) -> CheckSettings | None:
    if project is None:
        return None
    if strange := next((name for name in project.settings if name != _CHECK), None):
        why = Text(
            zh=f"没有设置“{brief(strange)}”，只有 {_CHECK}", en=f"there is no setting “{brief(strange)}”, only {_CHECK}"
        )
        raise unusable(project.path, why)
    try:
        settings = CheckSettings.model_validate(project.settings.get(_CHECK, {}))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in (_CHECK, *first["loc"]))
        raise unusable(project.path, Text(plain=f"{where}: {first['msg']}")) from error
    if wrong := _unknown(settings, known):
        raise unusable(project.path, Text(zh=f"没有规则“{wrong}”", en=f"there is no rule “{wrong}”"))
    return settings


def _unknown(settings: CheckSettings, known: Iterable[RuleInfo]) -> str | None:
    """The first selector that names no rule."""
    rules = list(known)
    selectors = (*settings.select, *settings.ignore, *settings.severity)
    return next((selector for selector in selectors if not any(names(selector, info) for info in rules)), None)


@contextmanager
def collector_paused() -> Iterator[None]:
    """Nothing that loading makes is garbage: while millions of objects arise, looking for some only costs time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
