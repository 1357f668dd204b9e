"""The closed lists of the model: every word that a field can only be, and what it is called.

Words on the pages, messages, lists of what may be written, documents and pictures are made from these.
"""

from sevenstep.language import Choice


class Status(Choice):
    """How far the text of an element has come."""

    DRAFT = "draft", "草稿", "draft"
    REVIEWED = "reviewed", "已复核", "reviewed"
    APPROVED = "approved", "已批准", "approved"


class Edition(Choice):
    """For whom a site is: those who read the analysis, or those who write it and want to see ids, rules and files."""

    READERS = "readers", "读者", "readers"
    AUTHORS = "authors", "作者", "authors"


class Sureness(Choice):
    """How sure a source is."""

    HIGH = "high", "把握大", "sure"
    MEDIUM = "medium", "把握中等", "fairly sure"
    LOW = "low", "把握小", "not very sure"
    ASSUMED = "assumed", "假设", "assumed"


class ContextType(Choice):
    """What a part of the context is."""

    TREND = "trend", "趋势", "trend"
    PLAN = "plan", "上位规划", "higher-level plan"
    POLICY = "policy", "政策", "policy"


class Direction(Choice):
    """Which way is better; `HOLD` is to stay within the range."""

    INCREASE = "increase", "↑ 越高越好", "↑ higher is better"
    DECREASE = "decrease", "↓ 越低越好", "↓ lower is better"
    HOLD = "hold", "↔ 保持在范围内", "↔ stay within the range"


class Frequency(Choice):
    """How often an indicator is measured."""

    DAILY = "daily", "每日", "daily"
    WEEKLY = "weekly", "每周", "weekly"
    MONTHLY = "monthly", "每月", "monthly"
    QUARTERLY = "quarterly", "每季", "quarterly"
    YEARLY = "yearly", "每年", "yearly"


class Stage(Choice):
    """When an indicator has a value: at the start, at the last measurement, as the flows of today and of the design
    estimate it, and what is to be reached."""

    BASELINE = "baseline", "基线", "Baseline"
    TODAY = "today", "最新实测", "Today"
    AS_IS = "as-is", "现状流程测算", "Estimated as is"
    TO_BE = "to-be", "目标流程测算", "Estimated to be"
    TARGET = "target", "目标值", "Target"


class RegulationType(Choice):
    """What sort of thing binds."""

    LAW = "law", "法律", "law"
    REGULATION = "regulation", "法规规章", "regulation"
    STANDARD = "standard", "技术标准", "standard"
    AGREEMENT = "agreement", "协定协议", "agreement"
    TARIFF = "tariff", "税费标准", "tariff"
    POLICY = "policy", "政策", "policy"
    PROCEDURE = "procedure", "作业规程", "procedure"


class RollUpRule(Choice):
    """How the whole of an indicator follows from the members of a dimension."""

    SUM = "sum", "合计", "sum"
    MEAN = "mean", "平均", "mean"
    NONE = "none", "不汇总", "no whole"


class ActorType(Choice):
    """What sort of party an actor is."""

    GOVERNMENT = "government", "政府与公共机构", "government"
    ENTERPRISE = "enterprise", "企业", "enterprise"
    OPERATOR = "operator", "操作者", "operator"


class Channel(Choice):
    """By which way something is handed over."""

    SYSTEM = "system", "系统", "system"
    PAPER = "paper", "纸质", "paper"
    PHONE = "phone", "电话", "phone"
    EMAIL = "email", "邮件", "e-mail"
    IN_PERSON = "in-person", "当面递交", "in person"


class PlaceType(Choice):
    """What sort of place it is."""

    STATION = "station", "车站", "station"
    PORT = "port", "港口", "port"
    BORDER_POST = "border-post", "边境口岸", "border post"
    AIRPORT = "airport", "机场", "airport"
    PARK = "park", "园区", "park"
    WAREHOUSE = "warehouse", "仓库", "warehouse"
    PLANT = "plant", "工厂", "plant"
    HUB = "hub", "枢纽", "hub"
    CITY = "city", "城市", "city"
    PASSAGE = "passage", "咽喉要道", "passage"
    SITE = "site", "场所", "site"


class Transport(Choice):
    """By what a link between two places is travelled."""

    RAIL = "rail", "铁路", "rail"
    ROAD = "road", "公路", "road"
    SEA = "sea", "海运", "sea"
    RIVER = "river", "内河", "river"
    AIR = "air", "航空", "air"
    PIPELINE = "pipeline", "管道", "pipeline"
    LINE = "line", "通信线路", "data line"
    TRANSFER = "transfer", "短驳换装", "transfer"


class Ways(Choice):
    """Whether a link is travelled both ways."""

    BOTH = "both-ways", "双向", "both ways"
    ONE = "one-way", "单向", "one way"


class Running(Choice):
    """Whether a place or a link can be used."""

    RUNNING = "running", "运行", "running"
    BEING_BUILT = "being-built", "在建", "being built"
    PLANNED = "planned", "规划中", "planned"
    CLOSED = "closed", "停用", "closed"


class BestBy(Choice):
    """By what the best of several ways between two places is chosen."""

    FASTEST = "fastest", "最快", "fastest"
    CHEAPEST = "cheapest", "最省", "cheapest"
    SUREST = "surest", "最可靠", "surest"


class Axis(Choice):
    """Where a criterion stands in the picture of priorities."""

    VALUE = "value", "价值", "value"
    EFFORT = "effort", "投入", "effort"


class Classification(Choice):
    """Who may see data."""

    PUBLIC = "public", "公开", "public"
    INTERNAL = "internal", "内部", "internal"
    CONFIDENTIAL = "confidential", "秘密", "confidential"
    SECRET = "secret", "机密", "secret"


class Sharing(Choice):
    """How far data of government is shared, in the three levels that are laid down for it in China."""

    UNCONDITIONAL = "unconditional", "无条件共享", "shared without conditions"
    CONDITIONAL = "conditional", "有条件共享", "shared on conditions"
    NOT_SHARED = "not-shared", "不予共享", "not shared"


class InterfaceWay(Choice):
    """By what data goes from one system into another."""

    CALL = "call", "接口调用", "interface call"
    MESSAGE = "message", "消息推送", "messages"
    FILE = "file", "文件传输", "files"
    DATABASE = "database", "共享库表", "shared database"
    BY_HAND = "by-hand", "人工导入导出", "by hand"


class Rhythm(Choice):
    """How often data goes over an interface."""

    REAL_TIME = "real-time", "实时", "in real time"
    HOURLY = "hourly", "每小时", "hourly"
    DAILY = "daily", "每日", "daily"
    WEEKLY = "weekly", "每周", "weekly"
    MONTHLY = "monthly", "每月", "monthly"
    ON_DEMAND = "on-demand", "按需", "on demand"


class ServiceType(Choice):
    """What a shared service is."""

    SERVICE = "service", "共享服务", "shared service"
    ALGORITHM = "algorithm", "算法模型", "algorithm model"


class FlowMove(Choice):
    """The five moves of step 7, in their order: how far the work on a flow has come."""

    BOUND = "bound", "范围界定", "bound the scope"
    COLLECT = "collect", "数据收集", "collect data"
    LAY_OUT = "lay-out", "梳理流程与关键节点", "lay out the flow and its key nodes"
    ANALYSE = "analyse", "数据整合与分析", "integrate and analyse data"
    OPTIMISE = "optimise", "优化与评估", "optimise and evaluate"


class Variant(Choice):
    """Whether a flow is that of today or that of the design."""

    AS_IS = "as-is", "现状", "as is"
    TO_BE = "to-be", "目标", "to be"


class Mode(Choice):
    """Whether an activity is done by hand."""

    MANUAL = "manual", "人工", "manual"
    ASSISTED = "assisted", "半自动", "assisted"
    AUTOMATIC = "automatic", "自动", "automatic"


class ActivityType(Choice):
    """What a node is that does not say: an activity."""

    ACTIVITY = "activity", "作业", "activity"


class EventType(Choice):
    """Where an event stands."""

    START = "start", "开始", "start"
    END = "end", "结束", "end"
    EVENT = "event", "事件", "event"


class GatewayType(Choice):
    """How many of the branches of a gateway are taken."""

    EXCLUSIVE = "exclusive", "单选", "one way"
    PARALLEL = "parallel", "并行", "all ways"
    INCLUSIVE = "inclusive", "多选", "some ways"


class FindingType(Choice):
    """What is wrong with the business: work stands still, does not go on, or cannot be seen."""

    BLOCKAGE = "blockage", "堵点", "blockage"
    BREAK = "break", "断点", "break"
    BLIND_SPOT = "blind-spot", "盲点", "blind spot"


class OnlineCount(Choice):
    """What an online rate counts."""

    EXCHANGES = "exchanges", "交互次数", "exchanges"
    STEPS = "steps", "步骤", "steps"


class Metric(Choice):
    """What is computed of a flow. All are per case; times are elapsed hours, shares and probabilities 0 to 1."""

    LEAD_TIME = "lead_time", "全程时间", "lead time"
    PROCESSING_TIME = "processing_time", "办理时间", "processing time"
    WAITING_TIME = "waiting_time", "等待时间", "waiting time"
    FLOW_EFFICIENCY = "flow_efficiency", "流程效率", "flow efficiency"
    WORK = "work", "工作量", "work"
    TOTAL_WAITING = "total_waiting", "等待合计", "total waiting"
    COST = "cost", "每件成本", "cost per case"
    HANDOFFS = "handoffs", "交接次数", "hand-offs"
    SYSTEM_SWITCHES = "system_switches", "切换系统次数", "switches of system"
    REWORK_PROBABILITY = "rework_probability", "返工概率", "chance of rework"
    MANUAL_SHARE = "manual_share", "人工比例", "share by hand"
    REENTRIES = "reentries", "重复录入", "re-entries"
    VISITS = "visits", "经过次数", "times passed"
    PROBABILITY = "probability", "经过概率", "chance of passing"
    ACCURACY = "accuracy", "信息准确率", "information accuracy"
    DAMAGE_RATE = "damage_rate", "货损率", "damage rate"
    DISCREPANCY_RATE = "discrepancy_rate", "货差率", "discrepancy rate"
    FIRST_PASS_YIELD = "first_pass_yield", "一次通过率", "first-pass yield"
    EMISSIONS = "emissions", "每件碳排放", "emissions per case"
    ONLINE_RATE = "online_rate", "上网率", "online rate"


class Prices(Choice):
    """In which prices sums of money are told: without inflation, or with it."""

    CONSTANT = "constant", "不变价", "constant prices"
    CURRENT = "current", "现价", "current prices"


class Repayment(Choice):
    """How a loan is paid back."""

    EQUAL_PRINCIPAL = "equal-principal", "等额本金", "equal principal"
    ANNUITY = "annuity", "等额本息", "annuity"
    AT_END = "at-end", "到期一次还本", "principal at the end"


class BuildingInterest(Choice):
    """Who bears the interest of the years of building, before anything is earned."""

    OWN_MONEY = "own-money", "由自有资金支付", "paid out of own money"
    CAPITALISED = "capitalised", "计入本金（资本化）", "added to what is owed"


class Meets(Choice):
    """Whether an option meets what it has to."""

    YES = "yes", "满足", "met"
    NO = "no", "不满足", "not met"
    OPEN = "open", "待确认", "not known yet"


class Stance(Choice):
    """What a reviewer holds of an element."""

    AGREE = "agree", "同意", "agree"
    OBJECT = "object", "有异议", "object"
    COMMENT = "comment", "意见", "comment"


class StoryPart(Choice):
    """The stops of the tour that are made of the model, in the order of the argument."""

    OPENING = "opening", "开场", "opening"
    STANDING = "standing", "所处水平", "where it stands"
    GOAL = "goal", "目标", "goal"
    PAIN = "pain", "痛点", "pain"
    TODAY = "today", "现状", "today"
    WAITING = "waiting", "等待", "waiting"
    OBSTACLES = "obstacles", "堵点", "obstacles"
    DESIGN = "design", "设计", "design"
    CLOSE_UP = "close-up", "细看", "close-up"
    EFFECT = "effect", "成效", "effect"
    TARGETS = "targets", "目标可达性", "targets"
    ORDER = "order", "次序", "order"
    CHOICE = "choice", "比选", "choice"
    SCHEDULE = "schedule", "进度", "schedule"
    MONEY = "money", "投入", "money"
    WORTH = "worth", "测算", "worth"
    OUTCOMES = "outcomes", "成效", "outcomes"
    QUESTIONS = "questions", "待确认事项", "questions"


class StoryPage(Choice):
    """The pages that a stop of the tour can lead to."""

    STEP1 = "step1", "第一步", "step 1"
    STEP2 = "step2", "第二步", "step 2"
    STEP3 = "step3", "第三步", "step 3"
    STEP4 = "step4", "第四步", "step 4"
    STEP5 = "step5", "第五步", "step 5"
    STEP6 = "step6", "第六步", "step 6"
    STEP7 = "step7", "第七步", "step 7"
    OUTLOOK = "outlook", "目标可达性", "outlook"
    FINDINGS = "findings", "堵点、断点、盲点", "findings"
    EVALUATION = "evaluation", "事项评估", "evaluation"
    QUESTIONS = "questions", "待确认事项", "questions"
    ASSESSMENT = "assessment", "评估", "assessment"
    DECISION = "decision", "比选", "decision"
    BLUEPRINT = "blueprint", "蓝图", "blueprint"
    PROGRAMME = "programme", "实施", "programme"
    APPRAISAL = "appraisal", "测算", "appraisal"
    OUTCOMES = "outcomes", "成效", "outcomes"


class Lever(Choice):
    """What a measure takes hold of."""

    PROCESS = "process", "流程", "process"
    RULE = "rule", "规则", "rules"
    ORGANISATION = "organisation", "组织", "organisation"
    DATA = "data", "数据", "data"
    TECHNOLOGY = "technology", "技术", "technology"
    PEOPLE = "people", "人员", "people"


class OperationMode(Choice):
    """In which way that is run what a project has built."""

    SELF_RUN = "self-run", "自建自营", "run by the owner"
    ENTRUSTED = "entrusted", "委托运营", "entrusted to others"
    CONCESSION = "concession", "特许经营", "concession"
    PARTNERSHIP = "partnership", "政府和社会资本合作", "public–private partnership"
    PLATFORM_COMPANY = "platform-company", "平台公司运营", "platform company"
    BOUGHT = "bought", "购买服务", "bought as a service"


class Fate(Choice):
    """What becomes of a system: what is there is used before anything is bought."""

    KEEP = "keep", "沿用", "keep"
    EXTEND = "extend", "扩展", "extend"
    MERGE = "merge", "整合", "merge"
    NEW = "new", "新建", "new"
    RETIRE = "retire", "退役", "retire"


class ProjectState(Choice):
    """How far a project has come."""

    NOT_BEGUN = "not-begun", "未启动", "not begun"
    UNDER_WAY = "under-way", "推进中", "under way"
    LATE = "late", "滞后", "behind"
    STOPPED = "stopped", "已停止", "stopped"
    DONE = "done", "已完成", "done"


class RiskLevel(Choice):
    """How likely a risk is, or how much it does."""

    SLIGHT = "slight", "低", "low"
    MODERATE = "moderate", "中", "medium"
    SEVERE = "severe", "高", "high"


class FundType(Choice):
    """Where money comes from."""

    BUDGET = "budget", "财政资金", "public budget"
    GRANT = "grant", "上级补助", "grant"
    BOND = "bond", "专项债券", "special-purpose bond"
    LOAN = "loan", "贷款", "loan"
    FUND = "fund", "产业基金", "investment fund"
    OWN = "own", "自有资金", "own money"


class NeedSide(Choice):
    """From which side a need comes."""

    STRATEGY = "strategy", "战略要求", "strategy"
    SCENARIO = "scenario", "业务场景", "business scenario"
    TREND = "trend", "趋势", "trend"
    PRACTICE = "practice", "最佳实践", "best practice"
    PRESENT = "present", "现状差距", "present state"


class Priority(Choice):
    """How much something is wanted."""

    MUST = "must", "必须满足", "must be met"
    SHOULD = "should", "应当满足", "should be met"
    COULD = "could", "可以满足", "could be met"


class CustomType(Choice):
    """What is written in a field that an engagement adds."""

    TEXT = "text", "文字", "text"
    PROSE = "prose", "长文字", "longer text"
    NUMBER = "number", "数", "number"
    DATE = "date", "日期", "date"
    WORD = "word", "选项", "word of a list"
    YES_NO = "yes-no", "是否", "yes or no"
    REFERENCE = "reference", "要素", "element"


class CustomShown(Choice):
    """Where a field that an engagement adds is shown."""

    PAGE = "page", "页面", "page"
    TABLE = "table", "表格", "table"


class Tone(Choice):
    """In what colour a word is shown, by what it means."""

    GOOD = "good", "好", "good"
    BAD = "bad", "差", "bad"
    WAIT = "wait", "等待", "waiting"
    HOLD = "on-hold", "搁置", "on hold"


class ListName(Choice):
    """The lists that an engagement can add words to."""

    ACTOR_TYPE = "actor-type", "主体类型", "types of actors"
    CHANNEL = "channel", "渠道", "channels"
