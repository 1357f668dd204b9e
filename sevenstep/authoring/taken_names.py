"""Ids that no element may get although they are written well: they name files, and some names are not free."""

from sevenstep.language import Text
from sevenstep.model.values import same_id
from sevenstep.output.door import is_device_name


def why_taken(name: str) -> Text | None:
    """Why no page can be called so; None where it can."""
    if not is_device_name(name) and same_id(name) != "index":
        return None
    return Text(
        zh=f"“{name}”在 Windows 上不能作文件名，或另有用处",
        en=f"“{name}” is the name of a device, or taken by the site",
    )
