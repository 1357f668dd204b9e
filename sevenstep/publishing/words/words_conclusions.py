"""Words around conclusions: of the heads of pages, and of the pages that gather what was concluded."""

from typing import Final

CONCLUSIONS: Final[dict[str, tuple[str, str]]] = {
    "sentence_gap": ("", " "),
    "conclusion": ("结论", "Conclusion"),
    "key_figures": ("关键数字", "Key figures"),
    "before_value": ("现状", "Before"),
    "after_value": ("目标", "After"),
    "target_value": ("目标值", "Target"),
    "time_ribbon": ("时间花在哪里", "Where the time goes"),
    "ribbon_key": ("宽度为时间，各行同一比例", "as wide as it takes, all rows on one scale"),
    "ribbon_parallel": (
        "有步骤并行：{0}各步合计 {1}，全程 {2}",
        "steps run side by side: those of {0} add up to {1}, end to end it takes {2}",
    ),
    "ribbon_step": ("{0}：办理 {1}，等待 {2}", "{0}: {1} of work, {2} of waiting"),
    "ribbon_others": ("其余 {} 步", "{} other steps"),
    "ribbon_row": ("{0}：办理 {1}，等待 {2}", "{0}: {1} of work, {2} of waiting"),
    "ribbon_work": ("办理", "work"),
    "ribbon_waiting": ("等待", "waiting"),
    "mainly_from": ("主要来自", "Mainly from"),
    "full_comparison": ("全部度量的对照", "All metrics compared"),
    "distribution": ("全程时间的分布", "How lead times are spread"),
    # measures
    "effects_by_item": ("对各事项的作用", "What it does to each item"),
    "due_to_it": ("其中归因于该举措", ", due to it"),
    "together_with": ("与{}合在一起", "together with {}"),
    "list_joint": ("、", ", "),
    # findings
    "findings_of_design": ("目标流程中仍存在的", "What the design leaves"),
    "waiting_by_flow": ("现状等待之处", "Where cases wait today"),
    "top_findings": ("耗时最多的几处", "What costs most time"),
    "waits": ("平均等待", "Waits"),
    "measure": ("举措", "Measure"),
    "saves": ("可缩短", "Saves"),
    "no_measure_yet": ("尚无举措", "no measure yet"),
    "counts_by_step": ("按步骤统计", "Counted by step"),
    # what comes first
    "what_it_brings": ("成效", "What it brings"),
    "level_with_another": ("同分", "level"),
    "in_time": ("先后与工期", "What comes when"),
    "in_time_note": (
        "每个事项排在其前置事项之后；没有前置事项的可以同时开始。合计约 {} 个月。",
        "Each item begins when all that it depends on is done; those that depend on nothing begin together. About {} "
        "months in all.",
    ),
    "in_time_untimed": ("{} 个事项未写工期，按 0 计。", "{} without a time, counted as none."),
    "no_time_said": ("工期未定", "time not said"),
    # whether the goals are reached
    "needs_title": ("尚不能下结论的目标值需要什么", "What open targets need"),
    "needs_note": (
        "逐个列出需补充什么、问谁；补充后重新生成即可判断。",
        "What is to be added to each, and whom to ask; once it is there, the target is judged.",
    ),
    "what_it_needs": ("需要什么", "What it needs"),
    "about_what": ("涉及", "About"),
    "ask_whom": ("问谁", "Whom to ask"),
    "nobody_named": ("未写负责方", "nobody is named"),
    # who does what
    "raci_title": ("分工（RACI）", "Who does what (RACI)"),
    "raci_function": ("业务环节", "Function"),
    "paths_of_actor": ("参与的路径与分工", "Paths it takes part in"),
    "hands_over": ("移交给", "Hands over to"),
    "receives": ("接收自", "Receives from"),
    "more_refs": ("另有 {} 个", "{} more"),
}
