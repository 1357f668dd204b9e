"""From a folder to a checked engagement."""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pydantic import ValidationError

from sevenstep.diagnostic import RuleInfo
from sevenstep.language import Text
from sevenstep.model.engagement import CheckSettings
from sevenstep.rules.catalogue import ALL_RULES, CHAIN_RULES
from sevenstep.rules.check import Checked, check
from sevenstep.rules.plugins import installed_rules
from sevenstep.rules.selection import names
from sevenstep.source.load import load
from sevenstep.source.project import ProjectFile, project_settings, unusable


def load_and_check(folder: Path, over: CheckSettings | None = None, before: Checked | None = None) -> Checked:
    """Read the engagement in `folder` and check it, with settings that go before its own.

    Files that have not changed since the check `before` are neither parsed nor validated again.

    Raises Failure where there is no engagement, or where the settings of the project around it cannot be used.
    """
    with _collector_paused():
        loaded = load(folder, before.documents if before else ())
        installed = installed_rules()
        known = (*ALL_RULES, *(one.info for one in installed.rules))
        return check(
            loaded.documents,
            (*loaded.unread, *installed.problems),
            (*CHAIN_RULES, *installed.rules),
            over=over,
            under=_settings_of(project_settings(folder), known),
            before=before,
        )


def _settings_of(project: ProjectFile | None, known: Iterable[RuleInfo]) -> CheckSettings | None:
    if project is None:
        return None
    try:
        settings = CheckSettings.model_validate(project.settings.get("check", {}))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in ("check", *first["loc"]))
        raise unusable(project.path, Text(plain=f"{where}: {first['msg']}")) from error
    selectors = [*settings.select, *settings.ignore, *settings.severity]
    for selector in selectors:
        if not any(names(selector, info) for info in known):
            raise unusable(project.path, Text(zh=f"没有规则“{selector}”", en=f"there is no rule “{selector}”"))
    return settings


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Nothing that loading makes is garbage: while millions of objects arise, looking for some only costs time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
