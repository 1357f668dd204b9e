"""Every word of the blueprint: its page, the interfaces of a system, the moves of flows."""

from typing import Final

BLUEPRINT: Final[dict[str, tuple[str, str]]] = {
    "connections": ("系统之间要接通的数据", "Data that has to get from system to system"),
    "connections_note": (
        "由流程和协同路径推出：目标流程里后一个系统要用前一个系统的数据，中间不由人录入，就需要接口；路径上经系统交接的也一样。"
        "下级系统算在上级之内。",
        "It follows from the flows and paths: where a system of the design uses data of another and nobody types it "
        "over, an interface is needed; so it is where a path hands data over by system. Parts of a system count as the "
        "system.",
    ),
    "gives": ("提供系统", "From"),
    "takes": ("接收系统", "To"),
    "exchanged_data": ("交换的数据", "Data exchanged"),
    "over_interfaces": ("经由接口", "Over"),
    "connection_state": ("状况", "State"),
    "typed_today": ("今天人工录入", "Typed over today"),
    "is_carried": ("有接口", "carried"),
    "is_lacking": ("缺接口", "lacking"),
    "is_partly_lacking": ("部分缺接口", "partly lacking"),
    "is_today_only": ("仅今天", "today only"),
    "is_by_hand_then": ("仍由人工", "still by hand"),
    "shared_list": ("数据共享清单", "Data that is shared"),
    "shared_giver": ("主责方", "Owner"),
    "shared_taker": ("使用方", "Used by"),
    "shared_level": ("共享级别", "Sharing"),
    "move_done_means": ("做完这个动作的流程数", "Flows of which this move is done"),
    "scope_move": ("完成到", "Done up to"),
    "scope_keys": ("关键节点", "Key nodes"),
}
