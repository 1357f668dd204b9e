from collections.abc import Callable

import pytest

from sevenstep.lsp.completion import Offer, OfferKind, offers
from sevenstep.lsp.open_engagement import OpenEngagement

Opened = Callable[..., OpenEngagement]
MODEL = """
languages: [zh, en]
sources:
  quarterly: {title: {zh: 季报, en: Quarterly report}}
goals:
  G1: {title: {zh: 更快通关, en: Faster clearance}}
  G2: {title: {zh: 降低成本, en: Lower cost}}
indicators:
  I1: {title: {zh: 通关时间, en: Clearance time}, measures: [G1], unit: h, direction: decrease, baseline: 36 h}
actors:
  customs: {type: government, title: {zh: 重庆海关, en: Chongqing customs}}
  shipper: {type: enterprise, title: {zh: 货主, en: Shipper}}
flows:
  F1:
    title: {zh: 申报, en: Declare}
    variant: as-is
    steps:
      start: {type: start, title: {zh: 开始, en: Start}}
      declare: {title: {zh: 申报, en: Declare}, actor: shipper, time: 2 h}
      done: {type: end, title: {zh: 结束, en: End}}
"""


def ask(opened: OpenEngagement, text: str, file: str = "more.yaml") -> list[Offer]:
    """What is offered at the ¦ of the text."""
    before, after = text.split("¦")
    opened.type(file, before + after)
    line = before.count("\n") + 1
    return offers(opened, file, before + after, line, len(before) - before.rfind("\n"), "zh")


def names(found: list[Offer]) -> list[str]:
    return [offer.name for offer in found]


def test_sections_by_their_name_in_either_language(opened: Opened) -> None:
    engagement = opened(MODEL)
    assert names(ask(engagement, "go¦"))[0] == "goals"
    assert names(ask(engagement, "指标¦"))[0] == "indicators"
    assert names(ask(engagement, "zlmb¦"))[0] == "goals"  # 战略目标


def test_fields_of_the_element_that_are_not_there_yet(opened: Opened) -> None:
    found = names(ask(opened(MODEL), "goals:\n  G3:\n    owner: customs\n    ¦\n"))
    assert found[0] == "title"  # required, so first
    assert "owner" not in found
    assert "id" not in found


def test_a_field_says_what_it_is_for(opened: Opened) -> None:
    (offer,) = [one for one in ask(opened(MODEL), "indicators:\n  I2:\n    meas¦") if one.name == "measures"]
    assert offer.insert == "measures: "
    assert "measures: " in offer.about


@pytest.mark.parametrize("typed", ["cus", "重庆", "cqhg", "chongqing"])
def test_ids_by_what_the_element_is_called(opened: Opened, typed: str) -> None:
    found = ask(opened(MODEL), f"goals:\n  G3:\n    owner: {typed}¦\n")
    assert [(one.name, one.title) for one in found] == [("customs", "重庆海关")]


def test_only_what_the_field_may_name(opened: Opened) -> None:
    found = ask(opened(MODEL), "indicators:\n  I2:\n    measures: [G1, ¦]\n")
    assert set(names(found)) == {"G1", "G2"}


def test_steps_of_the_same_flow(opened: Opened) -> None:
    text = "flows:\n  F1:\n    steps:\n      declare: {title: x, next: ¦}\n"
    assert set(names(ask(opened(MODEL), text))) == {"start", "done"}


def test_steps_of_a_flow_that_is_being_written(opened: Opened) -> None:
    text = "flows:\n  F2:\n    steps:\n      a: {title: x, next: ¦}\n      b: {title: y}\n"
    assert names(ask(opened(MODEL), text)) == ["b"]


def test_fixed_words_with_what_they_mean(opened: Opened) -> None:
    found = ask(opened(MODEL), "indicators:\n  I2:\n    direction: ¦\n")
    assert names(found) == ["increase", "decrease", "hold"]
    assert "低" in found[1].title


def test_units_that_the_model_uses(opened: Opened) -> None:
    found = ask(opened(MODEL), "indicators:\n  I2:\n    baseline: 36 ¦\n")
    assert found[0].name == "h"
    assert found[0].kind is OfferKind.UNIT
    text = "indicators:\n  I2:\n    baseline: 36¦\n"
    (joined,) = [one for one in ask(opened(MODEL), text) if one.name == "h"]
    assert joined.insert == " h"


def test_sources_and_rules(opened: Opened) -> None:
    engagement = opened(MODEL)
    assert names(ask(engagement, "goals:\n  G3:\n    source: qu¦\n"))[0] == "quarterly"
    assert engagement.checked is not None
    broken = next(one for one in engagement.checked.found if one.element == "G2")
    assert broken.rule.code in names(ask(engagement, "goals:\n  G2:\n    accepted:\n      ¦\n"))


def test_an_element_that_something_is_wrong_with_can_be_named(opened: Opened) -> None:
    engagement = opened("goals:\n  G1: {title: 快, nonsense: 1}\n  G2: {titel: x}\n")
    assert {"G1", "G2"} <= set(names(ask(engagement, "indicators:\n  I1:\n    measures: ¦\n")))


def test_nothing_within_text(opened: Opened) -> None:
    assert not ask(opened(MODEL), "goals:\n  G3:\n    description: |\n      own¦\n")
    assert not ask(opened(MODEL), "goals: # own¦\n")


def test_a_key_that_has_its_colon_keeps_it(opened: Opened) -> None:
    (offer,) = [one for one in ask(opened(MODEL), "goals:\n  G3:\n    own¦: customs\n") if one.name == "owner"]
    assert offer.insert == "owner"


def test_markup_in_titles_is_told_as_text(opened: Opened) -> None:
    engagement = opened("goals:\n  G1: {title: '<img src=x onerror=alert(1)> [a](javascript:1)'}\n")
    (offer,) = [one for one in ask(engagement, "goals:\n  G2:\n    parent: G¦\n") if one.name == "G1"]
    assert r"\<img" in offer.about
    assert r"\](javascript" in offer.about


def test_fields_that_the_engagement_adds(opened: Opened) -> None:
    engagement = opened("fields:\n  ward: {label: {zh: 病区, en: Ward}, on: [goal], type: text}\n" + MODEL)
    (offer,) = [one for one in ask(engagement, "goals:\n  G3:\n    病区¦\n") if one.name == "ward"]
    assert offer.insert == "ward: "
    engagement.type("more.yaml", "goals:\n  G3: {title: x, ward: 3}\n")
    assert "S006" not in [one.diagnostic.rule.code for one in engagement.quick_problems("more.yaml")]


def test_words_of_a_field_that_the_engagement_adds(opened: Opened) -> None:
    words = "{now: {zh: 马上, en: At once}, later: {zh: 以后, en: Later}}"
    field = f"fields:\n  urgency: {{label: {{zh: 急, en: Urgency}}, on: [goal], type: word, words: {words}}}\n"
    found = ask(opened(field + MODEL), "goals:\n  G3:\n    urgency: 马¦\n")
    assert [(one.name, one.title) for one in found] == [("now", "马上")]
