"""How long the simulated cases took: a histogram, with what half and nine tenths of them stay below."""

from typing import Final

from sevenstep.diagrams.charts.plot import COLOURS, Chart, axes, finished
from sevenstep.language import Language, Text
from sevenstep.model.quantity import HOURS, plain_number, readable_unit, unit_shown

_TITLE: Final = Text(zh="全程时间的分布", en="How long cases take")
_WIDE, _HIGH = 720.0, 170.0


def lead_times(
    name: str, bounds: tuple[float, ...], counts: tuple[int, ...], marks: tuple[float, float, float], language: Language
) -> Chart | None:
    """`bounds` (hours) and `counts` of the bars; `marks` are mean, P50 and P90. None where all take equally long."""
    if bounds[-1] - bounds[0] < 1e-9:
        return None
    mean, half, most = marks
    unit = readable_unit((most,))
    length = HOURS[unit]
    figure, made = axes(_WIDE, _HIGH, (14, 34, 24, 38))
    edges = [one / length for one in bounds]
    made.stairs(counts, edges, fill=True, color=COLOURS["step7"], alpha=0.45)
    made.set_yticks([])
    # the last hundredth of the cases would push all the others together
    made.set_xlim(edges[0], min(edges[-1], _reach(bounds, counts) / length))
    said = []
    for value, label, lift in (
        (mean, Text(zh="平均", en="mean"), 19),
        (half, Text(plain="P50"), 5),
        (most, Text(plain="P90"), 5),
    ):
        told = f"{label.in_(language)} {plain_number(round(value / length, 2))}"
        said.append(told)
        made.axvline(value / length, color=COLOURS["ink"], linewidth=1.2, linestyle="--" if lift == 19 else "-")
        made.annotate(
            told,
            (value / length, 1),
            (0, lift),
            ("data", "axes fraction"),
            "offset points",
            ha="center",
            color=COLOURS["ink"],
        )
    made.set_xlabel(unit_shown(unit, language).strip(), color=COLOURS["muted"])
    return finished(figure, name, _TITLE.in_(language), "; ".join(said) + unit_shown(unit, language), language)


def _reach(bounds: tuple[float, ...], counts: tuple[int, ...]) -> float:
    total, seen = sum(counts), 0
    for count, bound in zip(counts, bounds[1:], strict=True):
        seen += count
        if seen >= 0.995 * total:
            return bound
    return bounds[-1]
