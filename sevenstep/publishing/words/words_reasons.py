"""Every word of the reason that each element is there for."""

from typing import Final

REASONS: Final[dict[str, tuple[str, str]]] = {
    "stop": ("。", "."),
    "why": ("存在依据", "Why this is here"),
    "no_reason": ("尚无路径通到任何目标", "No way leads from here to a goal yet"),
    "more_reasons": ("另有 {} 条依据", "{} more reasons"),
    "one_more_reason": ("另有 1 条依据", "1 more reason"),
    "undecided_reasons": (
        "{} 个目标同样贴近，模型未作区分",
        "{} goals are as close; nothing in the model tells them apart",
    ),
    "other_name": ("英文名", "Chinese name"),
    "more_goals": ("等另外 {} 个目标", "and {} more"),
    "nothing_in_step": ("无关联要素", "nothing of this step is tied to it"),
}
