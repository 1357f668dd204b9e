"""Chinese names, those of other tools and other spellings of sections, fields and fixed words."""

import pytest

from sevenstep.checking.check import check
from sevenstep.checking.fix import fix
from sevenstep.model.field import fields_of
from sevenstep.model.kinds import KINDS, SECTIONS
from sevenstep.model.names import _table, meant_key, meant_value
from sevenstep.model.step7_flows import NODE_TYPES
from sevenstep.source.files import SourceFile
from sevenstep.source.reader import read

HEADER = "id: x\ntitle: X\n"


def checked(text: str):
    return check([read(SourceFile("engagement.yaml", HEADER + text))])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("目标", "goals"),
        ("战略目标", "goals"),
        ("goal", "goals"),
        ("Goals", "goals"),
        ("indicatrs", "indicators"),
        ("指标", "indicators"),
        ("KPIs", "indicators"),
        ("流程", "flows"),
        ("业务流程", "flows"),
        ("痛点", "challenges"),
        ("场景", "scenarios"),
        ("事项", "items"),
        ("事项清单", "items"),
        ("系统", "systems"),
        ("评估准则", "criteria"),
        ("criterion", "criteria"),
        ("processes", "flows"),
        ("参与主体", "actors"),
        ("nonsense", None),
        ("", None),
    ],
)
def test_sections(typed, meant):
    assert meant_key(typed, SECTIONS) == meant


@pytest.mark.parametrize(
    ("kind", "typed", "meant"),
    [
        ("challenge", "feltIn", "felt_in"),
        ("challenge", "felt-in", "felt_in"),
        ("challenge", "Felt In", "felt_in"),
        ("challenge", "依据", "evidence"),
        ("goal", "标题", "title"),
        ("goal", "名称", "title"),
        ("goal", "name", "title"),
        ("goal", "期限", "horizon"),
        ("goal", "deadline", "horizon"),
        ("goal", "说明", "description"),
        ("indicator", "目标值", "targets"),
        ("indicator", "target", "targets"),
        ("indicator", "基线", "baseline"),
        ("indicator", "单位", "unit"),
        ("item", "dependsOn", "depends_on"),
        ("item", "depends-on", "depends_on"),
        ("item", "依赖事项", "depends_on"),
        ("flow", "步骤", "steps"),
        ("flow", "版本", "variant"),
        ("activity", "下一步", "next"),
        ("activity", "执行主体", "actor"),
        ("activity", "等待时间", "wait"),
        ("data", "权威系统", "system_of_record"),
        ("goal", "颜色", None),
    ],
)
def test_fields(kind, typed, meant):
    known = {field.key: field.label for field in fields_of(KINDS[kind]) if field.name != "id"}
    assert meant_key(typed, known, labels=known) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("userTask", "activity"),
        ("task", "activity"),
        ("作业", "activity"),
        ("xor", "exclusive"),
        ("XOR", "exclusive"),
        ("互斥", "exclusive"),
        ("判断", "exclusive"),
        ("AND", "parallel"),
        ("并行", "parallel"),
        ("parallel gateway", "parallel"),
        ("OR", "inclusive"),
        ("timer", "event"),
        ("startEvent", "start"),
        ("start event", "start"),
        ("开始", "start"),
        ("end event", "end"),
        ("结束", "end"),
        ("“start”", "start"),
        ("gateway", None),
        ("网关", None),
    ],
)
def test_types_of_steps(typed, meant):
    assert meant_value(typed, NODE_TYPES) == meant


def test_every_section_has_a_chinese_name():
    named = {key for key, names in _table(True).items() if any(name[:1] >= "一" for name in names)}
    assert not set(SECTIONS) - named


ZH = """目标:
  G1: {标题: 更快, 期限: 2027, 状态: 草稿}
指标:
  t:
    标题: {中文: 时间, 英文: Time}
    衡量目标: G1
    单位: h
    方向: 下降
    基线: {数值: 36, 日期: 2025}
    目标值: {2027: 24}
参与主体:
  a: {标题: 海关, 类型: 政府}
流程:
  f:
    标题: 查验
    版本: 现状
    范围: {起点: 到港, 终点: 放行}
    步骤:
      in: {标题: 到, 类型: 开始, 执行主体: a, 下一步: out}
      out: {标题: 走, 类型: 结束}
"""


def test_a_model_in_chinese_keys_is_read_and_mended():
    found = checked(ZH)
    codes = {one.rule.code for one in found.found if one.is_error} - {"S801"}
    assert codes == {"S006", "S008"}
    assert set(found.chain.engagement.broken) == {"G1", "t", "a", "f", "f/in", "f/out"}  # nothing follows
    assert all(one.edits for one in found.found if one.rule.code != "S801" and one.is_error)
    changes, after = fix(found, check)
    assert not [one.message.zh for one in after.found if one.is_error and one.rule.code != "S801"]
    assert "horizon: 2027, status: draft" in changes[0].after
    assert "title: {zh: 时间, en: Time}" in changes[0].after
    assert "type: start" in changes[0].after


def test_places_are_those_of_the_file():
    found = checked(ZH)
    where = {
        one.diagnostic.message.zh: (one.span.line - 2, one.span.column)
        for one in found.located(one for one in found.found if one.is_error)
    }
    assert where["“期限”的键名是 horizon"] == (2, 16)
    assert where["“现状”不能写在这里"] == (16, 9)


def test_a_key_that_is_there_already_is_not_written_twice():
    found = checked("goals:\n  G1: {title: a, 标题: b, horizon: 2027}\n")
    assert [one.edits for one in found.found if one.is_error] == [()]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "goals:\n  G1: {title: a, parent: [G1, G2], horizon: 2027}\n",
            "Only one may stand here, not 2: G1, G2",
        ),
        (
            "indicators:\n  t: {title: a, unit: [h, d], measures: G}\ngoals: {G: {title: a, horizon: 2027}}\n",
            "Only one may stand here, not 2: h, d",
        ),
        ("goals:\n  G1: {title: {english: a, 中文: 甲}, horizon: 2027}\n", "The key for “english” is en"),
    ],
)
def test_one_message(text, message):
    assert [one.message.en for one in checked(text).found if one.is_error] == [message]
