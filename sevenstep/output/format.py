"""What something can be written as: a list for each kind of output, in it a row for each format, beside it a file."""

from enum import StrEnum
from importlib import import_module
from typing import Any, Self


class Format(StrEnum):
    """The base of these lists: a member is the word that a person asks for. `module` writes it, and is imported only
    when it is used, so that the command line knows the words and loads none of the files; `traits` are what else there
    is to know of it."""

    module: str
    traits: frozenset[str]

    def __new__(cls, word: str, module: str = "", *traits: str) -> Self:
        member = str.__new__(cls, word)
        member._value_ = word
        member.module = module
        member.traits = frozenset(traits)
        return member

    @property
    def writer(self) -> Any:
        """The module that writes it."""
        return import_module(self.module)
