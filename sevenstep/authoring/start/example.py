"""A value that a field may hold, out of the example that is declared of it."""

from collections.abc import Mapping

from sevenstep.model.field import ModelField
from sevenstep.source.document import Plain
from sevenstep.source.files import SourceFile
from sevenstep.source.reader import read


def example_of(field: ModelField) -> Plain:
    """The declared example as plain data."""
    return read(SourceFile("example.yaml", field.declared.example)).data


def example_value(field: ModelField) -> Plain:
    """The example of one value; where the field holds several by name, that of the first."""
    example = example_of(field)
    if field.relation is not None and isinstance(example, Mapping):
        return next(iter(example.values()))
    return example
