"""The examples of the rules as engagements that can be checked."""

import re
from collections.abc import Iterable
from textwrap import dedent
from typing import Final

from sevenstep.checking.check import Checked, check
from sevenstep.diagnostic import RuleInfo
from sevenstep.examples import HEADER
from sevenstep.model.header import CheckSettings
from sevenstep.ruleset.catalogue import CHAIN_RULES
from sevenstep.ruleset.rule import Rule
from sevenstep.source.document import Document
from sevenstep.source.encoding import decode
from sevenstep.source.files import HEADER_FILE, SourceFile
from sevenstep.source.load import read_document
from sevenstep.source.reader import read

_FILE: Final = re.compile(r"^=== (\S+)\n", re.MULTILINE)
"""Begins a further file of an example: its name."""
_OWN_HEADER: Final = ("id:", "\ufeffid:")


def example_text(example: str) -> str:
    """An example as it is shown and read: not indented, with the lines that every engagement begins with."""
    text = example_body(example)
    return text if text.startswith(_OWN_HEADER) else HEADER + text


def example_body(example: str) -> str:
    """An example as it is written in the rule, but not indented."""
    return dedent(example).strip("\n") + "\n"


def check_example(info: RuleInfo, example: str, encoding: str = "utf-8", others: Iterable[Rule] = ()) -> Checked:
    """What the rule says of one of its examples; rules of reading and of the settings are joined by all there are.

    `others` are rules that do not come with sevenstep.
    """
    text, *further = _FILE.split(example_body(example))
    raw = example_text(text).encode(encoding)
    found = decode(HEADER_FILE, raw)
    rules = [rule for rule in (*CHAIN_RULES, *others) if rule.info.code == info.code] or CHAIN_RULES
    if not isinstance(found, str):
        return check([Document(HEADER_FILE, "", None, complete=False)], [found])
    chapters = zip(further[::2], further[1::2], strict=True)
    return check(
        [read(SourceFile(HEADER_FILE, found)), *(read_document(SourceFile(*chapter)) for chapter in chapters)],
        rules=rules,
        settings=None if info.on else CheckSettings(select=(info.code,)),
    )
