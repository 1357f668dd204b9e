"""What a rule is: its identity, and a function that finds its breaches in a chain."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Diagnostic, KeyPath, RuleId, Severity
from sevenstep.language import Text


@dataclass(frozen=True, slots=True)
class Breach:
    """One breach, as a rule finds it: in which element, where in it, what is wrong, and how to mend it.

    An empty `path` means the element itself; with `on_key` the last key of the path is meant, not its value.
    """

    element: str
    message: Text
    remedy: Text | None = None
    path: KeyPath = ()
    on_key: bool = False


Finder = Callable[[Chain], Iterable[Breach]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that looks at the chain. It changes nothing and computes no lines."""

    id: RuleId
    find: Finder

    def check(self, chain: Chain) -> Iterator[Diagnostic]:
        """The breaches as diagnostics."""
        for breach in self.find(chain):
            place = chain.engagement.place(breach.element, breach.path, on_key=breach.on_key)
            yield Diagnostic(self.id, place, breach.message, breach.remedy)


def rule(code: str, name: str, severity: Severity, *, title: Text, reason: Text) -> Callable[[Finder], Rule]:
    """Make a rule of a function that finds its breaches. Registers nothing: the catalogue is written out."""

    def make(find: Finder) -> Rule:
        return Rule(RuleId(code, name, severity, title, reason), find)

    return make
