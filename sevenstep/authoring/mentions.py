"""Where elements are named by their ids: read off the relations that the model declares, and the few places beside."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sevenstep.diagnostic import KeyPath
from sevenstep.memory import by_content
from sevenstep.model.dimensions import Dimension
from sevenstep.model.engagement import Engagement
from sevenstep.model.links import links
from sevenstep.model.step7_flows import Flow, Measure
from sevenstep.source.files import HEADER_FILE
from sevenstep.source.scalars import Scalar

_Words = dict[KeyPath, dict[str, str]]


@dataclass(frozen=True, slots=True)
class _InFile:
    """Words by key path: in keys, in values, and in values that are written shorter than they are read."""

    keys: _Words = field(default_factory=dict)
    values: _Words = field(default_factory=dict)
    short: _Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Mentions:
    """The words that stand for ids, by file and key path, and what these become."""

    by_file: dict[str, _InFile] = field(default_factory=dict)

    def add(self, file: str, path: KeyPath, old: str, new: str, *, on_key: bool = False) -> None:
        """Note that `old` stands at the path, or as its last key."""
        known = self.by_file.setdefault(file, _InFile())
        (known.keys if on_key else known.values).setdefault(path, {})[old] = new
        known.short.setdefault(path[:-1], {})[old] = new

    def renamed(self, file: str, scalar: Scalar) -> str | None:
        """What a key or value of the file becomes; None where it stays."""
        known = self.by_file.get(file)
        if known is None:
            return None
        path, said = scalar.path, scalar.value
        if scalar.on_key:
            return known.keys.get(path, {}).get(said)
        words = known.values.get(path) or known.values.get((*path, 0), {})  # a list of one may be written as the one
        if said in words:
            return words[said]
        for where in (path, path[:-1] if isinstance(path[-1], int) else path):
            if (new := known.short.get(where, {}).get(said)) is not None:
                return new
        changed = said
        for old, new in words.items():
            changed = _in_formula(old).sub(rf"\g<1>{new}\g<2>", changed)
        return changed if changed != said else None


def mentions(engagement: Engagement, names: Mapping[str, str]) -> Mentions:
    """Where the elements with these ids are named, or defined; `names` leads from old ids to new ones."""
    found = Mentions()
    for old in names:
        place = engagement.places.get(old)
        if place is not None:
            found.add(place.file, place.path, old.rpartition("/")[2], names[old].rpartition("/")[2], on_key=True)
    members = {dimension.id: names.keys() & set(dimension.elements) for dimension in engagement.of(Dimension)}
    for key, element in engagement.elements.items():
        base = engagement.places[key]
        for link in links(element):
            for member in members.get(link.target, ()) if link.on_key else ():  # figures of members that are elements
                found.add(base.file, (*base.path, *link.path, member), member, names[member], on_key=True)
            if link.target in names:
                old, new = link.target, names[link.target]
                if link.relation.local:
                    old, new = old.rpartition("/")[2], new.rpartition("/")[2]
                found.add(base.file, (*base.path, *link.path), old, new, on_key=link.on_key)
        for path, flow, step in _steps_named(element):
            if (to := names.get(f"{flow}/{step}")) is not None:
                on_key = path[-1] == step
                found.add(base.file, (*base.path, *path), step, to.rpartition("/")[2], on_key=on_key)
    for path, said in _of_header(engagement):
        family, slash, key = said.partition("/")
        if said in names:
            found.add(HEADER_FILE, path, said, names[said])
        elif key in names:
            found.add(HEADER_FILE, path, said, f"{family}{slash}{names[key]}")
    for note, place in engagement.note_places.items():
        held = engagement.notes.get(note)
        if held is not None and held.element in names:
            found.add(place.file, (*place.path, "element"), held.element, names[held.element])
    return found


def _steps_named(element: object) -> Iterator[tuple[KeyPath, str, str]]:
    """Names of steps that are no relations of the chain: where they stand, of which flow, and which step."""
    if isinstance(element, Flow):
        for indicator, estimate in element.estimates.items():
            for index, step in enumerate(estimate.of):
                yield ("estimates", indicator, "of", index), element.id, step
    elif isinstance(element, Measure):
        for key, change in element.changes.items():
            for step in change.chances:
                yield ("changes", key, "chances", step), key.partition("/")[0], step


def _of_header(engagement: Engagement) -> Iterator[tuple[KeyPath, str]]:
    """Ids and names of pictures in what the engagement says of itself."""
    header = engagement.header
    for index, figure in enumerate(header.conclusion.figures):
        yield ("conclusion", "figures", index), figure
    for index, stop in enumerate(header.story):
        if stop.element is not None:
            yield ("story", index, "element"), stop.element
        if stop.picture is not None:
            yield ("story", index, "picture"), stop.picture


def _in_formula(old: str) -> re.Pattern[str]:
    """The id in the brackets of a formula, perhaps with a date behind it."""
    return re.compile(rf"([\[［【]\s*){re.escape(old)}(\s*(?:[@＠][^\]］】]*)?[\]］】])")


def ids_in_text(text: str, names: Mapping[str, str]) -> str | None:
    """The text with the new ids in its links, values and pictures; None where it has none of the old ones."""
    if "[[" not in text and "{{" not in text:
        return None
    said = _marks(tuple(names)).sub(lambda match: f"{match[1]}{names[match[2]]}", text)
    return said if said != text else None


@by_content(64)
def _marks(names: tuple[str, ...]) -> re.Pattern[str]:
    """Ids in ``[[id]]``, ``[[id|words]]``, ``{{value id}}`` and ``{{picture family/id}}``, not behind a backslash."""
    listed = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return re.compile(
        rf"((?<!\\)(?:\[\[\s*|\{{\{{\s*(?:value|picture)\s+(?:[\w\-]+/)?))({listed})(?=\s*(?:\]\]|\\?[|｜]|\}}\}}|\s))"
    )
