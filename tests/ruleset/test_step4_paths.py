"""Edge cases of the rules of step 4: who is entitled, who takes part, who is idle."""

import pytest

from sevenstep.checking.check import Checked

GROUND = """
domains: {port: {title: Port}, trade: {title: Trade}}
functions: {inspect: {title: Inspect, domain: port}}
actors:
  ministry: {title: Ministry, type: government, domains: [trade]}
  customs: {title: Customs, type: government, parent: ministry}
  brigade: {title: Brigade, type: government, parent: customs, domains: [port]}
  shipper: {title: Shipper, type: enterprise, domains: [trade]}
  visitor: {title: Visitor, type: enterprise}
"""


@pytest.fixture
def path(checked):
    """Checks one path `P` with these fields; what is breached, as (code, element)."""

    def check(fields: str, more: str = "") -> set[tuple[str, str]]:
        found: Checked = checked(f"{GROUND}paths: {{P: {{title: P, {fields}}}}}\n{more}")
        return {
            (diagnostic.rule.code, diagnostic.element)
            for diagnostic in found.found
            if diagnostic.rule.code.startswith("S4")
        }

    return check


@pytest.mark.parametrize(
    ("who", "entitled"),
    [("brigade", True), ("customs", True), ("ministry", True), ("shipper", False), ("visitor", True), ("nobody", True)],
)
def test_a_say_in_a_domain_comes_from_above_and_from_below(path, who, entitled):
    """Customs name no domain: the brigade below and the ministry above them do. A visitor names none: S406 asks."""
    found = path(f"connects: {{inspect: {{R: brigade, A: {who}}}}}")
    assert (("S405", "P") not in found) is entitled
    assert (("S406", "visitor") in found) is (who == "visitor")


@pytest.mark.parametrize(
    ("named", "handing", "missing"),
    [
        ("customs", "brigade", False),
        ("brigade", "ministry", False),
        ("customs", "shipper", True),
        ("customs", "nobody", False),  # who is not there is told by another rule
    ],
)
def test_a_party_may_stand_for_what_it_belongs_to(path, named, handing, missing):
    fields = (
        f"connects: {{inspect: {{R: {named}, A: {named}}}}}, exchanges: [{{from: {handing}, to: {named}, goods: x}}]"
    )
    assert (("S411", "P") in path(fields)) is missing


def test_a_party_is_missing_once_however_often_it_hands_over(checked):
    exchanges = ", ".join("{from: shipper, to: customs, goods: x}" for _ in range(3))
    fields = f"connects: {{inspect: {{R: customs, A: customs}}}}, exchanges: [{exchanges}]"
    found = checked(f"{GROUND}paths: {{P: {{title: P, {fields}}}}}\n")
    assert [diagnostic.rule.code for diagnostic in found.found].count("S411") == 1


@pytest.mark.parametrize(
    ("exchange", "codes"),
    [
        ("data: form, channel: system, system: s", set()),
        ("data: form, channel: system", {"S410"}),
        ("data: form, channel: paper", {"S409"}),
        ("goods: box, channel: paper", set()),
        ("money: duty", set()),
        ("data: form", {"S408"}),
        ("channel: email", {"S407"}),
    ],
)
def test_an_exchange_says_what_and_how(path, exchange, codes):
    found = path(f"exchanges: [{{from: shipper, to: customs, {exchange}}}]")
    assert {code for code, element in found if element == "P"} == codes


def test_idle_is_who_nothing_names(path):
    found = path("connects: {inspect: {R: brigade, A: brigade}}")
    assert {element for code, element in found if code == "S414"} == {"shipper", "visitor"}
    owned = path("connects: {inspect: {R: brigade, A: shipper}}", "systems: {s: {title: S, owner: visitor}}\n")
    assert not {element for code, element in owned if code == "S414"}


def test_nobody_is_called_idle_where_a_part_could_not_be_read(path):
    assert not {
        problem for problem in path("connects: {}", "goals: {G: {title: t, horizn: 1}}\n") if problem[0] == "S414"
    }


def test_a_path_of_one_needs_no_exchange(path):
    assert ("S413", "P") not in path("connects: {inspect: {R: brigade, A: brigade}}")
    assert ("S413", "P") in path("connects: {inspect: {R: brigade, A: ministry}}")
