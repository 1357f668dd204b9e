"""Which element somebody may have meant."""

import pytest

from sevenstep.checking.check import check
from sevenstep.model.nearest import element_meant, nearest, there_are
from sevenstep.source.files import SourceFile
from sevenstep.source.reader import read

MODEL = """id: x
title: X
goals:
  G1: {title: {zh: 更快通关, en: Faster clearance}, horizon: 2027}
  G2: {title: {zh: 更低成本, en: Lower cost}, horizon: 2027}
actors:
  customs-office: {title: {zh: 海关, en: Customs}, type: government}
  carrier: {title: {zh: 船公司, en: Shipping line}, type: enterprise}
"""


@pytest.fixture(scope="module")
def elements():
    return list(check([read(SourceFile("engagement.yaml", MODEL))]).chain.elements.values())


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("custom-office", "customs-office"),
        ("Customs", "customs-office"),
        ("海关", "customs-office"),
        ("office", "customs-office"),
        ("ＣＡＲＲＩＥＲ", "carrier"),
        ("船公司", "carrier"),
        ("shipping line", "carrier"),
        ("更快", "G1"),
        ("lower costs", "G2"),
        ("g3", None),
        ("", None),
        ("quite something else", None),
        ("x" * 500, None),
    ],
)
def test_nearest(elements, typed, found):
    assert next((one.id for one in nearest(typed, elements)), None) == found


def test_the_remedy_says_titles(elements):
    assert element_meant("海关", elements).zh == "是不是 customs-office（海关）？"
    assert element_meant("custom", elements, "trace/").en == "Did you mean trace/customs-office (Customs)?"
    assert there_are(elements).en == "There are G1, G2, customs-office, carrier"
    assert there_are([]) is None
