"""The file that a new element belongs into: where its kind lives, or a new one as the model's layout suggests."""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Final

from sevenstep.method import STAGES
from sevenstep.model.element import Element
from sevenstep.model.engagement import Engagement
from sevenstep.model.kinds import SECTION_CLASSES
from sevenstep.source.document import Document
from sevenstep.source.files import HEADER_FILE
from sevenstep.source.names import same_name

_FEW: Final = 4
"""As many elements of a kind in a file, and there is a file for each few of them."""
_VARIANT: Final = re.compile(r"[-_](?:as-?is|to-?be)$")
_STEP: Final = re.compile(r"step([1-7])(?=[_-])")


def file_for(
    engagement: Engagement, documents: Iterable[Document], cls: type[Element], new_id: str, related: Iterable[str]
) -> str:
    """The name of the file; `related` are the elements that it is for, as those beside it may be."""
    names = [document.name for document in documents if document.name.endswith((".yaml", ".yml"))]
    files = Counter(engagement.places[one.id].file for one in engagement.of(cls))
    if not files:
        return _beside_its_step(engagement, names, cls)
    wanted = set(related)
    siblings = Counter(engagement.places[one.id].file for one in engagement.of(cls) if wanted & set(_referred(one)))
    if siblings:
        return siblings.most_common(1)[0][0]
    folders = {str(PurePosixPath(name).parent) for name in files}
    if len(folders) == 1 and "." not in folders and sum(files.values()) <= _FEW * len(files):
        folder = folders.pop()
        if len(files) > 2 or PurePosixPath(folder).name == cls.KIND.section:
            return _free(f"{folder}/{_VARIANT.sub('', new_id)}.yaml", names)
    return files.most_common(1)[0][0]


def new_file_for(cls: type[Element], documents: Iterable[Document]) -> str:
    """A file of its own for elements of the kind, named as the files of the model are."""
    names = [document.name for document in documents]
    by_step = any(_STEP.match(PurePosixPath(name).name) for name in names)
    stem = f"step{cls.KIND.step}_{cls.KIND.section}" if by_step and 1 <= cls.KIND.step <= 7 else cls.KIND.section
    return _free(f"{stem}.yaml", names)


def _beside_its_step(engagement: Engagement, names: list[str], cls: type[Element]) -> str:
    """No element of the kind is there: with those of its step if one file holds them, else in a file of its own."""
    if names == [HEADER_FILE]:
        return HEADER_FILE
    same_step = {one.KIND.name for one in SECTION_CLASSES if one.KIND.step == cls.KIND.step}
    files = Counter(
        engagement.places[one.id].file for one in engagement.elements.values() if one.KIND.name in same_step
    )
    stem = next((stage.stem for stage in STAGES if stage.number == cls.KIND.step), "")
    named = [name for name in names if PurePosixPath(name).stem == stem]
    if named:
        return named[0]
    here = [name for name in files if "/" not in name]
    if len(here) == 1:
        return here[0]
    by_step = any(_STEP.match(PurePosixPath(name).name) for name in names)
    own = f"step{cls.KIND.step}_{cls.KIND.section}" if by_step and 1 <= cls.KIND.step <= 7 else cls.KIND.section
    return _free(f"{own}.yaml", names)


def _referred(element: Element) -> Iterable[str]:
    """The elements that an element names in any field of its own."""
    for value in dict(element).values():
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple | dict):
            yield from (one for one in value if isinstance(one, str))


def _free(name: str, names: Iterable[str]) -> str:
    """The name, or the next that no file has."""
    taken = {same_name(one) for one in names}
    stem, number, found = name.removesuffix(".yaml"), 1, name
    while same_name(found) in taken:
        number += 1
        found = f"{stem}-{number}.yaml"
    return found
