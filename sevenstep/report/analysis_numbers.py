"""Results as machines get them: finite, and the same on every machine."""

import math


def exchanged(number: float | None) -> float | None:
    """Twelve digits that count, since the last ones depend on the processor; None for what is no finite number."""
    if number is None or not math.isfinite(number):
        return None
    rounded = float(f"{number:.12g}")
    return 0.0 if rounded == 0 else rounded
