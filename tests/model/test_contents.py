"""Texts, words, figures and sources: found wherever an element holds them, each with its key path."""

from sevenstep.chain.graph import Chain
from sevenstep.checking.check import check
from sevenstep.language import Text
from sevenstep.model.contents import figures, sources, texts, words
from sevenstep.source.files import SourceFile
from sevenstep.source.reader import read

ITEM = """
items:
  booking:
    title: {zh: 订舱, en: Booking}
    tags: [rail, sea]
    accepted: {S802: {reason: next phase, by: the client}}
    source: quarterly p. 41
    operations:
      - {does: Fill in, role: clerk, unit: forwarder}
    resources: {people: two clerks, systems: [tos], money: 300 CNY}
"""
FLOW = """
flows:
  F:
    title: Booking today
    variant: as-is
    accepted: {S802: next phase}
    scope: {starts: asked, ends: {zh: 订到, en: booked}, covers: rail only}
    steps:
      a: {title: Complete?, type: exclusive, next: {b: 80% complete, a: {when: missing}}}
      b: {title: Done, type: end}
"""
INDICATOR = """
indicators:
  time:
    title: Time
    unit: h
    baseline: {value: 36, note: by hand, source: {interview: customs, note: twice}}
    targets: {2027: 16}
challenges:
  slow: {title: Slow, evidence: [said, {what: measured, figure: 5 d, source: report p. 2}]}
"""


def chain(text: str) -> Chain:
    checked = check([read(SourceFile("engagement.yaml", f"id: x\ntitle: X\n{text}"))])
    assert not [one for one in checked.found if one.rule.code.startswith("S00")]
    return checked.chain


def test_texts_of_parts_have_their_path():
    elements = chain(ITEM + FLOW).elements
    assert [(path, text.for_language("en")) for path, text in texts(elements["booking"])] == [
        (("title",), "Booking"),
        (("accepted", "S802", "reason"), "next phase"),
        (("accepted", "S802", "by"), "the client"),
        (("operations", 0, "does"), "Fill in"),
        (("operations", 0, "role"), "clerk"),
        (("resources", "people", 0, "role"), "two clerks"),
    ]
    assert [path for path, _ in texts(elements["F"])] == [
        ("title",),
        ("accepted", "S802", "reason"),
        ("scope", "starts"),
        ("scope", "ends"),
        ("scope", "covers"),
    ]


def test_a_node_of_a_flow_speaks_for_itself():
    assert list(texts(chain(FLOW).elements["F/a"])) == [
        (("title",), Text(plain="Complete?")),
        (("next", "b", "when"), Text(plain="complete")),
        (("next", "a", "when"), Text(plain="missing")),
    ]


def test_words_are_neither_ids_nor_dates_nor_choices():
    elements = chain(ITEM + FLOW + INDICATOR).elements
    assert list(words(elements["booking"])) == [
        (("tags", 0), "rail"),
        (("tags", 1), "sea"),
        (("source", "document"), "quarterly"),
        (("source", "page"), "p. 41"),
    ]
    assert list(words(elements["time"])) == [(("unit",), "h")]
    assert list(words(elements["F"])) == list(words(elements["F/a"])) == []


def test_figures_and_sources():
    elements = chain(INDICATOR).elements
    assert [path for path, _ in figures(elements["time"])] == [("baseline",), ("targets", "2027")]
    assert [path for path, _ in figures(elements["slow"])] == [("evidence", 1)]
    assert [path for path, _ in sources(elements["time"])] == [("baseline", "source")]
    assert [path for path, _ in sources(elements["slow"])] == [("evidence", 1, "source")]
