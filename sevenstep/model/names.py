"""Other names that people give to sections, fields and fixed words: Chinese ones, those of other tools, spellings.

A model is written with the English keys; whoever writes another name is told the key that is meant.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Final

from sevenstep.language import Text
from sevenstep.memory import by_content, per_process
from sevenstep.model.suggest import surely_meant
from sevenstep.model.words import VALUES

_KEYS: Final = """
title: 标题 题目 名称 名字 名 name label caption heading
description: 描述 说明 简介 介绍 详情 desc details text summary
narration: 讲解 讲解词 解说 旁白
tags: 标签 标记 keywords labels
owner: 负责人 责任人 归口 归口单位 牵头 牵头单位 主责 responsible
status: 状态 state
source: 来源 出处 资料来源 引用 reference ref
accepted: 已接受 接受 豁免 accept
evidence: 证据 依据 佐证 proof
felt_in: 体现 体现在 体现环节
statement: 表述 目标表述 陈述 objective
horizon: 期限 时限 截止 截止时间 完成时间 目标年 deadline due year by
issuer: 发布单位 发布机构 发文单位 印发单位 制定单位 issuedby publisher
asks: 要求 任务要求 规划要求 asksfor demands
network: 所在网络 网络
rests_on: 依据背景 基于 restson basedon
takes_up: 承接 承接定位 对应定位 takesup
aligns_with: 顺应 顺应趋势 对应上位规划 对应规划 对应政策 对接 alignswith alignment aligns
parent: 上级 父级 上级目标 隶属 所属 partof
answers: 回应 响应 回应痛点 解决 addresses
measures: 衡量 衡量目标 度量 measure
domain: 领域 业务域 域
definition: 口径 定义 统计口径
unit: 单位 计量单位 uom
direction: 方向 趋势 改善方向
baseline: 基线 基线值 基准 基准值 现值 现状值 asis current
targets: 目标值 目标 指标目标 target goal
measurements: 实测 实测值 测量值 实际值 measurement actuals
frequency: 频率 频次 统计频率 周期
formula: 公式 计算公式 算法
value: 数值 值 取值
date: 日期 时间 年份
note: 备注 注 说明
drives: 驱动 驱动指标
follows: 前一环节 上一环节 前置环节 after
feeds: 供给 数据供给
issuer: 制定方 制定单位 发布单位 发文单位 颁布 issued_by
issuer_name: 制定方名称
jurisdiction: 适用范围 管辖 管辖范围 辖区 适用地区 applies_in
jurisdiction_name: 适用范围名称
binds: 约束 约束对象 适用对象 bind
subject: 规定事项 事由 matter topic
demands: 要求 demand
required_by: 因法规要求 法规要求 法定 依据法规
type: 类型 类别 种类 kind category
domains: 领域 业务域
connects: 分工 连接 raci
exchanges: 交互 交换 交接 exchange
from: 从 交出方 发送方 来自 sender
to: 到 接收方 给 receiver
data: 数据 数据对象
channel: 渠道 方式 via
group: 场景类 分组 组 类
realizes: 落实 落实路径 实现 realises implements
moves: 改善指标 应改善的指标 影响指标
scenario: 场景 任务场景 所属场景
operations: 操作 操作步骤 步骤 steps
resources: 资源 所需资源
scores: 评分 打分 得分
depends_on: 依赖 依赖事项 前置事项 requires dependencies
weight: 权重
axis: 坐标 轴
fields: 字段 数据项 attributes
classification: 密级 安全级别 级别
system_of_record: 权威系统 主系统 sor
actor: 执行主体 主体 参与方 执行者 角色 performer lane who
capacity: 能力 数量 产能
calendar: 日历 工作日历 工作时间
details: 细化 细化事项 所属事项 事项 item
variant: 版本 变体 情形 现状或目标 version
scope: 范围 边界
starts: 起点 开始 起始 start
ends: 终点 结束 终止 end
covers: 覆盖 包含
arrivals: 到达 来件 到达率 业务量
steps: 步骤 流程步骤 节点 环节 nodes activities tasks
estimates: 估算 估算指标 测算 测算指标
system: 系统 信息系统 使用系统 平台 app application
online_rate: 上网率 线上率 在线率 online
counts: 算什么 计数
mode: 方式 办理方式 模式 自动化 运输方式 transport
time: 时间 办理时间 耗时 时长 处理时间 duration
wait: 等待 等待时间 等候 waiting
cost: 成本 费用 costs
error: 差错概率 差错率 出错概率 差错 error_rate errors
damage: 货损概率 货损率 货损 damage_rate
discrepancy: 货差概率 货差率 货差 discrepancy_rate
emissions: 碳排放 排放 碳排放量 emission carbon co2
reads: 读取 读 输入 inputs input
writes: 写入 写 输出 outputs output
next: 下一步 后续 去向 下一个 then goto flowto
chance: 概率 比例 可能性 probability
when: 条件 当 condition if
rule: 规则
touches: 涉及 涉及要素
changes: 改变 改变的步骤
shapes: 对应目标流程 形成流程 形成
client: 客户 委托方 甲方 业主 customer
languages: 语言 language lang
narrations: 讲解词
version: 版本 版本号
sources: 资料 来源 资料来源 参考资料 文献
settings: 设置 配置 config
glossary: 术语 术语表 词汇表 terms
calendars: 日历 工作日历
units: 单位 计量单位 单位名称
analysis: 分析 分析设置
check: 检查 检查设置
context: 战略背景 背景 环境 形势 上位规划 趋势 政策 trends plans policies
positions: 战略定位 定位 position positioning
challenges: 痛点 问题 挑战 堵点痛点 painpoints problems challenge
goals: 目标 战略目标 goal objectives
indicators: 指标 指标体系 kpi kpis metrics indicator
dimensions: 维度 分析维度 细分 dimension breakdowns
functions: 业务环节 环节 业务架构 function capabilities
regulations: 法规标准 法规 法律法规 规章 制度规则 制度 标准规范 regulation rules laws standards
actors: 参与主体 参与单位 主体 参与方 单位 actor parties stakeholders
paths: 协同路径 路径 协同 path
groups: 场景类 场景分类 场景组
scenarios: 任务场景 场景 scenario usecases
criteria: 准则 评估准则 评价准则 标准 criterion
items: 业务事项 事项 事项清单 item
systems: 系统 信息系统
assessments: 评估 测评 诊断 评估体系 assessment diagnosis
factors: 因素 评估因素 要素 评估指标 factor
benchmarks: 标杆 标杆案例 对标案例 案例 benchmark cases
scales: 等级表 量表 等级 成熟度等级 scale
decisions: 比选 方案比选 决策 选择 decision choices
flows: 流程 业务流程 流程图 flow processes process
findings: 发现 问题发现 finding issues
reviews: 评审 评审意见 意见 review comments
peers: 对标 对标对象 对标值 同类 peer benchmarks
levels: 等级 级别 分级 level
scale: 等级表 量表 评分标准
worst: 最差值 最差 下限
best: 最好值 最好 满分值 上限
values: 评估值 取值 得分 分数 数值 value
assessment: 所属评估 评估
shows: 显示痛点 说明痛点 对应痛点 show
takes: 取数 取自 取数自 数据来自
courses: 历程 他人历程 发展历程 course
took: 用时 耗时 历时 duration
maturity: 成熟度 成熟度等级
now: 现在 现状 今天 current
learnt: 启示 经验 借鉴 learned lessons
conditions: 条件 适用条件 前提
taken_up_by: 由谁用上 采用 借鉴于
options: 方案 备选方案 选项 alternatives option
requirements: 必须满足 要求 否决项 硬性要求 requirement knockout
choice: 选定 选择 结论 选定方案 decision
meets: 满足 是否满足 符合
leads_to: 由此决定 决定 后续
settles: 为了 服务于
question: 问题 决策问题
zh: 中文 汉语 中 简体 cn chinese zhcn zhhans
en: 英文 英语 英 english enus engb
by: 作者 提出人 编写 author
link: 链接 网址 url
reason: 理由 原因
until: 截至 到期
what: 所见 内容
figure: 数值 数字
page: 页 页码
document: 文件 文档
interview: 访谈 受访人
dataset: 数据集
role: 岗位
does: 做什么 内容
people: 人员 人
money: 资金 经费 预算 budget
metric: 度量 流程度量
places: 地点 节点 场所 place locations location nodes sites
links: 区段 运输区段 路段 线路 link edges transportlinks connections
routes: 运输路线 路线 航线 route
at: 经纬度 坐标 地点 所在地点 位置 where coordinates coords lonlat location place
position: 位置 图上位置 图中位置 xy
operator: 运营者 运营单位 运营方 经营人 operatedby
serves: 服务 服务环节 服务于 serve
over: 经过 途经 沿线 via through
distance: 里程 距离 长度 length km
reliability: 可靠度 可靠性 准点率 可用率 availability
load: 负荷 负载 流量 used
opens: 开通 开通时间 建成 投用 通车 opening completed
ways: 通行方向 单双向 单向双向
best: 择优 择优依据 最优
goods: 货物 货类 品类 cargo
volume: 运量 货量 量
principles: 基本原则 原则 遵循原则 principle
phases: 实施阶段 阶段 phase stages
needs: 需求 需求池 满足需求 need requirements
projects: 实施项目 项目 项目池 project
funds: 资金来源 资金池 fund moneysources
pools: 资源池 pool
taskforces: 工作专班 专班 taskforce
kpicards: 考核卡 单位考核卡 kpicard scorecards
servicelevels: 服务水平 服务等级 sla slas servicelevel
lever: 着力点 抓手 杠杆 levers
departs_from: 偏离原则 偏离
phase: 实施阶段 阶段
delivers: 交付 交付物 deliver deliverables
lead: 牵头单位 牵头 leader
responsible: 主责单位 主责
participants: 参与单位 配合单位 participating
investor: 投资主体 投资方 investors
builder: 建设主体 建设单位 builders
milestones: 里程碑 节点计划 milestone
budget: 预算 资金预算
spent: 支出 已支出 支出记录
draws: 占用资源 占用 draw
efforts: 投入人力 人力投入 effort
capacity_changes: 投入变化 可投入变化
risks: 风险 risk
rollout: 推广 分批生效 推开
judged_by: 考核指标 考核 judgedby kpis
progress: 进展 进度 进展记录
fund: 资金来源 资金
pool: 资源池
share: 比例 业务比例
effect: 影响 影响程度
answer: 应对 应对措施
given_by: 出资方
by_year: 各年额度 分年
side: 来源面 来源方面
priority: 优先级
wanted: 目标要求
raised_by: 提出方
stems_from: 源自 来源于
reached: 完成于 实际完成
layers: 蓝图层级 层级 分层 layer tiers
interfaces: 接口 系统接口 数据接口 interface apis
services: 共享服务 算法模型 服务 service
layer: 蓝图层级 层级 所在层
count: 数量 个数
way: 对接方式 接口方式
rhythm: 频次 更新频次 传输频次
hosted_in: 部署系统 部署于 承载系统 hostedin host
used_by: 服务对象 使用方 usedby users
sharing: 共享级别 共享属性 共享类型
standard: 数据标准 标准规范
quality: 质量规则 质量要求 数据质量
move: 完成到 工作进度 动作
key_node: 关键节点 关键环节 keynode
responds_to: 应对 应对中断 响应中断
appraisals: 测算 投资测算 效益测算 财务测算 appraisal
benefits: 成效 成效台账 效益 benefit
lessons: 经验 经验教训 lesson
appraises: 测算对象
inflation: 通货膨胀 通胀率
discount_rate: 折现率 贴现率 discountrate
exchange: 汇率
outlay: 投入
income: 收入
grants: 补助 补贴
savings: 节省
residual: 残值
loans: 贷款 loan
grace: 宽限期
repayment: 还款方式
coverage: 偿债备付率
borrower: 借款方 借款人
lender: 贷款方 放款方
paid_by: 出钱方 付款方
goes_to: 受益方 收款方
cases: 件数 业务量
growth: 年增长 增长率
comes_of: 来自
promised: 承诺值 承诺
looked_at: 评价时间 复核时间
measured: 实测值 实测
learnt_from: 学自
"""

_VALUES: Final = """
activity: 作业 活动 任务 步骤 操作 处理 人工任务 task usertask manualtask servicetask scripttask sendtask receivetask
  businessruletask step action work process subprocess callactivity
start: 开始 起点 启动 开始事件 begin startevent startnode initial
end: 结束 终点 终止 结束事件 finish stop endevent endnode final terminate terminateevent
event: 事件 中间事件 定时 定时器 消息 timer timerevent message messageevent signal signalevent intermediateevent
  intermediatecatchevent intermediatethrowevent boundaryevent wait delay milestone
exclusive: 择一 互斥 排他 排他网关 判断 决策 分支 单选 异或 xor xorgateway exclusivegateway decision choice switch if
  condition exclusiveor
parallel: 并行 并发 同时 并行网关 全部 and andgateway parallelgateway fork split concurrent
inclusive: 多选 包容 包容网关 或 相容 or orgateway inclusivegateway inclusiveor
government: 政府 政府部门 政府机构 机关 行政机关 gov authority agency public
enterprise: 企业 公司 company business firm private
operator: 操作者 运营方 运营商 运营单位 平台方 operators
trend: 趋势 形势 趋势判断 trends
plan: 上位规划 规划 计划 higherlevelplan plans
policy: 政策 政策文件 policies
increase: 上升 增加 提高 提升 增长 越高越好 升 up higher more rise maximise maximize increasing
decrease: 下降 减少 降低 缩短 下调 越低越好 降 down lower less reduce fall minimise minimize decreasing
hold: 保持 维持 不变 稳定 持平 keep stable maintain
daily: 每日 每天 日 day
weekly: 每周 周 week
monthly: 每月 月 月度 month
quarterly: 每季 每季度 季度 季 quarter
yearly: 每年 年 年度 annual annually year
as-is: 现状 当前 现有 现行 asis current today
to-be: 目标 未来 将来 优化后 目标流程 tobe target future
manual: 人工 手工 手动 线下 hand byhand human
assisted: 半自动 辅助 人机 semiautomatic semi partly
automatic: 自动 全自动 系统自动 auto automated system
blockage: 堵点 阻塞 block blocked bottleneck
break: 断点 断裂 broken gap
blind-spot: 盲点 盲区 blindspot
draft: 草稿 草案 初稿
reviewed: 已复核 已审核 复核 审核
approved: 已批准 批准 已审定 定稿 final
public: 公开
internal: 内部
confidential: 秘密
secret: 机密
system: 系统 平台 线上
paper: 纸质 纸 书面 纸面
phone: 电话 tel telephone call
email: 邮件 电子邮件 mail
in-person: 当面递交 当面 现场 面对面 facetoface inperson
high: 高 把握大
medium: 中 把握中等
low: 低 把握小
assumed: 假设 假定 assumption
value: 价值
effort: 投入 成本
station: 车站 火车站 场站 中心站 railwaystation
port: 港口 港 海港 seaport harbour
border-post: 边境口岸 陆路口岸 口岸 border bordercrossing
airport: 机场 空港
park: 园区 物流园 物流园区 产业园
warehouse: 仓库 堆场 depot
plant: 工厂 厂
hub: 枢纽
city: 城市
passage: 咽喉要道 咽喉 海峡 运河 strait canal chokepoint
site: 场所 现场
rail: 铁路 火车 railway train
road: 公路 卡车 汽车 truck highway
sea: 海运 海上 海路 ship maritime ocean
river: 内河 河运 水运 waterway barge inlandwaterway
air: 航空 空运 flight
pipeline: 管道 管线
line: 通信线路 光缆 专线 fibre cable
transfer: 短驳换装 短驳 换装 转运 drayage
both-ways: 双向 both twoway bidirectional
one-way: 单向 one oneway
running: 运行 在用 运营 已开通 open operating
being-built: 在建 建设中 修建中 building underconstruction construction
planned: 规划中 规划 拟建 plan proposed
closed: 停用 关闭 停运 shut outofservice
unconditional: 无条件共享 无条件
conditional: 有条件共享 有条件
not-shared: 不予共享 不共享 notshared
call: 接口调用 接口 api
message: 消息推送 消息 推送 messages
file: 文件传输 文件 files
database: 共享库表 库表 库表共享
by-hand: 人工导入导出 人工 手工 manual
real-time: 实时 realtime
hourly: 每小时 小时
on-demand: 按需 ondemand
service: 共享服务 服务
algorithm: 算法模型 算法 模型 model
bound: 范围界定 界定
collect: 数据收集 收集
lay-out: 梳理流程与关键节点 梳理 layout
analyse: 数据整合与分析 分析 analyze
optimise: 优化与评估 优化 optimize
fastest: 最快 时间 fast time quickest
cheapest: 最省 成本 cheap cost
surest: 最可靠 可靠 reliable reliability sure
agree: 同意 赞同
object: 反对 不同意
comment: 意见 建议 评论
zh: 中文 汉语 中 简体 cn chinese zhcn zhhans
en: 英文 英语 英 english enus engb
"""

_NO_LABELS: Final[Mapping[str, Text]] = {}
_NO_LETTER: Final = re.compile(r"[^\w]|_")
_QUOTES: Final = "“”‘’\"'「」《》 \u3000\u00a0"


@by_content(4096)
def bare(name: str) -> str:
    """A name without what spellings differ in: width, case, hyphens, blanks."""
    return _NO_LETTER.sub("", unicodedata.normalize("NFKC", name).casefold())


def meant_key(
    name: str, known: Iterable[str], taken: Iterable[str] = (), labels: Mapping[str, Text] = _NO_LABELS
) -> str | None:
    """The section or field that `name` means, of those `known`; None where none or several come into question.

    `labels` are what the pages call them.
    """
    there = set(taken)
    free = tuple(key for key in known if key not in there)
    return _meant(name, free, tuple(labels.get(key) for key in free), keys=True)


def meant_value(name: str, choices: Iterable[str]) -> str | None:
    """The fixed word that `name` means, of the `choices`; None where none or several come into question."""
    known = tuple(choices)
    return _meant(name.strip(_QUOTES), known, tuple(map(VALUES.get, known)), keys=False)


@by_content(1024)
def _meant(name: str, known: tuple[str, ...], labels: tuple[Text | None, ...], *, keys: bool) -> str | None:
    """What the pages call it goes before what people call it otherwise."""
    said = bare(name)
    if not said:
        return None
    same = [word for word in known if bare(word) == said]
    if len(same) == 1:
        return same[0]
    shown = {word: _bare_all(label) for word, label in zip(known, labels, strict=True) if label is not None}
    for table in (shown, _table(keys)):
        found = [word for word in known if said in table.get(word, ())]
        if len(found) == 1:
            return found[0]
    number = [word for word in known if _singular(bare(word)) == _singular(said)]
    if len(number) == 1:
        return number[0]
    return surely_meant(name, known)


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _bare_all(label: Text) -> frozenset[str]:
    return frozenset(bare(wording) for wording in label.wordings())


@per_process
def _table(keys: bool) -> dict[str, frozenset[str]]:
    """What people call it otherwise."""
    text = _KEYS if keys else _VALUES
    found: dict[str, frozenset[str]] = {}
    for line in text.replace("\n  ", " ").strip().splitlines():
        key, _, names = line.partition(":")
        found[key] = frozenset(bare(name) for name in names.split())
    return found
