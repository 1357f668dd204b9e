"""When a step is done: what it has to fulfil, and what is still missing for that, computed from the model."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sevenstep.chain.coverage import standings
from sevenstep.chain.graph import Chain
from sevenstep.checking.check import Checked
from sevenstep.diagnostic import Severity
from sevenstep.language import Choice, Text
from sevenstep.memory import per_chain
from sevenstep.method import STAGES, STEPS, Step
from sevenstep.model.choices import Status
from sevenstep.model.element import Element
from sevenstep.model.field import fields_of
from sevenstep.model.kind import Where
from sevenstep.model.kinds import KINDS, SECTION_CLASSES
from sevenstep.model.links import backbone
from sevenstep.model.relation import Role


class Condition(Choice):
    """What a step has to fulfil to be done, in the order in which one works."""

    THERE = "there", "要素已列出", "Its elements are there"
    JUSTIFIED = "justified", "每个要素都服务于上一步", "Each serves the step before"
    COVERED = "covered", "每个要素都由下一步落实", "Each is served by the next step"
    FILLED = "filled", "应填的都已填写", "What is expected is filled in"
    SOUND = "sound", "检查没有警告", "The check has no warning"
    ANSWERED = "answered", "没有待确认事项", "No question is open"
    AGREED = "agreed", "都已批准", "All is approved"


@dataclass(frozen=True, slots=True)
class Missing:
    """What is missing at one element for a condition; `what` names the fields, None where the element itself tells."""

    element: str
    what: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Fulfilment:
    """How far a condition is fulfilled: by `met` of `of`, and what stands against it; what is accepted as open, with a
    reason, is `deferred` and counts as neither."""

    condition: Condition
    met: int
    of: int
    missing: tuple[Missing, ...]
    deferred: int = 0

    @property
    def is_met(self) -> bool:
        """Whether nothing stands against it: all is met, or deferred with a reason."""
        return self.of > 0 and self.met + self.deferred == self.of


@dataclass(frozen=True, slots=True)
class Passed:
    """How many elements of one kind pass between steps: of `of` in the step that gives, the next ones take `taken`."""

    kind: str
    taken: int
    of: int


@dataclass(frozen=True, slots=True)
class StepProgress:
    """What a step takes from the steps before, what it gives to those after it, and whether it is done."""

    step: Step
    takes: tuple[Passed, ...]
    gives: tuple[Passed, ...]
    fulfilments: tuple[Fulfilment, ...]

    @property
    def is_done(self) -> bool:
        """Whether all is fulfilled that has to be: a field that is expected may rightly stay empty."""
        return all(found.is_met for found in self.fulfilments if found.condition is not Condition.FILLED)

    @property
    def deferred(self) -> int:
        """How many elements of the step are accepted as open, with a reason."""
        return sum(found.deferred for found in self.fulfilments)


def step_progress(checked: Checked) -> tuple[StepProgress, ...]:
    """The seven steps. Time and space are linear in elements, relations and diagnostics."""
    chain = checked.chain
    by_step: dict[int, list[Element]] = {step.number: [] for step in STAGES}
    for element in chain.elements.values():
        by_step[element.KIND.step].append(element)
    troubled = _troubled(checked)
    return tuple(
        StepProgress(
            step,
            tuple(_takes(chain, step.number, by_step)),
            tuple(_gives(chain, by_step[step.number])),
            tuple(_fulfilments(chain, step, by_step[step.number], troubled)),
        )
        for step in STEPS
    )


Troubled = dict[Severity, dict[str, int]]


def _troubled(checked: Checked) -> Troubled:
    """How many warnings (or worse) and questions there are on each element."""
    found: Troubled = {Severity.WARNING: defaultdict(int), Severity.QUESTION: defaultdict(int)}
    for diagnostic in checked.found:
        severity = Severity.WARNING if diagnostic.severity is Severity.ERROR else diagnostic.severity
        if severity in found:
            found[severity][diagnostic.element] += 1
    return found


def _takes(chain: Chain, number: int, by_step: dict[int, list[Element]]) -> Iterator[Passed]:
    """The elements of steps before that elements of this one serve or answer, by kind."""
    used: dict[str, dict[str, None]] = defaultdict(dict)
    for element in by_step[number]:
        for link in chain.outgoing.get(element.id, ()):
            upper = chain.elements.get(link.target)
            if upper is not None and link.relation.up and upper.KIND.step < number:
                used[upper.KIND.name][upper.id] = None
    for kind, ids in used.items():
        yield Passed(kind, len(ids), sum(element.KIND.name == kind for element in by_step[KINDS[kind].KIND.step]))


def _gives(chain: Chain, elements: list[Element]) -> Iterator[Passed]:
    """The elements of this step by section, and how many of them another step takes up."""
    found: dict[str, list[bool]] = {}
    for element in elements:
        if (element.PLAIN or type(element)) in SECTION_CLASSES:
            found.setdefault(element.KIND.name, []).append(_is_taken(chain, element))
    for kind, taken in found.items():
        yield Passed(kind, sum(taken), len(taken))


def _is_taken(chain: Chain, element: Element) -> bool:
    """Whether anything of another step refers to it, or it gives one a value."""
    here = element.KIND.step
    return any(link.relation.role is Role.CLOSES for link in chain.outgoing.get(element.id, ())) or any(
        chain.elements[link.source].KIND.step != here for link in chain.incoming.get(element.id, ())
    )


def _fulfilments(chain: Chain, step: Step, elements: list[Element], troubled: Troubled) -> Iterator[Fulfilment]:
    carrying = backbone()[step.number - 1]
    there = any(element.KIND.name == carrying for element in elements)
    yield Fulfilment(Condition.THERE, int(there), 1, ())
    if not elements:
        return
    standing = standings(chain)
    justified = {e.id: bool(standing[e.id].justified) for e in elements if standing[e.id].justified is not None}
    covered = {e.id: bool(standing[e.id].covered) for e in elements if standing[e.id].covered is not None}
    deferred = {key for key, good in covered.items() if not good and standing[key].accepted is not None}
    if justified:
        yield _each(Condition.JUSTIFIED, justified)
    if covered:
        yield _each(Condition.COVERED, covered, deferred)
    yield _filled(elements)
    for condition, severity in ((Condition.SOUND, Severity.WARNING), (Condition.ANSWERED, Severity.QUESTION)):
        yield _each(condition, {element.id: element.id not in troubled[severity] for element in elements})
    if uses_status(chain):
        counted = [element for element in elements if element.KIND.is_shown(Where.PAGE)]
        yield _each(Condition.AGREED, {element.id: element.status == Status.APPROVED for element in counted})


@per_chain
def uses_status(chain: Chain) -> bool:
    """Whether the authors say of anything that it is approved: then whatever is not is still to be."""
    return any(element.status == Status.APPROVED for element in chain.elements.values())


def _each(condition: Condition, found: dict[str, bool], deferred: Collection[str] = ()) -> Fulfilment:
    missing = tuple(Missing(key) for key, good in found.items() if not good and key not in deferred)
    return Fulfilment(condition, sum(found.values()), len(found), missing, len(deferred))


def _filled(elements: list[Element]) -> Fulfilment:
    """The fields that a reviewer expects (see `chain.completeness`), by the elements that lack some."""
    missing, total, lacking = [], 0, 0
    for element in elements:
        expected = [field for field in fields_of(type(element)) if field.declared.expected]
        empty = tuple(field.label for field in expected if not getattr(element, field.name))
        total += len(expected)
        lacking += len(empty)
        if empty:
            missing.append(Missing(element.id, empty))
    return Fulfilment(Condition.FILLED, total - lacking, total, tuple(missing))
