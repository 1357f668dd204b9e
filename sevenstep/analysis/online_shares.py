"""What the online rates of an engagement are, as frozen results."""

from collections.abc import Mapping
from dataclasses import dataclass

from sevenstep.model.choices import OnlineCount, Variant


@dataclass(frozen=True, slots=True)
class Share:
    """How much is done in systems, of how much that says how it is done."""

    online: float = 0.0
    known: float = 0.0

    def __add__(self, other: "Share") -> "Share":
        return Share(self.online + other.online, self.known + other.known)

    @property
    def rate(self) -> float | None:
        """None where nobody says."""
        return self.online / self.known if self.known else None


@dataclass(frozen=True, slots=True)
class OnlineRate:
    """Of one path, domain or actor (or of all: None): exchanges and steps, as they are and as they shall be."""

    element: str | None
    exchanges: Mapping[Variant, Share]
    steps: Mapping[Variant, Share]

    def share(self, variant: Variant, counts: OnlineCount | None = None) -> Share:
        """Of exchanges, of steps, or of both."""
        if counts == OnlineCount.EXCHANGES:
            return self.exchanges[variant]
        if counts == OnlineCount.STEPS:
            return self.steps[variant]
        return self.exchanges[variant] + self.steps[variant]

    @property
    def is_known(self) -> bool:
        return any(self.share(variant).known for variant in Variant)


@dataclass(frozen=True, slots=True)
class OnlineShares:
    """Of the whole (None: nothing is known), and of each path, domain and actor of which anything is known.

    `has_design` tells whether anything is told as it shall be.
    """

    has_design: bool = False
    whole: OnlineRate | None = None
    paths: tuple[OnlineRate, ...] = ()
    domains: tuple[OnlineRate, ...] = ()
    actors: tuple[OnlineRate, ...] = ()
