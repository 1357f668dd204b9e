"""Words of assessments and decisions."""

from typing import Final

ASSESSMENT: Final[dict[str, tuple[str, str]]] = {
    "assessed_factors": ("各因素的水平", "Factor by factor"),
    "assessed_note": (
        "分数按 {0}–{1} 换算；颜色越深越好。缺的不当作零分，括号里是可能的范围。",
        "Scores are told from {0} to {1}; the deeper the colour, the better. What is missing does not count as nought: "
        "in brackets is what it could be.",
    ),
    "assessed_now": ("现状", "Today"),
    "assessed_level": ("等级", "Level"),
    "assessed_target": ("目标", "Target"),
    "assessed_gap": ("差距", "Gap"),
    "assessed_lift": ("可拉动总体", "Lifts the whole by"),
    "assessed_place": ("名次", "Place"),
    "assessed_of": ("{0}/{1}", "{0} of {1}"),
    "assessed_share": ("占总分", "Share"),
    "assessed_stated": ("评估值", "Stated"),
    "assessed_missing": ("缺数据", "not known"),
    "assessed_whole": ("总体", "The whole"),
    "assessed_dates": ("历次评估", "At each date"),
    "assessed_date": ("时间", "Date"),
    "assessed_known": ("已知部分", "Known"),
    "decided_comparison": ("方案对比", "Options compared"),
    "decided_note": (
        "排名只比满足要求、值齐全的方案；每行最好的值加粗。总分 0–100。",
        "Ranked are the options that fail no requirement and lack no value; the best of each row is bold. "
        "Sums run from 0 to 100.",
    ),
    "decided_criterion": ("准则", "Criterion"),
    "decided_weight": ("权重", "Weight"),
    "decided_sum": ("总分", "Sum"),
    "decided_place": ("名次", "Place"),
    "decided_chosen": ("选定", "chosen"),
    "decided_out": ("出局", "out"),
    "decided_unranked": ("未排名", "not ranked"),
    "decided_required": ("必须满足", "required"),
    "decided_topsis": ("TOPSIS 名次", "Place by TOPSIS"),
}
