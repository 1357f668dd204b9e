"""What is there today only, in the design only, or in both: told by the line, so that it can be seen without colour.

A page can show one of the two alone (see `publishing/picture_switches`): it goes by these classes.
"""

from collections.abc import Collection
from typing import Final

from sevenstep.diagrams.scene import Entry
from sevenstep.language import Text
from sevenstep.model.choices import Variant

GONE: Final = "only-as-is"
NEW: Final = "only-to-be"
_SAYS: Final = {
    GONE: Text(zh="仅现状有，目标取消", en="today only: goes"),
    NEW: Text(zh="目标新增", en="new in the design"),
}


def fate_of(variants: Collection[Variant], every: Collection[Variant]) -> str:
    """The CSS class of what is there in those variants; empty where it stays, or where the model has only one."""
    if len(every) < 2 or len(variants) != 1:
        return ""
    return GONE if Variant.AS_IS in variants else NEW


def entry_of(fate: str, form: str = "node", classes: str = "") -> Entry:
    """What the legend says of a fate."""
    return Entry(form, f"{classes} {fate}".strip(), _SAYS[fate], "box", "rounded")
