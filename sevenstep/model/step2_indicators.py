"""Step 2: the figures that tell whether the goals are reached."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Final, Literal, Self

from pydantic import PlainValidator

from sevenstep.diagnostic import KeyPath
from sevenstep.language import Text
from sevenstep.model.element import Date, Element, Figure, Kind, Prose, Reference, References
from sevenstep.model.quantity import Unfit
from sevenstep.model.relation import Relation, Role

_REFERENCE: Final = re.compile(r"\[([^\[\]]{1,80})\]")
_MAX_FORMULA: Final = 1_000


@dataclass(frozen=True, slots=True)
class Formula:
    """An expression over other indicators, each named in square brackets: ``[trade-value] / [partners]``."""

    text: str
    references: tuple[str, ...]

    @classmethod
    def parse(cls, value: Any) -> Self:
        """Find the indicators in the expression; raises Unfit."""
        if not isinstance(value, str) or len(value) > _MAX_FORMULA:
            raise Unfit(
                Text(zh="公式应是一段文字", en="A formula is a text"),
                Text(zh='加上引号，例如 "[A] / [B]"', en='Put quotes around it, as in "[A] / [B]"'),
            )
        names = tuple(dict.fromkeys(name.strip() for name in _REFERENCE.findall(value)))
        if not names:
            raise Unfit(
                Text(
                    zh="公式里没有指标：每个指标的编号写在方括号里",
                    en="The formula names no indicator: write each id in square brackets",
                ),
                Text(zh='例如 "[A] / [B] * 100"', en='As in "[A] / [B] * 100"'),
            )
        return cls(value.strip(), names)


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
    targets: dict[Date, Figure] = {}
    """The value to be reached, by date."""
    measurements: dict[Date, Figure] = {}
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
        ),
    ] = None
    """How it follows from other indicators."""

    def figures(self) -> Iterator[tuple[KeyPath, Figure]]:
        """All its figures, each with its key path: baseline, targets, measurements."""
        if self.baseline is not None:
            yield ("baseline",), self.baseline
        for field, found in (("targets", self.targets), ("measurements", self.measurements)):
            for day, figure in found.items():
                yield (field, day), figure
