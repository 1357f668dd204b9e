"""Files laid out in one way say the same, keep every comment in its place, and stay as they are the next time."""

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sevenstep.authoring.opened import opened
from sevenstep.authoring.tidy_files import tidy_files
from sevenstep.authoring.tidying.tidy import tidied
from sevenstep.model.field import fields_of
from sevenstep.source.comments import comments
from sevenstep.source.files import SourceFile
from sevenstep.source.reader import read

MODELS = sorted(path.parent for path in (Path(__file__).parents[2] / "models").glob("*/engagement.yaml"))


def laid_out(text, name="goals.yaml"):
    return tidied(read(SourceFile(name, text)))


def read_as(part):
    """What a part of the model holds, whatever way it was written."""
    return re.sub(
        r" at 0x[0-9a-f]+", "", repr({field.name: getattr(part, field.name) for field in fields_of(type(part))})
    )


@pytest.mark.parametrize(
    "text", ['goals: {G1: {title: "Mended?"}}\n', 'goals: {G1: {title: "Who? Us", tags: ["a?"]}}\n']
)
def test_quotes_that_other_readers_need_stay(text):
    anew = laid_out(text)
    assert yaml.load(anew, yaml.SafeLoader) == yaml.load(text, yaml.SafeLoader)


# -- any file ------------------------------------------------------------------------

WORD = st.sampled_from(
    [
        "a",
        "b c",
        "通关",
        "it's",
        'say "so"',
        "#x",
        "a: b",
        "- c",
        "yes",
        "1.0",
        "x # y",
        "“更快”，",
        "é",
        "a,b",
        "{",
        "%",
    ]
)
VALUE = st.lists(WORD, min_size=1, max_size=3).map(" ".join)


@st.composite
def files(draw):
    """A file with comments everywhere: its text, and what each comment stands by."""
    counter = iter(range(10_000))
    lines = []
    by = {}

    def remark(what):
        number = f"R{next(counter)}"
        by[number] = what
        return f"# {number} {draw(st.sampled_from(['words', 'a: b', '通关 # twice', '- x']))}"

    def scalar(indent):
        value = draw(VALUE)
        style = draw(st.sampled_from(["double", "single", "literal", "folded", "plain", "flow", "empty", "long"]))
        if style == "double":
            escaped = value.replace("\\", "\\\\").replace('"', '\\"')
            return [f'"{escaped}"']
        if style == "single":
            return ["'" + value.replace("'", "''") + "'"]
        if style in {"literal", "folded"}:
            sign = {"literal": "|", "folded": ">"}[style] + draw(st.sampled_from(["", "-"]))
            words = draw(st.lists(st.sampled_from(["one two", "三四", "", "  in"]), max_size=2))
            return [sign, *(f"{indent}  {word}".rstrip() for word in ["first", *words, "last"])]
        if style == "flow":
            return [
                draw(
                    st.sampled_from(
                        ["[a,  b]", "{ zh: 快,en: 'fast' }", "[]", "{}", "[a, {b: [c]}]", f"[a,\n{indent}    b]"]
                    )
                )
            ]
        if style == "long":
            return [
                " ".join(
                    draw(st.lists(st.sampled_from(["long", "words", "通关时间", "缩短"]), min_size=20, max_size=60))
                )
            ]
        return [draw(st.sampled_from(["plain", "two words", "a-b", "3 h", "2024-03"]))] if style == "plain" else [""]

    def block(depth, indent):
        for _ in range(draw(st.integers(1, 4))):
            key = f"k{next(counter)}"
            lines.extend([""] * draw(st.integers(0, 2)))
            for _ in range(draw(st.sampled_from([0, 0, 1, 2]))):
                lines.append(f"{indent}{remark(key)}")
            beside = f"{draw(st.sampled_from(['  ', ' ', '     ']))}{remark(key)}" if draw(st.booleans()) else ""
            kind = draw(st.sampled_from(["scalar", "scalar", "map", "list"])) if depth < 3 else "scalar"
            inner = indent + " " * draw(st.sampled_from([1, 2, 4]))
            if kind == "scalar":
                first, *rest = scalar(indent)
                if rest and beside:
                    by.pop(beside.split()[1])
                    beside = ""
                if "\n" in first:
                    beside = "" if not beside else (by.pop(beside.split()[1]), "")[1]
                lines.append(f"{indent}{key}: {first}{beside}" if first else f"{indent}{key}:{beside}")
                lines.extend(rest)
            elif kind == "map":
                lines.append(f"{indent}{key}:{beside}")
                block(depth + 1, inner)
            else:
                lines.append(f"{indent}{key}:{beside}")
                for _ in range(draw(st.integers(1, 3))):
                    word = f"i{next(counter)}"
                    if draw(st.booleans()):
                        lines.append(f"{inner}{remark(word)}")
                    lines.append(f"{inner}- {word}")

    block(0, "")
    return "\n".join(lines) + "\n", by


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(files())
def test_any_file_says_the_same_with_every_comment_at_its_place(made):
    text, by = made
    before = read(SourceFile("goals.yaml", text))
    if before.diagnostics:  # a word that is cut by a comment, or that is no YAML at all
        return
    after = laid_out(text)
    assert after is not None
    assert laid_out(after) == after
    squeeze = re.compile(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])")
    plain = [squeeze.sub("", repr(yaml.load(said, yaml.BaseLoader))) for said in (text, after)]
    assert plain[0] == plain[1]
    assert Counter(each.said for each in comments(text)) == Counter(each.said for each in comments(after))
    lines = after.split("\n")
    for number, what in by.items():
        at = next(index for index, line in enumerate(lines) if re.search(rf"# {number}\b", line))
        if lines[at].lstrip().startswith("#"):  # above it
            at = next(
                index
                for index in range(at, len(lines))
                if lines[index].strip() and not lines[index].lstrip().startswith("#")
            )
        assert re.search(rf"\b{what}\b", lines[at]), (number, what, after)
    assert not re.search(r"\n\n\n", re.sub(r"(?s)[|>]-?\n.*?last", "", after))


# -- the models ----------------------------------------------------------------------


@pytest.mark.parametrize("model", MODELS, ids=lambda path: path.name)
def test_every_model_means_the_same_and_keeps_every_comment(model):
    here = opened(model)
    made = tidy_files(here)
    assert not made.left
    after = here.with_texts(made.proposal.texts)
    elements = here.checked.chain.elements
    assert after.chain.elements.keys() == elements.keys()
    for key, element in elements.items():
        assert read_as(after.chain.elements[key]) == read_as(element)
    assert read_as(after.chain.engagement.header) == read_as(here.checked.chain.engagement.header)
    for change in made.proposal.changes:
        assert Counter(each.said for each in comments(change.before)) == Counter(
            each.said for each in comments(change.after)
        )
        assert laid_out(change.after, change.file) == change.after


# -- what it does --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            "goals:\n  G:\n    horizon: 2027\n    title: t\n",
            "goals:\n  G:\n    title: t\n    horizon: 2027\n",
            id="fields",
        ),
        pytest.param(
            "goals: {G: {horizon: 2027,title: t }}\n", "goals: {G: {title: t, horizon: 2027}}\n", id="fields in braces"
        ),
        pytest.param(
            "actors:\n  A: {title: t, type: operator}\ngoals:\n  G: {title: t}\n",
            "goals:\n  G: {title: t}\n\nactors:\n  A: {title: t, type: operator}\n",
            id="sections by step",
        ),
        pytest.param(
            "flows:\n  F:\n    title: t\n    steps:\n      b: {title: t}\n      a: {type: start, title: t}\n",
            "flows:\n  F:\n    title: t\n    steps:\n      b: {title: t}\n      a: {title: t, type: start}\n",
            id="steps stay in order",
        ),
        pytest.param(
            "goals:\n    G:\n        title:   'a b'\n\n\n\n        horizon: \"2027\"   # when\n",
            'goals:\n  G:\n    title: a b\n\n    horizon: "2027"  # when\n',
            id="spacing and quotes",
        ),
        pytest.param(
            'goals:\n  G:\n    title: "a: b"\n    tags:\n    - x\n    -   y\n',
            'goals:\n  G:\n    title: "a: b"\n    tags:\n      - x\n      - y\n',
            id="lists",
        ),
        pytest.param(
            "# head\n\n# of G\ngoals:\n  # before\n  G: {title: t}\n  # behind\n",
            "# head\n\n# of G\ngoals:\n  # before\n  G: {title: t}\n  # behind\n",
            id="comments",
        ),
        pytest.param(
            "goals:\n  G: {title: t, odd: 1, horizon: 2027}\n",
            "goals:\n  G: {title: t, odd: 1, horizon: 2027}\n",
            id="a field that there is not",
        ),
        pytest.param(
            "goals:\n  G: {title: 'yes', description: '~', horizon: '2027'}\n",
            'goals:\n  G: {title: "yes", description: "~", horizon: "2027"}\n',
            id="words that others take for something else",
        ),
        pytest.param(
            "goals:\r\n  G: {horizon: 2027, title: t}\r\n",
            "goals:\r\n  G: {title: t, horizon: 2027}\r\n",
            id="line ends",
        ),
        pytest.param("goals:\n  G: {title: t}", "goals:\n  G: {title: t}\n", id="the last line end"),
        pytest.param("# nothing yet\n", "# nothing yet\n", id="a file of comments"),
        pytest.param("", "", id="an empty file"),
    ],
)
def test_one_way_of_writing(before, after):
    assert laid_out(before) == after


def test_a_long_text_is_folded_without_blanks_between_chinese_characters():
    said = (
        "客户是通道运营中心所在直辖市的口岸和物流办公室，它手里没有船没有车皮也不放行一票货却要对通道好不好用负责。" * 2
    )
    after = laid_out(f"goals:\n  G:\n    title: t\n    description:\n      zh: {said}\n")
    lines = after.splitlines()
    assert lines[4] == "      zh: >-" and len(lines) > 6
    assert "".join(line.strip() for line in lines[5:]) == said
    assert all(sum(2 if ord(sign) > 0x2E80 else 1 for sign in line) <= 122 for line in lines)
    assert not any(line.strip()[0] in "，。" for line in lines[5:])


@pytest.mark.parametrize(
    "text", ["goals: [\n", "goals:\n  G: {title: a: b}\n", "goals:\n\tG: x\n", "a: 1\na: 2\n", "- a\n", "goals：\n"]
)
def test_what_cannot_be_read_is_left_alone(text):
    assert laid_out(text) in {None, text}
