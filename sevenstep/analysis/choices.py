"""The closed lists of the analysis: every word that a result can only be, and what it is called."""

from enum import StrEnum

from sevenstep.language import Choice


class Method(Choice):
    """How a value was found."""

    EXACT = "exact", "精确计算", "exact"
    SIMULATED = "simulated", "模拟", "simulated"


class Weight(Choice):
    """How much a finding matters, the worst first."""

    SERIOUS = "serious", "严重", "serious"
    NOTABLE = "notable", "一般", "notable"
    MINOR = "minor", "轻微", "minor"


class Verdict(Choice):
    """Whether a target is reached. `UNSETTLED`: the value meets it as far as it was computed, but chance or what is
    left out could turn it."""

    REACHED = "reached", "达标", "reached"
    UNSETTLED = "unsettled", "存疑", "unsettled"
    MISSED = "missed", "未达标", "missed"
    UNKNOWN = "unknown", "未知", "unknown"


class CaveatKind(StrEnum):
    """What a verdict is to be read with. (Each caveat says so in a sentence of its own.)"""

    CLOSE = "close"
    """The value cannot be told apart from its target."""
    QUEUES = "queues"
    """Waiting for resources is left out."""
    INCOMPLETE = "incomplete"
    """Steps without a time are counted as none."""
    MIXED = "mixed"
    """It is the mean of cases that end in several ways."""
    ECHO = "echo"
    """It is one assumption."""
    ASSUMPTIONS = "assumptions"
    """It rests on assumptions only."""
    EARLIER = "earlier"
    """An earlier target is missed."""
    OVERDUE = "overdue"
    """Its date has come and nothing was measured."""
    BEYOND = "beyond"
    """The value lies outside of the range on its better side."""
    TARGET_WORSE = "target-worse"
    """The target is worse than the baseline."""
    MEMBERS = "members"
    """The value is the mean of those members alone that have a figure."""


class ItemQuestion(Choice):
    """What the method asks of an item before items are ranked."""

    OPERATIONS = "operations", "步骤完整、有序", "steps complete and in order"
    RESPONSIBLE = "responsible", "责任到单位、到人", "each with unit and person"
    RESOURCES = "resources", "运行资源充足", "enough resources to run it"
    ADJUSTABLE = "adjustable", "可以调整", "can be adjusted"


class Answer(Choice):
    """What a question of an item comes to, as far as the model shows it."""

    YES = "yes", "是", "yes"
    PARTLY = "partly", "部分", "partly"
    NO = "no", "否", "no"
    UNKNOWN = "cannot-be-judged", "无法判断", "cannot be judged"


class Fate(Choice):
    """What becomes of a system, by the flows as they are and as they are to be."""

    STAYS = "stays", "保留", "stays"
    GOES = "goes", "停用", "goes"
    NEW = "new", "新增", "new"
    OPEN = "open", "未定", "open"
    UNUSED = "unused", "无作业使用", "used by no activity"


class MoneyKind(Choice):
    """What a line of an appraisal is: what goes out, then what comes in."""

    OUTLAY = "outlay", "投入", "Outlay"
    RUNNING = "running", "运行费用", "Running cost"
    INCOME = "income", "收入", "Income"
    GRANT = "grant", "补助", "Grants"
    SAVING = "saving", "节省", "Savings"
    RESIDUAL = "residual", "残值", "Residual value"

    @property
    def is_cost(self) -> bool:
        """Whether it goes out."""
        return self in {MoneyKind.OUTLAY, MoneyKind.RUNNING}


class Aspect(Choice):
    """What of an element is promised."""

    BENEFIT = "benefit", "成效", "benefit"
    TARGET = "target", "目标值", "target"
    DATE = "date", "完成时间", "date"
    FORCE = "in-force", "生效时间", "in force"
    MONEY = "money", "预算", "budget"
