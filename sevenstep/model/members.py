"""How the figures of the members of a dimension are written, and what cannot stand there; raises InvalidValue."""

from typing import Annotated, Any, Final

from pydantic import BeforeValidator

from sevenstep.language import Text
from sevenstep.model.form import Form, reads
from sevenstep.model.quantity import InvalidValue, Quantity
from sevenstep.source.characters import brief

MAX_MEMBERS: Final = 200
"""As many members as can still be read in a table."""
NONE: Final = frozenset(
    {"missing", "not available", "not known", "n/a", "na", "缺", "缺失", "缺数据", "暂缺", "未知", "无数据", "暂无数据"}
)
TRUE: Final = frozenset({"true", "yes", "是"})
FALSE: Final = frozenset({"false", "no", "否"})


def said_of_member(value: Any) -> Any:
    """A number alone, or a word that says that there is none, as the fields of the figure."""
    if isinstance(value, dict):
        said = value.get("value")
        return {**value, "value": None, "missing": True} if _is_none(said) else value
    if not isinstance(value, str):
        return value
    return {"missing": True} if _is_none(value) else {"value": value}


def _is_none(value: Any) -> bool:
    return isinstance(value, str) and value.strip().casefold() in NONE


def require_one(value: Quantity | None, *, missing: bool) -> None:
    """A figure is given, or missing: not both, and not neither."""
    if value is not None and missing:
        raise InvalidValue(
            Text(
                zh=f"既写了数值 {brief(value.text)}，又写了缺数据",
                en=f"The figure is given, {brief(value.text)}, and said to be missing",
            ),
            Text(
                zh="有数就去掉 missing，没有就去掉 value；还会修订的数写 provisional: true",
                en="Take out missing, or value; of a figure that will be revised, provisional: true",
            ),
        )
    if value is None and not missing:
        raise InvalidValue(
            Text(zh="这个成员没有数值", en="There is no figure of this member"),
            Text(zh="写上 value；没有数据就写 missing", en="Add value; write missing where there is none"),
        )


@reads(Form.YES_NO)
def is_true(value: Any) -> bool:
    """Whether something holds, written ``true`` or ``false``."""
    if isinstance(value, bool):
        return value
    said = value.strip().casefold() if isinstance(value, str) else ""
    if said in TRUE or said in FALSE:
        return said in TRUE
    raise InvalidValue(
        Text(zh="这里要写 true 或 false", en="true or false is needed here"),
        Text(zh="成立就写 true，不成立就删掉这一行", en="Write true where it holds; else take the line out"),
    )


YesNo = Annotated[bool, BeforeValidator(is_true)]
"""Whether something holds."""


@reads()
def not_too_many(value: Any) -> Any:
    """Values by member of each dimension, of no more members than can be read."""
    for held in value.values() if isinstance(value, dict) else ():
        if isinstance(held, dict):
            require_few(len(held))
    return value


def require_few(members: int) -> None:
    if members > MAX_MEMBERS:
        raise InvalidValue(
            Text(
                zh=f"一个维度最多 {MAX_MEMBERS} 个成员，这里有 {members:,} 个",
                en=f"A dimension has {MAX_MEMBERS} members at most, not {members:,}",
            ),
            Text(
                zh="合成大类，或只写要比较的那些，其余合为一个成员",
                en="Put them into groups, or tell those that are compared and the rest as one member",
            ),
        )
