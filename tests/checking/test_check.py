"""The check as a whole: it finds everything at once, folds what follows from something else, and survives a crash."""

from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.checking.check import check
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset import rule as rules
from sevenstep.source.files import SourceFile
from sevenstep.source.reader import read

SOME = Text(plain="some")


@rules.rule("S999", "always-crashes", Severity.ERROR, title=SOME, reason=SOME, bad="", good="")
def always_crashes(chain: Chain) -> Iterator[rules.Violation]:
    yield rules.Violation("G", Text(plain="found before the crash"))
    raise ZeroDivisionError("boom")


def codes(checked) -> list[str]:
    return [problem.diagnostic.rule.code for problem in checked.problems]


def errors(checked) -> list[str]:
    return [problem.diagnostic.rule.code for problem in checked.problems if problem.diagnostic.is_error]


def test_a_crashed_rule_is_named_and_the_rest_goes_on():
    document = read(SourceFile("engagement.yaml", "id: x\ntitle: X\ngoals: {G: {title: G}}\n"))
    found = check([document], rules=[always_crashes])
    assert sorted(codes(found)) == ["S000", "S999"]
    message = next(p.diagnostic.message.en for p in found.problems if p.diagnostic.rule.code == "S000")
    assert "always-crashes" in message
    assert "boom" in message


def test_all_problems_of_all_files_in_one_run(checked):
    many = "goals:\n" + "".join(f"  G{n}: {{title: t, horizn: 1}}\n" for n in range(200))
    found = checked("indicators: {I: {title: t}}\n", goals=many)
    assert codes(found).count("S006") == 200
    assert "S801" in codes(found)


def test_an_unreadable_file_does_not_make_references_dangle(engagement):
    from sevenstep.checking.load import load_and_check

    folder = engagement("indicators: {I: {title: t, measures: G1}}\n")
    (folder / "goals.yaml").write_bytes("goals:\n  G1: {title: 目标}\n".encode("gb18030"))
    assert errors(load_and_check(folder)) == ["S001"]


def test_a_broken_element_does_not_make_references_dangle(checked):
    found = checked("goals: {G1: {title: t, foo: 1}}\nindicators: {I: {title: t, measures: G1, accepted: {S802: x}}}\n")
    assert errors(found) == ["S006"]


def test_positions_lie_on_the_words(checked):
    found = checked("goals:\n  G1: {title: t, answers: [C1, C2], accepted: {S802: x}}\n")
    spans = [(p.span.line, p.span.column, p.span.end_column) for p in found.problems if p.diagnostic.is_error]
    assert spans == [(4, 28, 30), (4, 32, 34)]


def test_an_element_that_is_named_by_its_title_is_offered_by_its_id(checked):
    found = checked("""
        goals: {G1: {title: T, owner: 医院药剂科, description: "[[分销企业]]"}}
        actors: {hosp: {title: 医院药剂科, type: 医院}, co: {title: 分销企业, type: enterprise}}
    """)
    said = {
        diagnostic.rule.code: diagnostic.remedy.for_language("zh") for diagnostic in found.found if diagnostic.remedy
    }
    assert said["S845"] == "是不是 co（分销企业）？"


def test_words_that_may_be_written_are_told_with_what_they_mean(checked):
    found = checked("actors: {hosp: {title: 医院, type: 医院}}")
    remedy = next(diagnostic.remedy for diagnostic in found.found if diagnostic.rule.code == "S008")
    assert remedy.for_language("zh") == "可以写：government（政府与公共机构）、enterprise（企业）、operator（操作者）"
    assert remedy.for_language("en") == "Write one of: government, enterprise, operator"


def test_a_reference_by_a_title_is_answered_with_the_id(checked):
    found = checked("""
        goals: {G1: {title: T, owner: 医院药剂科}}
        actors: {hosp: {title: 医院药剂科, type: operator}}
    """)
    assert [diagnostic.remedy.for_language("zh") for diagnostic in found.found if diagnostic.rule.code == "S011"] == [
        "是不是 hosp（医院药剂科）？"
    ]
