"""Who does what on a path, out of a pasted table: functions in rows and actors in columns, or the other way round, or
a column for each of R, A, C and I with names in the cells."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sevenstep.authoring.adding.element import apart
from sevenstep.authoring.adding.table import Pasted
from sevenstep.authoring.adding.understood import Bad, Reading
from sevenstep.language import Text
from sevenstep.model.field import ModelField, fields_of
from sevenstep.model.names import bare
from sevenstep.model.step4_paths import Path, Raci
from sevenstep.source.document import Plain

FUNCTION: Final = frozenset({"function"})
ACTOR: Final = frozenset({"actor"})
_ROLES: Final[Mapping[str, ModelField]] = {field.key: field for field in fields_of(Raci)}
_OTHERWISE: Final = {
    "R": "执行 负责 承办 经办 主办 实施 responsible r",
    "A": "问责 批准 审批 牵头 主责 最终负责 accountable a",
    "C": "咨询 征求 征求意见 协商 配合 会签 consulted c",
    "I": "知会 告知 通知 知悉 抄送 informed i",
}
_KNOWN: Final = {bare(word): role for role, words in _OTHERWISE.items() for word in words.split()} | {
    bare(word): role for role, field in _ROLES.items() for word in field.label.wordings()
}
_SPLIT: Final = re.compile(r"[/、,，;；+＋&\s]+")
_ONE_OF: Final = Text(zh="应是 R、A、C、I 中的几个", en="R, A, C or I is meant here, or several of them")
_TWICE: Final = Text(zh="这个环节写了两行", en="There are two rows of this function")
_NOTHING: Final = frozenset({"", "-", "—", "–", "/", "无", "×", "x", "X", "n/a", "N/A"})


@dataclass(frozen=True, slots=True)
class RaciTable:
    """By function: the actors of each role, in the order of the table."""

    connects: Mapping[str, Mapping[str, tuple[str, ...]]]

    def data(self) -> dict[str, Plain]:
        """As it is written in YAML."""
        return {
            function: {role: actors[0] if len(actors) == 1 else list(actors) for role, actors in roles.items()}
            for function, roles in self.connects.items()
        }


def raci_of(table: Pasted, reading: Reading) -> RaciTable:
    """What the table says; what is not understood stands in the reading."""
    head, body = table.rows[0], table.without_head()
    roles = {at: role for at, cell in enumerate(head) if (role := _KNOWN.get(bare(cell))) is not None}
    if len(roles) >= 2:
        return _named_in_cells(head, body, roles, reading)
    functions_down = sum(reading.names.find(row[0], FUNCTION) is not None for row in body.rows)
    functions_across = sum(reading.names.find(cell, FUNCTION) is not None for cell in head[1:])
    if functions_across > functions_down:
        turned = tuple(zip(*table.rows, strict=True))
        return _matrix(turned[0], Pasted(turned[1:], 2), reading, turned=True)
    return _matrix(head, body, reading)


def _named_in_cells(head: tuple[str, ...], body: Pasted, roles: dict[int, str], reading: Reading) -> RaciTable:
    connects: dict[str, dict[str, tuple[str, ...]]] = {}
    at_function = _function_column(head, body, roles, reading)
    for number, row in enumerate(body.rows, body.first):
        function = reading.element(row[at_function], FUNCTION, number, head[at_function])
        said = {}
        for at, role in roles.items():
            names = [] if row[at] in _NOTHING else apart(row[at].replace("；", ",").replace(";", ",").replace("/", ","))
            actors = (reading.element(name, ACTOR, number, head[at]) for name in names)
            if found := tuple(dict.fromkeys(actor for actor in actors if actor is not None)):
                said[role] = found
        if function is not None:
            _add(connects, function, said, Bad(number, head[at_function], row[at_function], _TWICE), reading)
    return RaciTable(connects)


def _function_column(head: tuple[str, ...], body: Pasted, roles: dict[int, str], reading: Reading) -> int:
    """The column that holds most functions, the first where none does."""
    free = [at for at in range(len(head)) if at not in roles]
    if not free:
        return 0
    return max(free, key=lambda at: (sum(reading.names.find(row[at], FUNCTION) is not None for row in body.rows), -at))


def _matrix(head: tuple[str, ...], body: Pasted, reading: Reading, *, turned: bool = False) -> RaciTable:
    """Functions in rows, actors across, letters in the cells."""
    actors = [reading.element(cell, ACTOR, 1, cell) if cell not in _NOTHING else None for cell in head[1:]]
    connects: dict[str, dict[str, tuple[str, ...]]] = {}
    for number, row in enumerate(body.rows, body.first):
        function = reading.element(row[0], FUNCTION, number, head[0])
        said: dict[str, tuple[str, ...]] = {}
        for at, (actor, cell) in enumerate(zip(actors, row[1:], strict=True), 1):
            for role in _roles(cell, number, head[at], reading):
                if actor is not None and actor not in said.get(role, ()):
                    said[role] = (*said.get(role, ()), actor)
        if function is not None:
            _add(connects, function, said, Bad(number, head[0], row[0], _TWICE), reading)
    return RaciTable(connects)


def _add(
    connects: dict[str, dict[str, tuple[str, ...]]],
    function: str,
    said: Mapping[str, tuple[str, ...]],
    twice: Bad,
    reading: Reading,
) -> None:
    """One function with who does what there; a second row of it would take the place of the first."""
    if function in connects:
        reading.bad.append(twice)
    else:
        connects[function] = _in_order(said)


def _roles(cell: str, row: int, column: str, reading: Reading) -> list[str]:
    """The roles that a cell names: ``R``, ``A/R``, ``RA``, 执行."""
    if cell in _NOTHING:
        return []
    parts = [bare(part) for part in _SPLIT.split(cell) if part]
    found = [_KNOWN.get(part) for part in parts]
    if None in found and len(parts) == 1 and re.fullmatch("[raci]{2,4}", parts[0]):
        found = [_KNOWN[letter] for letter in parts[0]]
    if None in found:
        reading.bad.append(
            Bad(
                row,
                column,
                cell,
                _ONE_OF,
            )
        )
        return []
    return [role for role in found if role is not None]


def _in_order(said: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    return {role: said[role] for role in _ROLES if role in said}


def not_there_yet(path: Path, table: RaciTable) -> tuple[RaciTable, list[str], list[str]]:
    """What of the table the path does not say yet; the functions of which it says the same, and something else."""
    same: list[str] = []
    other: list[str] = []
    new: dict[str, Mapping[str, tuple[str, ...]]] = {}
    for function, roles in table.connects.items():
        if function not in path.connects:
            new[function] = roles
            continue
        raci = path.connects[function]
        held = {key: set(getattr(raci, field.name)) for key, field in _ROLES.items()}
        is_same = all(held[key] == set(roles.get(key, ())) for key in _ROLES)
        (same if is_same else other).append(function)
    return RaciTable(new), same, other
