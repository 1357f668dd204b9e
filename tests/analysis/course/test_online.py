"""Online rates in time, by hand."""

from datetime import date

import pytest

from sevenstep.analysis.analyse import analyse
from tests.engagements import chain_of

TEXT = """
id: sample
title: Sample
actors:
  a: {title: A, type: enterprise}
  b: {title: B, type: enterprise}
functions: {f: {title: F}}
systems: {s: {title: S}}
indicators:
  rate: {title: Rate, unit: "%", direction: increase, online_rate: all, targets: {2024: 80%, 2026: 60%}}
  steps: {title: Steps, unit: "%", direction: increase, online_rate: {counts: steps}, targets: {2025: 90%}}
  still: {title: Still, unit: "%", direction: increase, online_rate: {of: other}, targets: {2025: 90%}}
paths:
  p:
    title: P
    variant: as-is
    connects: {f: {}}
    exchanges: [{from: a, to: b, what: X, channel: paper}, {from: b, to: a, what: Y, channel: paper}]
  q:
    title: Q
    variant: to-be
    changes: p
    connects: {f: {}}
    exchanges: [{from: a, to: b, what: X, channel: system}, {from: b, to: a, what: Y, channel: system}]
  other: {title: Other, connects: {f: {}}, exchanges: [{from: a, to: b, what: Z, channel: paper}]}
scenarios: {sc: {title: Sc, realizes: p}}
items: {it: {title: It, scenario: sc}}
flows:
  now:
    title: Now
    details: it
    variant: as-is
    steps:
      begin: {title: Begin, type: start, next: one}
      one: {title: One, mode: manual, time: 1h, next: two}
      two: {title: Two, system: s, time: 1h, next: end}
      end: {title: End, type: end}
  then:
    title: Then
    details: it
    variant: to-be
    steps:
      begin: {title: Begin, type: start, next: one}
      one: {title: One, system: s, time: 1h, next: two}
      two: {title: Two, system: s, time: 1h, next: end}
      end: {title: End, type: end}
measures:
  m: {title: M, shapes: then}
projects:
  x:
    title: X
    start: 2024-01
    end: 2025-06
    delivers: m
    rollout: [{date: 2024-06, share: 50%}, {date: 2025-06, share: 100%}]
"""


def test_an_online_rate_rises_as_the_design_comes_into_force():
    found = analyse(chain_of(TEXT)).course.indicators
    # as is 1 of 5 is online: one of two steps, none of three exchanges; to be 4 of 5, and half of the way in between
    told = [(point.day, point.value.value) for point in found["rate"].points]
    assert told == [
        (None, pytest.approx(20)),
        (date(2024, 7, 1), pytest.approx(50)),
        (date(2025, 7, 1), pytest.approx(80)),
    ]
    assert [point.value.value for point in found["steps"].points] == pytest.approx([50, 75, 100])
    first, last = found["rate"].targets
    assert (first.verdict, first.gap, first.met_on) == ("missed", pytest.approx(30), date(2025, 7, 1))
    assert first.waits_for == ("x",) and last.verdict == "reached"


def test_what_no_measure_changes_has_no_course():
    assert "still" not in analyse(chain_of(TEXT)).course.indicators
