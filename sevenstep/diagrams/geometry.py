"""Points and rectangles, y downwards."""

from typing import NamedTuple

Point = tuple[float, float]


class Box(NamedTuple):
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> Point:
        return self.left + self.width / 2, self.top + self.height / 2

    def at(self, x_share: float, y_share: float) -> Point:
        """A point of it, each coordinate as a share of its size."""
        return self.left + x_share * self.width, self.top + y_share * self.height

    def meets(self, other: "Box") -> bool:
        """Whether the two have more than an edge in common."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, other: "Box") -> bool:
        """Whether the other lies within."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )

    def nearest(self, point: Point) -> Point:
        """The point of the rectangle that is nearest to another."""
        return min(self.right, max(self.left, point[0])), min(self.bottom, max(self.top, point[1]))


def around(middle: Point, width: float, height: float) -> Box:
    """The rectangle of that size around a point."""
    return Box(middle[0] - width / 2, middle[1] - height / 2, middle[0] + width / 2, middle[1] + height / 2)
