"""Which figures of an indicator ``{{value id stage}}`` asks for."""

from dataclasses import dataclass
from typing import Final, Literal

from sevenstep.model.dates import end_of, read_date
from sevenstep.model.element import Figure
from sevenstep.model.step2_indicators import Indicator

Stage = Literal["baseline", "today", "target"]

STAGES: Final[tuple[Stage, ...]] = ("baseline", "today", "target")


@dataclass(frozen=True, slots=True)
class StagedFigure:
    """A figure of an indicator, what it stands for, and of when it is (empty where nobody says)."""

    stage: Stage
    date: str
    figure: Figure


def figures_asked(indicator: Indicator, stage: str = "", date: str = "") -> tuple[StagedFigure, ...]:
    """The figures that are asked for: where the indicator stands and what is to be reached, or the one of a stage.

    Today's figure is the newest measurement, else the baseline; the target is the last one unless a `date` is named.
    """
    if stage:
        return _stage(indicator, stage, date)
    return (*_stage(indicator, "today"), *_stage(indicator, "target"))


def _stage(indicator: Indicator, stage: str, date: str = "") -> tuple[StagedFigure, ...]:
    baseline = indicator.baseline
    match stage:
        case "today" if indicator.measurements:
            newest = max(indicator.measurements, key=end_of)
            return (StagedFigure("today", newest, indicator.measurements[newest]),)
        case "baseline" | "today" if baseline is not None:
            return (StagedFigure("baseline", baseline.date or "", baseline),)
        case "target" if indicator.targets:
            wanted = (read_date(date) or date) if date else max(indicator.targets, key=end_of)
            found = indicator.targets.get(wanted)
            return (StagedFigure("target", wanted, found),) if found is not None else ()
    return ()
