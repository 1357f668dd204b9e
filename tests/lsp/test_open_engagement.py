from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sevenstep.checking.load import load_and_check
from sevenstep.lsp.open_engagement import OpenEngagement, folder_of

Opened = Callable[..., OpenEngagement]
GOALS = "goals:\n  G1: {title: 快}\n"
INDICATORS = "indicators:\n  I1: {title: 时间, measures: [G1], unit: h, direction: decrease}\n"


def codes(engagement: OpenEngagement, file: str) -> list[str]:
    return [problem.diagnostic.rule.code for problem in engagement.problems()[file]]


def test_the_engagement_of_a_file_is_the_nearest_folder_with_a_header(engagement: Callable[..., Path]) -> None:
    folder = engagement(GOALS)
    inner = folder / "deep" / "er"
    inner.mkdir(parents=True)
    assert folder_of(inner / "a.yaml") == folder
    assert folder_of(folder.parent / "a.yaml") is None


def test_what_is_typed_counts_and_not_what_is_on_disk(opened: Opened) -> None:
    engagement = opened("", a=GOALS, b=INDICATORS)
    engagement.type("a.yaml", "goals:\n  G2: {title: 快}\n")
    engagement.check()
    assert "S011" in codes(engagement, "b.yaml")
    engagement.close("a.yaml")
    engagement.check()
    assert "S011" not in codes(engagement, "b.yaml")


def test_a_half_typed_file_says_what_it_last_said(opened: Opened) -> None:
    engagement = opened("", a=GOALS, b=INDICATORS)
    engagement.type("a.yaml", GOALS)
    engagement.check()
    engagement.type("a.yaml", "goals:\n  G1: {title: 快\n  G2: [\n")
    engagement.check()
    assert "S011" not in codes(engagement, "b.yaml")  # G1 is still there
    assert codes(engagement, "a.yaml")[0].startswith("S00")  # and the bracket is told


def test_quick_problems_are_those_of_the_file_as_it_stands_now(opened: Opened) -> None:
    engagement = opened("", a=GOALS, b=INDICATORS)
    engagement.type("b.yaml", "# one line more\n" + INDICATORS.replace("decrease", "down"))
    found = engagement.quick_problems("b.yaml")
    assert "S008" in [one.diagnostic.rule.code for one in found]
    assert all(one.span is None or one.span.line > 1 for one in found)


def test_a_new_file_that_is_not_on_disk_yet_counts(opened: Opened) -> None:
    engagement = opened("", b=INDICATORS)
    assert "S011" in codes(engagement, "b.yaml")
    engagement.type("new.yaml", GOALS)
    engagement.check()
    assert "S011" not in codes(engagement, "b.yaml")


def test_a_folder_that_is_gone_is_told_and_not_raised(opened: Opened) -> None:
    engagement = opened(GOALS)
    (engagement.folder / "engagement.yaml").unlink()
    before = engagement.checked
    engagement.check()
    assert engagement.failure is not None
    assert engagement.checked is before


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_after_any_edits_it_says_what_a_check_from_nothing_says(opened: Opened, data: st.DataObject) -> None:
    engagement = opened("", a=GOALS, b=INDICATORS)
    texts = {"a.yaml": GOALS, "b.yaml": INDICATORS}
    for _ in range(data.draw(st.integers(1, 4))):
        name = data.draw(st.sampled_from(sorted(texts)))
        at = data.draw(st.integers(0, len(texts[name])))
        end = data.draw(st.integers(at, min(len(texts[name]), at + 3)))
        texts[name] = texts[name][:at] + data.draw(st.sampled_from(["", "G2", "x: y\n", "  ", "]"])) + texts[name][end:]
        engagement.type(name, texts[name])
        engagement.check()
    for name, text in texts.items():
        (engagement.folder / name).write_text(text, encoding="utf-8")
    fresh = load_and_check(engagement.folder)
    assert engagement.checked is not None
    if all(document.complete for document in fresh.documents):
        assert engagement.checked.found == fresh.found
