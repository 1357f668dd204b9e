"""Every word of our own on the pages, in both languages: one table, read by templates as ``w.name``."""

from functools import cache
from typing import Final

from sevenstep.language import Language, Text
from sevenstep.publish.words_fields import FIELDS, VALUES
from sevenstep.publish.words_review import TEMPLATES

_SAID: Final[dict[str, tuple[str, str]]] = {
    # the site
    "home": ("总览", "Overview"),
    "steps": ("七个步骤", "The seven steps"),
    "step": ("步骤", "Step"),
    "matrices": ("矩阵", "Matrices"),
    "problems": ("模型检查", "Model check"),
    "model": ("业务分析", "Business analysis"),
    "light": ("切换到浅色", "Switch to light"),
    "dark": ("切换到深色", "Switch to dark"),
    "language": ("切换语言", "Change language"),
    "made_with": ("由 sevenstep 从模型生成", "Generated from the model by sevenstep"),
    "version": ("版本", "Version"),
    "date": ("日期", "Date"),
    "client": ("客户", "Client"),
    # questions, accepted gaps, rules
    "questions": ("待问的问题", "Open questions"),
    "questions_about": (
        "还不知道、但不算错误的事：下次研讨会上该问谁，答案决定什么，记在哪里。",
        "What is not wrong but not known yet: whom to ask, what hangs on the answer, and where to write it down.",
    ),
    "whole_engagement": ("整个项目", "The engagement as a whole"),
    "ask": ("问", "Ask"),
    "the_client": ("客户", "the client"),
    "no_questions": ("没有待问的问题。", "No open questions."),
    "accepted_title": ("已接受的缺口", "Accepted gaps"),
    "accepted_about": (
        "作者知道、并说明理由接受的问题。它们不算缺口；接受到期后会重新出现。",
        "Problems that the authors know and accept for a reason: no gaps. When an acceptance ends, they return.",
    ),
    "nothing_accepted": ("没有接受任何问题。", "Nothing has been accepted."),
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
    # home
    "method": ("七步分析法", "Seven-step analysis"),
    "elements": ("要素", "elements"),
    "relations_count": ("关系", "relations"),
    "justified": ("有据", "justified"),
    "covered": ("落实", "covered"),
    "justified_means": ("每个要素都说明为上一步的什么服务", "every element says what it serves in the step before"),
    "covered_means": ("每个要素都由下一步落实", "every element is carried on by the next step"),
    "state": ("链的状态", "State of the chain"),
    "state_fine": ("链是完整的：没有错误，没有缺口。", "The chain holds: no errors and no open gaps."),
    "state_errors": ("模型里有错误，下面的内容可能不全。", "The model has errors; what follows may be incomplete."),
    "state_warnings": ("链是通的，还有提醒没有处理。", "The chain holds; some warnings are open."),
    "errors": ("错误", "errors"),
    "warnings": ("警告", "warnings"),
    "accepted_gaps": ("已接受的缺口", "accepted gaps"),
    "findings": ("发现", "findings"),
    "assumptions": ("假设", "assumptions"),
    "about": ("项目简介", "What this is about"),
    "whole_chain": ("从目标到数据的整条链", "The whole chain, from goals to data"),
    "begin": ("从哪里看起", "Where to begin"),
    "begin_goals": ("先看要达到什么", "What is to be reached"),
    "begin_ranking": ("哪件事最该先做", "Which matter comes first"),
    "begin_pairs": ("流程今天与将来", "Flows, today and tomorrow"),
    "begin_findings": ("今天卡在哪里", "Where it hurts today"),
    "begin_goals_text": ("目标、痛点和它们的依据", "Goals, challenges and their evidence"),
    "begin_ranking_text": ("业务事项按准则打分排序", "Business items, scored and ranked"),
    "begin_pairs_text": ("现状与目标流程并排对照", "As-is and to-be side by side"),
    "begin_findings_text": ("堵点、断点、盲点，以及应对举措", "Blockages, breaks and blind spots, with measures"),
    "sources": ("资料来源", "Sources"),
    # element pages
    "why": ("为什么有它", "Why this exists"),
    "no_why": ("没有通到任何目标。", "No way leads from here to a goal."),
    "place_in_chain": ("在链中的位置", "Its place in the chain"),
    "this": ("本要素", "this element"),
    "more": ("更多", "more"),
    "fewer": ("收起", "fewer"),
    "relations": ("关系", "Relations"),
    "up": ("向上：为什么服务", "Up: what it serves"),
    "down": ("向下：由什么落实", "Down: what carries it on"),
    "beside": ("旁边：与什么相关", "Beside: what it works with"),
    "owner": ("负责方", "Owner"),
    "status": ("状态", "Status"),
    "tags": ("标签", "Tags"),
    "source": ("来源", "Source"),
    "assumed": ("假设", "assumed"),
    "assumed_means": ("没有来源的数字，作为假设标出", "a figure without a source is marked as an assumption"),
    "facts": ("要点", "Key facts"),
    "description": ("说明", "Description"),
    "picture": ("图", "Picture"),
    "pictures": ("图", "Pictures"),
    "findings_here": ("相关发现", "Findings"),
    "problems_here": ("模型问题", "Problems in the model"),
    "not_covered": ("下一步还没有落实它。", "The next step does not carry it on yet."),
    "accepted": ("已接受的缺口：", "Accepted gap: "),
    "accepted_by": ("决定人", "decided by"),
    "accepted_until": ("到期", "until"),
    "yaml": ("模型中的位置", "In the model"),
    "draft": ("草稿", "draft"),
    # explorer
    "explorer": ("链路浏览", "Explore the chain"),
    "explorer_about": (
        "从任一要素走到相邻要素，向上到目标，向下到数据。网址记住所见，复制即可分享。",
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
    # tour
    "tour": ("导览", "Guided tour"),
    "tour_about": (
        "从目标到流程，一站一站讲。用 ← → 键翻动，会议上可以全屏。",
        "From the goals to the flows, stop by stop. Keys ← → turn; full screen for the meeting.",
    ),
    "tour_back": ("上一站", "Back"),
    "tour_on": ("下一站", "On"),
    "tour_time": ("办理", "work"),
    "tour_wait": ("等待", "wait"),
    # printing
    "print": ("打印全文", "Print everything"),
    "print_about": ("整个分析一页打完，图有编号。", "The whole analysis on one page, its figures numbered."),
    "print_now": ("打印", "Print"),
    "contents": ("目录", "Contents"),
    "figures": ("图目", "Figures"),
    "figure_number": ("图", "Figure"),
    "edition": (
        "模型版本 {version} · 内容指纹 {print} · 生成于 {day} · sevenstep {tool}",
        "Model version {version} · fingerprint {print} · built {day} · sevenstep {tool}",
    ),
    # chapters
    "chapters": ("正文", "Chapters"),
    "begin_chapters_text": ("作者写给读者的话", "What the authors say to their readers"),
    "mentioned_in": ("正文提到它的地方", "Mentioned in"),
    "chapter_other_language": ("这一章只有英文。", "This chapter is written in Chinese only."),
    "today": ("今天", "today"),
    # pictures
    "table_filter": ("筛选…", "Filter…"),
    "table_csv": ("下载为 CSV（Excel 可打开）", "Save as CSV (opens in Excel)"),
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
    "picture_failed": (
        "这张图没有画成；内容见下面的表格。",
        "This picture could not be drawn; see the tables instead.",
    ),
    # tables
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
    "none": ("还没有", "None yet"),
    "path": ("协同路径", "Path"),
    "nodes": ("流程步骤", "Steps of the flow"),
    "variant_asis": ("现状", "As is"),
    "variant_tobe": ("目标", "To be"),
    "pairs": ("现状与目标流程", "Flows: as is and to be"),
    "no_flow": ("没有流程", "no flow"),
    "ranking": ("事项排序", "Ranking of items"),
    "ranking_note": (
        "总分 = 各准则得分按权重加权，换算成 0–100；越高越先做。",
        "Score: weighted sum over the criteria, put on a scale from 0 to 100; the highest comes first.",
    ),
    "empty_left_out": ("空行和空列不显示。", "Empty rows and columns are left out."),
    "raci_means": (
        "R 执行 · A 负责 · C 咨询 · I 知会",
        "R responsible · A accountable · C consulted · I informed",
    ),
    "crud_means": ("C 产生 · R 读取 · U 更新", "C created · R read · U updated"),
    # problems
    "all_fine": ("模型没有问题", "No problems in the model"),
    "all_fine_text": ("没有错误，也没有警告。", "No errors, no warnings."),
    "remedy": ("改法", "Remedy"),
    "rule": ("规则", "Rule"),
    "file": ("文件", "File"),
    "gap": ("缺口", "Gap"),
    "reason": ("理由", "Reason"),
    "figure": ("数值", "Figure"),
    "no_source": ("没有注明来源", "no source given"),
    "shown_first_rows": ("只列出前 1000 行。", "Only the first 1,000 rows are listed."),
    "shown_first": ("只列出前 500 个。", "Only the first 500 are listed."),
    "broken_title": ("模型现在读不出来", "The model cannot be read at the moment"),
    "broken_text": ("改好并保存后，本页会自动更新。", "Mend and save it, and this page renews itself."),
}


@cache
def words(language: Language) -> dict[str, str]:
    """The words of the pages in `language`."""
    return {key: said[0 if language == "zh" else 1] for key, said in (_SAID | TEMPLATES).items()}


def field_name(name: str, language: Language) -> str:
    """What a field of an element is called."""
    return FIELDS[name].in_(language)


def value_name(value: str, language: Language) -> str:
    """What one of the fixed words of the model (``increase``, ``as-is``) is called."""
    return VALUES.get(value, Text(plain=value)).in_(language)
