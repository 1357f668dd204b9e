"""Collaboration paths as they are and as they shall be: which belong together."""

from collections.abc import Iterable, Iterator

from sevenstep.chain.graph import Chain
from sevenstep.model.choices import Variant
from sevenstep.model.step4_paths import Path

CHANGES = "changes-path"
"""The relation of a to-be path to the path that it changes."""


def changed_by(chain: Chain, path: Path) -> Path | None:
    """The as-is path that a to-be path changes; None where it is no to-be path, or names no path of today."""
    if path.variant != Variant.TO_BE:
        return None
    found = next(iter(chain.targets(path.id, CHANGES)), None)
    return found if isinstance(found, Path) and found.variant == Variant.AS_IS else None


def changing(chain: Chain, path: Path) -> list[Path]:
    """The to-be paths that change an as-is path, in the order of the files."""
    holders = chain.holders(path.id, CHANGES)
    return [holder for holder in holders if isinstance(holder, Path) and changed_by(chain, holder) is path]


def path_pairs(chain: Chain) -> Iterator[tuple[Path, Path]]:
    """Each as-is path with the to-be path that changes it (the first, where there are several)."""
    for path in chain.engagement.of(Path):
        for designed in changing(chain, path)[:1]:
            yield path, designed


def with_other_variants(chain: Chain, paths: Iterable[Path]) -> list[Path]:
    """The paths, and after each the same path at another time: who takes part in one may have left the other."""
    found: dict[str, Path] = {}
    for path in paths:
        before = changed_by(chain, path)
        for one in (path, *([before] if before is not None else []), *changing(chain, path)):
            found[one.id] = one
    return list(found.values())


def is_design_of_today(chain: Chain, path: Path) -> bool:
    """Whether it is told as it shall be, and told as it is too: what is counted of today leaves it out."""
    return changed_by(chain, path) is not None
