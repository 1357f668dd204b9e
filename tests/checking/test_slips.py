"""Slips of the pen as people make them: each names its cause in both languages, and is mended where that is safe."""

import pytest

from sevenstep.checking.check import check
from sevenstep.checking.fix import fix
from sevenstep.source.files import SourceFile
from sevenstep.source.load import read_document

HEAD = "id: t\ntitle: {zh: 项目, en: Project}\ncheck: {ignore: [S8, S1, S2, S3, S4, S5, S6, S7]}\n"
GOALS = "challenges: {C1: {title: x}, C2: {title: y}}\n"
ACTORS = "actors: {x: {title: X, type: enterprise}, y: {title: Y, type: enterprise}}\n"
FLOW = "flows:\n  f:\n    title: F\n    variant: as-is\n    steps:\n      a: {title: A"

MENDED = [
    # commas, colons and # in a text: in braces, in a block, nested, in both languages
    ("goals:\n  G1: {title: {zh: 更快, en: Faster, cheaper}, horizon: 2027}\n", "S017", 'en: "Faster, cheaper"}'),
    ("goals:\n  G1: {title: {zh: 更快, 更省, en: Faster}, horizon: 2027}\n", "S017", 'zh: "更快, 更省"'),
    ("goals:\n  G1: {title: Faster, and cheaper, horizon: 2027}\n", "S017", 'title: "Faster, and cheaper"'),
    ("challenges:\n  C: {title: S, evidence: [{what: Carts, all day}]}\n", "S017", 'what: "Carts, all day"'),
    ("goals:\n  G1:\n    title: Faster: from door to needle\n", "S002", 'title: "Faster: from door to needle"'),
    ("goals:\n  G1:\n    title:\n      zh: 更快: 从门到针\n      en: Fast\n", "S002", 'zh: "更快: 从门到针"'),
    ("goals:\n  G1: {title: {zh: 更快: 从门到针, en: Fast}}\n", "S002", 'zh: "更快: 从门到针"'),
    ("goals:\n  G1:\n    title: Gate #4 open\n", "S016", 'title: "Gate #4 open"'),
    ("goals:\n  G1: {title: {zh: 缓解 #3 堵点, en: Ease}}\n", "S002", 'zh: "缓解 #3 堵点"'),
    ("goals:\n  G1:\n    title: #1 in the region\n", "S016", 'title: "#1 in the region"'),
    ("goals:\n  G1:\n    title:\n      zh: #1 号堵点\n      en: Ease\n", "S016", 'zh: "#1 号堵点"'),
    # full-width signs
    ("goals:\n  G1:\n    title：更快\n    horizon: 2027\n", "S002", "    title: 更快"),
    ("goals：\n  G1:\n    title: 更快\n", "S002", "\ngoals:\n"),
    ("goals:\n  G1：\n    title: 更快\n", "S002", "\n  G1:\n"),
    ("goals:\n  G1: {title：更快, horizon: 2027}\n", "S002", "{title: 更快,"),
    ("goals:\n  G1: {title: {zh: 更快， en: Faster}}\n", "S002", "zh: 更快, en: Faster"),
    (f"{GOALS}goals:\n  G1: {{title: A, answers: [C1，C2]}}\n", "S011", "answers: [C1, C2]"),
    (f"{GOALS}goals:\n  G1:\n    title: A\n    answers: C1、C2\n", "S011", "answers: [C1, C2]"),
    (f"{GOALS}goals:\n  G1: {{title: A, answers: 【C1，C2】}}\n", "S011", "answers: [C1, C2]"),
    ("goals:\n  G1: {title: 【试点】通关}\nactors:\n  A: ｛title: a, type: operator｝\n", "S002", " {title: a, type"),
    ("goals:\n  G1: {title: A}  ＃ 备注\n", "S002", "{title: A}  # 备注"),
    ("goals:\n  G1: {title: A}＃备注\n", "S002", "{title: A} #备注"),
    ("goals:\n　　G1:\n　　　　title: A\n", "S002", "\n  G1:\n    title: A"),
    ("goals:\n  G1:\n    title: A\n    horizon:\u00a02027\n", "S002", "    horizon: 2027"),
    ("goals:\n  G1:\n    title: A\n    horizon:\u30002027\n", "S002", "    horizon: 2027"),
    (f"{GOALS}goals:\n  G1:\n    title: A\n    answers:\n    － C1\n", "S002", "    - C1"),
    # names in Chinese, in another case, misspelt
    ("目标:\n  G1: {标题: 更快, 期限: 2027}\n", "S006", "\ngoals:\n  G1: {title: 更快, horizon: 2027}"),
    ("Goals:\n  G1: {Title: A, Horizon: 2027}\n", "S006", "\ngoals:\n  G1: {title: A, horizon: 2027}"),
    ("goal:\n  G1: {titel: A, horizont: 2027}\n", "S006", "\ngoals:\n  G1: {title: A, horizon: 2027}"),
    ("actors:\n  A: {title: t, type: 政府}\n", "S008", "type: government"),
    (f"{FLOW}, type: userTask}}\n      x: {{title: X, type: xor}}\n", "S008", "type: exclusive"),
    (f"{FLOW}}}\n      t: {{title: T, type: timer}}\n", "S008", "type: event"),
    (f"{FLOW}, mode: 人工}}\n", "S008", "mode: manual"),
    ("indicators:\n  i: {title: t, measures: G, direction: decreasing}\ngoals: {G: {title: g}}\n", "S008", "decrease}"),
    # one in a list where one may stand
    ("goals:\n  G1: {title: A}\n  G2: {title: B, parent: [G1]}\n", "S008", "parent: G1}"),
    ("goals:\n  G1: {title: A}\n  G2:\n    title: B\n    parent:\n      - G1\n", "S008", "    parent: G1\n"),
    (f"{ACTORS}{FLOW}, actor: [x]}}\n", "S008", "actor: x}"),
    ("actors:\n  A: {title: t, type: [operator]}\n", "S008", "type: operator}"),
    # what is written twice, or stuck together
    ("goals:\n  G1: {id: G1, title: A}\n", "S006", "G1: {title: A}"),
    ("goals:\n  G1:\n    id: G1\n    title: A\n", "S006", "G1:\n    title: A"),
    ("goals:\n  G1: {title:A, horizon:2027}\n", "S002", "{title: A, horizon: 2027}"),
    ("goals:\n  G1: {title: 'It's faster', horizon: 2027}\n", "S002", '"It\'s faster"'),
    ('goals:\n  G1:\n    title: "One stop" desk\n', "S002", "'\"One stop\" desk'"),
]  # fmt: skip

TOLD = [
    (f"{ACTORS}{FLOW}, actor: [x, y]}}\n", "S008", "Only one", "只能写一个"),
    (f"{ACTORS}{FLOW}, actor: 'x, y'}}\n", "S011", "Only one", "只能写一个"),
    (f"{FLOW}, time: '1,5h'}}\n", "S008", "can be read as", "几种读法"),
    ("goals:\n  - id: G1\n    title: A\n", "S005", "ids with their elements", "编号"),
    ("goals:\n  G1: {id: G2, title: A}\n", "S006", "inside an element", "不写 id"),
    ("goals:\n  G1:\n    title: #key 指标\n", "S016", "taken for a comment", "成了注释"),
]


def checked(text):
    return check([read_document(SourceFile("engagement.yaml", HEAD + text))])


@pytest.mark.parametrize(("bad", "code", "good"), MENDED)
def test_a_slip_is_named_and_mended(bad, code, good):
    before = checked(bad)
    assert code in {found.rule.code for found in before.found}
    assert all(found.message.zh and found.message.en for found in before.found)
    changes, after = fix(before, check)
    assert good in changes[0].after
    assert not after.errors
    assert checked(changes[0].after.removeprefix(HEAD)).errors == 0


@pytest.mark.parametrize(("bad", "code", "en", "zh"), TOLD)
def test_a_slip_of_which_nobody_knows_what_was_meant_is_named_and_left(bad, code, en, zh):
    before = checked(bad)
    found = next(found for found in before.found if found.rule.code == code)
    assert en in found.message.en
    assert zh in found.message.zh
    changes, _ = fix(before, check)
    assert not changes
