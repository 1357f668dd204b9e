"""Every word of the page of today's platforms."""

from typing import Final

PLATFORMS: Final[dict[str, tuple[str, str]]] = {
    "platforms": ("平台清单", "Platforms today"),
    "platforms_about": (
        "现有哪些平台，各办理什么，由谁录入什么，哪些数据是重复录入，与哪些平台往来，将来保留还是停用。"
        "全部由流程、事项和数据得出。",
        "The platforms there are today: what each does, who enters what, which data are entered again, what it talks "
        "to, and what becomes of it. All of it follows from flows, items and data.",
    ),
    "platforms_list": ("全部平台", "All platforms"),
    "platforms_note": (
        "重复录入：由人录入、而另一个平台此前已有的数据，每个作业各计一次。现状在用、目标流程均不再用的，将来停用。",
        "Entered again: data that a person types and another platform has before, each activity for itself. What is "
        "used today and in no design goes.",
    ),
    "platforms_rest": ("其余 {} 个只列在上面的表里。", "The other {} stand in the list above only."),
    "done_today": ("现状作业", "Activities today"),
    "done_besides": ("其他作业", "Done in it besides"),
    "who_enters": ("录入方", "Who enters"),
    "who_enters_what": ("录入内容", "Who enters what"),
    "data_entered": ("数据", "Data"),
    "activity_where": ("作业", "Activity"),
    "how": ("方式", "How"),
    "has_already": ("此前已有该数据的平台", "Already in"),
    "entered_again": ("重复录入", "Entered again"),
    "entered_again_what": ("重复录入：{}", "entered again: {}"),
    "items_relying": ("依赖该平台的事项", "Items that rely on it"),
    "keeps_data": ("是哪些数据的权威系统", "System of record of"),
    "fate": ("将来", "What becomes of it"),
    "talks": ("平台往来", "What it talks to"),
    "talks_to": ("平台", "Platform"),
    "talks_direction": ("方向", "Direction"),
    "talks_in": ("来自对方", "from there"),
    "talks_out": ("送往对方", "to there"),
    "talks_by_hand": ("人工转录", "carried by hand"),
    "talks_by_itself": ("系统取用", "fetched by the system"),
}
