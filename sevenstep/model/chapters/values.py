"""Which figures of an indicator ``{{value id stage}}`` asks for."""

from dataclasses import dataclass
from typing import Final

from sevenstep.model.choices import Stage
from sevenstep.model.dates import end_of, read_date
from sevenstep.model.evidence import Figure
from sevenstep.model.step2_indicators import Indicator

STAGES: Final = (Stage.BASELINE, Stage.TODAY, Stage.TARGET)


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
    return (*_stage(indicator, Stage.TODAY), *_stage(indicator, Stage.TARGET))


def _stage(indicator: Indicator, stage: str, date: str = "") -> tuple[StagedFigure, ...]:
    baseline, targets = indicator.baseline, indicator.whole_targets
    measured = [day for day, figure in indicator.measurements.items() if figure.value is not None]
    match stage:
        case Stage.TODAY if measured:
            newest = max(measured, key=end_of)
            return (StagedFigure(Stage.TODAY, newest, indicator.measurements[newest]),)
        case Stage.BASELINE | Stage.TODAY if baseline is not None and baseline.value is not None:
            return (StagedFigure(Stage.BASELINE, baseline.date or "", baseline),)
        case Stage.TARGET if targets:
            wanted = (read_date(date) or date) if date else max(targets, key=end_of)
            found = targets.get(wanted)
            return (StagedFigure(Stage.TARGET, wanted, found),) if found is not None else ()
    return ()
