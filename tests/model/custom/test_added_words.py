"""Words that an engagement adds to lists of the model: types of actors, channels."""

import pickle

import pytest

from sevenstep.model.custom.word import CustomWord
from sevenstep.pipeline import check, draw

HEADER = """id: hospital
title: {zh: 医院, en: Hospital}
lists:
  actor-type: {hospital: {zh: 医院, en: Hospital}, citizen: {label: {zh: 居民, en: Citizen}, tone: good}}
  channel: {courier: {zh: 专人送达, en: Courier}}
"""
ELEMENTS = """actors:
  ward: {title: Ward, type: hospital}
  anna: {title: Anna, type: citizen}
  office: {title: Office, type: government}
data: {form: {title: Form}}
paths:
  P1:
    title: Admission
    exchanges:
      - {from: ward, to: anna, data: form, channel: courier}
      - {from: anna, to: office, data: form, channel: paper}
"""


def checked(tmp_path, elements=ELEMENTS, header=HEADER):
    (tmp_path / "engagement.yaml").write_text(header, encoding="utf-8")
    (tmp_path / "elements.yaml").write_text(elements, encoding="utf-8")
    return check(tmp_path)


def said(result) -> list[str]:
    return [
        f"{'.'.join(map(str, one.place.path))} {one.message.for_language('en')} {one.remedy.for_language('en')}"
        for one in result.found
        if one.rule.code in {"S006", "S007", "S008"}
    ]


def test_added_words_are_words_of_the_list_and_those_that_are_there_stay(tmp_path):
    result = checked(tmp_path)
    assert said(result) == []
    actors = result.chain.elements
    assert (actors["ward"].type, actors["ward"].type.label.zh) == ("hospital", "医院")
    assert actors["anna"].type.tone == "good"
    assert not isinstance(actors["office"].type, CustomWord)
    first, second = actors["P1"].exchanges
    assert (first.channel, first.channel.label.en, second.channel.label.en) == ("courier", "Courier", "paper")


@pytest.mark.parametrize(
    ("written", "remedy"),
    [("居民", "Write citizen"), ("hospitl", "Write hospital"), ("政府", "Write government")],
)
def test_a_wrong_word_is_told_the_one_that_is_meant(tmp_path, written, remedy):
    [wrong] = said(checked(tmp_path, f"actors: {{ward: {{title: Ward, type: {written}}}}}"))
    assert wrong == f"actors.ward.type “{written}” is not allowed here {remedy}"


def test_no_engagement_has_the_words_of_another(tmp_path):
    checked(tmp_path)
    assert len(said(checked(tmp_path, "actors: {ward: {title: Ward, type: hospital}}", "id: a\ntitle: A\n"))) == 1


@pytest.mark.parametrize("lists", ["{actor-type: {government: A}}", "{channel: {Big One: A}}", "{colour: {red: A}}"])
def test_what_cannot_be_added_is_refused(tmp_path, lists):
    assert len(said(checked(tmp_path, "", f"id: a\ntitle: A\nlists: {lists}\n"))) == 1


def test_pictures_by_type_and_channel_show_them(tmp_path):
    result = checked(tmp_path)
    [drawn] = draw(result, "collaboration-network", language="en").pictures
    assert [word for word in ("Hospital", "Citizen", "Courier") if word not in drawn.content.decode()] == []


def test_they_travel_to_another_process(tmp_path):
    path = checked(tmp_path).chain.elements["P1"]
    assert pickle.loads(pickle.dumps(path)).exchanges[0].channel.label.en == "Courier"


def test_what_a_word_is_called_is_read_anew(tmp_path):
    first = checked(tmp_path)
    (tmp_path / "engagement.yaml").write_text(
        HEADER.replace("医院, en: Hospital}, cit", "诊所, en: Clinic}, cit"), "utf-8"
    )
    again = check(tmp_path, previous=first)
    assert again.chain.elements["ward"].type.label.en == "Clinic"
