"""Every word of the overview."""

from typing import Final

HOME: Final[dict[str, tuple[str, str]]] = {
    "tile_target": ("目标 {value}（{date}）", "target {value} ({date})"),
    "computed_differs": (
        "作者结论中的 {} 与测算结果不一致，以下为测算结论。",
        "What the author concludes names {}, which no result gives. The results say:",
    ),
    "more_targets": ("逐项查看目标可达性", "All targets one by one"),
    "first_three": ("先办这几件", "Do these first"),
    "first_three_note": ("按评估得分排序，先列现在即可启动的", "By their scores; those that can begin now stand first"),
    "first_all": ("全部排序与依据", "The whole order, and why"),
    "first_takes": ("投入 {}", "takes {}"),
    "first_untold": ("未注明投入", "what it takes is not stated"),
    "first_effect": ("{metric}从 {before} {verb} {after}", "{metric} {verb} from {before} to {after}"),
    "stuck_three": ("卡在这几处", "Stuck here"),
    "stuck_three_note": ("现状流程中每件业务的等待", "Waiting per case today"),
    "stuck_waits": ("等 {}", "waits {}"),
    "stuck_all": ("全部堵点、断点、盲点", "All blockages, breaks and blind spots"),
    "confirm_three": ("待确认", "To be confirmed"),
    "confirm_three_note": ("按对结论的影响排序", "By effect on the conclusions"),
    "confirm_assumed": ("现假设 {}", "now assumed: {}"),
    "confirm_ask": ("问{}", "ask {}"),
    "confirm_decides": ("决定“{}”能否达标", "decides whether “{}” is reached"),
    "confirm_bears": ("影响“{}”", "bears on “{}”"),
    "confirm_room": ("再多 {} 以内仍可达标", "still reached with up to {} more"),
    "confirm_all": ("全部待确认事项", "All that is to be confirmed"),
    "home_chain": ("从目标到数据", "From goals to data"),
    "home_chain_note": ("深色为已展开，浅色为经同意暂缓", "Dark: worked out. Light: deferred, with a reason"),
    "home_model": ("模型", "The model"),
    "home_places": ("阅读入口", "Where to read on"),
}
