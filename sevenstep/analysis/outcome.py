"""One promise against what came of it."""

from dataclasses import dataclass

from sevenstep.analysis.choices import Aspect, Verdict
from sevenstep.language import Text


@dataclass(frozen=True, slots=True)
class Outcome:
    """One promise: the element that makes it, what of it (`aspect`), how much and by when, what came of it, and why.
    `is_due` tells that it should have been looked at by now, and was not."""

    element: str
    promised: Text | None
    by: str
    came: Text | None
    verdict: Verdict
    why: Text | None = None
    is_due: bool = False
    aspect: Aspect = Aspect.BENEFIT
