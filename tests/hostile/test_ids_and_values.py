"""Ids that would be unsafe as names of files, twins among ids, and numbers and dates nobody can mean."""

import json
import math

import pytest

UNSAFE = [
    "../x", "a/b", "a\\b", "/etc/passwd", "C:\\x", "x.", ".", "..", ".x", "", " ", "-x", "x y", "x" * 10_000, "😀",
    "a😀", "<script>", "a&b", "a'b", 'a"b', "a\nb", "a\tb", "a:b", "a|b", "%2e%2e", "\u0301a", "🇨🇳", "=1+1",
]  # fmt: skip
TWINS = [("G1", "g1"), ("é", "e\u0301"), ("Ａ１", "A1"), ("ﬁ", "fi"), ("straße", "STRASSE"), ("K", "\u212a")]
VALUES = ["9" * 4_301, "1e999", "-1e999", ".nan", "nan", ".inf", "inf", "-.inf", "1" + "0" * 400 + " h", "0x1F", "1_0"]
DATES = ["2024-13-45", "2024-02-30", "0000-00-00", "99999-01-01", "9" * 5_000, "2024Q9", "-1", "nan"]


@pytest.mark.parametrize("unsafe", UNSAFE, ids=lambda one: ascii(one)[:20])
def test_unsafe_ids_are_refused(reported, judged, unsafe):
    found = reported(f"goals:\n  ? {json.dumps(unsafe, ensure_ascii=False)}\n  : {{title: A}}\n")
    assert found & {"S003", "S010"}
    assert unsafe not in judged().chain.elements


@pytest.mark.parametrize("unsafe", ["../x", "a/b", "x.", ""])
def test_unsafe_ids_of_activities_are_refused(reported, judged, unsafe):
    step = json.dumps(unsafe)
    assert reported(f"flows:\n  F:\n    title: F\n    steps: {{{step}: {{title: A}}, e: {{title: B, type: end}}}}\n")
    assert not any(one.endswith(f"/{unsafe}") for one in judged().chain.elements)


@pytest.mark.parametrize("unsafe", UNSAFE, ids=lambda one: ascii(one)[:20])
def test_unsafe_id_of_the_engagement(reported, unsafe):
    assert reported(f"id: {json.dumps(unsafe, ensure_ascii=False)}\ntitle: x\n", "engagement.yaml")


@pytest.mark.parametrize(("one", "other"), TWINS, ids=ascii)
def test_twins_are_told_apart_by_nobody(reported, judged, one, other):
    assert reported(f"goals:\n  {one}: {{title: A}}\n  {other}: {{title: B}}\n") & {"S009", "S010"}
    assert len([key for key in judged().chain.elements if key in (one, other)]) <= 1


@pytest.mark.parametrize("value", VALUES, ids=lambda one: one[:12])
def test_numbers_are_finite_or_refused(reported, judged, value):
    refused = reported(f"indicators:\n  I1: {{title: A, unit: h, baseline: {value}}}\n") & {"S008"}
    indicator = judged().chain.elements["I1"]  # a value that is refused costs that value alone
    assert bool(refused) is (indicator.baseline is None)
    if indicator.baseline is not None:
        assert all(math.isfinite(point) for point in indicator.baseline.value.points)


@pytest.mark.parametrize("text", ["9 ", "1-", "1,", ".", "(", "1 %"], ids=ascii)
def test_a_long_number_is_not_pondered(reported, text):
    assert "S008" in reported(f"indicators:\n  I1: {{title: A, baseline: '{text * 300_000}x'}}\n")


@pytest.mark.parametrize("value", DATES, ids=lambda one: one[:12])
def test_dates(reported, value):
    assert "S008" in reported(f"id: x\ntitle: x\ndate: {json.dumps(value, ensure_ascii=False)}\n", "engagement.yaml")


@pytest.mark.parametrize(
    "tag", ["!!int", "!!float", "!!timestamp", "!!bool", "!!binary", "!!set", "!!python/name:os.system"]
)
def test_tags_make_nothing(reported, tag):
    assert "S003" in reported(f"goals:\n  G1: {{title: {tag} 2024-13-45}}\n")
