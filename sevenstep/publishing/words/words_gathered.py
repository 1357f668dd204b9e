"""Every word of the pages that gather: a path as is and to be, the inventory of data, the moves of step 7."""

from typing import Final

GATHERED: Final[dict[str, tuple[str, str]]] = {
    # a path as is and to be
    "path_figures": ("路径度量：现状到目标", "The path in figures, from as is to to be"),
    "path_change": ("每次交接的变化", "What becomes of each exchange"),
    "exchange_number": ("序号", "No."),
    "becomes": ("变化", "What becomes of it"),
    "handed_by": ("移交方", "From"),
    "handed_to": ("接收方", "To"),
    "handed_over": ("交接内容", "Handed over"),
    "way_as_is": ("现状渠道", "Channel as is"),
    "way_to_be": ("目标渠道", "Channel to be"),
    "was": ("原为{}", "was {}"),
    # the inventory of data
    "data_inventory": ("数据总目录", "Inventory of data"),
    "data_inventory_about": (
        "全部流程的数据放在一起看：归谁、什么密级、以哪个系统为准，谁写、谁读，最早在哪里录入，在哪里又录入一遍。"
        "“重复录入”指由人把已有的数据再录入另一个尚无该数据的系统。可以按列排序、筛选，导出表格。",
        "The data of all flows in one place: whose it is, who may see it, which system counts, who writes and reads "
        "it, where it is first captured and where it is entered again: where a person puts data that is there already "
        "into a system that does not have it. Sort by any column, filter, or take the table away.",
    ),
    "data_object": ("数据", "Data"),
    "data_objects": ("个数据对象", "data objects"),
    "data_shared": ("个由几个事项共用", "shared by several items"),
    "classification": ("密级", "Classification"),
    "system_of_record": ("权威系统", "System of record"),
    "written_by": ("写入方", "Written by"),
    "read_by": ("读取方", "Read by"),
    "items_count": ("事项数", "Items"),
    "flows_count": ("流程数", "Flows"),
    "captured_as_is": ("现状首次录入", "First captured, as is"),
    "again_as_is": ("现状重复录入", "Entered again, as is"),
    "captured_to_be": ("目标首次录入", "First captured, to be"),
    "again_to_be": ("目标重复录入", "Entered again, to be"),
    "no_system": ("不在系统中", "in no system"),
    # the five moves of step 7
    "moves": ("汇总的五步", "Five moves"),
    "move_scope": ("范围界定", "Bound the scope"),
    "move_scope_about": (
        "每个流程的起点和终点，以及哪些流程首尾相接。",
        "Where each flow starts and ends, and which flows meet.",
    ),
    "move_data": ("数据收集", "Collect the data"),
    "move_data_about": ("流程用到的数据、系统和资源。", "The data, systems and resources that the flows work with."),
    "move_flow": ("梳理流程与关键节点", "Lay out the flows and their key nodes"),
    "move_flow_about": (
        "各事项的流程连成一张图：点开事项看它的流程；堵点、断点、盲点标在所在的事项上。",
        "The flows of all items in one picture: each item opens to its flow; blockages, breaks and blind spots are "
        "marked where they are.",
    ),
    "move_integrate": ("数据整合与分析", "Integrate and analyse the data"),
    "move_integrate_about": (
        "数据的来源和去向，以及何处重复录入。",
        "Where data comes from and where it goes, and where it is entered again.",
    ),
    "move_optimise": ("优化与评估", "Optimise and evaluate"),
    "move_optimise_about": (
        "有哪些发现、由哪些举措改进，改进后距目标还差多少。",
        "What was found, which measures answer it, and how far that is from the targets.",
    ),
    "scopes": ("流程范围", "Scopes of the flows"),
    "scope_flow": ("流程", "Flow"),
    "scope_item": ("事项", "Item"),
    "scope_starts": ("起点", "Starts"),
    "scope_ends": ("终点", "Ends"),
    "scope_next": ("之后交给", "Hands over to"),
}
