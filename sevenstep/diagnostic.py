"""What is wrong with the YAML of an engagement: a Diagnostic.

(What is wrong with the client's business is a Finding, an element of the model. The two never mix.)
"""

from dataclasses import dataclass, replace
from typing import Self

from sevenstep.examples import NO_EXAMPLES, Beside, Written
from sevenstep.language import Choice, Text, user_language
from sevenstep.notebook import html_card

KeyPath = tuple[str | int, ...]


class Severity(Choice):
    """How bad: an error makes the model untrue, a warning leaves something hanging, a hint is worth a look.

    A question is no fault at all: what is not known yet, to be asked in the next workshop. It never fails a check.
    """

    ERROR = "error", "错误", "error"
    WARNING = "warning", "警告", "warning"
    HINT = "hint", "提示", "hint"
    QUESTION = "question", "待问", "question"

    @property
    def is_fault(self) -> bool:
        """Whether something is wrong."""
        return self is not Severity.QUESTION

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return list(Severity).index(self)


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
    meant, otherwise the value under it; `within` is a part of that value, as it is written. Lines and columns are
    worked out only when a diagnostic is shown.
    """

    file: str
    path: KeyPath = ()
    on_key: bool = False
    span: Span | None = None
    within: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of a file that fixes something: the key or value at `place` becomes `new`; None takes the entry out.

    With a span in the place, exactly that stretch of text becomes `new`. Several new words are a list, or entries of
    the list in which the one stands. With `moved`, these entries of the mapping at `place` go into a mapping `new`
    behind it.
    """

    place: Place
    new: str | tuple[str, ...] | None
    moved: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """What a person should know of a rule.

    `code` is ``S`` + step + number, 0 for reading, 8 for the whole chain; `title` says what the rule asks for, `reason`
    why that matters to the reader of the model. A rule that is not `on` waits to be switched on. `decision` says, of a
    question, what hangs on its answer.
    """

    code: str
    name: str
    severity: Severity
    title: Text
    reason: Text
    examples: Written | Beside = NO_EXAMPLES
    on: bool = True
    decision: Text | None = None

    def __repr__(self) -> str:
        return f"<Rule {self.code} {self.name} ({self.severity.value})>"

    def _repr_html_(self) -> str:
        language = user_language()
        texts = (self.severity.label, self.title, self.reason, self.decision)
        return html_card(
            f"{self.code} {self.name}", [text.for_language(language) for text in texts if text is not None]
        )

    @property
    def bad(self) -> str:
        """The example that breaks the rule, in YAML.

        Two lines that name the engagement go without saying where it does not begin with ``id:``; a line ``=== name``
        begins another file.
        """
        return self.examples.bad

    @property
    def good(self) -> str:
        """The example that passes."""
        return self.examples.good

    @property
    def encoding(self) -> str:
        """The encoding of the bad example as a file."""
        return self.examples.encoding


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One violation of one rule: where, what, and how to fix it.

    `also` are other places of the same violation, folded under the first. `edits` fix it without changing what the
    model says. `element` is the id of the element concerned, empty where there is none; `ask` names the actors who can
    answer, where the rule is a question. `known_as` is the English message with ids where `message` has titles: titles
    may change, and a baseline still knows it.
    """

    rule: RuleInfo
    place: Place
    message: Text
    remedy: Text | None = None
    also: tuple[Place, ...] = ()
    edits: tuple[Edit, ...] = ()
    element: str = ""
    ask: tuple[str, ...] = ()
    known_as: str = ""

    def __repr__(self) -> str:
        where = ".".join(map(str, (self.place.file, *self.place.path)))
        return f"<{self.severity.value} {self.rule.code} {where}: {self.message.for_language(user_language())}>"

    @property
    def severity(self) -> Severity:
        return self.rule.severity

    @property
    def is_error(self) -> bool:
        return self.rule.severity is Severity.ERROR

    def as_bad_as(self, severity: Severity) -> Self:
        """The same with another severity, as the engagement's settings want it."""
        return replace(self, rule=replace(self.rule, severity=severity))
