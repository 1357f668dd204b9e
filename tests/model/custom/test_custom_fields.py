"""Fields that an engagement adds: declared in engagement.yaml, and then as good as those that are there."""

import pickle

import pytest

from sevenstep.chain.completeness import completeness
from sevenstep.model.custom.classes import NOTHING, section_class
from sevenstep.model.custom.word import CustomWord
from sevenstep.model.kinds import SECTIONS
from sevenstep.model.step4_paths import Actor
from sevenstep.pipeline import check

HEADER = """id: hospital
title: {zh: 医院, en: Hospital}
fields:
  urgency:
    label: {zh: 紧急程度, en: Urgency}
    on: [goal, actors]
    type: word
    words: {now: {label: {zh: 马上, en: At once}, tone: bad}, later: {zh: 以后, en: Later}}
    expected: true
  beds: {label: {zh: 床位, en: Beds}, on: actor, type: number, unit: bed}
  nurses: {label: {zh: 护士长, en: Head nurses}, on: actor, type: reference, to: actor, many: true}
  since: {label: {zh: 起始, en: Since}, on: actor, type: date}
  open: {label: {zh: 昼夜开放, en: Open day and night}, on: actor, type: yes-no}
"""
ELEMENTS = """goals: {G1: {title: Faster, urgency: now}, G2: {title: Better}}
actors:
  ward: {title: Ward, type: operator, beds: 30, nurses: [anna], since: 2024-03, open: yes, urgency: later}
  anna: {title: Anna, type: operator}
"""


def checked(tmp_path, elements=ELEMENTS, header=HEADER):
    (tmp_path / "engagement.yaml").write_text(header, encoding="utf-8")
    (tmp_path / "elements.yaml").write_text(elements, encoding="utf-8")
    return check(tmp_path)


def said(result) -> list[str]:
    """What is wrong, but for the chain, which is not there."""
    return [
        f"{one.rule.code} {'.'.join(map(str, one.place.path))} {one.message.for_language('en')}"
        for one in result.found
        if one.rule.code in {"S006", "S007", "S008", "S011", "S012"}
    ]


def test_values_are_read_by_their_declarations(tmp_path):
    result = checked(tmp_path)
    assert said(result) == []
    ward, goal = result.chain.elements["ward"], result.chain.elements["G1"]
    assert isinstance(ward, Actor)
    assert (ward.beds.low, ward.beds.unit) == (30, "bed")
    assert (ward.since, ward.open, ward.open.label.zh, ward.nurses) == ("2024-03", "yes", "是", ("anna",))
    assert isinstance(goal.urgency, CustomWord)
    assert (goal.urgency, goal.urgency.label.en, goal.urgency.tone) == ("now", "At once", "bad")


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ("urgency: soon", "S008 actors.ward.urgency “soon” is none of the words of this field"),
        ("urgency: 马上", "S008 actors.ward.urgency “马上” is none of the words of this field"),
        ("urgency: [now]", "S008 actors.ward.urgency"),
        ("beds: 5 kg", "S008 actors.ward.beds “5 kg” is not in bed"),
        ("beds: many", "S008 actors.ward.beds “many” is not a definite amount"),
        ("since: soon", "S008 actors.ward.since “soon” is not a date"),
        ("open: maybe", "S008 actors.ward.open true or false is needed here"),
        ("nurses: nobody", "S011 actors.ward.nurses"),
        ("nurses: G1", "S012 actors.ward.nurses"),
        ("bed: 30", "S006 actors.ward.bed"),
        ("motto: a", "S006 actors.ward.motto There is no field “motto” here"),
    ],
)
def test_what_is_wrong_is_said_at_its_place(tmp_path, fields, wrong):
    found = said(
        checked(tmp_path, f"goals: {{G1: {{title: A}}}}\nactors: {{ward: {{title: W, type: operator, {fields}}}}}\n")
    )
    assert [one for one in found if one.startswith(wrong)], found
    assert len(found) == 1, found


def test_a_field_stands_on_its_kinds_alone(tmp_path):
    assert said(checked(tmp_path, "goals: {G1: {title: A, beds: 3}}")) == [
        "S006 goals.G1.beds There is no field “beds” here"
    ]


def test_the_label_is_understood_as_a_name_that_is_meant(tmp_path):
    [wrong] = said(checked(tmp_path, "actors: {ward: {title: W, type: operator, 床位: 3}}"))
    assert wrong == "S006 actors.ward.床位 The key for “床位” is beds"


@pytest.mark.parametrize(
    ("declared", "wrong"),
    [
        ("title: {label: A, on: goal}", "S008 fields.title goal has “title” already"),
        ("measures: {label: A, on: indicator}", "S008 fields.measures indicator has “measures” already"),
        ("KIND: {label: A, on: goal}", "S008 fields “KIND” cannot be the name of a field"),
        ("x: {label: A}", "S007 fields.x “on” is missing"),
        ("x: {label: A, on: gaol}", "S008 fields.x.on There is no kind “gaol”"),
        ("x: {label: A, on: activity}", "S008 fields.x.on “activity” stands inside flows, and takes no fields"),
        ("x: {label: A, on: goal, type: word}", "S008 fields.x A field of type word has words; no other has"),
        ("x: {label: A, on: goal, unit: d}", "S008 fields.x Only a number has a unit"),
        ("x: {label: A, on: goal, to: actor}", "S008 fields.x Only a reference says what it points to"),
        ("x: {label: A, on: goal, type: colour}", "S008 fields.x.type"),
        ("x: {label: A, on: []}", "S008 fields.x.on No kind is named that has the field"),
    ],
)
def test_a_declaration_that_is_wrong_is_said_once(tmp_path, declared, wrong):
    """Nothing follows from it where the field is written."""
    header = f"id: a\ntitle: A\nfields:\n  {declared}\n"
    name = declared.partition(":")[0]
    elements = "" if name in {"title", "measures"} else f"goals: {{G1: {{title: A, {name}: 3}}}}"
    found = said(checked(tmp_path, elements, header))
    assert len(found) == 1, found
    assert found[0].startswith(wrong)


def test_what_is_expected_counts_for_completeness(tmp_path):
    without = HEADER.replace("    expected: true\n", "")
    expected = completeness(checked(tmp_path).chain)[1].expected
    assert completeness(checked(tmp_path, header=without).chain)[1].expected == expected - 2


def test_a_reference_is_a_relation_seen_from_both_ends(tmp_path):
    chain = checked(tmp_path).chain
    [link] = [link for link in chain.incoming["anna"] if link.source == "ward"]
    assert link.relation.forward.en == "Head nurses"
    assert link.relation.backward.en == "named as “Head nurses” by"


def test_elements_are_still_of_their_kind(tmp_path):
    engagement = checked(tmp_path).chain.engagement
    assert engagement.count(Actor) == 2
    assert {actor.id for actor in engagement.of(Actor)} == {"ward", "anna"}


def test_an_engagement_without_any_has_the_classes_that_are_there(tmp_path):
    result = checked(tmp_path, "actors: {ward: {title: W, type: operator}}", "id: a\ntitle: A\n")
    assert type(result.chain.elements["ward"]) is Actor
    assert result.chain.engagement.added is NOTHING
    assert all(section_class(section) is cls for section, cls in SECTIONS.items())


def test_elements_travel_to_another_process(tmp_path):
    ward = checked(tmp_path).chain.elements["ward"]
    back = pickle.loads(pickle.dumps(ward))
    assert back == ward
    assert back.urgency.label.en == "Later"


def test_what_changes_in_the_header_changes_the_elements(tmp_path):
    """A second check in one process reads elements anew where their fields are others now."""
    first = checked(tmp_path)
    (tmp_path / "engagement.yaml").write_text(HEADER.replace("beds:", "cots:"), encoding="utf-8")
    again = check(tmp_path, previous=first)
    assert [one.partition(" The")[0] for one in said(again)] == ["S006 actors.ward.beds"]
