"""The kind of element that a person means by a word."""

from typing import Final

from sevenstep.failure import Failure
from sevenstep.language import Text
from sevenstep.model.element import Element
from sevenstep.model.kinds import KINDS, SECTIONS
from sevenstep.model.names import bare, meant_key
from sevenstep.model.suggest import did_you_mean

_NAMES: Final[dict[str, type[Element]]] = {
    bare(name): cls
    for cls in reversed(KINDS.values())
    for name in (
        *cls.KIND.titles.wordings(),
        *cls.KIND.title.wordings(),
        *([cls.KIND.section] if cls.KIND.section != "steps" else []),
        cls.KIND.name,
    )
}
"""Every kind by its name, its section and what it is called in either language."""


def kind_meant(word: str) -> type[Element]:
    """The class of the kind that `word` names; raises Failure where there is none."""
    if (found := _NAMES.get(bare(word))) is not None:
        return found
    if (section := meant_key(word, SECTIONS)) is not None:
        return SECTIONS[section]
    names = [name for cls in KINDS.values() for name in (cls.KIND.name, *cls.KIND.title.wordings())]
    raise Failure(
        Text(zh=f"没有要素种类“{word}”", en=f"There is no kind of element “{word}”"),
        did_you_mean(word, names)
        or Text(zh="sevenstep new --list 列出全部种类", en="sevenstep new --list names all kinds"),
    )
