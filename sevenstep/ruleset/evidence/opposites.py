"""Titles that differ in exactly what tells two things apart: opposites, and the members of a series."""

import re
from difflib import SequenceMatcher
from typing import Final

from sevenstep.memory import per_process

_CHINESE: Final = """
前 后 内 外 中 间 期
院前 院内 院后 院外
事前 事中 事后
进 出 入
上 下 中
左 右
东 南 西 北 中
大 中 小
高 中 低
多 少
长 短
新 旧 老 原
首 次 末 尾
初 中 末 终 高
早 中 晚
日 夜 昼
春 夏 秋 冬
先 后
收 发
到 发 离 抵
来 去 往 返 回
装 卸
送 取 接
买 卖
采购 销售
借 还
增 减
升 降
提高 降低
增加 减少
开 关
启 停
供 需
供应 需求
主 次 辅 副 从 备
正 副 反 负
公 私
公共 私人
男 女
空 重 满
冷 热 常
干 湿
陆 海 空 铁 水 公
铁路 公路 水路 航空 海运 空运 陆运
线上 线下
内部 外部
国内 国际 国外
境内 境外 跨境
本地 异地
现状 目标 规划 未来
现有 拟建 在建 规划 新建
当前 未来 目标
计划 实际
申请 审批 批准
提交 撤回 撤销
登记 注销
注册 注销
发货 收货
托运 承运
甲 乙 丙 丁 戊 己 庚 辛
壹 贰 叁 肆 伍
省 市 县 区 乡 镇 村 州
国家 省级 市级 县级
年 季 月 周 日
成人 儿童
门诊 住院 急诊
单 双 多
人工 自动
有 无
直接 间接
固定 移动
一般 特殊
"""
_ENGLISH: Final = """
import export transit
imports exports
importer exporter
imported exported
inbound outbound
incoming outgoing
inward outward
in out
entry exit
enter leave
before after during
pre post
first second third fourth fifth last next previous
one two three four five six
north south east west central
northern southern eastern western
upper lower middle
up down
upstream downstream
upload download
left right
front back rear
inner outer
internal external
inside outside
indoor outdoor
domestic international foreign
local remote
online offline
public private
primary secondary tertiary backup
major minor
large medium small
high medium low
long short
early late
old new
day night
morning evening afternoon
summer winter spring autumn
arrival departure
arrivals departures
loading unloading
load unload
loaded empty
full empty
pickup delivery
send receive
sender receiver
shipper consignee
buyer seller
purchase sale
demand supply
increase decrease
current target future
existing planned new
planned actual
present future
min max
minimum maximum
start end
open close
opening closing
lock unlock
manual automatic
hot cold
wet dry
sea air road rail land
male female
adult child
adults children
with without
daily weekly monthly quarterly yearly annual
direct indirect
fixed mobile
inpatient outpatient
credit debit
debtor creditor
lender borrower
employer employee
national regional municipal provincial
i ii iii iv v vi vii viii ix x
alpha beta gamma delta
"""
_NEGATIONS: Final = frozenset({"非", "不", "无", "未", "反", "副", "non", "not", "no", "un", "sub", "anti"})
_TOKEN: Final = re.compile(r"[a-z]+|\d+|[^\W\d_]")
_LETTER: Final = re.compile(r"[a-z]")
_LONGEST: Final = 3
"""Words of so many characters stand in the Chinese table, at most."""


def tells_apart(title: str, other: str) -> bool:
    """Whether the titles differ by a word and its opposite, by a place in a series, or by a word that denies."""
    first, second = _TOKEN.findall(title), _TOKEN.findall(other)
    for tag, start, end, begin, stop in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        left, right = first[start:end], second[begin:stop]
        if tag != "replace":
            if _NEGATIONS & {*left, *right}:
                return True
            continue
        if all(_LETTER.fullmatch("".join(words)) for words in (left, right)):
            return True  # A, B, C …
        if _opposite(first, (start, end), second, (begin, stop)):
            return True
    return False


def _opposite(first: list[str], here: tuple[int, int], second: list[str], there: tuple[int, int]) -> bool:
    """Whether what differs, alone or with up to two characters before and behind it, is a pair of a series."""
    for before in range(_LONGEST):
        for behind in range(_LONGEST - before):
            left = "".join(first[max(0, here[0] - before) : here[1] + behind])
            right = "".join(second[max(0, there[0] - before) : there[1] + behind])
            if left != right and _groups().get(left, frozenset()) & _groups().get(right, frozenset()):
                return True
    return False


@per_process
def _groups() -> dict[str, frozenset[int]]:
    """Each word with the lines of the tables that it stands on."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate((_CHINESE + _ENGLISH).splitlines()):
        for word in line.split():
            found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}
