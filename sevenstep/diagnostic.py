"""What is wrong with the YAML of an engagement: a Diagnostic.

(What is wrong with the client's business is a Finding, an element of the model. The two never mix.)
"""

from dataclasses import dataclass
from enum import StrEnum

from sevenstep.language import Text

KeyPath = tuple[str | int, ...]


class Severity(StrEnum):
    """How bad: an error makes the model untrue, a warning leaves something hanging."""

    ERROR = "error"
    WARNING = "warning"

    @property
    def word(self) -> Text:
        return Text(zh="错误", en="error") if self is Severity.ERROR else Text(zh="警告", en="warning")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a file: lines and columns count code points from 1; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the engagement: a file and either a key path in it or, known while reading, a span.

    `file` is relative to the engagement's folder, with forward slashes. With `on_key` the last key of the path is
    meant, otherwise the value under it. Lines and columns are worked out only when a diagnostic is shown.
    """

    file: str
    path: KeyPath = ()
    on_key: bool = False
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class RuleId:
    """The identity of a rule: its code (``S`` + step + number), its name, and how bad a breach is.

    `title` says in a few words what the rule asks for; `reason` why it matters to the reader of the model.
    """

    code: str
    name: str
    severity: Severity
    title: Text
    reason: Text


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One breach of one rule: where, what, and how to mend it."""

    rule: RuleId
    place: Place
    message: Text
    remedy: Text | None = None

    @property
    def is_error(self) -> bool:
        return self.rule.severity is Severity.ERROR
