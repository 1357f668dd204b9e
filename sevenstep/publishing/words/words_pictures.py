"""Words around pictures: the tools of their frame, and where they go on."""

from typing import Final

PICTURES: Final[dict[str, tuple[str, str]]] = {
    "zoom_in": ("放大", "Zoom in"),
    "zoom_out": ("缩小", "Zoom out"),
    "zoom_reset": ("还原", "Fit"),
    "find": ("查找…", "Find…"),
    "find_help": ("在图中查找，回车跳到下一个", "Find in the picture; Enter goes to the next"),
    "trace_help": ("显示全部上下游，而不只是相邻", "Show all that comes before and behind, not only neighbours"),
    "full_screen": ("全屏", "Full screen"),
    "save_png": ("保存为 PNG 图片", "Save as PNG"),
    "open_svg": ("打开 SVG", "Open SVG"),
    "zoom_help": (
        "Ctrl+滚轮缩放，拖动平移；键盘 + - 0 和方向键",
        "Ctrl+wheel zooms, drag moves; keys + - 0 and arrows",
    ),
    "coloured_by": ("着色", "Colour by"),
    "coloured_by_nothing": ("不着色", "nothing"),
    "channel_shown": ("渠道", "Channel"),
    "channel_every": ("全部", "every"),
    "variants_shown": ("显示", "Show"),
    "variant_as_is": ("现状", "today"),
    "variant_to_be": ("目标", "the design"),
    "variant_change": ("差异", "what changes"),
    "picture_more": ("后续", "more"),
    "picture_before": ("前面", "back"),
    "tabs": ("选择要看的图", "Which picture to show"),
    "tab_as_is": ("现状", "As is"),
    "tab_to_be": ("目标", "To be"),
    "tab_difference": ("差异", "Difference"),
    "tab_data": ("数据与系统", "Data and systems"),
    "steps_as_picture": ("看流程图", "As a picture"),
    "steps_wait": ("等 {}", "wait {}"),
    "steps_start": ("开始：{}", "Start: {}"),
    "steps_end": ("结束：{}", "End: {}"),
    "steps_choice": ("判断：{}", "Decision: {}"),
    "steps_parallel": ("{}：{} 项同时办理", "{}: {} at the same time"),
    "steps_some": ("{}：视情况办理其中几项（共 {} 项）", "{}: some of {}, as the case needs"),
    "steps_part": ("同时进行之 {}", "at the same time, part {}"),
    "steps_way": ("第 {} 种情况", "way {}"),
    "steps_back": ("返工，回到{}", "rework: back to {}"),
    "steps_jump": ("接到{}", "goes on at {}"),
    "steps_to": ("第 {} 步“{}”", "step {}, “{}”"),
    "steps_to_other": ("“{}”", "“{}”"),
    "steps_rest": ("没有起点通到的步骤", "Steps that no start leads to"),
    "picture_failed": (
        "这张图没有画成；内容见下面的表格。",
        "This picture could not be drawn; see the tables instead.",
    ),
}

SCRIPT: Final[dict[str, tuple[str, str]]] = {
    "asPicture": ("看图", "As a picture"),
    "more": ("另有 {} 个", "{} more"),
    "ledToBy": ("指向它：{}", "led to by {}"),
    "leadsTo": ("它指向：{}", "leads to {}"),
}
"""What the script of the pictures says itself."""
