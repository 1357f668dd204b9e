"""Characters nobody sees, other encodings, and the ends of lines."""

import pytest

INVISIBLE = [
    "\x00", "\x01", "\x08", "\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\x9b", "\xad", "\u034f", "\u061c", "\u115f",
    "\u180e", "\u200b", "\u200d", "\u200f", "\u2028", "\u2029", "\u202a", "\u202e", "\u2060", "\u2066", "\u2069",
    "\u206f", "\u3164", "\ufdd0", "\ufeff", "\ufff9", "\ufffe", "\uffff", "\U0001d173", "\U000e0041",
]  # fmt: skip
TEXT = "goals:\n  G1: {title: 更快通关}\n"
LONGER = "goals:\n  G1:\n    title: 更快通关，更便宜\n    description: 使货物更快地通过口岸\n"
MARKS = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff", "utf-32-le": b"\xff\xfe\0\0", "utf-32-be": b"\0\0\xfe\xff"}


def position_in(checked, name="a.yaml"):
    """Where the first error of the file stands."""
    errors = (one for one in checked.problems if one.diagnostic.is_error)
    span = next(one.span for one in errors if one.diagnostic.place.file == name)
    return span.line, span.column


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("character", INVISIBLE, ids=ascii)
def test_a_raw_one_is_refused_where_it_stands(reported, judged, character, end):
    assert reported(f"goals:{end}  G1: {{title: 更{character}快}}{end}") == {"S003"}
    checked = judged()
    assert position_in(checked) == (2, 16)
    assert (
        f"U+{ord(character):04X}"
        in next(one for one in checked.problems if one.diagnostic.is_error).diagnostic.message.en
    )


@pytest.mark.parametrize("name", ["a.yaml", "engagement.yaml"])
@pytest.mark.parametrize("character", INVISIBLE, ids=ascii)
def test_an_escaped_one_is_refused(reported, character, name):
    escape = f"\\U{ord(character):08x}"
    assert "S003" in reported(f'id: x\ntitle: "a{escape}b"\n', name)
    assert "S003" in reported(f'"a{escape}b": {{title: x}}\n', name)


def test_an_escape_of_half_a_character_is_an_error(reported):
    assert "S002" in reported('a: "\\ud800"\n')


@pytest.mark.parametrize("encoding", MARKS)
@pytest.mark.parametrize("text", [TEXT, LONGER], ids=["short", "longer"])
@pytest.mark.parametrize("marked", [True, False])
@pytest.mark.parametrize("name", ["a.yaml", "engagement.yaml"])
def test_wide_encodings_are_named(reported, judged, encoding, text, marked, name):
    raw = text.encode(encoding)
    assert reported((MARKS[encoding] if marked else b"") + raw, name) == {"S001"}
    message = next(one for one in judged().problems if one.diagnostic.place.file == name).diagnostic.message
    assert encoding[:6].upper() in message.en


@pytest.mark.parametrize(
    ("text", "encoding", "guess"),
    [
        (TEXT, "gbk", "GB18030 (GBK)"),
        (TEXT, "gb18030", "GB18030 (GBK)"),
        ("title: 朱镕基\n", "gbk", "GB18030 (GBK)"),
        ("title: 口岸通關與貨物運輸\n", "big5", "Big5"),
    ],
)
def test_chinese_encodings_are_named(reported, judged, text, encoding, guess):
    assert reported(text.encode(encoding)) == {"S001"}
    assert guess in judged().problems[0].diagnostic.message.en


def test_one_mark_is_fine_and_two_are_not(reported):
    mark = b"\xef\xbb\xbf"
    good = b"goals:\n  G1: {titel: a}\n"
    assert "S003" not in reported(mark + good)
    assert reported(mark + mark + good) == {"S003"}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize(
    ("lines", "place"),
    [
        (["goals:", "", "  G1: {title: A, titel: b}"], (3, 18)),
        (["goals:", "  # 注释", "  G1: {title: A]"], (3, 16)),
        (["goals:", "  G1: {title: A}", "", "  G2: *x"], (4, 7)),
    ],
)
def test_lines_are_counted_alike(reported, judged, end, lines, place):
    assert reported(end.join(lines) + end)
    assert position_in(judged()) == place


@pytest.mark.parametrize("bad", [b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe6\x9b"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"], ids=["LF", "CRLF", "CR"])
def test_bytes_that_are_no_utf8_are_found(folder, bad, end):
    from sevenstep.source.encoding import decode

    found = decode("a.yaml", b"\xef\xbb\xbfa: 1" + end + "b: 更".encode() + bad + end)
    assert (found.place.span.line, found.place.span.column) == (2, 5)


@pytest.mark.parametrize(
    ("raw", "what"),
    [(b"PK\x03\x04\x14\x00", "Excel"), (b"\xd0\xcf\x11\xe0\xa1\xb1", "old Excel"), (b"%PDF-1.7\n", "PDF")],
)
def test_other_kinds_of_file_are_named(reported, judged, raw, what):
    assert reported(raw) == {"S001"}
    assert what in judged().problems[0].diagnostic.message.en


@pytest.mark.parametrize("text", ["a:\n\tb: 1\n", "\ta: 1\n", "a: [\n\t1\n", "goals:\n\u3000G1: {title: A}\n"])
def test_odd_indentation(reported, text):
    assert reported(text)


@pytest.mark.parametrize("raw", [b"", b"\n", b"\xef\xbb\xbf", b"#", b"---", b"--- \n...\n", b"~", b"null\n"])
def test_nothing_is_no_problem(reported, raw):
    assert reported(raw) == set()
