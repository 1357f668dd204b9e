"""Where each element's page stands in a site: the one function that page paths come from."""

import re
from typing import Final

from sevenstep.model.element import Element

_DEVICES: Final = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_TAKEN: Final = frozenset({"index"})


def page_path(element: Element) -> str:
    """The path of the element's page without suffix: ``goals/G1``; a step of a flow stands below its flow.

    Safe on every system: an id that names a device or the section's own page gets an underscore. Ids that differ only
    in case do not exist in an engagement, so no two pages meet on a file system that ignores case.
    """
    folder = element.KIND.section
    parts = element.id.split("/")
    return "/".join((folder, *(_safe(part) for part in parts)))


def _safe(name: str) -> str:
    return f"{name}_" if name.casefold() in _TAKEN or _DEVICES.fullmatch(name) else name
