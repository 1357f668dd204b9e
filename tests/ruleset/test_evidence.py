"""Edge cases of the rules on figures and sources."""

import pytest

from sevenstep.checking.check import check
from sevenstep.source.files import SourceFile
from sevenstep.source.reader import read


def violations(text: str, code: str) -> list:
    checked = check([read(SourceFile("engagement.yaml", f"id: x\ntitle: X\n{text}"))])
    assert not [diagnostic for diagnostic in checked.found if diagnostic.rule.code.startswith("S00")]
    return [diagnostic for diagnostic in checked.found if diagnostic.rule.code == code]


EVIDENCE = "[{{what: a, figure: 5 d{}}}, {{what: b, figure: 7 d}}, {{what: c}}]"
CHALLENGE = f"challenges: {{{{C: {{{{title: Slow, evidence: {EVIDENCE}{{}}}}}}}}}}\n"


def test_one_question_an_element_whatever_it_lacks():
    (diagnostic,) = violations(CHALLENGE.format("", ""), "S812")
    assert diagnostic.message.en == "Where does 5 d come from, in “Slow”?"
    assert [place.path for place in diagnostic.also] == [("challenges", "C", "evidence", 1)]


@pytest.mark.parametrize(
    ("of_figure", "of_element", "asked"),
    [(", source: report p. 3", "", 1), ("", ", source: report p. 3", 0), ("", ', source: "assumption: a guess"', 0)],
)
def test_the_source_of_an_element_holds_for_its_figures(of_figure, of_element, asked):
    assert len(violations(CHALLENGE.format(of_figure, of_element), "S812")) == asked


def test_targets_are_decided_and_need_no_source():
    assert not violations("indicators: {I: {title: t, targets: {2027: 16}}}\n", "S812")


def test_one_question_for_all_that_rest_on_the_same_assumption():
    actors = ", ".join(f'A{n}: {{title: A{n}, type: operator, source: "assumption: usual here"}}' for n in range(4))
    (diagnostic,) = violations(f"actors: {{{actors}}}\n", "S813")
    assert diagnostic.message.en == "“A0” (and 3 more) rest on an assumption (usual here). Who can confirm it?"
    assert len(diagnostic.also) == 3


def test_all_owners_are_asked_where_all_are_known():
    owners = ", ".join(f"{name}: {{title: {name}, type: operator}}" for name in ("rail", "port"))
    data = ", ".join(
        f'{n}: {{title: {n}, owner: {o}, source: "assumption: x"}}' for n, o in (("A", "rail"), ("B", "port"))
    )
    (diagnostic,) = violations(f"actors: {{{owners}}}\ndata: {{{data}}}\n", "S813")
    assert diagnostic.ask == ("rail", "port")
    (diagnostic,) = violations(f"actors: {{{owners}}}\ndata: {{{data.replace('owner: port, ', '')}}}\n", "S813")
    assert diagnostic.ask == ()


def test_what_one_element_accepts_is_still_asked_of_the_others():
    accepting = 'A: {title: A, source: "assumption: x", accepted: {S813: we know}}'
    for actors in (
        f'{accepting}, B: {{title: B, source: "assumption: x"}}',
        f'B: {{title: B, source: "assumption: x"}}, {accepting}',
    ):
        text = f"domains: {{{actors}}}\n"
        assert [diagnostic.element for diagnostic in violations(text, "S813")] == ["B"]
        assert not violations(text, "S014")


FLOW = "flows: {{F: {{title: F, variant: as-is{}, steps: {{a: {{title: a{}}}, b: {{title: b{}}}}}}}}}\n"
ASSUMED = ', source: "assumption: guess"'


@pytest.mark.parametrize(
    ("sources", "first", "also"),
    [
        ((ASSUMED, ASSUMED, ""), ("flows", "F", "source"), 1),
        (("", ASSUMED, ASSUMED), ("flows", "F", "steps", "a", "source"), 1),
        ((", source: report", "", ASSUMED), ("flows", "F", "steps", "b", "source"), 0),
    ],
)
def test_a_flow_is_asked_about_once_with_its_steps(sources, first, also):
    (diagnostic,) = violations(FLOW.format(*sources), "S813")
    assert diagnostic.element == "F"
    assert diagnostic.place.path == first
    assert len(diagnostic.also) == also


@pytest.mark.parametrize(
    ("source", "said"),
    [("quartely p. 4", True), ("quarterly p. 4", False), ("annual p. 4", False), ('"assumption: quartely"', False)],
)
def test_a_slip_in_a_registered_source(source, said):
    text = f"sources: {{quarterly: {{title: Q}}}}\nchallenges: {{C: {{title: Slow, source: {source}}}}}\n"
    assert bool(violations(text, "S815")) is said


@pytest.mark.parametrize(
    ("cited", "said"),
    [
        ("report-2022", None),  # the report of another year
        ("reprot-2024", "Did you mean “report-2024”?"),
        ("Report-2024", "Did you mean “report-2024”?"),
        ("surveys", "Did you mean “survey” or “surveyx”?"),
        ("数智季刊", None),
    ],
)
def test_which_registered_source_is_meant(cited, said):
    registered = (
        "sources: {report-2023: {title: A}, report-2024: {title: B}, survey: {title: C}, surveyx: {title: D}}\n"
    )
    (diagnostic,) = violations(f"{registered}goals: {{G: {{title: G, source: {cited} p. 1}}}}\n", "S815") or [None]
    assert (diagnostic and diagnostic.remedy.en) == said


def test_a_source_cited_with_a_slip_or_perhaps_by_what_cannot_be_read_is_not_uncited():
    registered = "sources: {quarterly: {title: Q}}\n"
    assert not violations(f"{registered}goals: {{G: {{title: G, source: Quartely p. 1}}}}\n", "S816")
    broken = f"id: x\ntitle: X\n{registered}goals: {{G: {{title: G, horizn: 1, source: quarterly p. 1}}}}\n"
    assert "S816" not in {
        diagnostic.rule.code for diagnostic in check([read(SourceFile("engagement.yaml", broken))]).found
    }


def test_very_many_free_names_are_not_all_compared():
    documents = ", ".join(f"document{'abcdefghij'[n % 10]}{n}: {{title: D}}" for n in range(1000))
    goals = ", ".join(f"G{n}: {{title: G{n}, source: 'book{n} p. 1'}}" for n in range(2000))
    assert not violations(f"sources: {{{documents}}}\ngoals: {{{goals}}}\n", "S815")


def test_a_source_that_only_a_step_of_a_flow_cites_is_cited():
    flow = "flows: {F: {title: F, variant: as-is, steps: {a: {title: a, source: report p. 1}}}}\n"
    assert not violations(f"sources: {{report: {{title: R}}}}\n{flow}", "S816")
    assert violations(f"sources: {{report: {{title: R}}}}\n{flow.replace('report', 'other')}", "S816")


@pytest.mark.parametrize(
    ("one", "other", "asked"),
    [
        ("International freight forwarder", "International freight forwarders", True),
        ("国际货运代理企业", "国际货运代理公司", True),
        ("第一期建设项目", "第二期建设项目", False),  # numbers tell them apart
        ("Wave 1 of the programme", "Wave 2 of the programme", False),
        ("海关", "海事", False),
        ("Customs office", "Customs officer training", False),
        ("Freight forwarder", "Freight forwarder", False),  # equal titles are told by another rule
    ],
)
def test_what_looks_alike(one, other, asked):
    text = f"domains: {{A: {{title: {one}}}, B: {{title: {other}}}}}\n"
    assert bool(violations(text, "S817")) is asked


def test_very_many_of_one_beginning_are_not_compared():
    domains = ", ".join(f"D{n}: {{title: Domain of trade {chr(97 + n % 26)}{chr(97 + n // 26)}}}" for n in range(500))
    assert not violations(f"domains: {{{domains}}}\n", "S817")


@pytest.mark.parametrize(
    ("money", "asked"),
    [("300", True), ("300 CNY", False), ("0", False), ("1..3 万元", False), ("5 万", True), ("5 million/y", True)],
)
def test_money_needs_a_currency(money, asked):
    assert bool(violations(f"items: {{I: {{title: t, resources: {{money: {money}}}}}}}\n", "S811")) is asked


def test_money_of_projects_and_funds_names_its_currency():
    text = (
        "funds: {F: {title: Fund, type: own, amount: '100', by_year: {2024: '7'}}}\n"
        "projects: {P: {title: Project, start: 2024, end: 2024, budget:"
        " [{year: 2024, amount: '5', fund: F}, {year: 2024, amount: 6 CNY, fund: F}]}}\n"
    )
    assert [one.place.path[2:] for one in violations(text, "S811")] == [
        ("amount",),
        ("by_year", "2024"),
        ("budget", 0, "amount"),
    ]
