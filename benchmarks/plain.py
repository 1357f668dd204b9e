"""The plain way to check a model: PyYAML's C loader, plain pydantic, a look-up of references, nothing tuned.

It is what our check is measured beside: no rules, no places, no messages, and the garbage collector as it comes.
``python benchmarks/plain.py FOLDER`` prints how many elements there are and how many references dangle.
"""

import sys
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict


class Text(BaseModel):
    """A text in two languages."""

    zh: str
    en: str


class Element(BaseModel):
    """Any element: the shared fields are validated, the others are kept."""

    model_config = ConfigDict(extra="allow")

    id: str
    title: Text
    owner: str | None = None


REFERENCES = {
    "measures", "domain", "drives", "follows", "realizes", "group", "scenario", "details", "parent", "answers",
    "actor", "system", "reads", "writes",
}  # fmt: skip
"""The fields whose values are ids of other elements."""


def check(folder: Path) -> tuple[int, int]:
    """The number of elements and of dangling references."""
    elements: dict[str, Element] = {}
    for path in sorted(folder.rglob("*.yaml")):
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        for content in data.values():
            if isinstance(content, dict) and all(isinstance(fields, dict) for fields in content.values()):
                for key, fields in content.items():
                    elements[key] = Element(id=key, **fields)
                    for name, step in fields.get("steps", {}).items():
                        elements[f"{key}/{name}"] = Element(id=f"{key}/{name}", **step)
    dangling = sum(target not in elements for element in elements.values() for target in references(element))
    return len(elements), dangling


def references(element: Element) -> list[str]:
    """The ids that an element refers to."""
    found: list[str] = []
    for name, value in (element.model_extra or {}).items():
        if name in REFERENCES:
            found += [value] if isinstance(value, str) else list(value)
    return found


def main(arguments: Any = sys.argv) -> None:
    """Check the folder that the arguments name."""
    print(*check(Path(arguments[1])))


if __name__ == "__main__":
    main()
