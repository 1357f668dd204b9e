"""The data that all formats are written from."""

from sevenstep.checking.load import load_and_check
from sevenstep.diagnostic import Severity
from sevenstep.report.report import report_of


def test_problems_are_those_of_the_check_without_questions(checked_sample):
    checked = checked_sample()
    report = report_of(checked, "here/", "1")
    assert report.problems == checked.problems
    assert [report.counts[one] for one in Severity] == [1, 1, 1, 0]
    assert report.path("a.yaml") == "here/a.yaml"


def test_some_problems_can_be_left_out_and_still_count(checked_sample):
    checked = checked_sample()
    report = report_of(checked, "", "1", problems=checked.problems[:1])
    assert report.problems == checked.problems[:1]
    assert report.counts == report_of(checked, "", "1").counts


def test_what_is_accepted_has_its_place_and_its_reason(checked_sample):
    (one,) = report_of(checked_sample(), "", "1").accepted
    assert (one.located.diagnostic.rule.code, one.located.span.line) == ("S802", 3)
    assert one.match.acceptance.reason.en == "Left for phase two, as agreed"


def test_every_file_is_known_also_one_that_could_not_be_read(engagement):
    folder = engagement("goals: {G: {title: t}}\n")
    (folder / "broken.yaml").write_bytes(b"\xff\xfe\x00")
    assert report_of(load_and_check(folder), "", "1").files == ("broken.yaml", "engagement.yaml")


def test_the_lines_of_elements_are_looked_up_when_wanted(checked_sample):
    lines = report_of(checked_sample(), "", "1").elements
    assert [(one.line, one.is_whole) for one in lines] == [(2, True), (2, False), (3, False), (4, False)]
    assert report_of(checked_sample(), "", "1", element_lines=False).elements == ()


def test_what_is_deferred_has_no_line_unless_nothing_justifies_it(engagement):
    folder = engagement(
        "goals: {G: {title: t}}\n"
        "indicators:\n"
        "  kept: {title: t, measures: G, accepted: {S802: later}}\n"
        "  stray: {title: t, accepted: {S802: later}}\n"
    )
    lines = {one.line: one.is_whole for one in report_of(load_and_check(folder), "", "1").elements}
    written = (folder / "engagement.yaml").read_text(encoding="utf-8").splitlines()
    kept, stray = (
        next(at for at, line in enumerate(written, 1) if line.startswith(f"  {name}:")) for name in ("kept", "stray")
    )
    assert kept not in lines
    assert lines[stray] is False
