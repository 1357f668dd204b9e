"""From a reviewer's file to notes beside the model: none lost, none doubled, nothing trusted."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sevenstep import pipeline
from sevenstep.failure import Failure
from sevenstep.review.comments import MAX_BYTES, MAX_COMMENTS, read_comments
from sevenstep.source.characters import INVISIBLE

MODEL = """
version: "0.2"
goals:
  G1: {title: {zh: 更快通关, en: Faster clearance}, horizon: 2027}
  G2: {title: {zh: 更省, en: Cheaper}, horizon: 2027}
"""
REVIEW_CODES = ("S841", "S842", "S843", "S844")


def comment(**fields: str) -> dict[str, str]:
    return {
        "id": "c0123456789",
        "element": "G1",
        "title": "更快通关",
        "stance": "object",
        "text": "2027 年太晚\n# 最迟 2026 年",
        "by": "张三",
        "when": "2026-11-23T08:15:00.123Z",
        "version": "0.2",
        **fields,
    }


def saved(path: Path, *comments: object, **fields: object) -> Path:
    data = {
        "format": "sevenstep review comments",
        "format_version": 1,
        "engagement": "sample",
        "version": "0.2",
        "exported": "2026-11-23T08:20:00Z",
        "comments": comments,
        **fields,
    }
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return path


def review_codes(folder: Path) -> list[str]:
    return [one.rule.code for one in pipeline.check(folder).found if one.rule.code in REVIEW_CODES]


def notes(folder: Path):
    return pipeline.check(folder).chain.engagement.notes


def test_a_comment_becomes_a_note(engagement, tmp_path):
    folder = engagement(MODEL)
    done = pipeline.import_comments(folder, [saved(tmp_path / "a.json", comment())])
    assert [one.id for one in done.added] == ["c0123456789"]
    note = notes(folder)["c0123456789"]
    assert (note.element, note.stance, note.by.for_language("zh")) == ("G1", "object", "张三")
    assert note.text.for_language("zh") == "2027 年太晚\n# 最迟 2026 年"
    assert (note.when, note.version) == ("2026-11-23T08:15:00Z", "0.2")
    assert review_codes(folder) == ["S841"]


def test_the_same_file_twice_changes_nothing(engagement, tmp_path):
    folder = engagement(MODEL)
    file = saved(tmp_path / "a.json", comment(), comment(id="cabcdefghi", stance="comment"))
    pipeline.import_comments(folder, [file])
    before = (folder / "review/notes.yaml").read_bytes()
    done = pipeline.import_comments(folder, [file, file])
    assert (done.added, done.known) == ((), 4)
    assert (folder / "review/notes.yaml").read_bytes() == before


def test_what_stands_in_the_file_stays_as_it_is(engagement, tmp_path):
    folder = engagement(MODEL)
    path = folder / "review/notes.yaml"
    path.parent.mkdir()
    before = (
        "# ours\r\nreviews:\r\n    n1: {element: G1,  stance: agree, by: 李四}  # said aloud\r\n    n2:\r\n"
        "        element: G2\r\n        stance: comment\r\n        by: 王五\r\n        text: |-\r\n          one\r\n"
        "          # two\r\n        settled: done so   # why\r\n\r\n# behind it\r\n"
    )
    path.write_bytes(before.encode())
    pipeline.import_comments(folder, [saved(tmp_path / "a.json", comment())])
    after = path.read_bytes().decode()
    head, tail = before.split("\r\n\r\n# behind it")
    assert after.startswith(head)
    assert after.endswith(f"\r\n# behind it{tail}")
    assert "\n" not in after.replace("\r\n", "")
    assert list(notes(folder)) == ["n1", "n2", "c0123456789"]


@pytest.mark.parametrize(
    "held", ["", "# only a comment", "reviews:", "reviews: {}", "reviews:   # none yet\n", "actors: {}"]
)
def test_a_file_without_notes_yet(engagement, tmp_path, held):
    folder = engagement(MODEL)
    path = folder / "review/notes.yaml"
    path.parent.mkdir()
    path.write_text(held, encoding="utf-8")
    pipeline.import_comments(folder, [saved(tmp_path / "a.json", comment())])
    assert list(notes(folder)) == ["c0123456789"]
    assert "#" not in held or held.strip().partition("#")[2] in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("held", ["reviews: [\n", "- a\n", "reviews: no\n"])
def test_a_file_that_cannot_be_added_to_is_left(engagement, tmp_path, held):
    folder = engagement(MODEL)
    path = folder / "review/notes.yaml"
    path.parent.mkdir()
    path.write_text(held, encoding="utf-8")
    with pytest.raises(Failure, match="cannot be added"):
        pipeline.import_comments(folder, [saved(tmp_path / "a.json", comment())])
    assert path.read_text(encoding="utf-8") == held


def test_a_changed_comment_replaces_the_earlier_one(engagement, tmp_path):
    folder = engagement(MODEL)
    first = saved(tmp_path / "a.json", comment())
    second = saved(tmp_path / "b.json", comment(stance="agree", text="好", when="2026-11-24T08:00:00Z"))
    pipeline.import_comments(folder, [first])
    done = pipeline.import_comments(folder, [second])
    assert done.added[0].revises == "c0123456789"
    assert review_codes(folder) == []
    assert len(notes(folder)) == 2
    again = pipeline.import_comments(folder, [first, second])
    assert (again.added, again.known) == ((), 2)


def test_nobody_replaces_the_words_of_another(engagement, tmp_path):
    folder = engagement(MODEL)
    pipeline.import_comments(folder, [saved(tmp_path / "a.json", comment())])
    other = comment(by="王五", stance="agree", text="", when="2027-01-01T00:00:00Z")
    done = pipeline.import_comments(folder, [saved(tmp_path / "b.json", other)])
    assert done.added[0].revises == ""
    assert review_codes(folder) == ["S841"]


def test_another_version_and_a_missing_element_are_kept(engagement, tmp_path):
    folder = engagement(MODEL)
    old, gone = comment(version="0.1"), comment(id="cgone00000", element="G9")
    done = pipeline.import_comments(folder, [saved(tmp_path / "a.json", old, gone)])
    assert [one.id for one in done.other_version] == ["c0123456789"]
    assert [one.id for one in done.missing] == ["cgone00000"]
    assert sorted(review_codes(folder)) == ["S841", "S843"]
    found = next(one for one in pipeline.check(folder).found if one.rule.code == "S841")
    assert "(version 0.1)" in found.message.for_language("en")


def test_the_whole_can_be_spoken_of(engagement, tmp_path):
    folder = engagement(MODEL)
    done = pipeline.import_comments(folder, [saved(tmp_path / "a.json", comment(element="sample", title="样例"))])
    assert done.missing == ()
    found = [one for one in pipeline.check(folder).found if one.rule.code in REVIEW_CODES]
    assert [(one.rule.code, one.element) for one in found] == [("S841", "")]
    assert "“Sample”" in found[0].message.for_language("en")


def test_settled_is_silent(engagement, tmp_path):
    folder = engagement(MODEL)
    pipeline.import_comments(
        folder, [saved(tmp_path / "a.json", comment(), comment(id="c222222222", stance="comment"))]
    )
    path = folder / "review/notes.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("    version:", "    settled: 改为 2026 年\n    version:"), encoding="utf-8")
    assert review_codes(folder) == []
    path.write_text(text.replace("    version:", "    settled: 是\n    version:"), encoding="utf-8")
    assert review_codes(folder) == ["S844", "S844"]


def test_nothing_is_written_where_one_file_is_refused(engagement, tmp_path):
    folder = engagement(MODEL)
    good = saved(tmp_path / "a.json", comment())
    bad = saved(tmp_path / "b.json", comment(), engagement="another")
    with pytest.raises(Failure, match="about another engagement: another, not sample"):
        pipeline.import_comments(folder, [good, bad])
    assert not (folder / "review").exists()


def test_a_file_changed_meanwhile_is_left(engagement, tmp_path, monkeypatch):
    folder = engagement(MODEL)
    pipeline.import_comments(folder, [saved(tmp_path / "a.json", comment())])
    path = folder / "review/notes.yaml"
    checked = pipeline.check(folder)
    monkeypatch.setattr(pipeline, "check", lambda _folder: checked)
    path.write_text("# somebody else\n", encoding="utf-8")
    with pytest.raises(Failure, match="just been changed"):
        pipeline.import_comments(folder, [saved(tmp_path / "b.json", comment(id="c222222222"))])
    assert path.read_text(encoding="utf-8") == "# somebody else\n"


def test_a_folder_that_leads_elsewhere_is_not_written(engagement, tmp_path):
    folder = engagement(MODEL)
    outside = tmp_path / "outside"
    outside.mkdir()
    (folder / "review").symlink_to(outside)
    with pytest.raises(Failure):
        pipeline.import_comments(folder, [saved(tmp_path / "a.json", comment())])
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize(
    "change",
    [
        {"id": "../../x"},
        {"id": "c1"},
        {"element": "G1: {x}"},
        {"element": "a\u202eb"},
        {"stance": "approve"},
        {"when": "yesterday"},
        {"when": "2026-13-01T00:00:00Z"},
        {"by": "\u200b"},
        {"by": ""},
        {"text": "x" * 4001},
        {"text": 1},
        {"html": "<b>"},
    ],
)
def test_a_comment_of_another_shape_is_refused(tmp_path, change):
    with pytest.raises(Failure, match="in comment 1"):
        read_comments(saved(tmp_path / "a.json", {**comment(), **change}), "sample")


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"[]",
        b"null",
        b"\xff\xfe{",
        b"PK\x03\x04",
        b'{"format": "sevenstep review comments", "format": "x"}',
        b'{"format": "sevenstep review comments", "format_version": 2}',
        b'{"format": "sevenstep review comments", "format_version": NaN}',
        b'{"format": "sevenstep review comments", "format_version": ' + b"1" * 5000 + b"}",
        b"[" * 200_000,
        b" " * (MAX_BYTES + 1),
    ],
    ids=lambda raw: repr(raw[:24]),
)
def test_a_file_of_another_kind_is_refused(tmp_path, raw):
    path = tmp_path / "a.json"
    path.write_bytes(raw)
    with pytest.raises(Failure, match="cannot be imported"):
        read_comments(path, "sample")


def test_too_many_comments_are_refused(tmp_path):
    with pytest.raises(Failure):
        read_comments(saved(tmp_path / "a.json", *[comment()] * (MAX_COMMENTS + 1)), "sample")


def test_a_folder_or_no_file_is_refused(tmp_path):
    for path in (tmp_path, tmp_path / "none.json"):
        with pytest.raises(Failure):
            read_comments(path, "sample")


def test_characters_that_nobody_sees_are_left_out(tmp_path):
    found = read_comments(
        saved(tmp_path / "a.json", comment(text="a\u202eb\u0000\u200b\r\nc", by=" 张\u200d三\n")), "sample"
    )
    assert (found[0].text, found[0].by) == ("ab\nc", "张三")


said = st.text(min_size=1, max_size=60)


@given(text=st.text(max_size=200), by=said, title=said)
def test_any_words_come_through_the_file_as_they_were_said(tmp_path_factory, text, by, title):
    folder = tmp_path_factory.mktemp("any")
    (folder / "engagement.yaml").write_text("id: sample\ntitle: x\ngoals:\n  G1: {title: x}\n", encoding="utf-8")
    path = folder / "a.json"
    path.write_text(
        json.dumps(
            {
                "format": "sevenstep review comments",
                "format_version": 1,
                "engagement": "sample",
                "comments": [comment(text=text, by=by, title=title), comment(id="c222222222")],
            }
        ),
        encoding="utf-8",
    )
    try:
        given_ = read_comments(path, "sample")
    except Failure:
        assert any(not INVISIBLE.sub("", one).strip() for one in (by, title))
        return
    pipeline.import_comments(folder, [path])
    found = notes(folder)
    note = found["c0123456789"]
    assert len(found) == 2
    assert (note.text.for_language("zh") if note.text else "") == given_[0].text
    assert note.by.for_language("zh") == given_[0].by


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["comments", "format", "id", "x"]), inner),
    ),
    st.sampled_from(["format", "format_version", "engagement", "version", "comments", "exported"]),
)
def test_any_json_gets_an_answer(tmp_path_factory, value, key):
    path = saved(tmp_path_factory.mktemp("any") / "a.json", comment())
    data = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**data, key: value}), encoding="utf-8")
    try:
        read_comments(path, "sample")
    except Failure as failure:
        assert len(failure.message.for_language("zh")) < 400


@pytest.mark.parametrize(
    "held",
    [
        "reviews: text",
        "reviews: [a]",
        "reviews: {n1: }",
        "reviews: {n1: text}",
        "reviews: {n1: {element: G1, stance: approve, by: x}}",
        "reviews: {n1: {element: G1, stance: object, by: x, when: 2026-99-99}}",
        "reviews: {n1: {element: G1, stance: object, by: x, settled: [a]}}",
        "reviews: {n1: {id: n1, element: G1, stance: object, by: x}}",
        "reviews: {a/b: {element: G1, stance: object, by: x}}",
    ],
)
def test_a_note_that_cannot_be_read_is_reported_on_its_line(engagement, held):
    checked = pipeline.check(engagement(MODEL, notes=held))
    found = [one for one in checked.problems if one.diagnostic.place.file == "notes.yaml"]
    assert found
    assert all(one.span is not None and one.diagnostic.remedy is not None for one in found)
    assert not any("crash" in one.diagnostic.rule.name for one in found)


def test_notes_that_replace_each_other_do_not_both_vanish(engagement):
    notes_ = """
    reviews:
      a: {element: G1, stance: object, by: x, revises: b}
      b: {element: G1, stance: object, by: x, revises: a}
      c: {element: G1, stance: object, by: x, revises: c}
    """
    assert review_codes(engagement(MODEL, notes=notes_)) == ["S841", "S841"]


def test_a_comment_from_a_site_that_was_built_before_a_rename_finds_its_element(engagement, tmp_path):
    folder = engagement(MODEL)
    pipeline.check(folder)
    from sevenstep import changes

    changes.rename(folder, "G1", "faster")
    imported = pipeline.import_comments(folder, [saved(tmp_path / "c.json", comment())])
    assert not imported.missing
    assert [note.element for note in notes(folder).values()] == ["faster"]
