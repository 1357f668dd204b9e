"""A state of a model, to compare with another."""

import os
from pathlib import Path

from sevenstep.chain.baseline_version import baseline_in
from sevenstep.chain.snapshot import Snapshot, snapshot_of
from sevenstep.checking.check import Checked
from sevenstep.checking.given import Model, checked_model
from sevenstep.source.files import HEADER_FILE


def version_of(model: Model) -> Snapshot:
    """The state of a model, or of the one that the site in a folder shows; raises Failure."""
    if not isinstance(model, Checked) and not os.path.isfile(os.path.join(model, HEADER_FILE)):  # noqa: PTH113, PTH118  # false for a path that no system knows, too
        return baseline_in(Path(model))
    checked = checked_model(model)
    return snapshot_of(checked.chain, checked.documents)
