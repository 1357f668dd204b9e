"""What was understood of a pasted table, and what was not: by row and column, with what is near."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sevenstep.authoring.adding.named_by import Names
from sevenstep.failure import Failure
from sevenstep.language import LANGUAGES, Language, Text
from sevenstep.model.element import Element
from sevenstep.model.kinds import KINDS
from sevenstep.model.values import same_words

_MOST_TOLD = 12


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name in a cell that nothing is called by."""

    said: str
    kinds: frozenset[str]
    row: int
    column: str
    near: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Bad:
    """A cell that cannot be read, and why."""

    row: int
    column: str
    said: str
    why: Text
    remedy: Text | None = None


@dataclass
class Reading:
    """How a table is read: names are looked up, and what cannot be understood is kept."""

    names: Names
    unknown: dict[tuple[str, frozenset[str]], Unknown] = field(default_factory=dict)
    bad: list[Bad] = field(default_factory=list)

    def element(self, said: str, kinds: frozenset[str], row: int, column: str) -> str | None:
        """The id of the element that a cell names; None where it is not known, or said to be left out."""
        meant = self.names.means.get(same_words(said))
        if meant == "":
            return None
        found = self.names.find(said, kinds)
        if found is not None:
            return found.id
        key = (same_words(said), kinds)
        if key not in self.unknown:
            self.unknown[key] = Unknown(said, kinds, row, column, tuple(self.names.near(said, kinds)))
        return None

    def require(self) -> None:
        """Raise Failure where anything was not understood."""
        if self.bad or self.unknown:
            raise _not_understood(self.bad, list(self.unknown.values()))


def _not_understood(bad: list[Bad], unknown: list[Unknown]) -> Failure:
    told: dict[Language, list[str]] = {language: [] for language in LANGUAGES}
    for one in bad[:_MOST_TOLD]:
        told["zh"].append(f"第 {one.row} 行“{one.column}”栏“{one.said}”：{one.why.for_language('zh')}{_how(one, 'zh')}")
        told["en"].append(
            f"row {one.row}, column “{one.column}”, “{one.said}”: {one.why.for_language('en')}{_how(one, 'en')}"
        )
    for name in unknown[:_MOST_TOLD]:
        kinds = _kinds(name.kinds)
        near = list(name.near)
        zh_near = "、".join(f"{each.id}（{each.title.for_language('zh')}）" for each in near)
        en_near = ", ".join(f"{each.id} ({each.title.for_language('en')})" for each in near)
        told["zh"].append(
            f"第 {name.row} 行“{name.column}”栏：没有叫“{name.said}”的{kinds.for_language('zh')}"
            + (f"，相近的有 {zh_near}" if near else "")
        )
        told["en"].append(
            f"row {name.row}, column “{name.column}”: no {kinds.for_language('en').lower()} is called “{name.said}”"
            + (f"; near are {en_near}" if near else "")
        )
    left = max(0, len(bad) - _MOST_TOLD) + max(0, len(unknown) - _MOST_TOLD)
    if left:
        told["zh"].append(f"另有 {left} 处")
        told["en"].append(f"and {left} more")
    return Failure(
        Text(
            zh="\n  ".join(("没有写入：表格里有看不懂的内容", *told["zh"])),
            en="\n  ".join(("Nothing was written: the table holds what is not understood", *told["en"])),
        ),
        Text(
            zh="改表格；或用 --means 名称=编号 说明它是谁（--means 名称= 表示略去）；没有的先添加：sevenstep new",
            en="Mend the table; or say who is meant by --means NAME=ID (--means NAME= leaves it out); add what is "
            "missing first: sevenstep new",
        )
        if unknown
        else Text(zh="改正这些单元格再试", en="Mend these cells and try again"),
    )


def _how(bad: Bad, language: Language) -> str:
    """What can be written there instead, behind why the cell cannot be read."""
    return f" → {bad.remedy.for_language(language)}" if bad.remedy is not None else ""


def _kinds(kinds: Iterable[str]) -> Text:
    titles = [KINDS[kind].KIND.title for kind in sorted(kinds)]
    if not titles:
        return Text(zh="要素", en="element")
    return Text(
        zh="或".join(title.for_language("zh") for title in titles),
        en=" or ".join(title.for_language("en") for title in titles),
    )
