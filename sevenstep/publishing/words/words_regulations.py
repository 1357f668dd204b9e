"""Every word about regulations: subjects by jurisdictions, and what is done only for them."""

from typing import Final

REGULATIONS: Final[dict[str, tuple[str, str]]] = {
    "demands_title": ("各地规定对照：{}", "Demands by jurisdiction: {}"),
    "demands_several": ("{}等 {} 件事", "{} and others, {} subjects"),
    "demands_note": (
        "同一件事在各个适用范围的要求，只列项目日期当时适用的。“不同”：别的范围要求不一样（数值和数值比，文字和文字比）。"
        "“空缺”：在别的事情上同样有规定，在这件事上没有。",
        "What each jurisdiction demands on one subject, of what applies at the date of the engagement. "
        "“Differs”: another jurisdiction "
        "demands otherwise (figures against figures, words against words). “Gap”: it settles other subjects alike, "
        "and not this one.",
    ),
    "demands_cut": ("只列前 {0} 件事、前 {1} 个范围。", "The first {0} subjects and {1} jurisdictions are shown."),
    "demand_subject": ("规定事项", "Subject"),
    "demand_jurisdiction": ("适用范围", "Jurisdiction"),
    "demand_said": ("要求", "Demand"),
    "demand_differs": ("≠ 不同", "≠ differs"),
    "demand_gap": ("○ 空缺", "○ gap"),
    "demand_taken_over": ("沿用{}的规定", "as in {}"),
    "peers_title": ("别处对同一件事的规定", "What others demand on this subject"),
    "peers_cut": ("只列前 {} 条。", "The first {} are shown."),
    "required_title": ("只因法规标准而做的步骤", "Steps done only for a regulation"),
    "required_for": ("为哪一条", "For which"),
    "required_times": ("每件几次", "Times a case"),
    "required_work": ("办理", "Work"),
    "required_waiting": ("等待", "Waiting"),
    "required_cost": ("成本", "Cost"),
    "required_one": ("{0} {1}", "{0} {1}"),
    "required_part": ("{0} {1}（占全流程的 {2}）", "{0} {1} ({2} of the flow)"),
    "required_sum": ("每件合计：{}。", "Together a case: {}."),
}
