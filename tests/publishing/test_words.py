"""The words of the pages: each is used by a page, a template or a script."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from sevenstep.publishing.words.words import WORD_TABLES, words

ROOT = Path(__file__).parents[2]
TABLES = ROOT / "sevenstep" / "publishing" / "words"
NAMED = re.compile(r"\bw\.(\w+)|[\"'](\w+)[\"']|\bwords\.(\w+)")
JOINED = re.compile(r"\bw\[\s*\"(?P<begin>\w+)\" ~|\bw\[[^\]\"]+ ~ \"(?P<end>\w+)\"")
"""``w["change_" ~ how]`` and ``w[name ~ "_about"]``: names that a template puts together."""


@cache
def used() -> tuple[frozenset[str], tuple[str, ...]]:
    """The words that are named somewhere, and patterns of those whose names are put together."""
    names: set[str] = set()
    patterns: set[str] = set()
    for path in (ROOT / "sevenstep").rglob("*.py"):
        if path.is_relative_to(TABLES):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                names.add(node.value)
            elif isinstance(node, ast.Subscript | ast.Call):
                patterns.update(put_together(node))
    for folder in ("templates", "site"):
        for path in (ROOT / folder).rglob("*"):
            if path.is_file():
                text = path.read_text(encoding="utf-8")
                names.update(name for found in NAMED.findall(text) for name in found)
                patterns.update(rf"{match['begin'] or ''}\w+{match['end'] or ''}" for match in JOINED.finditer(text))
    return frozenset(names), tuple(patterns)


def put_together(node: ast.Subscript | ast.Call) -> Iterator[str]:
    """``words[f"origin_{name}"]`` and ``words.get(f"origin_{name}")`` as patterns."""
    if isinstance(node, ast.Call) and not (isinstance(node.func, ast.Attribute) and node.func.attr == "get"):
        return
    inside = node.slice if isinstance(node, ast.Subscript) else next(iter(node.args), None)
    for part in (inside.body, inside.orelse) if isinstance(inside, ast.IfExp) else (inside,):
        if isinstance(part, ast.JoinedStr):
            pieces = [value.value if isinstance(value, ast.Constant) else None for value in part.values]
            fixed = "".join(str(piece) for piece in pieces if piece is not None)
            if re.fullmatch(r"\w{4,}", fixed):
                yield "".join(r"\w+" if piece is None else str(piece) for piece in pieces)


@pytest.mark.parametrize("word", sorted(words("en")))
def test_every_word_is_used(word):
    names, patterns = used()
    assert word in names or any(re.fullmatch(pattern, word) for pattern in patterns), "nothing shows it: delete it"


def test_no_word_takes_the_place_of_another_in_silence():
    counts = Counter(key for table in WORD_TABLES for key in table)
    assert {key for key, count in counts.items() if count > 1} == set()
    assert set(counts) < set(words("en"))
