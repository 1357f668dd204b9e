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
    "variants_shown": ("显示", "Show"),
    "variant_as_is": ("现状", "today"),
    "variant_to_be": ("目标", "the design"),
    "variant_change": ("差异", "what changes"),
    "picture_more": ("后续", "more"),
    "picture_before": ("前面", "back"),
    "picture_failed": (
        "这张图没有画成；内容见下面的表格。",
        "This picture could not be drawn; see the tables instead.",
    ),
}
