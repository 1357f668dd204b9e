"""Every word of the page of evaluation: which items come first, how safe that is, and in what order to go."""

from typing import Final

EVALUATION: Final[dict[str, tuple[str, str]]] = {
    "evaluation": ("事项评估和排序", "Evaluation of items"),
    "evaluation_about": (
        "先对每个事项评估四个问题；再按准则得分用两种算法排名，并给出名次对权重的敏感性，以及按依赖关系的先后次序。",
        "First four questions to each item; then the items by their scores, ranked in two ways; how far weights can "
        "move before the first place changes; and an order in which each item comes after all that it depends on.",
    ),
    "verdicts": ("四个问题的结论", "Verdicts on four questions"),
    "verdicts_of_item": ("评估结论", "Evaluation"),
    "verdicts_note": (
        "√ 是，△ 部分，× 否，○ 无法判断。点开看依据：数字、相关要素，以及尚需补充什么。"
        "有目标流程的，对照目标流程，否则对照现状。",
        "√ yes, △ partly, × no, ○ cannot be judged. Each opens to its grounds: figures, the elements, and what is to "
        "be added. Items are held against their flows to be, or as is where there are none to be.",
    ),
    "verdicts_held": ("对照：", "Held against:"),
    "verdict_question": ("问题", "Question"),
    "verdict_answer": ("结论", "Verdict"),
    "verdict_grounds": ("依据", "Grounds"),
    "verdict_note": ("供参考", "worth knowing"),
    "cases_a_year": ("每年 {} 件", "{} cases a year"),
    "change_money": ("建设资金", "Cost of the change"),
    "change_time": ("建设工期", "Time of the change"),
    "evaluation_link": ("四个问题的结论、排名、权重和建议的次序", "Verdicts, ranking, weights and suggested order"),
    "ranking_both": ("排名、投入与成效", "Ranking, cost and effect"),
    "ranking_both_note": (
        "总分：各准则得分按权重加权，0–100。TOPSIS：与最优的接近程度、与最差的距离，0–1。"
        "两种名次相差大的事项，各准则的分数高低悬殊。",
        "Score: weighted sum over the criteria, 0 to 100. TOPSIS: how near to the best and how far from the worst, "
        "0 to 1. Where the two places differ much, the item is strong on some criteria and weak on others.",
    ),
    "places_differ": ("名次差", "Places differ"),
    "places_up": ("TOPSIS 靠前 {0} 位", "TOPSIS: {0} higher"),
    "places_down": ("TOPSIS 靠后 {0} 位", "TOPSIS: {0} lower"),
    "sensitivity": ("权重敏感性（第一名何时易位）", "How far weights can move"),
    "sensitivity_note": (
        "每次只改一个权重，其余保持原来的比例；按加权总分。最上面的最敏感。",
        "One weight moves at a time, the others keep their proportions; by the weighted sum. The most sensitive first.",
    ),
    "weight_room": ("第一名不变的范围", "First place holds"),
    "weight_reading": ("解读", "What that means"),
    "weight_up": (
        "若权重从 {now} 升到 {then} 以上，第一名换成“{next}”。",
        "If the weight rises from {now} to more than {then}, “{next}” comes first.",
    ),
    "weight_down": (
        "若权重从 {now} 降到 {then} 以下，第一名换成“{next}”。",
        "If the weight falls from {now} to less than {then}, “{next}” comes first.",
    ),
    "weight_up_level": (
        "现在与“{next}”并列；权重一升，第一名即易位。",
        "Level with “{next}” today: with any more weight it comes first.",
    ),
    "weight_down_level": (
        "现在与“{next}”并列；权重一降，第一名即易位。",
        "Level with “{next}” today: with any less weight it comes first.",
    ),
    "weight_safe": ("无论该权重如何调整，第一名不变。", "Whatever this weight, the first place stays."),
    "roadmap": ("建议的次序", "Suggested order"),
    "roadmap_note": (
        "同一阶段的可以同时开始；所依赖的事项都在前面的阶段。阶段之内按名次排列。",
        "What stands in one phase can begin together; all that it depends on is in earlier phases. Within a phase the "
        "best comes first.",
    ),
    "phase": ("阶段", "Phase"),
    "begins_after": ("前置事项", "After"),
    "not_ranked": ("未排名", "not ranked"),
}
