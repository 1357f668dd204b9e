"""What a notebook shows: one line for each thing, safe HTML, and tables that pandas and Polars take."""

import re
import sys
import types

import pytest

import sevenstep
from sevenstep.notebook import Reading, Table

NASTY = "<script>alert(1)</script>&\"'"
MODEL = """\
goals:
  G1: {title: 'TITLE', horizon: 2027, tags: [a]}
  G2: {title: Two, parent: G9}
flows:
  F1:
    title: Booking
    variant: as-is
    steps:
      start: {type: start, title: Begin, next: work}
      work: {title: Work, actor: A1, time: 2 h, next: end}
      end: {type: end, title: Done}
actors:
  A1: {title: Clerk}
""".replace("TITLE", NASTY.replace("'", "''"))
LONGEST = 400
"""No line of a notebook is longer than a short paragraph."""


@pytest.fixture
def checked(engagement):
    return sevenstep.check(engagement(MODEL))


def shown(checked):
    """One of each thing that somebody may look at."""
    analysis = sevenstep.analyse(checked)
    drawn = sevenstep.draw(checked, "goal-tree")
    return [
        checked,
        checked.chain,
        checked.chain.engagement,
        checked.documents[0],
        checked.parts[0],
        checked.found[0],
        checked.problems[0],
        checked.chain.elements["G1"],
        analysis,
        analysis.goal_attainment,
        analysis.ranking,
        *analysis.metrics.values(),
        *analysis.findings,
        *analysis.comparisons,
        drawn,
        *drawn.pictures,
        sevenstep.rules()[0],
        sevenstep.finding_rules()[0],
        *sevenstep.questions(checked),
        *sevenstep.fix(checked.folder, dry_run=True)[0],
        sevenstep.compare_with_baseline(checked),
        sevenstep.compare(checked, checked),
        sevenstep.table(checked),
    ]


def test_everything_fits_on_a_line(checked):
    for one in shown(checked):
        said = repr(one)
        assert "\n" not in said and len(said) < LONGEST, (type(one), said[:1000])


def test_nothing_that_a_model_says_is_html(checked):
    said = [one._repr_html_() for one in shown(checked) if hasattr(one, "_repr_html_")]
    assert len(said) >= 7
    assert any("&lt;script&gt;" in html for html in said)
    for html in said:
        names = set(re.findall(r"<(\w+)", html))
        assert names <= {"p", "b", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "img", "pre"}, names


def test_a_check_counts_what_it_found(checked, monkeypatch):
    assert repr(checked).startswith("<Checked sample: 4 elements, ")
    monkeypatch.setenv("SEVENSTEP_LANG", "zh")
    assert "<li>4 个要素</li>" in checked._repr_html_()


def test_pictures_in_memory_are_whole_files(checked):
    (picture,) = sevenstep.draw(checked, "goal-tree").pictures
    assert picture.name == "goal-tree"
    assert picture.content.startswith((b"<svg", b"<?xml"))
    assert sevenstep.draw(checked, "goal-tree", format="png").pictures[0].content.startswith(b"\x89PNG")


def test_problems_are_records_with_their_places(checked):
    table = checked.table()
    dangling = next(row for row in table if "G9" in row["message"])
    assert (dangling["severity"], dangling["element"], dangling["file"]) == ("error", "G2", "engagement.yaml")
    assert (dangling["line"], dangling["column"]) == (5, 28)
    assert list(sevenstep.table(checked)) == list(table)


def test_values_of_an_analysis_are_those_of_its_csv(checked):
    table = sevenstep.table(sevenstep.analyse(checked))
    (lead,) = [row for row in table if (row["id"], row["metric"]) == ("F1", "lead_time")]
    assert (lead["kind"], lead["value"], lead["unit"], lead["said"]) == ("flow", 2.0, "h", None)


@pytest.mark.parametrize("what", ["rules", "finding_rules", "questions", "elements", "findings"])
def test_lists_are_tables(checked, what):
    given = {
        "rules": sevenstep.rules,
        "finding_rules": sevenstep.finding_rules,
        "questions": lambda: sevenstep.questions(checked),
        "elements": checked.chain.elements.values,
        "findings": lambda: sevenstep.analyse(checked).findings,
    }[what]()
    table = sevenstep.table(given, language="zh")
    assert len(table) == len(given)
    assert all(set(row) == set(table.columns) for row in table)


def test_what_is_no_table_is_refused():
    with pytest.raises(TypeError, match="a str is not told in a table"):
        sevenstep.table("folder")


def test_pandas_takes_a_table():
    pandas = pytest.importorskip("pandas")
    frame = Table(("a", "b"), [(1, "x"), (2, None)]).to_pandas()
    assert list(frame.columns) == ["a", "b"]
    assert frame["a"].sum() == 3
    assert pandas.isna(frame["b"][1])


def test_polars_takes_a_table(monkeypatch):
    calls = []
    stand_in = types.SimpleNamespace(DataFrame=lambda *given, **more: calls.append((given, more)))
    monkeypatch.setitem(sys.modules, "polars", stand_in)
    Table(("a", "b"), [(1, "x")]).to_polars()
    assert calls == [((((1, "x"),),), {"schema": ["a", "b"], "orient": "row", "infer_schema_length": None})]


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_without_a_library_for_frames_it_is_said_so(library, monkeypatch):
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(sevenstep.Failure, match=f"{library} is not installed\n→ pip install {library}"):
        getattr(Table(("a",), [(1,)]), f"to_{library}")()


def test_a_table_is_a_sequence():
    table = Table(("a",), [(1,), (2,), (3,)])
    assert list(table) == [{"a": 1}, {"a": 2}, {"a": 3}]
    assert (len(table[1:]), table[-1]) == (2, {"a": 3})
    assert "and 10 more rows" in Table(("a",), [(1,)] * 60)._repr_html_()


def test_a_text_is_shown_as_it_is_read():
    text = Reading("a <b>\nc")
    assert (repr(text), text._repr_html_()) == ("a <b>\nc", "<pre>a &lt;b&gt;\nc</pre>")
