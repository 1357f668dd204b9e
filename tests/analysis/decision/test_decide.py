"""Decisions: by hand, and against another library."""

import numpy
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pymcdm.methods import TOPSIS, WSM
from pymcdm.normalizations import minmax_normalization, vector_normalization

from sevenstep.analysis.conclusions.decision import headline
from sevenstep.analysis.decision.decide import decide, decisions
from sevenstep.chain.graph import build
from sevenstep.model.choices import Meets
from sevenstep.model.frames.decision import Decision

MODEL = """
decisions:
  who:
    title: Who
    requirements:
      run: Somebody runs it
      cheap: {title: At most 6 million, criterion: cost, limit: ≤600 万元}
    criteria:
      cost: {title: Cost, weight: 60%, unit: 万元, direction: decrease, discount: 5%}
      skill: {title: Skill, weight: 40%}
      policy: Hold on policy
    options:
      own: {title: Own, meets: {run: yes}, values: {cost: {years: {2025: 300 万元, 2026: 63 万元}}, skill: 2}}
      rent: {title: Rented, meets: {run: yes}, values: {cost: 3200000 CNY, skill: 5, policy: weak}}
      gift: {title: Given away, meets: {run: no}, values: {cost: 10 万元, skill: 5}}
      dear: {title: Dear, meets: {run: yes}, values: {cost: 601, skill: 5}}
      vague: {title: Vague, values: {skill: 3}}
    choice: {option: rent}
"""


@pytest.fixture
def found(checked):
    return decisions(checked(MODEL).chain)["who"]


def test_sums_of_years_are_discounted_to_the_first(found):
    """300 + 63 / 1.05 = 360."""
    assert found.values["own"]["cost"] == pytest.approx(360)
    assert found.values["rent"]["cost"] == pytest.approx(320)


def test_what_fails_a_requirement_is_out(found):
    assert found.out == {"gift": ("run",), "dear": ("cheap",)}
    assert found.meets["own"] == {"run": Meets.YES, "cheap": Meets.YES}
    assert found.open == {"vague": ("run", "cheap")}
    assert found.unranked == {"vague": ("cost",)}


def test_the_rest_is_ranked_between_the_worst_and_the_best(found):
    """Rented: cost is best (1), skill 5 of 1 to 5 (1): 100. Own: cost is worst (0), skill 0.25: 10."""
    assert [(one.option, one.weighted_sum, one.weighted_place) for one in found.ranked] == [
        ("rent", pytest.approx(100), 1),
        ("own", pytest.approx(10), 2),
    ]
    assert found.first == ("rent",) and found.chosen_place == 1 and found.agrees
    cost, skill = found.criteria
    assert (cost.worst, cost.best, cost.is_relative) == (pytest.approx(360), pytest.approx(320), True)
    assert (skill.worst, skill.best, skill.is_relative) == (1, 5, False)
    assert [move.criterion for move in found.moves] == ["cost", "skill"]


@pytest.mark.parametrize(
    ("limit", "value", "met"),
    [("≤5", 5, "yes"), ("<5", 5, "no"), ("≥5", 4, "no"), ("3..5", 4, "yes"), ("3..5", 6, "no"), ("5", 6, "yes")],
)
def test_limits(checked, limit, value, met):
    text = f"""
decisions:
  d:
    title: D
    requirements: {{r: {{title: R, criterion: c, limit: {limit}}}}}
    criteria: {{c: {{title: C, weight: 1}}}}
    options: {{o: {{title: O, values: {{c: {value}}}}}, p: {{title: P, values: {{c: 5}}}}}}
"""
    assert decisions(checked(text).chain)["d"].meets["o"]["r"] == met


def test_criteria_that_do_not_differ_leave_all_alike(checked):
    found = decisions(
        checked("""
decisions:
  d:
    title: D
    criteria: {c: {title: C, weight: 50%, unit: h, direction: decrease}, e: {title: E, weight: 50%, unit: h}}
    options: {o: {title: O, values: {c: 5 h, e: 60 min}}, p: {title: P, values: {c: 300 min, e: 2 h}}}
""").chain
    )["d"]
    assert [one.differs for one in found.criteria] == [False, True]
    assert {one.option: one.goodness for one in found.ranked} == {"o": (0.5, 0.0), "p": (0.5, 1.0)}


def test_words_alone_rank_nobody(checked):
    text = "decisions: {d: {title: D, criteria: {c: C}, options: {o: {title: O, values: {c: good}}}}}"
    found = decisions(checked(text).chain)["d"]
    assert (found.ranked, found.criteria, found.unranked, found.moves) == ((), (), {}, ())


@st.composite
def tables(draw):
    options, criteria = draw(st.integers(2, 8)), draw(st.integers(1, 5))
    matrix = [[draw(st.integers(1, 500)) / 10 for _ in range(criteria)] for _ in range(options)]
    weights = [draw(st.integers(1, 50)) for _ in range(criteria)]
    return matrix, weights, [draw(st.booleans()) for _ in range(criteria)]


def of(matrix, weights, benefits) -> Decision:
    total = sum(weights)
    return Decision(
        id="d",
        title="D",
        criteria={
            f"c{at}": {
                "title": "C",
                "weight": f"{100 * weight / total:.10f}%",
                "unit": "h",
                "direction": "increase" if good else "decrease",
            }
            for at, (weight, good) in enumerate(zip(weights, benefits, strict=True))
        },
        options={
            f"o{row}": {"title": "O", "values": {f"c{at}": f"{value} h" for at, value in enumerate(values)}}
            for row, values in enumerate(matrix)
        },
    )


@pytest.fixture(scope="module")
def chain():
    from datetime import date

    from sevenstep.model.engagement import Engagement
    from sevenstep.model.header import Header

    return build(Engagement(Header(id="x", title="X"), {}, {}, {}, True, date(2026, 1, 1)))


@given(table=tables())
def test_another_library_ranks_alike(chain, table):
    matrix, weights, benefits = table
    assume(all(len(set(column)) > 1 for column in zip(*matrix, strict=True)))  # there the library divides by zero
    types = numpy.array([1 if good else -1 for good in benefits])
    given_weights = numpy.array(weights) / sum(weights)
    sums = WSM(minmax_normalization)(numpy.array(matrix), given_weights, types, validation=False)
    near = TOPSIS(vector_normalization)(numpy.array(matrix), given_weights, types, validation=False)
    found = {one.option: one for one in decide(chain, of(matrix, weights, benefits)).ranked}
    for row in range(len(matrix)):
        assert found[f"o{row}"].weighted_sum == pytest.approx(100 * sums[row], abs=1e-6)
        assert found[f"o{row}"].closeness == pytest.approx(near[row], abs=1e-9)


@given(table=tables(), more=st.integers(1, 200))
def test_more_weight_on_what_the_first_is_best_at_keeps_it_first(chain, table, more):
    matrix, weights, benefits = table
    before = decide(chain, of(matrix, weights, benefits))
    first = before.ranked[0]
    best = max(range(len(weights)), key=lambda at: first.goodness[at])
    assume(all(other.goodness[best] <= first.goodness[best] for other in before.ranked))
    raised = [weight + (more if at == best else 0) for at, weight in enumerate(weights)]
    after = decide(chain, of(matrix, raised, benefits))
    assert next(one for one in after.ranked if one.option == first.option).weighted_sum == pytest.approx(
        max(one.weighted_sum for one in after.ranked), abs=1e-6
    )


def test_far_years_and_a_high_rate_are_no_trouble(checked):
    text = """
decisions:
  d:
    title: D
    criteria: {c: {title: C, weight: 1, unit: 万元, direction: decrease, discount: 100%}}
    options:
      o: {title: O, values: {c: {years: {0001: 8 万元, 9999: 1e12 万元}}}}
      p: {title: P, values: {c: 9 万元}}
"""
    found = decisions(checked(text).chain)["d"]
    assert found.values["o"]["c"] == pytest.approx(8)
    assert found.first == ("o",)


def test_of_options_that_are_alike_none_is_said_to_be_first_alone(checked):
    chain = checked(
        "decisions: {who: {title: Who, question: Who?, criteria: {skill: {title: Skill, weight: 100%}},"
        " options: {a: {title: A, values: {skill: 3}}, b: {title: B, values: {skill: 3}}}}}"
    ).chain
    said = headline(chain.elements["who"], decisions(chain)["who"])
    assert said.en == "nothing is chosen yet; “A”, “B” rank first so far"
    assert said.zh == "还没有选定；按现有的值，“A”、“B”并列第一"
