"""Every word of our own on the pages, in both languages: one table, read by templates as ``w.name``."""

from typing import Final

from sevenstep.analysis.choices import Verdict
from sevenstep.language import Language, Text
from sevenstep.memory import per_process
from sevenstep.model.custom.word import CustomWord
from sevenstep.model.field import fields_of
from sevenstep.model.step4_paths import Raci
from sevenstep.model.words import VALUES
from sevenstep.publishing.words.words_appraisal import APPRAISAL
from sevenstep.publishing.words.words_assessment import ASSESSMENT
from sevenstep.publishing.words.words_blueprint import BLUEPRINT
from sevenstep.publishing.words.words_conclusions import CONCLUSIONS
from sevenstep.publishing.words.words_editions import EDITIONS
from sevenstep.publishing.words.words_evaluation import EVALUATION
from sevenstep.publishing.words.words_gathered import GATHERED
from sevenstep.publishing.words.words_home import HOME
from sevenstep.publishing.words.words_parties import PARTIES
from sevenstep.publishing.words.words_pictures import PICTURES
from sevenstep.publishing.words.words_platforms import PLATFORMS
from sevenstep.publishing.words.words_programme import PROGRAMME
from sevenstep.publishing.words.words_reasons import REASONS
from sevenstep.publishing.words.words_regulations import REGULATIONS
from sevenstep.publishing.words.words_review import TEMPLATES
from sevenstep.publishing.words.words_story import STORY
from sevenstep.publishing.words.words_tables import TABLES

_SAID: Final[dict[str, tuple[str, str]]] = {
    # the site
    "home": ("总览", "Overview"),
    "steps": ("七个步骤", "The seven steps"),
    "before_steps": ("七步之前", "Before the steps"),
    "after_steps": ("七步之后", "After the steps"),
    "analysis": ("分析", "Analysis"),
    "state_of_model": ("模型的状况", "State of the model"),
    "step": ("步骤", "Step"),
    "moved_to": ("此页已移到", "This page has moved to"),
    # places, links and routes
    "transport_routes": ("各条路线的走法", "How routes run"),
    "transport_ways": ("可走的路", "Possible ways"),
    "transport_loads": ("负荷与能力", "Load against capacity"),
    "transport_losses": ("中断的影响", "What is lost with each place and link"),
    "transport_losses_note": (
        "逐个假设某个地点或区段中断：没有其他走法的排在前面，其次按绕行多用的时间。",
        "Each place and link is taken out in turn: first where no other way is left, then by the longest detour.",
    ),
    "transport_if_lost": ("若此处中断", "If it is lost"),
    "transport_route": ("路线", "Route"),
    "transport_way": ("走法", "Way"),
    "transport_taken": ("所走路线", "the way it takes"),
    "transport_next": ("次优走法", "The next best way"),
    "transport_later": ("开通后（{}）", "once open ({})"),
    "transport_over": ("经过", "Over"),
    "transport_waits": ("尚未运行", "Not running"),
    "transport_time": ("时间", "Time"),
    "transport_cost": ("成本", "Cost"),
    "transport_sure": ("可靠度", "Reliability"),
    "transport_distance": ("里程", "Distance"),
    "transport_binding": ("最紧的一处", "What binds it"),
    "transport_through": ("各条走法合计最多通过 {}。", "At most {} can pass over all ways together."),
    "transport_load": ("占能力的比例", "Share of the capacity"),
    "transport_amount": ("负荷", "Load"),
    "transport_capacity": ("能力", "Capacity"),
    "transport_about": ("约 ", "about "),
    "transport_lost": ("中断处", "Lost"),
    "transport_cut": ("没有其他走法的路线", "Routes without another way"),
    "transport_detours": ("绕行的路线", "Routes that detour"),
    "transport_longer": ("增加时间", "Longer by"),
    "transport_dearer": ("增加费用", "Dearer by"),
    "transport_answers": ("应急场景", "Emergency scenario"),
    "transport_unanswered": ("无应对", "none answers it"),
    "transport_answered": ("应急场景：{}。", "Answered by: {}."),
    "transport_no_way": ("没有其他走法", "no other way"),
    "transport_ends_here": ("以此为起点或终点", "begins or ends here"),
    # what a step takes and gives, when it is done
    "progress_takes": ("承接", "Takes"),
    "progress_gives": ("产出", "Gives"),
    "progress_used": ("{1} 个，用到 {0} 个", "{0} of {1} used"),
    "progress_taken": ("{1} 个，后续用到 {0} 个", "{1}, {0} taken up by other steps"),
    "progress_done": ("本步骤已完成", "This step is done"),
    "progress_open": ("本步骤尚未完成：还差 {} 项", "This step is not done yet: {} to go"),
    "progress_count": ("{0} / {1}", "{0} of {1}"),
    "progress_missing": ("尚缺", "still missing"),
    "progress_wish": ("可以补充，不影响完成", "may be added; the step can be done without"),
    "progress_where": ("位置（{} 个要素）", "where ({})"),
    "progress_more": ("另有 {} 个", "and {} more"),
    "progress_all": ("全部", "All of them"),
    "matrices": ("矩阵", "Matrices"),
    "row_of": ("第 {} 段，共 {} 段", "Row {} of {}"),
    "problems": ("模型检查", "Model check"),
    "model": ("业务分析", "Business analysis"),
    "light": ("切换到浅色", "Switch to light"),
    "dark": ("切换到深色", "Switch to dark"),
    "language": ("切换语言", "Change language"),
    "version": ("版本", "Version"),
    "date": ("日期", "Date"),
    "client": ("客户", "Client"),
    # questions, accepted gaps, rules
    "questions": ("待确认事项", "Open questions"),
    "questions_about": (
        "尚待确认、但不属错误的事项：下次研讨会上问谁，答案决定什么，记在何处。",
        "What is not wrong but not known yet: whom to ask, what depends on the answer, and where to write it down.",
    ),
    "whole_engagement": ("整个项目", "The engagement as a whole"),
    "ask": ("问", "Ask"),
    "the_client": ("客户", "the client"),
    "no_questions": ("没有待确认事项。", "No open questions."),
    "accepted_title": ("暂缓事项（已说明理由）", "Deferred, with a reason"),
    "accepted_about": (
        "已知、经同意暂不处理的事项，按理由归类。它们不算完成；到期后重新列为缺口。",
        "What is known and left open for now, by the reason given. None of it counts as done; when the time agreed is "
        "over, it is a gap again.",
    ),
    "nothing_accepted": ("没有暂缓事项。", "Nothing has been accepted."),
    "rules": ("检查规则", "Rules of the check"),
    "rules_about": (
        "模型按这些规则检查。每条说明要求什么、为什么，并各举一个不通过和通过的例子。",
        "The model is checked by these rules. Each says what it asks for and why, with an example either way.",
    ),
    "rule_off": ("默认关闭", "off"),
    "rule_found": ("处", "found here"),
    "example_bad": ("不通过", "This breaks it"),
    "example_good": ("通过", "This passes"),
    "hints": ("提示", "hints"),
    # every section and field
    "reference": ("字段大全", "Every section and field"),
    "reference_about": (
        "模型中可写的每一节、每一个字段：写什么、示例和含义。",
        "Every section and every field of a model: what is written there, an example, and what it says.",
    ),
    "reference_also": (
        "所有要素都可以写的字段里，这里应填：",
        "Of what every element can have, this is expected here:",
    ),
    "field": ("字段", "Field"),
    "field_type": ("写什么", "Write"),
    "field_example": ("例", "Example"),
    "field_says": ("说明", "What it says"),
    "field_required": ("必填", "required"),
    "field_expected": ("应填", "expected"),
    "field_there": ("反向关系：", "seen from there:"),
    # home
    "elements": ("要素", "elements"),
    "relations_count": ("关系", "relations"),
    "justified": ("有据", "justified"),
    "covered": ("已展开", "worked out"),
    "covered_means": ("每个要素都由下一步落实", "every element is carried on by the next step"),
    "errors": ("错误", "errors"),
    "warnings": ("警告", "warnings"),
    "accepted_gaps": ("经同意暂缓", "deferred"),
    "findings": ("发现", "findings"),
    "assumptions": ("假设", "assumptions"),
    "about": ("项目简介", "What this is about"),
    "begin": ("阅读入口", "Where to begin"),
    "sources": ("资料来源", "Sources"),
    "source_figures": ("资料里登记的数值", "Figures registered with the sources"),
    "figure_of": ("含义", "Of what"),
    "page": ("页码", "Page"),
    "quoted": ("原话", "In its words"),
    "used_by": ("引用处", "Used by"),
    # element pages
    "untranslated": ("尚无中文", "not translated yet"),
    "place_in_chain": ("在链中的位置", "Its place in the chain"),
    "more": ("更多", "more"),
    "relations": ("关系", "Relations"),
    "up": ("上溯：服务于", "Up: what it serves"),
    "down": ("下达：落实于", "Down: what carries it on"),
    "beside": ("关联", "Beside: what it works with"),
    "owner": ("负责方", "Owner"),
    "status": ("状态", "Status"),
    "tags": ("标签", "Tags"),
    "source": ("来源", "Source"),
    "assumed": ("假设", "assumed"),
    "facts": ("要点", "Key facts"),
    "description": ("说明", "Description"),
    "picture": ("图", "Picture"),
    "pictures": ("图", "Pictures"),
    "findings_here": ("相关发现", "Findings"),
    "not_covered": ("下一步尚未落实。", "The next step does not carry it on yet."),
    "accepted": ("经同意暂缓：", "Deferred, with a reason: "),
    "accepted_by": ("决定人", "decided by"),
    "yaml": ("模型中的位置", "In the model"),
    "draft": ("草稿", "draft"),
    # analysis
    "metrics": ("流程度量", "Metrics of the flow"),
    "metric": ("度量", "Metric"),
    "mean": ("平均", "Mean"),
    "found_by": ("如何得出", "Found by"),
    "incomplete": ("不全", "incomplete"),
    "not_known": ("无法计算", "not known"),
    "metrics_note": (
        "百分位（P50、P90）和模拟值来自 {} 件业务，随机种子 {}。",
        "Percentiles (P50, P90) and simulated values come from {} cases, seed {}.",
    ),
    "not_analysed": ("无法分析：{}", "Not analysed: {}"),
    "load_title": ("负荷与排队", "Load and queue"),
    "load": ("负荷", "Load"),
    "utilisation": ("利用率", "Utilisation"),
    "queue": ("平均排队数", "Mean queue"),
    "wait_for_it": ("平均等候", "Mean wait"),
    "load_together": ("与 {} 合起来", "together with {}"),
    "simulation_errors": (
        "更换随机数时，均值的变动幅度（95%）：{}。",
        "With other random numbers the means move by so much (95%): {}.",
    ),
    "simulation_error": ("模拟误差 {}（95%）", "Error of the simulation {} (95%)"),
    "load_cases": ("{}：{:,} 件，随机种子 {}", "{}: {:,} cases, seed {}"),
    "load_note": (
        "负荷是到达的工作与能力之比，多个资源均可办理的工作按最均匀的方式分摊；超过 100%，排队将持续增长。"
        "利用率、排队和等候由模拟得出（{}）；鼠标指向均值可查看模拟误差。",
        "The load is the work that comes against what can be done; work that several resources can do is shared as "
        "evenly as possible."
        " Above 100 % the queue keeps growing. Utilisation, queue and wait are simulated ({}); pointing "
        "at a mean shows the error of the simulation.",
    ),
    "comparison": ("现状与目标", "As is against to be"),
    "comparison_note": (
        "按列出顺序逐项叠加，“贡献”列为各举措的增量。",
        "Measures are applied one by one in the order written: “due to” tells the part of each.",
    ),
    "as_is": ("现状", "As is"),
    "to_be": ("目标", "To be"),
    "difference": ("变化", "Difference"),
    "due_to": ("贡献", "Due to"),
    "unexplained": ("未归因部分", "no measure explains"),
    "stages": ("从基线到目标", "From baseline to target"),
    "stage": ("阶段", "Stage"),
    "comes_from": ("来自", "Comes from"),
    "origin_stated": ("模型所写", "stated"),
    "origin_measured": ("实测", "measured"),
    "origin_formula": ("公式", "formula"),
    "origin_members": ("由成员汇总", "rolled up from members"),
    "by_members_alone": ("见各成员", "see the members"),
    "by_dimension": ("按{}", "By {}"),
    "no_figure": ("缺数据", "no figure"),
    "provisional": ("初步数", "provisional"),
    "origin_online_rate": ("上网率", "online rate"),
    "online_title": ("上网率", "Online rate"),
    "online_note": (
        "经过系统的交互、写明系统的步骤计为上网；交互每次计一次，步骤按业务平均经过的次数计；未写渠道、系统或方式的不计。",
        "An exchange through a system and a step that names one are online; an exchange counts once, a step as often "
        "as the mean case passes it; what names no channel, system or mode is left out.",
    ),
    "online_exchanges": ("交互", "Exchanges"),
    "online_steps": ("步骤", "Steps"),
    "online_both": ("合计", "Both"),
    "online_whole": ("全部", "The whole"),
    "verdict": ("结论", "Verdict"),
    "verdict_is": ("能否达标：{}", "The target: {}"),
    "verdict_unknown": ("能否达标尚不可知：{}", "Whether the target is reached is not known: {}"),
    "promises": ("各场景承诺的改善", "What scenarios promise"),
    "scenario": ("任务场景", "Scenario"),
    "together": ("合计", "Together"),
    "promised_and_needed": (
        "各场景合计 {0}；{1} 的目标需要 {2}。百分比均从基线算起，直接相加。",
        "The scenarios promise {0}; the target of {1} needs {2}. Per cent are counted from the baseline and add up.",
    ),
    "each_target": ("各期目标值", "Each target"),
    "missed_by": ("差 {}", "missed by {}"),
    "goal": ("战略目标", "Goal"),
    "indicator": ("指标", "Indicator"),
    "goals_state": ("各目标下的指标", "The indicators below each goal"),
    "goals_reached": ("指标与目标值", "Indicators against their targets"),
    "outlook": ("目标可达性", "Are the goals reached?"),
    "outlook_about": (
        "由目标流程测算指标，再对照目标值：达标、未达标（差多少）、存疑（测算达标，但误差或未计入的排队可能改变结论），或未知。",
        "From the flows as they shall be back to the indicators and their targets: reached, missed by how much, "
        "unsettled (met on paper, but the error or queues that are left out could turn it), or not known.",
    ),
    "finding": ("发现", "Finding"),
    "where": ("在哪里", "Where"),
    "evidence_short": ("数据", "Figures"),
    "answered": ("应对举措", "Answered by"),
    "findings_title": ("堵点、断点、盲点", "Blockages, breaks, blind spots"),
    "findings_about": (
        "业务中的问题：由分析从模型得出的，逐条附有数据；另有分析师写明的。同一规则的发现列在一起。图上的记号与此处相同。",
        "Problems of the business: those that the analysis computes from the model, each with its figures, and "
        "those that the analysts wrote. Findings of one rule stand together; the marks are those in the pictures.",
    ),
    "findings_counts": ("各步骤的发现", "Findings by step"),
    "serious_ones": ("其中严重", "of them serious"),
    "without_measure": ("尚无举措", "no measure yet"),
    "felt_at": ("最突出之处", "Felt most at"),
    "findings_by_hand": ("分析师写明的发现", "Written by the analysts"),
    "findings_computed": ("分析得出的问题", "Found by the analysis"),
    "findings_lived_with": ("已知并接受的", "Known and accepted"),
    "no_findings": ("未发现问题。", "Nothing was found."),
    "lived_with": ("接受：{}", "Accepted: {}"),
    "still_in_design": ("目标流程中仍存在", "still in the design"),
    # explorer
    "explorer": ("链路浏览", "Explore the chain"),
    "explorer_about": (
        "从任一要素进入相邻要素，上溯到目标，下达到数据。网址保留当前所见，复制即可分享。",
        "Walk from any element to its neighbours, up to the goals or down to the data. The address keeps what you see.",
    ),
    "explorer_needs_script": ("这一页需要脚本。可以从各步骤开始：", "This page needs scripts. Begin with a step:"),
    "explorer_search": ("名称或编号…", "Title or id…"),
    "explorer_domain": ("所有领域", "All domains"),
    "explorer_actor": ("所有主体", "All actors"),
    "explorer_findings": ("有发现", "With findings"),
    "explorer_clear": ("清除", "Clear"),
    "explorer_list": ("要素", "Elements"),
    "explorer_choose": ("从左边选一个要素。", "Choose an element from the list."),
    "explorer_open": ("打开页面", "Open its page"),
    "explorer_trail": ("走过：", "You came by:"),
    "explorer_more": ("再显示", "Show more:"),
    # printing
    "print": ("打印全文", "Print everything"),
    "print_about": (
        "整个分析在一页上，图有编号，可直接打印。",
        "The whole analysis on one page, its figures numbered.",
    ),
    "print_now": ("打印", "Print"),
    "contents": ("目录", "Contents"),
    "figures": ("图目", "Figures"),
    "figure_number": ("图", "Figure"),
    "edition": (
        "模型版本 {version} · 内容指纹 {print} · 生成于 {day} · sevenstep {tool}",
        "Model version {version} · fingerprint {print} · built {day} · sevenstep {tool}",
    ),
    # chapters
    "chapters": ("报告正文", "Chapters"),
    "mentioned_in": ("报告正文中的相关章节", "Mentioned in"),
    "chapter_other_language": ("这一章只有英文。", "This chapter is written in Chinese only."),
    "today": ("今天", "today"),
    # pictures
    # tables
    "values": ("基线、目标与实测", "Baseline, targets, measurements"),
    "figure_type": ("类型", "Type"),
    "note": ("备注", "Note"),
    "element": ("要素", "Element"),
    "title": ("名称", "Title"),
    "value": ("数值", "Value"),
    "what": ("内容", "What"),
    "kind": ("类别", "Kind"),
    "rank": ("名次", "Rank"),
    "score": ("总分", "Score"),
    "weight": ("权重", "Weight"),
    "direction": ("方向", "Direction"),
    "unit": ("单位", "Unit"),
    "baseline": ("基线", "Baseline"),
    "target": ("目标值", "Target"),
    "measured": ("实测", "Measured"),
    "other": ("未归类", "Not grouped"),
    "none": ("尚无", "None yet"),
    "pairs": ("现状与目标流程", "Flows: as is and to be"),
    "ranking": ("事项排序", "Ranking of items"),
    "ranking_note": (
        "总分 = 各准则得分按权重加权，换算成 0–100；越高越优先。",
        "Score: weighted sum over the criteria, put on a scale from 0 to 100; the highest comes first.",
    ),
    "empty_left_out": (
        "没有内容的行和列不显示；标着“空缺”的，应有而尚无。",
        "Rows and columns without a mark are left out; those that say “gap” should have one and have none.",
    ),
    "matrix_gap": ("空缺", "gap"),
    "matrix_cut": ("只显示前 {0} 行、前 {0} 列。", "The first {0} rows and the first {0} columns are shown."),
    "moves_means": (
        "每个场景计划让指标变化多少：− 降低，+ 提高；% 是占基线的比例，pp 是百分点",
        "By how much each scenario is to change an indicator: − down, + up; % of the baseline, pp: points of per cent",
    ),
    "crud_by_activity": ("逐个流程、按作业看", "Flow by flow, activity by activity"),
    "crud_means": ("C 产生 · R 读取 · U 更新", "C created · R read · U updated"),
    # what has changed
    "changes": ("版本变化", "What has changed"),
    "changes_since": ("自 {} 版以来", "Since version {}"),
    "changes_since_dated": ("自 {} 版（{}）以来", "Since version {} ({})"),
    "changes_none": ("没有变化", "nothing"),
    "new_since": ("自 {} 版以来新增", "New since {}"),
    "changed_since": ("自 {} 版以来修改", "Changed since {}"),
    "change_new": ("新增", "new"),
    "change_changed": ("修改", "changed"),
    "change_gone": ("删除", "removed"),
    "change_count_new": ("新增 {}", "{} new"),
    "change_count_changed": ("修改 {}", "{} changed"),
    "change_count_gone": ("删除 {}", "{} removed"),
    "change_and": ("、", ", "),
    "colon": ("：", ": "),
    "comma": ("、", ", "),
    "between_sentences": ("", " "),
    # problems
    "all_fine_text": ("没有错误，也没有警告。", "No errors, no warnings."),
    "remedy": ("修改建议", "Remedy"),
    "rule": ("规则", "Rule"),
    "file": ("文件", "File"),
    "gap": ("缺口", "Gap"),
    "reason": ("理由", "Reason"),
    "figure": ("数值", "Figure"),
    "no_source": ("没有注明来源", "no source given"),
    "shown_first_rows": ("只列出前 1000 行。", "Only the first 1,000 rows are listed."),
    "shown_first": ("只列出前 500 个。", "Only the first 500 are listed."),
}

_VERDICTS: Final = {
    str(verdict): (verdict.label.for_language("zh"), verdict.label.for_language("en")) for verdict in Verdict
}


WORD_TABLES: Final = (
    _SAID,
    _VERDICTS,
    APPRAISAL,
    ASSESSMENT,
    BLUEPRINT,
    CONCLUSIONS,
    EDITIONS,
    EVALUATION,
    GATHERED,
    HOME,
    PICTURES,
    PARTIES,
    PLATFORMS,
    PROGRAMME,
    REASONS,
    REGULATIONS,
    STORY,
    TABLES,
    TEMPLATES,
)
"""All of them; a word stands in one alone: what came later would take the place of what came before."""


@per_process
def words(language: Language) -> dict[str, str]:
    """The words of the pages in `language`."""
    every = {key: both for table in WORD_TABLES for key, both in table.items()}
    said = {key: both[0 if language == "zh" else 1] for key, both in every.items()}
    return said | {"raci_means": " · ".join(field.label.for_language(language) for field in fields_of(Raci))}


def value_name(value: str, language: Language) -> str:
    """What one of the fixed words of the model (``increase``, ``as-is``) is called."""
    said = value.label if isinstance(value, CustomWord) else VALUES.get(value, Text(plain=value))
    return said.for_language(language)
