"""Edge cases of the rules on texts: which languages are asked for, what is a leftover, which term is meant."""

import pytest

from sevenstep.checking.check import check
from sevenstep.source.files import SourceFile
from sevenstep.source.reader import read


def found(text: str, code: str) -> list[str]:
    """The English messages of one rule."""
    checked = check([read(SourceFile("engagement.yaml", f"id: x\n{text}"))])
    assert not [diagnostic for diagnostic in checked.found if diagnostic.rule.code.startswith("S00")]
    return [diagnostic.message.for_language("en") for diagnostic in checked.found if diagnostic.rule.code == code]


@pytest.mark.parametrize(
    ("languages", "title", "missing"),
    [
        ("languages: [zh, en]\n", "更快", 1),
        ("languages: [zh, en]\n", "TIR", 0),
        ("languages: [zh, en]\n", "{zh: 更快}", 1),
        ("languages: [zh, en]\n", "{en: Faster}", 1),
        ("languages: [zh, en]\n", "{zh: 更快, en: Faster}", 0),
        ("languages: [zh]\n", "更快", 0),
        ("", "更快", 0),  # nobody said that there should be two languages
    ],
)
def test_translations_are_asked_for_where_two_languages_are_named(languages, title, missing):
    assert len(found(f"title: X\n{languages}goals: {{G: {{title: {title}}}}}\n", "S803")) == missing


def test_texts_of_parts_and_of_the_engagement_are_read_too():
    text = "title: 项目\nlanguages: [zh, en]\nchallenges: {C: {title: C, evidence: [{what: 慢}, {what: slow}]}}\n"
    assert len(found(text, "S803")) == 2


@pytest.mark.parametrize(
    ("said", "leftover"),
    [
        ("Ask customs (TODO)", "TODO"),
        ("todo", "todo"),
        ("费用待定", "待定"),
        ("（待补充）", "待补充"),
        ("目标值？？？", "？？？"),
        ("XXXX hours", "XXXX"),
        ("Methodology of TODOS", None),
        ("mastodon", None),
        ("等待定制", None),
        ("tbd", "tbd"),
        ("ToDo: ask", "ToDo"),
        ("[To be done]", "To be done"),
        ("Work to be done better", None),
        ("目标值待确认。", "待确认"),
        ("等待确认舱位", None),
        ("待补货、待确认订单", None),
        ("占位费", None),
        ("占位符", "占位符"),
        ("（待完善）", "待完善"),
        ("制度仍待完善", None),
        ("RoXXXane", None),
        ("Really??", None),
        ("to be defined with customs", "to be defined"),
    ],
)
def test_leftovers_are_words(said, leftover):
    messages = found(f'title: X\ngoals: {{G: {{title: G, statement: "{said}"}}}}\n', "S805")
    assert messages == ([f"The text still holds “{leftover}”"] if leftover else [])


def test_leftovers_are_found_wherever_words_stand():
    goal = "goals: {G: {title: G, tags: [TODO], source: 待补, accepted: {S802: TBD}}}\n"
    flow = "flows: {F: {title: F, variant: as-is, accepted: {S802: '???'}, steps: {a: {title: TBD}}}}\n"
    assert len(found(f"title: XXX\ndescription: {{zh: 待定, en: fine}}\n{goal}{flow}", "S805")) == 7


@pytest.mark.parametrize(("title", "left"), [("舱位待确认", 0), ("{zh: 待定, en: TBD}", 2)])
def test_in_a_flow_a_case_may_wait_to_be_confirmed(title, left):
    flow = f"flows: {{F: {{title: F, variant: as-is, steps: {{a: {{title: {title}}}}}}}}}\n"
    assert len(found(f"title: X\n{flow}", "S805")) == left


GLOSSARY = "title: X\nglossary: {铁海联运: {en: rail–sea transport, not: [海铁联运, RST]}, 联运: transport}\n"


@pytest.mark.parametrize(
    ("zh", "en", "forbidden", "otherwise"),
    [
        ("铁海联运", "Rail–Sea  Transport", 0, 0),
        ("铁海联运", "Combined traffic", 0, 1),  # the longer term only: 联运 inside it is not meant
        ("联运", "combined traffic", 0, 1),
        ("海铁联运", "rail–sea transport by RST", 2, 0),
        ("公路", "FIRST road", 0, 0),  # RST inside a word is not a word
    ],
)
def test_terms(zh, en, forbidden, otherwise):
    text = f"{GLOSSARY}goals: {{G: {{title: {{zh: {zh}, en: {en}}}}}}}\n"
    assert len(found(text, "S806")) == forbidden
    assert len(found(text, "S807")) == otherwise


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("{zh: 使用RST系统, en: System}", ["Write “铁海联运”"]),  # Chinese stands right beside Latin letters
        ("RST booking", ["Write “rail–sea transport”"]),
        ("First bookings", []),
        ('"booking by\\nrst"', ["Write “rail–sea transport”"]),
        ("ſT ıRST İrst", []),  # letters that only a regular expression takes for s and i
    ],
)
def test_a_forbidden_word_is_told_from_its_neighbours(title, said):
    checked = check([read(SourceFile("engagement.yaml", f"id: x\n{GLOSSARY}goals: {{G: {{title: {title}}}}}\n"))])
    assert [diagnostic.remedy.en for diagnostic in checked.found if diagnostic.rule.code == "S806"] == said
    assert not [diagnostic for diagnostic in checked.found if diagnostic.rule.code == "S000"]


@pytest.mark.parametrize(
    ("title", "wrong"),
    [("{zh: 铁海联运, en: Rail–sea transport}", 0), ("{zh: 联运, en: Sea transport}", 2), ("sea transport", 1)],
)
def test_a_forbidden_word_inside_the_right_one_is_right(title, wrong):
    glossary = "title: X\nglossary: {铁海联运: {en: rail–sea transport, not: [联运, sea transport]}}\n"
    assert len(found(f"{glossary}goals: {{G: {{title: {title}}}}}\n", "S806")) == wrong


@pytest.mark.parametrize(
    ("en", "otherwise"), [("Trailers", 1), ("Rails", 0), ("By Rail", 0), ("Railway", 0), ("By\nrail", 0)]
)
def test_a_translation_begins_a_word_and_may_go_on(en, otherwise):
    text = f"title: X\nglossary: {{铁路: rail}}\ngoals: {{G: {{title: {{zh: 铁路, en: {en!r}}}}}}}\n"
    assert len(found(text.replace("'By\\nrail'", '"By\\nrail"'), "S807")) == otherwise


def test_the_engagement_itself_follows_its_glossary():
    text = "title: {zh: 海铁联运项目, en: Freight}\nglossary: {铁海联运: {en: rail–sea, not: 海铁联运}}\n"
    assert found(text, "S806") == ["The glossary does not use “海铁联运”"]
    assert len(found(text.replace("{zh: 海", "{zh: 铁海联运和海"), "S807")) == 1


@pytest.mark.parametrize("glossary", ['{"": x}', "{联运: {en: ' ', not: ['', ' ']}}", '{" ": {not: [x]}}'])
def test_an_empty_glossary_entry_says_nothing(glossary):
    text = f"title: X\nglossary: {glossary}\ngoals: {{G: {{title: {{zh: 联运, en: t}}}}}}\n"
    assert not found(text, "S806") and not found(text, "S807") and not found(text, "S000")


@pytest.mark.parametrize(
    ("title", "wide"), [("快" * 30, False), ("快" * 31, True), ("f" * 60, False), ("f" * 61, True)]
)
def test_a_title_is_measured_as_it_is_drawn(title, wide):
    assert bool(found(f"title: X\ngoals: {{G: {{title: {title}}}}}\n", "S804")) is wide


@pytest.mark.parametrize(
    ("one", "other", "twins"),
    [
        ("Customs", "customs ", True),
        ("Ｃustoms", "Customs", True),
        ("{zh: 海关, en: Customs}", "{zh: 海关, en: Inland customs}", True),
        ("Customs", "Inland customs", False),
    ],
)
def test_the_same_title(one, other, twins):
    text = f"title: X\nactors: {{A: {{title: {one}, type: operator}}, B: {{title: {other}, type: operator}}}}\n"
    assert bool(found(text, "S808")) is twins


def test_two_kinds_may_share_a_title():
    assert not found("title: X\ngoals: {A: {title: Same}}\ndomains: {B: {title: Same}}\n", "S808")
