"""The rectangle around a shape of a finished picture, whatever it is drawn with."""

import re

PIECE = re.compile(r"([MLHVC])([-\d., ]+)")
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def outline_box(shape):
    """Left, top, right, bottom; None where it is no shape with an outline."""
    if shape.get("width"):
        x, y, width, height = (float(shape.get(name)) for name in ("x", "y", "width", "height"))
        return x, y, x + width, y + height
    xs, ys = [], []
    for letter, said in PIECE.findall(shape.get("d") or f"M{shape.get('points') or ''}"):
        numbers = [float(one) for one in NUMBER.findall(said)]
        xs += numbers if letter == "H" else [] if letter == "V" else numbers[::2]
        ys += numbers if letter == "V" else [] if letter == "H" else numbers[1::2]
    return (min(xs), min(ys), max(xs), max(ys)) if xs and ys else None
