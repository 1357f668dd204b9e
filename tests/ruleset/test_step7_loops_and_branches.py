"""Ways that may not be meant so: loops that are hardly ever left, branches that run on into others."""

import pytest

WAYS = ("S763", "S765", "S766")


def flow(steps: str) -> str:
    lines = "".join(f"      {line.strip()}\n" for line in steps.strip().splitlines())
    return f"flows:\n  F:\n    title: t\n    variant: as-is\n    steps:\n{lines}"


def told(result) -> list[tuple[str, str]]:
    return [(diagnostic.rule.code, diagnostic.element) for diagnostic in result.found if diagnostic.rule.code in WAYS]


def said(result, language: str = "en") -> str:
    (diagnostic,) = [diagnostic for diagnostic in result.found if diagnostic.rule.code in WAYS]
    return diagnostic.message.for_language(language)


# -- loops ---------------------------------------------------------------------------


def loop(ways: str, head: str = "") -> str:
    return flow(
        f"""
        s: {{title: S, type: start}}
        w: {{title: Work}}
        {head}
        x: {{title: Done, type: exclusive, next: {{{ways}}}}}
        e: {{title: E, type: end}}
        """
    )


@pytest.mark.parametrize(
    ("ways", "rounds"),
    [
        ("e: 1%, w: 99%", "100"),
        ("w: 99.5%, e: 0.5%", "200"),
        ("e: 0.03%, w: 99.97%", "3,300"),
        ("e: 0.0000000001%, w: 99.9999999999%", "1,000,000,000,000"),
        ("e: 0.5%, w: 50%, x: 49.5%", "200"),
    ],
)
def test_the_number_of_rounds_is_told(checked, ways, rounds):
    result = checked(loop(ways))
    assert told(result) == [("S763", "F/x")]
    assert f"goes round about {rounds} times" in said(result)
    assert f"约 {rounds} 圈" in said(result, "zh")


def test_a_tiny_chance_is_not_rounded_to_nothing(checked):
    assert "a chance of 0.0000000001%" in said(checked(loop("e: 0.0000000001%, w: 99.9999999999%")))


@pytest.mark.parametrize("ways", ["e: 2%, w: 98%", "e: 98%, w: 2%", "w: 100%, e: 0%", "e, w"])
def test_what_is_left_in_time_or_never_is_not_asked_about(checked, ways):
    assert not told(checked(loop(ways)))


def test_a_rare_way_that_is_no_loop_is_not_asked_about(checked):
    steps = """
    s: {title: S, type: start}
    x: {title: X, type: exclusive, next: {rare: 0.1%, e: 99.9%}}
    rare: {title: Rare, next: e}
    e: {title: E, type: end}
    """
    assert not told(checked(flow(steps)))


def test_an_inner_loop_that_is_hardly_left_for_an_outer_one(checked):
    steps = """
    s: {title: S, type: start}
    w: {title: W}
    x: {title: X, type: exclusive, next: {on: 0.1%, w: 99.9%}}
    on: {title: On}
    y: {title: Y, type: exclusive, next: {e: 50%, w: 50%}}
    e: {title: E, type: end}
    """
    assert told(checked(flow(steps))) == [("S763", "F/x")]


def test_a_loop_with_several_ways_out_all_of_which_are_rare(checked):
    steps = """
    s: {title: S, type: start}
    w: {title: W}
    x: {title: X, type: exclusive, next: {e: 0.2%, y: 99.8%}}
    y: {title: Y, type: exclusive, next: {e: 0.3%, w: 99.7%}}
    e: {title: E, type: end}
    """
    result = checked(flow(steps))
    assert told(result) == [("S763", "F/y")]
    assert "about 200 times" in said(result)


def test_a_loop_with_one_good_way_out_is_well(checked):
    steps = """
    s: {title: S, type: start}
    w: {title: W}
    x: {title: X, type: exclusive, next: {e: 0.2%, y: 99.8%}}
    y: {title: Y, type: exclusive, next: {e: 30%, w: 70%}}
    e: {title: E, type: end}
    """
    assert not told(checked(flow(steps)))


# -- branches ------------------------------------------------------------------------


def branches(ways: str, first: str = "{title: Grant}", second: str = "{title: Refuse}", more: str = "") -> str:
    return flow(
        f"""
        s: {{title: S, type: start}}
        x: {{title: Fit, type: exclusive, next: {{{ways}}}}}
        grant: {first}
        {more}
        refuse: {second}
        e: {{title: E, type: end}}
        """
    )


@pytest.mark.parametrize("ways", ["grant: 90%, refuse: 10%", "grant: 50%, refuse: 50%", "grant: fit, refuse: not fit"])
def test_a_branch_that_runs_on_into_one_that_is_not_the_usual_way(checked, ways):
    result = checked(branches(ways))
    assert told(result) == [("S765", "F/grant")]
    assert said(result) == "“Grant” has no next and runs on into “Refuse”, the other way out of “Fit”: is this meant?"
    assert said(result, "zh") == "“Grant”没写下一步，接着走到“Refuse”，也就是“Fit”的另一路：是这样吗？"


def test_a_detour_into_the_usual_way_is_a_hint(checked):
    assert told(checked(branches("grant: 10%, refuse: 90%"))) == [("S766", "F/grant")]


def test_the_last_step_of_a_longer_branch_is_named(checked):
    assert told(checked(branches("grant: 90%, refuse: 10%", more="file: {title: File}"))) == [("S765", "F/file")]


@pytest.mark.parametrize("onward", ["refuse", "e"])
def test_what_is_written_is_meant(checked, onward):
    assert not told(checked(branches("grant: 90%, refuse: 10%", first=f"{{title: Grant, next: {onward}}}")))


def test_a_gateway_in_which_ways_come_together_is_no_branch(checked):
    assert not told(checked(branches("grant: 90%, refuse: 10%", second="{title: Both, type: exclusive}")))


def test_the_only_end_is_no_branch_but_one_of_several_is(checked):
    single_end = """
    s: {title: S, type: start}
    x: {title: Fit, type: exclusive, next: {grant: 90%, e: 10%}}
    grant: {title: Grant}
    e: {title: E, type: end}
    """
    assert not told(checked(flow(single_end)))
    two = """
    s: {title: S, type: start}
    x: {title: Fit, type: exclusive, next: {grant: 90%, refused: 10%}}
    grant: {title: Grant}
    refused: {title: Refused, type: end}
    granted: {title: Granted, type: end}
    """
    assert told(checked(flow(two).replace("granted: {", "other: {title: O, next: granted}\n      granted: {"))) == [
        ("S765", "F/grant")
    ]


def test_where_others_lead_to_the_sibling_it_is_a_common_step(checked):
    steps = """
    s: {title: S, type: start}
    x: {title: X, type: exclusive, next: {a: 40%, b: 40%, c: 20%}}
    a: {title: A, next: c}
    b: {title: B}
    c: {title: C}
    e: {title: E, type: end}
    """
    assert told(checked(flow(steps))) == [("S766", "F/b")]


def test_three_branches_below_each_other_are_told_of_one_by_one(checked):
    steps = """
    s: {title: S, type: start}
    x: {title: X, type: exclusive, next: {a: 40%, b: 40%, c: 20%}}
    a: {title: A}
    b: {title: B}
    c: {title: C}
    e: {title: E, type: end}
    """
    assert told(checked(flow(steps))) == [("S765", "F/a"), ("S765", "F/b")]


def test_an_activity_decides_like_a_gateway_and_parallel_branches_are_others_business(checked):
    assert told(checked(branches("grant: 90%, refuse: 10%").replace(", type: exclusive", ""))) == [("S765", "F/grant")]
    assert not told(checked(branches("grant: null, refuse: null").replace("exclusive", "parallel")))


def test_a_step_that_is_come_to_from_elsewhere_belongs_to_no_branch(checked):
    steps = """
    s: {title: S, type: start, next: y}
    x: {title: X, type: exclusive, next: {a: 60%, b: 40%}}
    a: {title: A}
    b: {title: B, next: e}
    y: {title: Y, type: exclusive, next: {x: 50%, a: 50%}}
    e: {title: E, type: end}
    """
    assert not told(checked(flow(steps)))


# -- what is not judged --------------------------------------------------------------


def test_a_flow_of_many_loops_side_by_side_is_judged(checked):
    branch = "a{0}: {{title: A}}\n q{0}: {{title: q, type: exclusive, next: {{a{0}: 10% again, m: 90% good}}}}"
    steps = "\n".join(branch.format(number) for number in range(14))
    named = ", ".join(f"a{number}" for number in range(14))
    ends = "m: {title: m, type: parallel}\n e: {title: E, type: end}"
    result = checked(
        flow(f"s: {{title: S, type: start}}\n p: {{title: p, type: parallel, next: [{named}]}}\n{steps}\n{ends}")
    )
    assert not [diagnostic for diagnostic in result.found if diagnostic.rule.code in {"S706", "S707", "S708", "S764"}]
