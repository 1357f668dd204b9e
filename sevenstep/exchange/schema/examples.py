"""Examples of fields as data: as an editor would have them of the same YAML."""

import re
from typing import Any, Final

from sevenstep.source.files import SourceFile
from sevenstep.source.reader import read

_WHOLE: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,14})")
_DECIMAL: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,9})\.[0-9]{0,5}[1-9]")


def data_of(example: str) -> Any:
    """The data of an example that is the value of a field."""
    data = read(SourceFile("example.yaml", f"value: {example}")).data
    return _typed(data["value"]) if isinstance(data, dict) else None


def _typed(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _typed(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [_typed(entry) for entry in value]
    if isinstance(value, str) and _WHOLE.fullmatch(value):
        return int(value)
    return float(value) if isinstance(value, str) and _DECIMAL.fullmatch(value) else value
