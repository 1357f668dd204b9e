"""The reader: what it reads agrees with PyYAML; what it refuses it refuses by rule and line; nothing makes it raise."""

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from sevenstep.source.characters import INVISIBLE
from sevenstep.source.files import SourceFile
from sevenstep.source.reader import read

GOOD = """\
goals:
  G1: {title: {zh: 更快通关, en: Faster}, answers: [C1, C2]}
  G2:
    title: "Cheaper: by far"
    horizon: 2027   # a comment
flows:
  F: {steps: {a: {title: A}, b: {title: B, type: end}}}
"""

visible = st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"])
words = st.text(visible.filter(lambda character: not INVISIBLE.match(character)), max_size=12)
plain = st.recursive(
    words, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=4), max_leaves=20
)


def read_text(text: str):
    return read(SourceFile("test.yaml", text))


def codes(text: str) -> list[str]:
    return [diagnostic.rule.code for diagnostic in read_text(text).diagnostics]


@example({"_：": ""})
@example({"title：0": {"标题：": "a：b"}})
@given(st.dictionaries(words, plain, max_size=5))
def test_reads_what_pyyaml_writes(data):
    text = yaml.safe_dump(data, allow_unicode=True)
    expected = yaml.load(text, Loader=yaml.BaseLoader)
    assert read_text(text).data == expected or _merge_key_in(data) or _odd_indent_in(data)


def _merge_key_in(data) -> bool:
    return "<<" in str(data)


def _odd_indent_in(data) -> bool:
    """A key that begins with a space that is none is taken for a slip."""
    if isinstance(data, list):
        return any(_odd_indent_in(value) for value in data)
    return isinstance(data, dict) and any(
        key[:1] in {"\u3000", "\u00a0"} or _odd_indent_in(value) for key, value in data.items()
    )


@pytest.mark.parametrize(
    "typed", ["no", "on", "1:30", "2024-03", "0012", "1e3", "0x1F", "12:30:45", "+1", ".5", "yes", "True", "2024-13-45"]
)
def test_scalars_stay_what_was_typed(typed):
    assert read_text(f"a: {typed}\n").data == {"a": typed}


@pytest.mark.parametrize(("typed", "value"), [("", None), ("~", None), ("null", None), ("''", ""), ('"null"', "null")])
def test_null_only_where_nothing_is_typed(typed, value):
    assert read_text(f"a: {typed}\n").data == {"a": value}


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends(end):
    document = read_text(GOOD.replace("\n", end))
    assert document.complete
    assert document.data["goals"]["G1"]["answers"] == ["C1", "C2"]


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: &x 1\n", "S003", 1, 4),
        ("a: 1\nb: *x\n", "S003", 2, 4),
        ("a:\n  <<: {b: 1}\n", "S003", 2, 3),
        ("a: !!bool maybe\n", "S003", 1, 4),
        ("a: !!python/object/apply:os.system [ls]\n", "S003", 1, 4),
        ("? [a, b]\n: c\n", "S003", 1, 3),
        ("{{x}}: y\n", "S003", 1, 1),
        ("a: 1\n---\nb: 2\n", "S003", 2, 1),
        ("a: 1\nb: 2\na: 3\n", "S004", 3, 1),
        ("a: {b: 1, b: 2}\n", "S004", 1, 11),
        ("a: x\u200by\n", "S003", 1, 5),
        ("ok: 1\na: \u202etxt\n", "S003", 2, 4),
        ('a: "x\\u202ey"\n', "S003", 1, 4),
        ("a: x\x00y\n", "S003", 1, 5),
        ("a: x\x1b[31my\n", "S003", 1, 5),
        ("a: [1, 2\nb: 3\n", "S002", 1, 4),
        ("a:\n\tb: 1\n", "S002", 2, 1),
        ("goals:\n  G1:\n    title：更快\n    horizon: 1\n", "S002", 3, 10),
        ("a: b: c\n", "S002", 1, 4),
        ("a: %b\n", "S002", 1, 4),
    ],
)
def test_refused_by_rule_and_place(text, code, line, column):
    document = read_text(text)
    found = [(d.rule.code, d.place.span.line, d.place.span.column) for d in document.diagnostics]
    assert (code, line, column) in found
    assert not document.complete


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}"), ("- ", "")])
def test_deep_nesting_is_refused_at_once(opening, closing):
    document = read_text(opening * 50_000 + "x" + closing * 50_000)
    assert document.diagnostics[-1].rule.code in {"S002", "S003"}


def test_bombs_are_refused():
    aliases = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{f'*a{n - 1}, ' * 9}]\n" for n in range(1, 30))
    merges = "a0: &a0 {x: 1}\n" + "".join(f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}\n" for n in range(1, 30))
    for bomb in (aliases, merges):
        document = read_text(bomb)
        assert {d.rule.code for d in document.diagnostics} <= {"S003", "S004"}
        assert len(document.diagnostics) <= 50


def test_long_numbers_and_lines_are_text():
    digits = "9" * 5_000
    assert read_text(f"a: {digits}\n").data == {"a": digits}
    assert read_text(f"a: {'x' * 1_000_000}\n").complete


def test_a_first_value_is_never_lost():
    assert read_text("a: 1\na: 2\n").data == {"a": "1"}


def test_what_stands_before_an_error_is_kept():
    document = read_text("goals:\n  G1: {title: A}\n  G2: {title: [\n")
    assert document.data["goals"]["G1"] == {"title": "A"}
    assert not document.complete


@given(st.text())
@example("\ufeff")
@example("- - -")
def test_no_text_makes_it_raise(text):
    document = read_text(text)
    assert document.complete is (not document.diagnostics)


@given(st.integers(0, len(GOOD) - 1), st.text(max_size=3), st.integers(0, 4))
def test_no_edit_of_a_good_file_makes_it_raise_and_places_lie_inside(at, insert, cut):
    text = GOOD[:at] + insert + GOOD[at + cut :]
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for diagnostic in read_text(text).diagnostics:
        span = diagnostic.place.span
        assert 1 <= span.line <= len(lines) + 1
        assert span.column >= 1
