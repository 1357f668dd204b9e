"""What the fixed words of the model are called in both languages."""

from typing import Final

from sevenstep.language import Text
from sevenstep.model.step4_paths import CHANNELS
from sevenstep.model.step7_flows import MODES


def _texts(said: dict[str, tuple[str, str]]) -> dict[str, Text]:
    return {key: Text(zh=zh, en=en) for key, (zh, en) in said.items()}


VALUES: Final[dict[str, Text]] = {
    **{str(key): said for key, said in CHANNELS.items()},
    **{str(key): said for key, said in MODES.items()},
    **_texts(
        {
            "draft": ("草稿", "draft"),
            "reviewed": ("已复核", "reviewed"),
            "approved": ("已批准", "approved"),
            "increase": ("↑ 越高越好", "↑ higher is better"),
            "decrease": ("↓ 越低越好", "↓ lower is better"),
            "hold": ("↔ 保持在范围内", "↔ stay within the range"),
            "daily": ("每日", "daily"),
            "weekly": ("每周", "weekly"),
            "monthly": ("每月", "monthly"),
            "quarterly": ("每季", "quarterly"),
            "yearly": ("每年", "yearly"),
            "government": ("政府部门", "government"),
            "enterprise": ("企业", "enterprise"),
            "operator": ("运营方", "operator"),
            "public": ("公开", "public"),
            "internal": ("内部", "internal"),
            "confidential": ("秘密", "confidential"),
            "secret": ("机密", "secret"),
            "as-is": ("现状", "as is"),
            "to-be": ("目标", "to be"),
            "blockage": ("堵点", "blockage"),
            "break": ("断点", "break"),
            "blind-spot": ("盲点", "blind spot"),
            "activity": ("作业", "activity"),
            "start": ("开始", "start"),
            "end": ("结束", "end"),
            "event": ("事件", "event"),
            "exclusive": ("择一", "one way"),
            "parallel": ("并行", "all ways"),
            "inclusive": ("多选", "some ways"),
            "effort": ("投入", "effort"),
            "high": ("把握大", "sure"),
            "medium": ("把握中等", "fairly sure"),
            "low": ("把握小", "not very sure"),
        }
    ),
    "value": Text(zh="价值", en="value"),
}
