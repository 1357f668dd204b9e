"""Of opposites and of the parts of one series nobody is asked whether they are the same; of true twins, yes."""

import pytest

from sevenstep.model.values import same_words
from sevenstep.ruleset.evidence.s817_alike import _nearly_the_same

APART = [
    ("院前急救时间", "院内急救时间"),
    ("进口货物查验", "出口货物查验"),
    ("进口集装箱放行时间", "出口集装箱放行时间"),
    ("上行列车编组计划", "下行列车编组计划"),
    ("第一阶段建设任务", "第二阶段建设任务"),
    ("南港区堆场作业", "北港区堆场作业"),
    ("现状通关流程说明", "目标通关流程说明"),
    ("阶段1 数据接入", "阶段2 数据接入"),
    ("A类货物查验流程", "B类货物查验流程"),
    ("Ａ类货物查验流程", "Ｂ类货物查验流程"),
    ("2024 年度通关效率", "2025 年度通关效率"),
    ("国内航线订舱申请", "国际航线订舱申请"),
    ("线上受理业务申请", "线下受理业务申请"),
    ("空箱调运管理系统", "重箱调运管理系统"),
    ("危险货物申报", "非危险货物申报"),
    ("甲方数据接口规范", "乙方数据接口规范"),
    ("事前风险评估", "事后风险评估"),
    ("装船作业计划", "卸船作业计划"),
    ("省级平台数据对接", "市级平台数据对接"),
    ("发货人信息登记表", "收货人信息登记表"),
    ("海关查验（一）", "海关查验（二）"),
    ("Import declaration checked", "Export declaration checked"),
    ("Time before the operation", "Time after the operation"),
    ("North terminal gate queue", "South terminal gate queue"),
    ("Terminal 1 gate opening", "Terminal 2 gate opening"),
    ("Phase I of the programme", "Phase II of the programme"),
    ("Inbound truck appointment", "Outbound truck appointment"),
    ("First wave of migration", "Second wave of migration"),
    ("Class A goods inspected", "Class B goods inspected"),
    ("Current customs process", "Target customs process"),
    ("Internal data exchange", "External data exchange"),
    ("Upstream data quality", "Downstream data quality"),
    ("Loading plan of the ship", "Unloading plan of the ship"),
]
TWINS = [
    ("国际货运代理企业", "国际货运代理公司"),
    ("国际货运代理企业", "国际货运代理企业。"),
    ("集装箱堆场管理系统", "集装箱堆场管理平台"),
    ("International freight forwarder", "International freight forwarders"),
    ("Customs clearance centre", "Customs clearance center"),
    ("Single window platform", "Single-window platform"),
    ("Customs declarations system", "Customs declaration system"),
    ("电子口岸数据中心", "电子口岸数据中心站"),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_nobody_asks_of_opposites_and_series(one, other):
    assert not _nearly_the_same(same_words(one), same_words(other))
    assert not _nearly_the_same(same_words(other), same_words(one))


@pytest.mark.parametrize(("one", "other"), TWINS)
def test_twins_are_asked_about(one, other):
    assert _nearly_the_same(same_words(one), same_words(other))
    assert _nearly_the_same(same_words(other), same_words(one))
