"""A small chain through all steps."""

import pytest

CHAIN = """
challenges:
  C: {title: Slow}
goals:
  G: {title: Top, answers: C}
  G1: {title: Part, parent: G}
indicators:
  I: {title: Time, measures: G1}
functions:
  F: {title: Review, drives: I}
actors:
  A: {title: Customs, type: government}
paths:
  P: {title: Clearance, connects: {F: {R: A, A: A}}}
scenarios:
  S: {title: Faster, realizes: P, moves: {I: -30%}}
items:
  T: {title: Declaration, scenario: S}
data:
  D: {title: Form}
flows:
  W:
    title: Today
    details: T
    variant: as-is
    steps:
      begin: {title: Begin, type: start, actor: A}
      fill: {title: Fill in, writes: D}
      end: {title: End, type: end}
"""


@pytest.fixture
def chain(checked):
    return checked(CHAIN).chain
