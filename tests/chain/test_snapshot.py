"""What a model said, kept for later: the same in and out, and nothing taken for one that is none."""

import json

import pytest

from sevenstep.chain.snapshot import NotReadable, from_json, snapshot_of, to_json

MODEL = """
goals: {G1: {title: {zh: 目标, en: Goal}, statement: Be first}}
actors: {a: {title: A, type: enterprise}}
flows:
  f:
    title: Flow
    variant: as-is
    steps:
      one: {title: One, actor: a, time: 5 min}
      two: {title: Two}
"""


@pytest.fixture
def kept(checked):
    model = checked(MODEL)
    return snapshot_of(model.chain, model.documents)


def test_fields_are_as_their_author_wrote_them(kept):
    assert kept.elements["G1"].title == {"zh": "目标", "en": "Goal"}
    assert kept.elements["G1"].fields == {"statement": "Be first"}
    assert kept.elements["f/one"].fields == {"actor": "a", "time": "5 min"}


def test_of_a_flow_the_order_of_its_steps_is_kept(kept):
    assert kept.elements["f"].fields == {"variant": "as-is", "steps": ["one", "two"]}


def test_it_comes_back_from_its_file(kept):
    again = from_json(to_json(kept))
    assert again == kept
    assert to_json(again) == to_json(kept)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"format": "other", "id": "x", "version": null, "date": null, "elements": {}}',
        b'{"id": "x", "version": null, "date": null, "elements": {"G1": 3}}',
        b'{"id": "x", "version": null, "date": null, "elements": {"G1": {"kind": "goal", "title": {"xx": "y"}}}}',
        b'{"id": "x", "elements": {"G1": {"kind": "g", "title": {}, "fields": {"a": "\\ud800"}}}}',
        b'{"id": "x", "elements": {"G1": {"kind": "g", "title": {}, "fields": {"a": NaN}}}}',
        b'{"id": "x", "elements": {"G1": {"kind": "g", "title": {}, "fields": {"a": %s}}}}' % (b"9" * 5000),
        b'{"id": "x", "elements": {"G1": {"kind": "g", "title": {}, "fields": %s1%s}}}' % (b'{"a":' * 60, b"}" * 60),
        b'{"id": "x", "elements": {}, "version": "%s"}' % (b"1" * 201),
        b'{"id": "x", "elements": [%s]}' % (b"[]," * 3_000_001),
        b'{"a":' * 100_000,
        b"[" * 100_000 + b"]" * 100_000,
    ],
)
def test_what_is_none_is_refused(raw):
    with pytest.raises(NotReadable):
        from_json(raw)


def test_a_file_from_a_later_time_may_hold_more(kept):
    data = json.loads(to_json(kept))
    data["elements"]["G1"]["later"] = data["later"] = {"x": 1}
    assert from_json(json.dumps(data).encode()) == kept
