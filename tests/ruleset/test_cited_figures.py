"""Whether a cited figure is what its source says: expectations by hand."""

import pytest

from sevenstep.checking.check import Checked
from sevenstep.model.quantity import Quantity
from sevenstep.ruleset.evidence.cited_figures import agrees
from sevenstep.ruleset.evidence.pages import share_a_page


def quantity(text: str) -> Quantity:
    return Quantity.parse(text, bounds=True)


@pytest.mark.parametrize(
    ("cited", "registered", "unit", "expected"),
    [
        ("70%", "0.7", "", True),
        ("0.7", "70%", "", True),
        ("24 h", "1 d", "", True),
        ("1 d", "30 h", "", False),
        ("7 d", "7..9 d", "", False),
        ("8 d", "7..9 d", "", False),
        ("168..216 h", "7—9天", "", True),
        ("7..10 d", "7..9 d", "", False),
        ("5.5%", "5.52%", "", True),
        ("5.6%", "5.52%", "", False),
        ("0.7", "74%", "", False),  # rounded, but by too much
        ("24.4 trillion CNY", "24.4万亿元", "", True),
        ("24.4", "24.4万亿元", "trillion CNY", True),
        ("50 USD", "50元", "", False),
        ("50 h", "50元", "", False),
        ("5", "≥5", "", True),
        (">5", "≥5", "", True),
        ("≤5", "≥5", "", False),
        ("≥5", "5", "", False),
        ("6", "≥5", "", False),
        ("约70%", ">70%", "", True),
        ("18", "18个", "", True),
        ("8", "7..9 d", "d", False),
        ("70", "70%", "%", True),
        ("0.7", "70%", "%", True),
        ("0", "0", "", True),
        ("-5%", "5%", "", False),
        ("7 working days", "7 d", "", False),
    ],
)
def test_agrees(cited, registered, unit, expected):
    assert agrees(quantity(cited), quantity(registered), unit) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("p. 43", "第 43 页", True),
        ("p. 43", "p. 44", False),
        ("pp. 37-54", "p. 43", True),
        ("第37至54页", "55", False),
        ("pp. 37–54", "p. 37", True),
        ("p. ４３", "p. 43", True),
        ("the summary", "p. 43", True),
        ("pp. 54-37", "p. 54", True),
    ],
)
def test_pages(one, other, expected):
    assert share_a_page(one, other) is expected


def violations(found: Checked, code: str) -> list[tuple]:
    return sorted((d.element, d.place.path) for d in found.found if d.rule.code == code)


HEAD = """
        sources:
          q: {title: Q, figures: {lead: {value: 7..9 d, page: p. 43}, rate: 70%, wrong: {value: many}}}
"""


def test_every_place_that_can_cite(checked):
    found = checked(f"""{HEAD}
        challenges:
          C: {{title: C, source: q#rate, evidence: [{{what: a, figure: 71%}}]}}
          D: {{title: D, source: q#rate, evidence: [{{what: a, figure: 71%}}, {{what: b, figure: 72%}}]}}
          E: {{title: E, evidence: [{{what: no figure, source: q#lead}}]}}
        goals: {{G: {{title: G}}}}
        indicators:
          I:
            title: I
            measures: G
            unit: d
            baseline: {{value: 8, source: q#lead}}
            targets: {{2027: {{value: 2, source: q#lead p. 4}}}}
          J: {{title: J, measures: G, unit: d, source: q#lead, baseline: 7..9, targets: {{2027: 2}}}}
    """)
    assert violations(found, "S819") == [
        ("C", ("challenges", "C", "evidence", 0, "figure")),
        ("I", ("indicators", "I", "baseline")),
        ("I", ("indicators", "I", "targets", "2027")),
    ]
    assert violations(found, "S822") == [("I", ("indicators", "I", "targets", "2027", "source"))]


def test_a_move_cites_an_effect_that_is_registered(checked):
    found = checked("""
        sources: {q: {title: Q, figures: {cost: -21%, energy: 16%}}}
        goals: {G: {title: G}}
        indicators:
          cost: {title: Cost, measures: G, unit: CNY, direction: decrease, baseline: 100}
          energy: {title: Energy, measures: G, unit: kWh, direction: increase, baseline: 100}
        scenarios:
          S: {title: S, moves: {cost: {value: -21%, source: q#cost}, energy: {value: +20%, source: q#energy}}}
          T: {title: T, moves: {cost: -20%}, source: q#cost}
          U: {title: U, moves: {cost: -20%, energy: +3%}, source: q#cost}
    """)
    assert violations(found, "S819") == [
        ("S", ("scenarios", "S", "moves", "energy")),
        ("T", ("scenarios", "T", "moves", "cost")),
    ]
    scenario = found.chain.elements["S"]
    assert scenario.moves["cost"].source.figure == "cost"
    assert {key: move.text for key, move in scenario.changes.items()} == {"cost": "-21%", "energy": "+20%"}


def test_what_is_derived_is_an_assumption_and_need_not_agree(checked):
    found = checked(f"""{HEAD}
        challenges:
          C:
            title: C
            evidence: [{{what: a, figure: 8 d, source: {{document: q, figure: lead, sure: assumed}}}}]
    """)
    assert not violations(found, "S819")


def test_a_registered_figure_that_cannot_be_read_is_reported_once(checked):
    found = checked(f"""{HEAD}
        challenges: {{C: {{title: C, evidence: [{{what: a, figure: 8 d, source: q#wrong}}]}}}}
    """)
    assert [d.place.path for d in found.found if d.rule.code == "S008"] == [
        ("sources", "q", "figures", "wrong", "value")
    ]
    assert not violations(found, "S820")


def test_names_of_documents_with_a_hash_stay(checked):
    found = checked("""
        challenges: {C: {title: C, evidence: [{what: a, figure: 8 d, source: "Report#4 p. 2"}]}}
    """)
    source = found.chain.elements["C"].evidence[0].source
    assert (source.document, source.figure, source.page) == ("Report", "4", "p. 2")
    assert not [d for d in found.found if d.rule.code in {"S815", "S819", "S820"}]


def test_a_name_that_cannot_be_cited_is_refused_where_it_stands(checked):
    found = checked("""
        sources: {q: {title: Q, figures: {"booking lead": 7 d}}}
    """)
    assert [d.place.path[:3] for d in found.found if d.rule.code == "S008"] == [("sources", "q", "figures")]


@pytest.mark.parametrize(
    ("source", "code", "remedy"),
    [
        ('"nope#rate"', "S815", "name a registered document (quarterly)"),
        ('"nope#"', "S815", "name a registered document (quarterly)"),
        ('"nope#rate#lead"', "S815", "name a registered document (quarterly)"),
        ('"quartely#rate"', "S815", "Did you mean “quarterly”?"),
        ('"quarterly#"', "S820", "Write quarterly# and the name"),
        ('"quarterly#rate#lead"', "S820", "Write quarterly#rate"),
        ('"quarterly# rate"', "S820", "Write quarterly#rate"),
        ('"quarterly #rate"', "S820", "Write quarterly#rate"),
        ('"quarterly ＃rate p. 3"', "S820", "Write quarterly#rate"),
        ('"quarterly # rate"', "S820", "Write quarterly#rate"),
        ('"quarterly #"', "S820", "Write quarterly# and the name"),
        ('"quarterly# p. 4"', "S820", "Write quarterly# and the name"),
        ('"#rate"', "S820", "Write quarterly#rate"),
        ("{figure: rate}", "S820", "Write quarterly#rate"),
        ('{document: "", figure: rate}', "S820", "Write quarterly#rate"),
        ('{document: "quarterly#", figure: rate}', "S820", "Write quarterly#rate"),
        ('"quarterly##rate"', "S820", "Write quarterly#rate"),
        ("{figure: other}", "S820", "Write quarterly#booking-lead"),
        ('{document: "quarterly#lead", figure: rate}', "S820", "Write quarterly#lead"),
    ],
)
def test_a_citation_that_would_not_be_compared_is_told_once(checked, source, code, remedy):
    found = checked(f"""
        sources: {{quarterly: {{title: Q, figures: {{lead: 7 d, rate: 70%}}}}}}
        challenges: {{C: {{title: C, evidence: [{{what: a, figure: 9%, source: {source}}}]}}}}
    """)
    [told] = [d for d in found.found if d.rule.code in {"S815", "S820"}]
    assert (told.rule.code, told.place.path) == (code, ("challenges", "C", "evidence", 0, "source"))
    assert remedy in told.remedy.en


@pytest.mark.parametrize(
    "source", ['"quarterly #rate"', '{document: "quarterly # rate"}', '{document: "quarterly# rate", page: p. 3}']
)
def test_blanks_beside_the_mark_do_not_stop_the_comparison_in_full_form(checked, source):
    found = checked(f"""
        sources: {{quarterly: {{title: Q, figures: {{lead: 7 d, rate: 70%}}}}}}
        challenges: {{C: {{title: C, evidence: [{{what: a, figure: 9%, source: {source}}}]}}}}
    """)
    assert violations(found, "S819" if source.startswith("{") else "S820")


@pytest.mark.parametrize("source", ["quarterly p. 3 #2", "Journal p. 4", '"Issue #4"', '"plain #4"'])
def test_other_names_and_pages_stay(checked, source):
    found = checked(f"""
        sources: {{quarterly: {{title: Q, figures: {{rate: 70%}}}}, plain: {{title: P}}}}
        challenges: {{C: {{title: C, source: {source}}}}}
    """)
    assert not [d for d in found.found if d.rule.code in {"S815", "S820"}]


def test_a_document_that_could_not_be_read_is_not_told_again(checked):
    found = checked("""
        sources: {q: 5, other: {title: O}}
        challenges: {C: {title: C, source: q#rate}}
    """)
    assert not violations(found, "S815") and not violations(found, "S820")


def test_a_document_cited_with_a_slip_behind_its_mark_is_cited(checked):
    found = checked("""
        sources: {q: {title: Q, figures: {rate: 70%}}}
        challenges: {C: {title: C, source: "q#"}}
    """)
    assert violations(found, "S820") and not violations(found, "S816")


def test_very_many_unregistered_documents_cost_little(checked):
    documents = ", ".join(f"document{n}: {{title: D}}" for n in range(1000))
    evidence = ", ".join(f"{{what: w, source: 'book{n}#x'}}" for n in range(1000))
    found = checked(f"""
        sources: {{{documents}}}
        challenges: {{C: {{title: C, evidence: [{evidence}]}}}}
    """)
    [told] = {d.remedy.en for d in found.found if d.rule.code == "S815"}
    assert "document4, …)" in told
