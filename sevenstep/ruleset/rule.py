"""What a rule is: what a person should know of it, and a function that finds its violations in a chain."""

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from textwrap import dedent

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Diagnostic, Edit, KeyPath, Place, RuleInfo, Severity
from sevenstep.examples import Beside, Written
from sevenstep.language import Text
from sevenstep.ruleset.titles import plain, with_titles
from sevenstep.source.files import HEADER_FILE


@dataclass(frozen=True, slots=True)
class Violation:
    """One violation, as a rule finds it: in which element, where in it, what is wrong, and how to fix it.

    An empty `element` means engagement.yaml itself. An empty `path` means the element's own key; with `on_key` the last
    key of the path is meant, not its value. `also` are further places (element, key path) of the same violation, so
    that it is said once. `edits` (key path, new text, None to take the entry out) fix it without changing the meaning.
    `ask` names actors who can answer a question; where it is empty, the owner of the element is asked.
    `within` is the part of the text at `path` that is meant, as it is written there.
    With `note`, the violation stands in the review note of that id, and `path` counts from there. A `place` stands for
    a violation in no element, such as one in a chapter; `replacement` is then what should stand there.
    Elements are named in the message by their ids, in quotation marks: titles are put in their place.
    """

    element: str
    message: Text
    remedy: Text | None = None
    path: KeyPath = ()
    on_key: bool = False
    within: str = ""
    also: tuple[tuple[str, KeyPath], ...] = ()
    edits: tuple[tuple[KeyPath, str | tuple[str, ...] | None], ...] = ()
    moves: tuple[tuple[KeyPath, str, tuple[str, ...]], ...] = ()
    ask: tuple[str, ...] = ()
    note: str = ""
    place: Place | None = None
    replacement: str | None = None


Finder = Callable[[Chain], Iterable[Violation]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that looks at the chain. It changes nothing and computes no lines.

    The messages of a `literal` one quote what is written, or are about ids: no titles are put in their place.
    """

    info: RuleInfo
    find: Finder
    literal: bool = False

    def check(self, chain: Chain) -> Iterator[Diagnostic]:
        """The violations as diagnostics."""
        for violation in self.find(chain):
            message, known_as = violation.message, ""
            if not self.literal:
                message = with_titles(chain, violation.message, violation.element)
                known_as = plain(violation.message.for_language("en"))
            place = violation.place or _place(chain, violation)
            yield Diagnostic(
                self.info,
                replace(place, within=violation.within) if violation.within else place,
                message,
                violation.remedy,
                also=tuple(_in_element(chain, element, path) for element, path in violation.also),
                edits=tuple(_edits(chain, violation)),
                element=violation.element,
                ask=violation.ask,
                known_as=known_as,
            )


def _place(chain: Chain, violation: Violation) -> Place:
    if violation.note:
        base = chain.engagement.note_places[violation.note]
        return Place(base.file, (*base.path, *violation.path), violation.on_key or not violation.path)
    return _in_element(chain, violation.element, violation.path, on_key=violation.on_key)


def _in_element(chain: Chain, element: str, path: KeyPath, *, on_key: bool = False) -> Place:
    if not element:
        return Place(HEADER_FILE, path, on_key)
    return chain.engagement.place(element, path, on_key=on_key)


def _edits(chain: Chain, violation: Violation) -> Iterator[Edit]:
    if violation.place is not None and violation.replacement is not None:
        yield Edit(violation.place, violation.replacement)
    for path, new in violation.edits:
        on_key = violation.on_key and path == violation.path
        yield Edit(_in_element(chain, violation.element, path, on_key=on_key), new)
    for path, name, moved in violation.moves:
        yield Edit(_in_element(chain, violation.element, path), name, moved)


def rule(
    code: str,
    name: str,
    severity: Severity,
    *,
    title: Text,
    reason: Text,
    bad: str = "",
    good: str = "",
    on: bool = True,
    decision: Text | None = None,
    literal: bool = False,
) -> Callable[[Finder], Rule]:
    """Make a rule of a function that finds its violations. Registers nothing: the catalogue is written out.

    The fields are those of RuleInfo, and `literal` of Rule. Examples that are not given as texts, which may be
    indented, are folders beside the file of the function: see sevenstep.examples.
    """

    def make(find: Finder) -> Rule:
        file = _file_of(find)
        examples = Written(_example(bad), _example(good)) if bad or good or not file else Beside(file)
        return Rule(RuleInfo(code, name, severity, title, reason, examples, on, decision), find, literal)

    return make


def _example(text: str) -> str:
    return dedent(text).strip("\n") + "\n" if text else ""


def _file_of(find: Finder) -> str:
    return getattr(sys.modules.get(find.__module__), "__file__", None) or ""
