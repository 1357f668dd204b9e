"""Open questions: what is not known yet, in words for a workshop, with whom to ask and what hangs on the answer."""

from collections.abc import Iterator
from dataclasses import dataclass

from sevenstep.chain.graph import Chain
from sevenstep.checking.check import Checked
from sevenstep.diagnostic import Diagnostic
from sevenstep.language import Text, user_language
from sevenstep.method import stage
from sevenstep.model.element import Element
from sevenstep.model.relation import Role
from sevenstep.source.places import Located


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `element` is None where it concerns the engagement as a whole; `whom` may be empty: the client.

    `answer` says where to write the answer down.
    """

    step: int
    element: Element | None
    text: Text
    decision: Text
    answer: Text
    whom: tuple[Element, ...]
    located: Located

    def __repr__(self) -> str:
        language = user_language()
        framed = self.step and stage(self.step).is_frame
        asked_in = stage(self.step).title.for_language(language) if framed else str(self.step)
        return f"<Question {asked_in}: {self.text.for_language(language)}>"


def questions(checked: Checked) -> list[Question]:
    """Every open question, by step, then in the order of the files."""
    found = [_question(checked.chain, located) for located in checked.questions]
    return sorted(found, key=lambda question: question.step)


def _question(chain: Chain, located: Located) -> Question:
    diagnostic = located.diagnostic
    element = chain.elements.get(diagnostic.element)
    return Question(
        element.KIND.step if element is not None else 0,
        element,
        diagnostic.message,
        diagnostic.rule.decision or diagnostic.rule.reason,
        diagnostic.remedy or Text(plain=""),
        tuple(_whom(chain, diagnostic)),
        located,
    )


def _whom(chain: Chain, diagnostic: Diagnostic) -> Iterator[Element]:
    """The actors whom the rule names; otherwise the owner of the element, or of what it is part of."""
    named = [chain.elements[key] for key in dict.fromkeys(diagnostic.ask) if key in chain.elements]
    if named:
        yield from named
        return
    seen: set[str] = set()
    waiting = [diagnostic.element]
    while waiting:
        following: list[str] = []
        for here in waiting:
            seen.add(here)
            owners = chain.targets(here, "owner")
            if owners:
                yield owners[0]
                return
            following += [
                link.target
                for link in chain.outgoing.get(here, ())
                if link.relation.role in {Role.PART_OF, Role.SERVES} and link.target not in seen
            ]
        waiting = list(dict.fromkeys(following))
