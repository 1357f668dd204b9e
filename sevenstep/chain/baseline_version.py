"""Which state of a model a new one is compared with: that of the site it replaces, or one that somebody names."""

from pathlib import Path
from typing import Final

from sevenstep.chain.snapshot import MAX_BYTES, NotReadable, Snapshot, from_json
from sevenstep.failure import Failure
from sevenstep.language import Text
from sevenstep.source.folder import Folder
from sevenstep.source.regular import read_regular, reason_of

FILE: Final = "assets/model.json"
"""Where a site keeps the model that it shows."""
_MISSING: Final = Text(
    zh=f"那里没有 engagement.yaml，也没有 {FILE}", en=f"there is no engagement.yaml, and no {FILE} either"
)


def baseline_of_site(site: Path, now: Snapshot) -> Snapshot | None:
    """The last state with another version that the site knows of; None where there is none, or it cannot be read.

    Publishing the same version twice goes on comparing with the version before it.
    """
    try:
        shown = _in_site(site)
    except (OSError, NotReadable):
        return None
    if shown.id != now.id:
        return None
    return shown.previous if shown.version_or_date == now.version_or_date else shown


def baseline_in(path: Path) -> Snapshot:
    """The state in a site's folder, or in a file of it; raises Failure."""
    try:
        return _in_site(path) if path.is_dir() else from_json(read_regular(path, MAX_BYTES))
    except FileNotFoundError:
        raise _unusable(path, _MISSING) from None
    except OSError as error:
        raise _unusable(path, reason_of(error)) from error
    except NotReadable:
        raise _unusable(path, Text(zh="不是 sevenstep 保存的模型", en="it is not a model kept by sevenstep")) from None


def _in_site(site: Path) -> Snapshot:
    """The state that a site's folder holds; a file that leads out of the folder is no file of it."""
    with Folder(site) as opened:
        return from_json(opened.read(FILE, MAX_BYTES))


def _unusable(path: Path, why: Text) -> Failure:
    return Failure(
        why.inserted_into(zh=f"不能与 {path} 比较：{{}}", en=f"Cannot compare with {path}: {{}}"),
        Text(
            zh="--since 后面写旧模型的文件夹，或旧站点的文件夹",
            en="--since takes the folder of an older model, or of an older site",
        ),
    )
