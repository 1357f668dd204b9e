"""Diagnostics and results as text: renderers get finished data and compute nothing."""

import random

_state = random.getstate()
import rich.style  # noqa: E402, F401  # as it is imported it takes a random number out of the caller's row

random.setstate(_state)
