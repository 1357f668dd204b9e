from collections.abc import Callable

from sevenstep.lsp.actions import TextChange, actions, changed, fix_all
from sevenstep.lsp.open_engagement import OpenEngagement
from sevenstep.source.files import SourceFile
from sevenstep.source.reader import read

Opened = Callable[..., OpenEngagement]
GOALS = "goals:\n  G1: {title: 快}  # the first\n  G2:\n    title: 省\n\n    # behind\n"


def applied(text: str, change: TextChange) -> str:
    return text[: change.start] + change.new + text[change.end :]


def found(engagement: OpenEngagement, file: str, rule: str) -> list[tuple[str, dict[str, TextChange]]]:
    problems = [one for one in engagement.problems()[file] if one.diagnostic.rule.code == rule]
    return [(action.title.for_language("en"), action.changes) for action in actions(engagement, file, problems)]


def test_a_typo_in_an_id_may_be_what_is_near(opened: Opened) -> None:
    text = "indicators:\n  I1: {title: 时间, measures: [clearence], unit: h, direction: decrease}\n"
    engagement = opened("", a="goals:\n  clearance: {title: 快}\n", b=text)
    ((title, changes),) = found(engagement, "b.yaml", "S011")
    assert title == "Change to clearance"
    assert applied(text, changes["b.yaml"]) == text.replace("clearence", "clearance")


def test_a_gap_is_accepted_with_a_reason_to_be_said(opened: Opened) -> None:
    engagement = opened("languages: [zh, en]\n", a=GOALS)
    engagement.type("a.yaml", GOALS)
    assert engagement.checked is not None
    rules = {one.rule.code for one in engagement.checked.found if one.element == "G2" and not one.is_error}
    rule = min(rules)
    for title, changes in found(engagement, "a.yaml", rule):
        after = applied(GOALS, changes["a.yaml"])
        data = read(SourceFile("a.yaml", after)).data
        assert title == f"Accept {rule} with a reason"
        assert any(rule in one.get("accepted", {}) for one in data["goals"].values())  # type: ignore[index, call-overload, union-attr]
        assert "# the first" in after
        assert "# behind" in after


def test_all_safe_fixes_at_once(opened: Opened) -> None:
    text = "goals:\n  G1: {标题: 快, 负责方: x}\n  G2: {标题: 省}\n"
    engagement = opened("", a=text)
    document = engagement.document("a.yaml")
    assert document is not None
    change = fix_all(document, engagement.problems()["a.yaml"])
    assert change is not None
    assert applied(text, change).count("title:") == 2


def test_the_least_stretch() -> None:
    assert changed("abcd", "abXd") == TextChange(2, 3, "X")
    assert changed("aa", "aaa") == TextChange(2, 2, "a")
    assert changed("same", "same") == TextChange(4, 4, "")
