"""Words around numbers: in files of tables, and by which verdicts are found."""

from typing import Final

from sevenstep.analysis.choices import Verdict

COLUMNS: Final[dict[str, tuple[str, str]]] = {
    "unit": ("单位", "unit"),
    "low": ("下限", "low"),
    "high": ("上限", "high"),
    "shown": ("页面写法", "as shown"),
}
"""What the columns of a file are called that a quantity is told in."""

VERDICTS: Final = Verdict.each(
    {
        Verdict.MISSED: ("未达标 没达到 未达到 不达标", "missed not reached"),
        Verdict.REACHED: ("达标 达到 已达到", "reached met"),
        Verdict.UNSETTLED: ("未定 不确定", "unsettled"),
        Verdict.UNKNOWN: ("未知 无法判断", "unknown cannot be judged"),
    }
)
"""The words by which people look for a verdict, whatever it is called on the page."""


def found_by(verdict: Verdict, language: str) -> str:
    """The words by which rows with a verdict are found."""
    return VERDICTS[verdict][0 if language == "zh" else 1]
