"""The words of the two editions: what readers are told of the model itself, in plain words."""

from typing import Final

EDITIONS: Final[dict[str, tuple[str, str]]] = {
    "about_model": ("关于本模型", "About this model"),
    "about_model_text": (
        "这个站点由一个结构化的模型生成：每个目标、指标、流程和数据各有一页，页与页按模型里的关系相连。这里说明模型的来源、哪些数值是假设、依据哪些资料。",
        "This site is made from a structured model: every goal, indicator, flow and data object has a page, and pages "
        "are linked as the model relates them. Here is what it rests on: which figures are assumed, and the sources.",
    ),
    "change_count_chapters": ("{} 篇正文有变化", "{} chapters new, changed or removed"),
    "skip": ("跳到正文", "Skip to the content"),
    # how far the model is
    "worked_out_of": ("{0} / {1} 已展开", "{0} of {1} worked out"),
    "all_worked_out": ("{} 个全部展开", "all {} worked out"),
    "deferred_count": ("{} 个经同意暂缓", "{} deferred with a reason"),
    "gaps_count": ("{} 个缺口", "{} gaps"),
    "between_counts": ("，", ", "),
    "gaps": ("缺口", "gaps"),
    "progress_done_deferred": ("本步骤可以继续：{} 个经同意暂缓", "Ready to go on: {} deferred with a reason"),
}
