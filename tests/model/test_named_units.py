"""Units, calendars and tags that an engagement names in both languages."""

import pickle

import pytest

import sevenstep
from sevenstep.model.calendar import Calendar
from sevenstep.model.contents import units
from sevenstep.model.unit_title import UnitTitle, singular

HEADER = """
id: ward
title: {zh: 卒中中心, en: Stroke centre}
languages: [zh, en]
"""
NAMES = """
units:
  例: {en: patients, one: patient}
  rack: {zh: 机柜, en: racks}
  MB/s: {zh: 兆字节每秒}
"""
MODEL = """
indicators:
  treated: {title: {zh: 溶栓量, en: Treated}, unit: 例/mo, baseline: 1 例/mo, targets: {2027: 40..60 例/mo}}
  beds: {title: {zh: 床位, en: Beds}, unit: rack, baseline: 120 rack}
"""


def model(tmp_path, header):
    (tmp_path / "engagement.yaml").write_text(header, encoding="utf-8")
    (tmp_path / "model.yaml").write_text(MODEL, encoding="utf-8")
    return sevenstep.check(tmp_path)


def said(checked, language):
    found = checked.chain.elements
    target = found["treated"].targets["2027"].value
    return [
        found["treated"].baseline.value.shown(language),
        target.shown(language),
        found["beds"].baseline.value.shown(language),
    ]


def test_every_quantity_is_told_in_the_names_of_its_engagement(tmp_path):
    checked = model(tmp_path, HEADER + NAMES)
    assert said(checked, "en") == ["1 patient/month", "40–60 patients/month", "120 racks"]
    assert said(checked, "zh") == ["1 例/月", "40–60 例/月", "120 机柜"]
    again = pickle.loads(pickle.dumps(checked.chain.elements["treated"]))
    assert again.baseline.value.shown("en") == "1 patient/month"
    assert [str(unit) for _, unit in units(again)] == ["例/mo"] * 3, "the unit itself is what was typed"


def test_another_engagement_does_not_know_the_names(tmp_path):
    model(tmp_path, HEADER + NAMES)
    checked = model(tmp_path, HEADER)
    assert said(checked, "en")[0] == "1 case/month"
    assert said(checked, "zh")[2] == "120 rack"


def test_new_names_reach_files_that_have_not_changed(tmp_path):
    before = model(tmp_path, HEADER)
    (tmp_path / "engagement.yaml").write_text(HEADER + NAMES, encoding="utf-8")
    checked = sevenstep.check(tmp_path, previous=before)
    assert said(checked, "en")[0] == "1 patient/month"


@pytest.mark.parametrize(
    ("written", "zh", "en", "one"),
    [
        ("cases", "例", "cases", "case"),
        ({"en": "people", "one": "person"}, "例", "people", "person"),
        ({"zh": "名患者", "en": "patients"}, "名患者", "patients", "patient"),
    ],
)
def test_what_an_author_may_write(written, zh, en, one):
    name = UnitTitle.model_validate(written).name_of("例")
    assert (name.zh, name.en, name.one) == (zh, en, one)


def test_a_chinese_name_of_an_english_unit_stands_alone():
    assert UnitTitle.model_validate("班车").name_of("shuttles").behind("zh") == "班车"


def test_regular_plurals():
    plurals = "cases boxes patients days buses classes cities batches gauges TEU gas people"
    ones = "case box patient day bus class city batch gauge TEU gas people"
    assert [singular(word) for word in plurals.split()] == ones.split()


@pytest.mark.parametrize(
    ("written", "zh", "en"),
    [
        ("mon-sun 00:00-24:00", "全年无休", "around the clock"),
        ("mon-fri 08:00-12:00 13:00-17:30", "周一至周五 08:00–12:00、13:00–17:30", "Mon–Fri 08:00–12:00, 13:00–17:30"),
        ("mon,wed", "周一、周三全天", "Mon, Wed day and night"),
        ("06:00-22:00", "每天 06:00–22:00", "every day 06:00–22:00"),
        (
            {"title": {"zh": "夜班", "en": "Night"}, "hours": ["00:00-06:00"]},
            "夜班（每天 00:00–06:00）",
            "Night (every day 00:00–06:00)",
        ),
    ],
)
def test_a_calendar_in_words(written, zh, en):
    said = Calendar.model_validate(written).said
    assert (said.for_language("zh"), said.for_language("en")) == (zh, en)
