"""Step 2: the figures that tell whether the goals are reached."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, PlainValidator

from sevenstep.diagnostic import KeyPath
from sevenstep.language import Text
from sevenstep.model.element import Date, Element, Figure, Kind, Prose, Reference, References, Target, each_once
from sevenstep.model.formula import Formula
from sevenstep.model.relation import Closeness, Relation, Role


class Indicator(Element):
    """A figure that measures a goal."""

    KIND: ClassVar = Kind(
        "indicator", "indicators", 2, Text(zh="指标", en="Indicator"), Text(zh="指标", en="Indicators")
    )

    measures: Annotated[
        References,
        Relation(
            "measures",
            ("goal",),
            Text(zh="衡量目标", en="measures"),
            Text(zh="衡量它的指标", en="measured by"),
            Role.SERVES,
        ),
    ] = ()
    """The goals it measures."""
    domain: Annotated[
        Reference | None,
        Relation(
            "domain",
            ("domain",),
            Text(zh="所在领域", en="in domain"),
            Text(zh="领域内的指标", en="indicators"),
            Role.PART_OF,
            backward_verb=Text(zh="包含指标", en="holds"),
            closeness=Closeness.COUNTS,
        ),
    ] = None
    """The domain it stands in."""
    definition: Prose | None = None
    """What exactly is counted, and how."""
    unit: str = ""
    """The unit of all its values; empty for a pure number."""
    direction: Literal["increase", "decrease", "hold"] | None = None
    """Which way is better; `hold` means to stay within the target's range."""
    baseline: Figure | None = None
    """Where it stands before anything is done."""
    targets: Annotated[dict[Date, Target], BeforeValidator(each_once)] = {}
    """The value to be reached, by date."""
    measurements: Annotated[dict[Date, Figure], BeforeValidator(each_once)] = {}
    """What was measured since, by date."""
    frequency: Literal["daily", "weekly", "monthly", "quarterly", "yearly"] | None = None
    """How often it is measured."""
    formula: Annotated[
        Formula | None,
        PlainValidator(lambda value: None if value is None else Formula.parse(value)),
        Relation(
            "computed-from",
            ("indicator",),
            Text(zh="由指标计算", en="computed from"),
            Text(zh="用于计算", en="used to compute"),
            closeness=Closeness.NONE,
        ),
    ] = None
    """How it follows from other indicators."""

    @property
    def figures_unit(self) -> str | None:
        """The unit of its figures: as stated, else that of the first figure that names one; None where nobody says."""
        if "unit" in self.model_fields_set:
            return self.unit.strip()
        return next((figure.value.unit for _, figure in self.figures() if figure.value.unit), None)

    def figures(self) -> Iterator[tuple[KeyPath, Figure]]:
        """All its figures, each with its key path: baseline, targets, measurements."""
        if self.baseline is not None:
            yield ("baseline",), self.baseline
        for field, found in (("targets", self.targets), ("measurements", self.measurements)):
            for day, figure in found.items():
                yield (field, day), figure
