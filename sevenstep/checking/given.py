"""What callers give, as they have it: a model or its folder, names of files, names of rules."""

import os
from collections.abc import Iterable
from pathlib import Path

from sevenstep.chain.baseline_version import baseline_in
from sevenstep.chain.snapshot import Snapshot, snapshot_of
from sevenstep.checking.check import Checked
from sevenstep.checking.load import load_and_check
from sevenstep.model.header import CheckSettings
from sevenstep.source.files import HEADER_FILE

PathName = str | os.PathLike[str]
"""A file or folder."""
Model = Checked | str | os.PathLike[str]
"""A checked engagement, or the folder of one that is to be read and checked."""
RuleNames = str | Iterable[str]
"""Rules by their codes, by what several codes begin with, or by their names."""


def checked_model(model: Model) -> Checked:
    """The model, read and checked where it is not yet; raises Failure."""
    return model if isinstance(model, Checked) else load_and_check(Path(model))


def version_of(model: Model) -> Snapshot:
    """The state of a model, or of the one that the site in a folder shows; raises Failure."""
    if not isinstance(model, Checked) and not os.path.isfile(os.path.join(model, HEADER_FILE)):  # noqa: PTH113, PTH118  # false for a path that no system knows, too
        return baseline_in(Path(model))
    checked = checked_model(model)
    return snapshot_of(checked.chain, checked.documents)


def path_of(given: PathName | None) -> Path | None:
    """The path, where one is given."""
    return Path(given) if given is not None else None


def settings_of(select: RuleNames, ignore: RuleNames) -> CheckSettings:
    """The settings that switch on some rules besides, and others off."""
    return CheckSettings.model_validate({"select": select, "ignore": ignore})
