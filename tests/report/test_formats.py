"""The catalogue of formats, and what holds of each: whatever a model says survives being written and read back."""

import json
import re
from dataclasses import replace
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sevenstep.diagnostic import Diagnostic, Place, RuleInfo, Severity, Span
from sevenstep.language import Text
from sevenstep.output.formats import CheckFormat
from sevenstep.report.report import ElementLine, Report
from sevenstep.source.characters import INVISIBLE
from sevenstep.source.places import Located

FORMATS = {str(format): format.writer.render for format in CheckFormat if format is not CheckFormat.TEXT}
SOME = Text(plain="some")
RULE = RuleInfo("S001", "some-rule", Severity.ERROR, SOME, SOME)
NASTY = st.sampled_from(
    ["]]>", "&amp;", "<b>", '"', "'", "\n", "\r\n", "%", "%0A", "%25", ",", "::", "=", "\\", "{0}", "`"]
)
READABLE = st.characters(exclude_categories=["Cs", "Cc"]).filter(lambda one: not INVISIBLE.match(one))
TEXTS = st.lists(NASTY | st.text(READABLE, max_size=5), min_size=1, max_size=6).map("".join)
NAMES = TEXTS.map(lambda text: re.sub(r"[\r\n/]", "_", text).lstrip() + ".yaml")
ANYTHING = st.text(st.characters(), max_size=12)


def report_with(message: str, file: str) -> Report:
    """A report of one problem, its text and its file's name as given."""
    problem = Diagnostic(RULE, Place(file), Text(plain=message), Text(plain=message), element="G")
    return Report(
        prefix="models/",
        version="1",
        engagement="x",
        title=Text(plain=message),
        files=(file,),
        problems=(Located(problem, Span(2, 3, 2, 4)),),
        counts=dict.fromkeys(Severity, 1),
        accepted=(),
        rules=(RULE,),
        completeness={},
        by_step={},
        coverage=(),
        relations=0,
        elements=(ElementLine(file, 2, True),),
    )


def written(name: str, message: str, file: str) -> str:
    return FORMATS[name](report_with(message, file), "en")


def unescaped(text: str) -> str:
    """As the runner of GitHub takes a value apart: the percent sign last."""
    for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, character)
    return text


def test_the_catalogue_names_every_format():
    assert list(FORMATS) == ["concise", "json", "sarif", "junit", "github", "gitlab", "cobertura"]


@given(TEXTS, NAMES)
def test_json_gives_back_what_was_said(message, file):
    found = json.loads(written("json", message, file))
    assert found["engagement"]["title"] == message
    assert (found["problems"][0]["message"], found["problems"][0]["remedy"]) == (message, message)
    assert found["problems"][0]["file"] == f"models/{file}"


@given(TEXTS, NAMES)
def test_sarif_gives_back_what_was_said(message, file):
    result = json.loads(written("sarif", message, file))["runs"][0]["results"][0]
    assert result["message"]["text"] == f"{message}\n→ {message}"
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert re.fullmatch(r"(?:[A-Za-z0-9_.~/-]|%[0-9A-F]{2})+", uri)
    assert unquote(uri) == f"models/{file}"


@given(TEXTS, NAMES)
def test_junit_gives_back_what_was_said(message, file):
    suite = ElementTree.fromstring(written("junit", message, file))[0]
    assert suite.get("name") == suite[0].get("classname") == f"models/{file}"
    assert suite[0][0].get("message") == " ".join(message.split())
    assert suite[0][0].text == f"models/{file}:2:3: {message}\n→ {message}"


@given(TEXTS, NAMES)
def test_cobertura_gives_back_the_names(message, file):
    found = ElementTree.fromstring(written("cobertura", message, file)).find(".//class")
    assert found.get("filename") == f"models/{file}"


@given(TEXTS, NAMES)
def test_github_gives_back_what_was_said(message, file):
    text = written("github", message, file)
    assert re.findall("[\r\n]", text) == ["\n"]
    properties, said = text.removesuffix("\n").removeprefix("::error ").split("::", 1)
    assert unescaped(said) == f"{message}\n→ {message}"
    pairs = dict(pair.split("=", 1) for pair in properties.split(","))
    assert unescaped(pairs["file"]) == f"models/{file}"
    assert unescaped(pairs["title"]) == "S001 some-rule"


@given(TEXTS, NAMES)
def test_gitlab_gives_back_what_was_said(message, file):
    entry = json.loads(written("gitlab", message, file))[0]
    assert entry["location"] == {"path": f"models/{file}", "lines": {"begin": 2}}
    assert entry["description"] == " ".join(f"{message} → {message}".split())


@given(TEXTS, NAMES)
def test_concise_is_one_line_a_problem(message, file):
    text = written("concise", message, file)
    assert len(text.split("\n")) == 2
    assert ":2:3: error S001 some-rule: " in text


@pytest.mark.parametrize("name", FORMATS)
@given(message=ANYTHING, file=ANYTHING)
def test_no_character_whatever_breaks_a_format(name, message, file):
    data = written(name, message, f"{file.replace('/', '_')}.yaml").encode("utf-8")
    if name in {"json", "sarif", "gitlab"}:
        json.loads(data)
    elif name in {"junit", "cobertura"}:
        ElementTree.fromstring(data)
    else:
        assert data.count(b"\n") == 1
        assert not re.search(rb"[\x00-\x08\x0b-\x1f\x7f]", data)


def test_a_problem_of_a_whole_file_has_no_line_where_none_is_needed():
    found = report_with("gone", "a.yaml")
    whole = replace(found, problems=(Located(found.problems[0].diagnostic, None),))
    assert FORMATS["concise"](whole, "en") == "models/a.yaml:1:1: error S001 some-rule: gone\n"
    assert FORMATS["github"](whole, "en").startswith("::error file=models/a.yaml,title=S001 some-rule::gone")
    assert json.loads(FORMATS["gitlab"](whole, "en"))[0]["location"]["lines"]["begin"] == 1
    assert json.loads(FORMATS["json"](whole, "en"))["problems"][0]["line"] is None
    location = json.loads(FORMATS["sarif"](whole, "en"))["runs"][0]["results"][0]["locations"][0]
    assert "region" not in location["physicalLocation"]


def test_github_drops_columns_of_a_place_with_several_lines():
    found = report_with("long", "a.yaml")
    long = replace(found, problems=(Located(found.problems[0].diagnostic, Span(2, 3, 5, 1)),))
    assert "line=2,endLine=5,title=" in FORMATS["github"](long, "en")


def test_a_sound_model_is_nothing_to_tell_line_by_line():
    sound = replace(report_with("", "a.yaml"), problems=())
    assert FORMATS["concise"](sound, "en") == FORMATS["github"](sound, "en") == ""
    assert json.loads(FORMATS["gitlab"](sound, "en")) == []
