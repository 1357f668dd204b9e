"""What is told in English is told in Chinese, section by section, with the same examples."""

import ast
import os
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.docs.document import CHINESE, ENGLISH, ROOT, Block, Document, pairs

NAME = re.compile(r"--?[a-z][a-z-]*|[a-z][a-z_-]*[a-z]|[SF]\d{2,3}")
both = pytest.mark.parametrize("english, chinese", pairs(), ids=lambda document: document.name)


def shape(value: Any) -> Any:
    """An example of YAML without its words: keys, numbers, how many. A text and one in two languages are the same."""
    if isinstance(value, dict):
        return "text" if value and set(value) <= {"zh", "en"} else {key: shape(below) for key, below in value.items()}
    if isinstance(value, list):
        return [shape(below) for below in value]
    return "text" if isinstance(value, str) else value


def statements(code: str) -> str:
    """An example of Python without comments and words."""
    tree = ast.parse(code)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            node.value = ""
    return ast.unparse(tree)


def compared(block: Block) -> Any:
    """What of an example has to be the same in both languages."""
    if block.language in {"sh", "console"}:
        return block.commands
    if block.language == "yaml":
        return shape(yaml.safe_load(block.text))
    return statements(block.text) if block.language == "python" else None


def test_every_document_is_there_in_both_languages():
    there = {name for name, path in ENGLISH.items() if path.exists()}
    theirs = {name for name, path in CHINESE.items() if path.exists()}
    assert sorted(there - theirs) == [], "missing in Chinese"
    assert sorted(theirs - there) == [], "missing in English"


@both
def test_each_leads_to_the_other_at_its_top(english, chinese):
    for here, there, name in ((english, chinese, "中文"), (chinese, english, "English")):
        address = Path(os.path.relpath(there.path, here.path.parent)).as_posix()
        assert here.text.splitlines()[2] == f"[{name}]({address})", f"the third line of {here.name}"


@both
def test_they_have_the_same_sections(english, chinese):
    assert [level for level, _ in english.headings] == [level for level, _ in chinese.headings], (
        f"sections of {english.name}: {english.headings}, of {chinese.name}: {chinese.headings}"
    )


@both
def test_they_have_the_same_examples(english, chinese):
    assert [block.language for block in english.blocks] == [block.language for block in chinese.blocks]
    for ours, theirs in zip(english.blocks, chinese.blocks, strict=True):
        assert compared(ours) == compared(theirs), f"{chinese.name}: {theirs.text[:80]}"


@both
def test_they_have_the_same_tables(english, chinese):
    assert english.tables == chinese.tables, "cells of the rows"


@both
def test_they_name_the_same_things(english, chinese):
    ours, theirs = ({span for span in document.spans if NAME.fullmatch(span)} for document in (english, chinese))
    assert ours == theirs, f"only in {english.name}: {ours - theirs}; only in {chinese.name}: {theirs - ours}"


@both
def test_they_lead_to_the_same_places(english, chinese):
    def places(document: Document) -> list[str]:
        return sorted(
            (document.path.parent / link)
            .resolve()
            .relative_to(ROOT)
            .as_posix()
            .replace("/zh/", "/")
            .replace(".zh.", ".")
            for link in (link.partition("#")[0] for link in document.links)
            if link and ":" not in link
        )

    assert places(english) == places(chinese)


@pytest.mark.parametrize("document", [theirs for _, theirs in pairs()], ids=lambda document: document.name)
def test_chinese_has_chinese_punctuation(document):
    words = re.sub(r"`[^`\n]+`", "字", document.prose)
    half = re.findall(r".{0,12}[\u4e00-\u9fff][,;:?!][ \u4e00-\u9fff].{0,12}|.{0,12}[\u4e00-\u9fff]\.(?=\s|$)", words)
    assert half == [], "half-width punctuation"
    assert re.findall(r".{0,12}[\u4e00-\u9fff]\([\u4e00-\u9fff].{0,12}", words) == [], "half-width brackets"


@pytest.mark.parametrize("document", [theirs for _, theirs in pairs()], ids=lambda document: document.name)
def test_nothing_is_left_in_english(document):
    """Books keep their titles: a list of sources is numbered."""
    lines = (re.sub(r"`[^`]*`", "", line) for line in document.prose.splitlines() if not re.match(r" *\d+\.", line))
    assert [line for line in lines if re.search(r"(?:[A-Za-z]+,? ){6}", line)] == []
