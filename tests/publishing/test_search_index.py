"""Search finds every page by each of its names: asked of the very script that a site gets, for every element."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from sevenstep import pipeline
from sevenstep.publishing.context import make_context
from sevenstep.publishing.navigation import pages
from sevenstep.publishing.search_index import as_script, search_index
from sevenstep.publishing.views import Page, SearchEntry

ROOT = Path(__file__).parents[2]
ASK = ROOT / "tests" / "site" / "scripts" / "search" / "every_name.js"
TITLES = (
    *("订舱", "订舱（现状）", "订舱（目标）", "一次订舱", "再订舱", "订舱 2", "订舱2.0", "2订舱"),
    *("batch", "batch 1", "batch-2", "batch2", "batches", "b2b batch", "rail", "railway", "trail", "rail-haul 95306"),
    *(
        "在线网率 97.7%",
        "97.7%",
        "97.7",
        "977",
        "5G 专网",
        "5G专网 (2025)",
        "TEU/天",
        "ＴＥＵ 吞吐量",
        "C++",
        "C",
        "C#",
    ),
    *(
        "“一单制” 试点",
        "‘一单制’试点",
        '"One bill"',
        "It's one bill",
        "A & B",
        "A < B",
        "<b>bold</b>",
        "a_b",
        "a/b",
        "a-b",
    ),
    *("通关时间", "平均通关时间", "通关", "通關", "线上线下", "線上線下", "𠀀字", "ﬁne", "Ünïcode", "ünïcode 2"),
    *(
        "1",
        "12",
        "123",
        "1.2.3",
        "0",
        "G1",
        "G10",
        "G1.1",
        "the",
        "and",
        "not",
        "title:x",
        "+plus",
        "-minus",
        "wild*",
        "~1",
    ),
)
"""Titles that are much alike, or made of what search might take for something else."""


def asked(index: bytes, folder: Path) -> dict:
    """What the search of the site does not find first among all names and words of an index."""
    node = shutil.which("node")
    if node is None:
        if os.environ.get("SEVENSTEP_REQUIRE_NODE") == "1":
            pytest.fail("no node on this machine")
        pytest.skip("no node on this machine")
    file = folder / "index.json"
    file.write_bytes(index)
    done = subprocess.run([node, str(ASK), str(file)], capture_output=True, encoding="utf-8", timeout=240, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("model", ["western-corridor", "compute-network", "regional-competitiveness"])
def test_every_name_and_word_of_a_model_is_found_first(model, language, tmp_path):
    checked = pipeline.check(ROOT / "models" / model)
    found = asked(search_index(pages(make_context(checked, language, {}))), tmp_path)
    assert found["names"] > len(checked.chain.elements)
    assert found["wrong"] == []


def test_titles_that_are_alike_or_odd_are_found_first(tmp_path):
    everything = "。".join(TITLES)  # pages that mention all of them, and are no answer
    made = [
        Page(f"e/{at}", title, "", search=(SearchEntry(f"e/{at}.html", title, everything),))
        for at, title in enumerate(TITLES)
    ]
    found = asked(search_index(made), tmp_path)
    assert found["names"] == len(set(TITLES))
    assert found["wrong"] == []


def test_elements_stand_before_the_pages_that_list_them():
    listed = Page("list", "L", "", search=(SearchEntry("list.html", "L", "x"),), listed=True, group="Lists")
    element = Page("e/1", "L", "", search=(SearchEntry("e/1.html", "L", ""),))
    docs = json.loads(search_index([listed, element]))["docs"]
    assert docs == [
        {"location": "e/1.html", "title": "L"},
        {"location": "list.html", "title": "L", "text": "x", "tags": ["Lists"]},
    ]


def test_traditional_characters_come_along_where_they_find_something():
    page = Page("p", "订舱", "", search=(SearchEntry("p.html", "订舱", "臺"),))
    forms = json.loads(search_index([page]))["config"]["simplified"]
    pairs = dict(zip(forms[::2], forms[1::2], strict=True))
    assert pairs["訂"] == "订" and pairs["臺"] == "台"
    assert "鐵" not in pairs


def test_the_index_is_a_script_for_pages_that_are_files():
    assert as_script(b"{}") == b"var __index = {}"
