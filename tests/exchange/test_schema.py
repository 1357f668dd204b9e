"""What the schema accepts and what the reader accepts are the same, but for what no schema can say."""

import json
import os
import re
import shutil
import subprocess
import sys
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from sevenstep.exchange.schema.schema import SchemaFor, schema
from sevenstep.exchange.schema.wording import SchemaLanguage
from sevenstep.exchange.schema.written import schema_text
from sevenstep.model.build import fields_added
from sevenstep.model.custom.classes import NOTHING
from sevenstep.model.problems import MISSING_FIELD, UNKNOWN_FIELD, UNSAFE_ID, WRONG_VALUE
from sevenstep.source.files import HEADER_FILE, SourceFile
from sevenstep.source.reader import read
from tests.docs.conftest import keys
from tests.docs.document import documents
from tests.docs.test_examples import HEADER, engagements
from tests.exchange.mutations import KEYS, VALUES, Small, changed, paths, renamed, said_by_reader, smalls, without
from tests.exchange.yaml_of_editors import as_editors_read

ROOT = Path(__file__).parents[2]
FILES = sorted(
    chain((ROOT / "models").glob("**/*.yaml"), (ROOT / "sevenstep" / "ruleset").glob("**/*.good/**/*.yaml")),
)
VALIDATORS = {what: Draft202012Validator(schema(what)) for what in SchemaFor}

NOT_SAID_BY_A_SCHEMA = (
    (r"There is no kind|stands inside flows|cannot be the name of a field|cannot be added|already", "names of fields"),
    (r"of type word has words|Only a number has a unit|Only a reference", "what goes with the type of an added field"),
    (r"how many hours a year", "the stretch of time that hours are of"),
    (r"do not rise", "the ends of a range, compared"),
    (r"different units", "the units of a range, compared"),
    (
        r"can be read as|cannot be read for certain|can be two|can be (?:\d|a month)",
        "a comma or a date with two readings",
    ),
    (r"is not a unit", "which words behind a number are a unit"),
    (
        r"is not a (?:share|score|rate|number of|volume|whole number|length of time|currency|amount)|are not whole",
        "the unit or the size that a field takes",
    ),
    (
        r"has no unit|is not a sum|is not an amount of|cannot be negative|is below zero|is too large|too many numbers",
        "the unit or the size",
    ),
    (r"a working day is not a number of hours", "which stretches of time a field takes"),
    (
        r"is not a quantity|tells no quantity|is not a definite amount|is a bound",
        "words of a quantity that its pattern lets through",
    ),
    (r"is not a date|tells no date|is a fiscal year|The year of", "days that no month has, ends that fall"),
    (r"needs its mean|reaches below zero|The mean of", "the arguments of a distribution"),
    (r"too long", "the length of a text that stands in a list"),
    (r"formula|names no indicator|“.*” does not belong", "what a formula says"),
    (r"is not two numbers|A scale is two numbers", "the numbers of a pair"),
    (r"working hours|is not a (?:day|time)|days of the week|day of the week", "the hours of a calendar"),
    (
        r"Say either|say either|There is no figure|said to be missing|is needed here|given no name",
        "that one field is there and not empty",
    ),
    (r"are weights", "a field that goes with the value of another"),
    (r"is used already|stands here twice|are one date", "that no two are the same"),
    (r"branch|chance", "the number and the condition of a branch, in one text"),
    (r"is not a score: a level", "keys that are numbers"),
)
"""What the reader refuses and no schema can: by what it says of it."""


def validator(name: str) -> Draft202012Validator:
    return VALIDATORS[SchemaFor.ENGAGEMENT if name == HEADER_FILE else SchemaFor.ELEMENTS]


def refused(name: str, data, by: Draft202012Validator | None = None) -> list[str]:
    return [
        f"{'.'.join(map(str, error.absolute_path))}: {error.message[:200]}"
        for error in (by or validator(name)).iter_errors(data)
    ]


def is_left_to_the_check(said: str) -> bool:
    return any(re.search(pattern, said) for pattern, _ in NOT_SAID_BY_A_SCHEMA)


# -- what is right --------------------------------------------------------------------


@pytest.mark.parametrize("what", SchemaFor)
def test_it_is_a_schema(what):
    Draft202012Validator.check_schema(VALIDATORS[what].schema)


def test_every_file_of_the_models_and_examples_of_rules_fits_as_we_read_it_and_as_editors_do():
    assert len(FILES) > 100
    for file in FILES:
        text = file.read_text(encoding="utf-8")
        for data in (read(SourceFile(file.name, text)).data, as_editors_read(text)):
            assert refused(file.name, data) == [], file
            assert VALIDATORS[SchemaFor.ANY].is_valid(data), file


def test_every_example_of_the_documents_fits():
    examples = [block for document in documents() for block in engagements(document)]
    assert len(examples) > 20
    for block in examples:
        text = ("" if "id" in keys(block) else HEADER) + block.text
        added = fields_added([read(SourceFile(HEADER_FILE, text))])
        fitting = Draft202012Validator(schema(SchemaFor.ENGAGEMENT, added=added)) if added != NOTHING else None
        assert refused(HEADER_FILE, as_editors_read(text), fitting) == [], block.text[:80]


def test_the_example_of_every_field_fits():
    for small in smalls():
        assert said_by_reader(small) == [], small
        assert refused(small.name, small.data) == [], small


# -- what is wrong --------------------------------------------------------------------


@st.composite
def slips(draw) -> Small:
    """An element with one or two things changed in it."""
    small = draw(st.sampled_from(smalls()))
    data = small.data
    for _ in range(draw(st.integers(1, 2))):
        found = [path for path in paths(data) if path and len(path) >= len(small.begin)]
        if found:
            data = slip(draw, data, draw(st.sampled_from(found)))
    return Small(small.name, data, small.begin)


def slip(draw, data, path):
    """One thing changed at a place."""
    what = draw(st.sampled_from(("value", "value", "text", "gone", "key", "more")))
    if what == "gone":
        return without(data, path)
    if what == "key" and isinstance(path[-1], str):
        return renamed(data, path, draw(st.sampled_from(KEYS)))
    key, value = draw(st.sampled_from(KEYS)), draw(st.text(max_size=12) if what == "text" else st.sampled_from(VALUES))
    if what == "more":
        return changed(data, path, lambda here: {**here, key: value} if isinstance(here, dict) else here)
    return changed(data, path, lambda _: value)


@settings(max_examples=600, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(slips())
def test_what_the_reader_refuses_the_schema_refuses_and_nothing_else(small):
    said, fits = said_by_reader(small), validator(small.name).is_valid(small.data)
    if not said:
        assert fits, refused(small.name, small.data)
    elif fits:
        assert [one for one in said if not is_left_to_the_check(one)] == [], small.data


@pytest.mark.parametrize("rule", [UNKNOWN_FIELD, MISSING_FIELD, UNSAFE_ID, WRONG_VALUE])
def test_the_bad_examples_of_the_rules_of_reading_are_refused(rule):
    folder = next((ROOT / "sevenstep" / "model" / "problems").glob(f"{rule.code.lower()}_*.bad"))
    texts = [(file.name, file.read_text(encoding="utf-8")) for file in folder.glob("*.yaml")]
    assert any(refused(name, as_editors_read(text)) for name, text in texts)


SLIPS = (
    ("goals: {G1: {title: Faster, colour: red}}", "an unknown field"),
    ("goals: {G1: {名称: 更快}}", "the Chinese name of a field, which the check renames"),
    ("goals: {G1: {horizon: 2030}}", "no title"),
    ("目标: {G1: {title: Faster}}", "the Chinese name of a section"),
    ("goals: [{title: Faster}]", "a list of elements"),
    ("goals: {a/b: {title: Faster}}", "an id that is no name of a file"),
    ("actors: {A1: {title: Customs, type: 政府}}", "a word of a list in Chinese"),
    ("actors: {A1: {title: Customs, type: state}}", "no word of the list"),
    ("criteria: {K1: {title: Value, weight: half of it}}", "no share"),
    ("indicators: {I1: {title: Time, unit: h, baseline: {value: soon}}}", "no number"),
    ("indicators: {I1: {title: Time, unit: h, baseline: {value: 30 h, date: 2024-13}}}", "a month that no year has"),
    ("flows: {F1: {title: Flow, steps: {s: {title: S, time: 5 apples}}}}", "no time"),
    ("flows: {F1: {title: Flow, steps: {s: {title: S, time: 5}}}}", "a time without a unit"),
    ("flows: {F1: {title: Flow, steps: {s: {title: S, type: start, time: 5 min}}}}", "a field of another sort of step"),
    ("items: {X1: {title: {zh: 甲, fr: un}}}", "a language that there is none of"),
    ("id: sample\ntitle: Sample\ngoals: {}", "the header in another file"),
)


@pytest.mark.parametrize(("text", "why"), SLIPS)
def test_slips_are_refused_by_both(text, why):
    data = read(SourceFile("elements.yaml", text)).data
    assert said_by_reader(Small("elements.yaml", data, ())) != [], why
    assert refused("elements.yaml", as_editors_read(text)) != [], why


def test_what_only_the_check_tells_passes():
    text = "goals: {G1: {title: Faster, parent: G9, owner: nobody}}\n"
    assert refused("elements.yaml", as_editors_read(text)) == []


def test_one_schema_for_all_files_asks_for_the_title_where_there_is_a_header():
    every = VALIDATORS[SchemaFor.ANY]
    assert every.is_valid({"goals": {}})
    assert every.is_valid({"id": "a", "title": "A"})
    assert not every.is_valid({"client": "A"})


# -- what people read -----------------------------------------------------------------


def test_titles_and_descriptions_are_in_the_language_asked_for():
    for language, title, description in (
        ("zh", "名称", "应填"),
        ("en", "Title", "(expected)"),
        ("both", "名称 · Title", "(expected)"),
    ):
        text = schema_text(schema(SchemaFor.ANY, SchemaLanguage(language)))
        assert f'"title":"{title}"' in text
        assert description in text
        assert (re.search("[\u4e00-\u9fff]", json.loads(text)["title"]) is not None) == (language != "en")


def test_words_of_a_list_say_what_they_mean():
    types = schema()["$defs"]["Actor"]["properties"]["type"]
    assert types["enum"][0] == "government"
    assert types["enumDescriptions"][0] == "政府与公共机构 · government"


def test_a_new_element_is_offered_with_what_it_needs():
    offered = schema()["properties"]["goals"]["defaultSnippets"][0]
    assert offered["label"] == "新建：战略目标 · New: Goal"
    [(key, body)] = offered["body"].items()
    assert key == "${1:goal-1}"
    assert body["title"].keys() == {"zh", "en"}


def test_it_is_the_same_bytes_in_every_process():
    program = (
        "import sys\n"
        "from sevenstep.exchange.schema.schema import schema\n"
        "from sevenstep.exchange.schema.written import schema_text\n"
        "sys.stdout.buffer.write(schema_text(schema()).encode())"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", program], capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


@pytest.mark.skipif(shutil.which("node") is None, reason="no JavaScript here")
def test_every_pattern_is_one_for_editors_too_and_says_the_same(tmp_path):
    found: dict[str, None] = {}

    def gather(value):
        if isinstance(value, dict):
            found.update({value["pattern"]: None} if isinstance(value.get("pattern"), str) else {})
            for one in value.values():
                gather(one)
        elif isinstance(value, list):
            for one in value:
                gather(one)

    gather(schema())
    texts = [one for one in VALUES if isinstance(one, str)]
    (tmp_path / "given.json").write_text(json.dumps({"patterns": list(found), "texts": texts}), encoding="utf-8")
    script = (
        'const {patterns, texts} = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));'
        'const said = patterns.map((one) => texts.map((text) => new RegExp(one, "u").test(text)));'
        "process.stdout.write(JSON.stringify(said));"
    )
    node = subprocess.run(
        ["node", "-e", script, str(tmp_path / "given.json")], capture_output=True, text=True, check=True
    )
    ours = [[re.search(pattern, text) is not None for text in texts] for pattern in found]
    assert json.loads(node.stdout) == ours
