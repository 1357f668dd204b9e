"""Elements named in a message."""

from collections.abc import Iterable

from sevenstep.language import Text, joined


def listed(keys: Iterable[str]) -> Text:
    """Ids in quotation marks, one after the other: titles are put in their place."""
    return joined((Text(plain=f"“{key}”") for key in keys), "、", " and ")
