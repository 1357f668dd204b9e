"""The value of an indicator at one stage."""

from dataclasses import dataclass

from sevenstep.model.quantity import Bound


@dataclass(frozen=True, slots=True)
class StageValue:
    """The value of an indicator at one stage, in the unit of the indicator, with the ends of its range or confidence
    interval; where it comes from: ``stated``, ``measured``, the id of a flow, ``formula``, or ``online_rate``; and of
    when it is.

    `assumes` are the inputs of its formula that have no value at this stage: their value before it was taken. A target
    can be a `bound`: it is then open to one side, and its `value` is where it begins.
    """

    value: float
    low: float
    high: float
    origin: str
    date: str = ""
    assumes: tuple[str, ...] = ()
    bound: Bound = ""
