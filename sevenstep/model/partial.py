"""What is left of an element when values that cannot be read are taken out: one bad value costs that value alone."""

from collections.abc import Iterable
from typing import Any, Final, TypeVar

from pydantic import ValidationError

from sevenstep.diagnostic import KeyPath
from sevenstep.model.part import Part
from sevenstep.model.step7_flows import NODE_TYPES

_MOST_ROUNDS: Final = 20
_MOST_ERRORS: Final = 200

Some = TypeVar("Some", bound=Part)


def what_is_left(cls: type[Some], data: Any, error: ValidationError) -> tuple[Some | None, tuple[KeyPath, ...]]:
    """The part without what `error` refuses, and the key paths that were taken out; None where too little is left.

    What then fails because of what is gone (a range without its end, a list without its entry) goes with it.
    """
    lost: list[KeyPath] = []
    for _ in range(_MOST_ROUNDS):
        if error.error_count() > _MOST_ERRORS:
            return None, ()
        errors = error.errors(include_url=False)
        names = {detail["loc"][0] for detail in errors if detail["type"] == "missing" and len(detail["loc"]) == 1}
        spare = {name: _spare(str(name), data) for name in names}
        paths = {
            _refused(data, detail["type"], detail["loc"])
            for detail in errors
            if detail["loc"] not in {(name,) for name in names}
        }
        if () in paths or None in spare.values():
            return None, ()
        lost += [*paths, *((name,) for name in names)]
        data = {**_without(data, paths), **spare} if spare else _without(data, paths)
        try:
            return cls.model_validate(data), tuple(dict.fromkeys(lost))
        except ValidationError as again:
            error = again
    return None, ()


def _spare(name: str, data: Any) -> str | None:
    """What stands in for a field that nothing can be without: the id for the title."""
    known = data.get("id") if isinstance(data, dict) else None
    return {"id": "engagement", "title": known if isinstance(known, str) else "?"}.get(name)


def _refused(data: Any, kind: str, loc: tuple[str | int, ...]) -> KeyPath:
    """What has to go: the value, or of what is missing the part in which it is missed."""
    path = path_of(data, loc)
    return path[:-1] if kind == "missing" else path


def _without(data: Any, paths: Iterable[KeyPath]) -> Any:
    """A copy without what stands at the paths."""
    here: dict[str | int, list[KeyPath]] = {}
    for path in paths:
        here.setdefault(path[0], []).append(path[1:])
    if isinstance(data, dict):
        return {
            key: _without(value, here[key]) if key in here else value
            for key, value in data.items()
            if () not in here.get(key, ())
        }
    if isinstance(data, list):
        return [
            _without(value, here[number]) if number in here else value
            for number, value in enumerate(data)
            if () not in here.get(number, ())
        ]
    return data


def path_of(data: Any, loc: tuple[str | int, ...]) -> KeyPath:
    """The error's location as a key path: without the tags of unions, which are not in the file."""
    path: list[str | int] = []
    here = data
    for position, part in enumerate(loc):
        last = position == len(loc) - 1
        in_mapping = isinstance(here, dict) and part in here
        in_list = isinstance(here, list) and isinstance(part, int) and part < len(here)
        if in_mapping or in_list:
            here = here[part]
        elif isinstance(here, str):
            return tuple(path)  # a part written short, or a list of one
        elif not last or part == "[key]" or part in NODE_TYPES.values():
            continue
        path.append(part)
    return tuple(path)
