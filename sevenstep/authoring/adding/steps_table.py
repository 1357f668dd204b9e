"""The steps of a flow out of a pasted table: columns by their heads in either language, or by what stands in them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from sevenstep.authoring.adding.element import apart
from sevenstep.authoring.adding.fields_asked import words
from sevenstep.authoring.adding.table import Pasted
from sevenstep.authoring.adding.understood import Bad, Reading
from sevenstep.diagnostic import Place
from sevenstep.failure import Failure
from sevenstep.language import Language, Text, user_language
from sevenstep.model.choices import ActivityType, EventType, GatewayType
from sevenstep.model.field import ModelField, keyed
from sevenstep.model.names import bare, meant_key, meant_value
from sevenstep.model.quantity import Duration, InvalidValue
from sevenstep.model.step7_flows import Activity
from sevenstep.model.validation_errors import read_as_meant
from sevenstep.model.values import id_problem
from sevenstep.source.document import Plain

NUMBER: Final = "number"
TITLE: Final = "title"
NEXT: Final = "next"
_FIELDS: Final[Mapping[str, ModelField]] = {
    key: field
    for key, field in keyed(Activity).items()
    if key not in {"id", "accepted", "because", "narration", "status", "tags", "source", "key_node", "at"}
}
_LABELS: Final = {key: field.label for key, field in _FIELDS.items()}
_HEADS: Final = {
    bare(word): key
    for key, said in {
        NUMBER: "序号 编号 号 步骤号 no nr number # id",
        TITLE: "步骤 步骤名称 作业 作业名称 活动 环节 操作 任务 工作内容 内容 名称 流程步骤 节点 step steps "
        "activity task what action",
        "actor": "主体 执行主体 执行人 责任人 责任单位 单位 部门 岗位 角色 办理人 经办 经办人 谁 who role unit "
        "department actor responsible performer owner",
        "system": "系统 信息系统 使用系统 平台 软件 工具 system application app tool",
        "time": "时间 办理时间 处理时间 用时 耗时 时长 作业时间 time duration processing",
        "wait": "等待 等待时间 等候 排队 间隔 wait waiting queue",
        "cost": "成本 费用 花费 单价 cost costs price",
        "mode": "方式 办理方式 模式 自动化程度 mode how",
        "reads": "读取 输入 输入数据 用到的数据 依据资料 input inputs reads",
        "writes": "写入 输出 输出数据 产出 产出物 output outputs writes",
        "type": "类型 节点类型 type kind",
        "description": "说明 备注 描述 注 note notes remark remarks description",
        NEXT: "下一步 后续 去向 next then",
    }.items()
    for word in said.split()
}
_OF: Final = {"actor": frozenset({"actor"}), "system": frozenset({"system"}), "reads": frozenset({"data"})}
_NOTHING: Final = frozenset({"", "-", "—", "–", "/", "无", "n/a", "N/A"})
_CHANCE: Final = re.compile(r"(?P<target>.+?)[\s（(:：]*(?P<chance>\d+(?:\.\d+)?[%％])[)）]?")
_MOST_WORDS: Final = 4


@dataclass(frozen=True, slots=True)
class StepsTable:
    """The steps by the names they get, in order, with what the columns were taken for."""

    steps: Mapping[str, dict[str, Plain]]
    columns: tuple[tuple[str, str], ...]
    """The head of each column and the field it is taken for; empty where it is left out."""


def steps_of(table: Pasted, reading: Reading, taken: frozenset[str]) -> StepsTable:
    """What the table says; what is not understood stands in the reading. Names are new beside those `taken`."""
    columns, has_head = _columns(table, reading)
    head = table.rows[0] if has_head else tuple(_head_of(key, at) for at, key in enumerate(columns, 1))
    body = table.without_head() if has_head else table
    if TITLE not in columns:
        raise Failure(
            Text(
                zh=f"看不出哪一栏是步骤的名称：{'、'.join(head)}",
                en=f"No column holds the titles of steps: {', '.join(head)}",
            ),
            Text(
                zh="给表格加上表头，如“步骤、主体、系统、时间、等待”",
                en="Give it a head, such as step, actor, system, time, wait",
            ),
        )
    names = _names(table, columns, body, taken)
    steps: dict[str, dict[str, Plain]] = {}
    for at, row in enumerate(body.rows):
        if row[columns.index(TITLE)] in _NOTHING:
            reading.bad.append(
                Bad(body.first + at, head[columns.index(TITLE)], "", Text(zh="没有名称", en="It has no title"))
            )
            continue
        steps[names[at]] = _step(row, columns, head, body.first + at, names, body, reading)
    told = tuple((head[at], key) for at, key in enumerate(columns))
    return StepsTable(steps, told)


def _columns(table: Pasted, reading: Reading) -> tuple[list[str], bool]:
    """The field that each column holds, and whether the first row is a head."""
    by_head = [_by_head(cell) for cell in table.rows[0]]
    if TITLE in by_head or sum(map(bool, by_head)) * 2 > len(by_head):
        columns = _once(by_head)
        if TITLE not in columns and "" in columns:
            columns[columns.index("")] = TITLE
        return columns, True
    return _once(_by_content(table, reading)), False


def _by_head(cell: str) -> str:
    said = re.sub(r"[（(].*?[)）]|/\w+$", "", cell)
    return _HEADS.get(bare(said)) or meant_key(said, _FIELDS, labels=_LABELS) or "" if said.strip() else ""


def _once(columns: list[str]) -> list[str]:
    """Each field in one column only: the first."""
    return [key if key and key not in columns[:at] else "" for at, key in enumerate(columns)]


def _by_content(table: Pasted, reading: Reading) -> list[str]:
    found: list[str] = []
    for at in range(table.width):
        cells = [row[at] for row in table.rows if row[at] not in _NOTHING][:50]
        found.append(_of_content(cells, reading, found))
    return found


def _of_content(cells: list[str], reading: Reading, before: list[str]) -> str:
    if not cells:
        return ""

    def most(count: int) -> bool:
        return count * 2 > len(cells)

    if most(sum(cell.isdecimal() for cell in cells)):
        return NUMBER if NUMBER not in before else ""
    if most(sum(_is_time(cell) for cell in cells)):
        return "time" if "time" not in before else "wait"
    for key, kinds in _OF.items():
        if most(sum(reading.names.find(cell, kinds) is not None for cell in cells)):
            return key if key not in before else "writes" if key == "reads" else ""
    modes = [one.word for one in words(_FIELDS["mode"])]
    if most(sum(meant_value(cell, modes) is not None for cell in cells)):
        return "mode"
    return TITLE if TITLE not in before else "description" if "description" not in before else ""


def _is_time(cell: str) -> bool:
    try:
        Duration.parse(cell, elapsed=True)
    except InvalidValue:
        return False
    return True


def _names(table: Pasted, columns: list[str], body: Pasted, taken: frozenset[str]) -> list[str]:
    """A name for each row: of its title where that is in letters, else a number; none twice."""
    used = {name.casefold() for name in taken}
    found = []
    for number, row in enumerate(body.rows, 1):
        said = re.findall(r"[A-Za-z0-9]+", row[columns.index(TITLE)])
        name = "-".join(said[:_MOST_WORDS]).casefold() if any(word.isalpha() for word in said) else ""
        is_plain = name and id_problem(name) is None and row[columns.index(TITLE)].isascii()
        wanted = name if is_plain else f"step-{number}"
        free, count = wanted, 2
        while free.casefold() in used:
            free, count = f"{wanted}-{count}", count + 1
        used.add(free.casefold())
        found.append(free)
    return found


def _step(
    row: tuple[str, ...],
    columns: list[str],
    head: tuple[str, ...],
    number: int,
    names: list[str],
    body: Pasted,
    reading: Reading,
) -> dict[str, Plain]:
    """One row as a step; the fields in the order in which they are declared."""
    said: dict[str, Plain] = {}
    for at, key in enumerate(columns):
        cell = row[at]
        if not key or key == NUMBER or cell in _NOTHING:
            continue
        if key == NEXT:
            value = _next(cell, columns, head[at], number, names, body, reading)
        else:
            value = _value(key, _with_unit(key, cell, head[at]), number, head[at], reading)
        if value is not None:
            said[key] = value
    return {key: said[key] for key in in_order(said)}


def _with_unit(key: str, cell: str, head: str) -> str:
    """A bare number with the unit that the head of its column gives: ``耗时（分钟）``, ``cost (CNY)``."""
    unit = _UNIT.search(head)
    return f"{cell} {unit[1]}" if key in _WITH_UNIT and unit and _BARE.fullmatch(cell) else cell


_UNIT: Final = re.compile(r"[（(/]\s*([^\W\d]+)\s*[)）]?\s*$")
_BARE: Final = re.compile(r"\d+(?:\.\d+)?(?:\s*(?:[-~–—至到]|\.\.)\s*\d+(?:\.\d+)?)?")
_WITH_UNIT: Final = frozenset({"time", "wait", "cost"})
_TYPES: Final = [str(one.value) for kind in (ActivityType, EventType, GatewayType) for one in kind]


def _value(key: str, cell: str, row: int, column: str, reading: Reading) -> Plain:
    field = _FIELDS[key]
    if key == "type":
        meant = meant_value(cell, _TYPES)
        if meant is None:
            reading.bad.append(Bad(row, column, cell, Text(zh="不认识的类型", en="No such type")))
        return None if meant == ActivityType.ACTIVITY.value else meant
    if field.relation is not None:
        kinds = frozenset(field.relation.to)
        parts = apart(cell) if tuple in field.types else [cell]
        found: list[Plain] = [one for part in parts if (one := reading.element(part, kinds, row, column)) is not None]
        return (found[0] if len(found) == 1 else found) if found else None
    value: Plain = cell
    if closed := words(field):
        value = meant_value(cell, [one.word for one in closed]) or next(
            (one.word for one in closed if cell in one.label.wordings()), cell
        )
    _, wrong, _ = read_as_meant(Activity, {"id": "x", "title": "x", key: value}, Place(""))
    for problem in wrong:
        if problem.place.path[:1] == (key,) and problem.is_error:
            reading.bad.append(Bad(row, column, cell, problem.message, problem.remedy))
            return None
    return value


def _next(
    cell: str, columns: list[str], column: str, row: int, names: list[str], body: Pasted, reading: Reading
) -> Plain:
    """Where a step leads: rows by number or title, each with its chance where that is said."""
    found: dict[str, Plain] = {}
    for part in apart(cell.replace("；", ",").replace(";", ",")):
        chance = _CHANCE.fullmatch(part)
        target = (chance["target"] if chance else part).strip()
        name = _row_named(target, columns, names, body)
        if name is None:
            reading.bad.append(
                Bad(row, column, part, Text(zh="表里没有这一步", en="There is no such step in the table"))
            )
            continue
        found[name] = chance["chance"].replace("％", "%") if chance else None
    if not found:
        return None
    if all(value is None for value in found.values()):
        return next(iter(found)) if len(found) == 1 else list(found)
    return found


def _row_named(said: str, columns: list[str], names: list[str], body: Pasted) -> str | None:
    """The name of the row that has this number, or this title."""
    for wanted in (NUMBER, TITLE):
        if wanted in columns:
            at = columns.index(wanted)
            for name, row in zip(names, body.rows, strict=True):
                if row[at] and row[at] == said:
                    return name
    if said.isdecimal() and NUMBER not in columns and 0 < int(said) <= len(names):
        return names[int(said) - 1]
    return None


_ORDER: Final = ("title", "type", "actor", "system", "mode", "time", "wait", "cost")


def in_order(keys: Iterable[str]) -> list[str]:
    """The fields of a step in the order in which they are written."""
    there = list(dict.fromkeys(keys))
    return [*(key for key in _ORDER if key in there), *(key for key in there if key not in _ORDER)]


def word_of(key: str, value: Plain, language: Language) -> Plain:
    """A fixed word as people call it; any other value as it is."""
    known = {one.word: one.label for one in words(_FIELDS[key])} if key in _FIELDS else {}
    return known[value].for_language(language) if isinstance(value, str) and value in known else value


def _head_of(key: str, number: int) -> str:
    """What a column without a head is called in messages."""
    return label_of(key).for_language(user_language()) if key else str(number)


def label_of(key: str) -> Text:
    """What a field of a step is called."""
    return _LABELS.get(key, Text(plain=key))
