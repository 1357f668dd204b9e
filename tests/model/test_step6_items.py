"""What it takes to run an item, and what the change costs: read, kept apart, and told where they are mixed."""

import pytest
from pydantic import ValidationError

from sevenstep.checking.check import check
from sevenstep.checking.fix import fix
from sevenstep.model.quantity import InvalidValue
from sevenstep.model.quantity.yearly import HeadCount, RunningMoney, WorkingHours, a_year, one_sum
from sevenstep.model.step6_items import Item
from sevenstep.model.step6_items.volume import a_year as cases_a_year
from sevenstep.model.step6_items.volume import volume_of
from sevenstep.source.files import SourceFile
from sevenstep.source.reader import read


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("1600 h/y", 1600),
        ("1600 h/a", 1600),
        ("1600小时/年", 1600),
        ("每年1600小时", 1600),
        ("1600 hours per year", 1600),
        ("140 h/mo", 1680),
        ("96000 min/y", 1600),
        ("35 h/w", 35 * 8766 / 168),
        ("400 h/quarter", 1600),
    ],
)
def test_working_hours_are_told_of_a_year(text, hours):
    assert WorkingHours.of(text).hours == pytest.approx((hours,))


@pytest.mark.parametrize("text", ["1600", "1600 h", "8 h/d", "8 h/working day", "5 CNY/y", "-3 h/y", "many", ""])
def test_hours_that_say_nothing_of_a_year_are_refused(text):
    with pytest.raises(InvalidValue):
        WorkingHours.of(text)


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("300000 CNY/y", 300000, "CNY"),
        ("25000 CNY/mo", 300000, "CNY"),
        ("30万元/年", 30, "万元"),
        ("每年30万元", 30, "万元"),
        ("¥300000/a", 300000, "¥"),
    ],
)
def test_running_money_is_told_of_a_year(text, amount, unit):
    found = a_year(RunningMoney.of(text))
    assert (found.low, found.unit) == (pytest.approx(amount), unit)


@pytest.mark.parametrize("text", ["5 CNY/TEU", "5 CNY/h", "-5 CNY/y", "a lot"])
def test_money_for_anything_else_runs_nothing(text):
    with pytest.raises(InvalidValue):
        RunningMoney.of(text)


@pytest.mark.parametrize("text", ["5 CNY/y", "每年5元", "-5 CNY"])
def test_what_the_change_costs_is_one_sum(text):
    with pytest.raises(InvalidValue):
        one_sum(text)


@pytest.mark.parametrize("unit", ["h", "TEU", "kg", "%", "张", "CNZ", "万吨", "kzt"])
def test_money_is_in_a_currency(unit):
    for read_money, text in ((RunningMoney.of, f"5 {unit}/y"), (RunningMoney.of, f"5 {unit}"), (one_sum, f"5 {unit}")):
        with pytest.raises(InvalidValue) as told:
            read_money(text)
        assert "is not a currency" in told.value.message.en
        assert "CNY" in told.value.remedy.en


@pytest.mark.parametrize(
    "text", ["5", "5 万", "5 CNY", "5 万元人民币", "€5m", "5 million US dollars", "3 万港币", "5 KZT", "5 million LAK"]
)
def test_any_currency_is_money(text):
    """Of a sum without any, a rule says that its currency is missing."""
    assert (RunningMoney.of(text).text, one_sum(text).text) == (text, text)
    assert RunningMoney.of(f"{text}/y").low == one_sum(text).low


@pytest.mark.parametrize(("where", "money"), [("resources", "5 h/y"), ("resources", "5 kg"), ("change", "5 kg")])
def test_what_is_no_money_is_told_where_it_stands_and_moved_nowhere(where, money):
    text = HEAD + f"items:\n  i: {{title: I, {where}: {{money: {money}}}}}\n"
    found = check([read(SourceFile("engagement.yaml", text))]).found
    assert [one.place.path for one in found if one.rule.code == "S008"] == [("items", "i", where, "money")]
    assert "S620" not in {one.rule.code for one in found}


@pytest.mark.parametrize(("text", "low", "high"), [("2", 2, 2), ("0.5", 0.5, 0.5), ("2..3人", 2, 3), ("两名", 2, 2)])
def test_people_are_counted(text, low, high):
    found = HeadCount.of(text)
    assert (found.low, found.high, found.unit) == (low, high, "")


@pytest.mark.parametrize(
    ("text", "cases"), [("12000/y", 12000), ("12000 票/a", 12000), ("每月1000件", 12000), ("1/h", 8766)]
)
def test_volume_is_told_of_a_year(text, cases):
    assert cases_a_year(volume_of(text)) == pytest.approx(cases)


def item(**said) -> Item:
    return Item.model_validate({"id": "i", "title": "I", **said})


def test_people_may_be_written_short():
    one = item(resources={"people": "two clerks"})
    several = item(resources={"people": ["clerks", {"role": "planner", "number": "2"}]})
    languages = item(resources={"people": {"zh": "操作员", "en": "clerks"}})
    assert one.resources.people[0].role.for_language("en") == "two clerks"
    assert [staff.role.for_language("en") for staff in several.resources.people] == ["clerks", "planner"]
    assert languages.resources.people[0].role.for_language("zh") == "操作员"


def test_what_older_models_say_among_the_resources_is_the_change():
    found = item(resources={"people": "two", "money": "300 CNY", "time": "6mo"})
    assert (found.change.money.text, found.change.time.text) == ("300 CNY", "6mo")
    assert (found.resources.money, found.resources.time, found.running_money) == (None, None, None)
    assert dict(found.of_old) == {"money": "300 CNY", "time": "6mo"}


def test_what_is_spent_a_year_stays_among_the_resources():
    found = item(resources={"money": "300 CNY/y"}, change={"money": "5 CNY"})
    assert (found.running_money.low, found.change.money.low, dict(found.of_old)) == (300, 5, {})


def test_what_the_change_says_itself_goes_before():
    found = item(resources={"money": "300 CNY", "time": "6mo"}, change={"money": "5 CNY"})
    assert (found.change.money.low, found.change.time.text, found.resources) == (5, "6mo", None)


def test_a_time_that_is_none_is_told_where_it_stands():
    with pytest.raises(ValidationError) as told:
        item(resources={"time": "soon"})
    assert told.value.errors()[0]["loc"] == ("resources", "time")


HEAD = "id: x\ntitle: {zh: 样例, en: X}\n"
MIXED = [
    (
        "items:\n  i: {title: I, resources: {people: two, money: 300 CNY, time: 6mo}, tags: [a]}\n",
        "items:\n  i: {title: I, resources: {people: two}, change: {money: 300 CNY, time: 6mo}, tags: [a]}\n",
    ),
    (
        "items:\n  i:\n    title: I\n    resources: {time: 6mo, people: two, money: 300 CNY}  # told\n    tags: [a]\n",
        "items:\n  i:\n    title: I\n    resources: {people: two}  # told\n    change: {time: 6mo, money: 300 CNY}\n"
        "    tags: [a]\n",
    ),
    (
        "items:\n  i:\n    title: I\n    resources:\n      people: two\n      money: 300,000 CNY  # much\n"
        "      time: 6mo\n\n    # then\n    tags: [a]\n",
        "items:\n  i:\n    title: I\n    resources:\n      people: two\n    change:\n      money: 300,000 CNY  # much\n"
        "      time: 6mo\n\n    # then\n    tags: [a]\n",
    ),
    (
        "items:\n  i:\n    title: I\n    resources: {money: 300 CNY, time: 6mo}",
        "items:\n  i:\n    title: I\n    change: {money: 300 CNY, time: 6mo}",
    ),
    (
        "items:\n  i:\n    title: I\n    resources:\n      time: 6mo\n      systems:\n        - s",
        "items:\n  i:\n    title: I\n    resources:\n      systems:\n        - s\n    change:\n      time: 6mo\n",
    ),
    (
        "items: {i: {resources: {time: 6mo, systems: [s], money: 300 CNY}, title: I}}\n",
        "items: {i: {resources: {systems: [s]}, change: {time: 6mo, money: 300 CNY}, title: I}}\n",
    ),
]


@pytest.mark.parametrize(("before", "after"), MIXED)
def test_the_fix_moves_them_with_their_words(before, after):
    def again(documents):
        return check(list(documents))

    [change], checked = fix(again([read(SourceFile("engagement.yaml", HEAD + before))]), again)
    assert change.after == HEAD + after
    assert "S620" not in {found.rule.code for found in checked.found}


def test_where_both_are_written_nobody_decides():
    text = HEAD + "items:\n  i: {title: I, resources: {money: 300 CNY}, change: {money: 5 CNY}}\n"
    checked = check([read(SourceFile("engagement.yaml", text))])
    [found] = [one for one in checked.found if one.rule.code == "S620"]
    assert found.edits == ()
    assert "300 CNY" in found.message.for_language("en")
