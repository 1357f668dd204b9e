"""The first stage: one file as plain data."""

from dataclasses import dataclass, field

from sevenstep.diagnostic import Diagnostic, KeyPath
from sevenstep.source.fixes import Fix, fixed
from sevenstep.source.lines import LineStarts

Plain = str | None | list["Plain"] | dict[str, "Plain"]
"""What YAML is read as. Scalars stay the text that the author typed; only an empty value and ``null`` are None."""


@dataclass(frozen=True, slots=True)
class Document:
    """One file of an engagement: its text, and what it says as plain data (None where nothing could be read).

    `complete` is false where a part of the file could not be read, so that what is missing is not taken for absent.
    `parts` is how many keys, values and brackets were read: the measure of what the file costs. Typos are fixed in
    memory: `fixes` are what the data were read with. `cut` is the key path at which the reading broke off, so
    that nothing is said of what was half read.
    """

    name: str
    text: str
    data: Plain
    complete: bool
    diagnostics: tuple[Diagnostic, ...] = field(default=())
    parts: int = 0
    fixes: tuple[Fix, ...] | None = None
    cut: KeyPath = ()

    def __repr__(self) -> str:
        return f"<Document {self.name}: {self.parts} parts>"

    @property
    def read_as(self) -> str:
        """The text that the data were read from."""
        return (self.fixes and fixed(LineStarts(self.text), self.fixes)) or self.text
