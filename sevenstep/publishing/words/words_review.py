"""Every word about reviewers' comments: the script's (by their names here) and the templates' (``w.review_…``)."""

from typing import Final

from sevenstep.model.choices import Stance
from sevenstep.review.comments import MAX_COMMENTS

SCRIPT: Final[dict[str, tuple[str, str]]] = {
    **{
        str(stance): (stance.label.for_language("zh"), stance.label.for_language("en").capitalize())
        for stance in Stance
    },
    "what": ("您的看法", "What you think"),
    "whole": ("对整个分析：", "On the analysis as a whole:"),
    "write": ("写评审意见", "Review this"),
    "mine": ("我的评审：{stance}", "My review: {stance}"),
    "text_optional": ("补充说明（可不填）", "Anything to add (optional)"),
    "text_object": ("何处不妥，应如何修改？", "What is wrong, and what should it be?"),
    "text_comment": ("您的意见", "Your comment"),
    "name": ("您的姓名（只问一次）", "Your name (asked once)"),
    "as": ("署名：{name}", "Signed: {name}"),
    "rename": ("更换署名", "change"),
    "save": ("保存", "Save"),
    "cancel": ("取消", "Cancel"),
    "edit": ("修改", "Edit"),
    "delete": ("删除", "Delete"),
    "undo": ("撤销", "Undo"),
    "deleted": ("已删除。", "Deleted."),
    "restored": ("已恢复。", "Restored."),
    "saved": ("已保存在这台设备的浏览器里。", "Saved in this browser."),
    "not_kept": (
        "浏览器不允许保存：离开本页前请下载或复制。",
        "The browser refuses to keep it: download or copy it before you leave this page.",
    ),
    "refused": (
        "该浏览器不允许网页保存内容：离开本页前，请把意见下载或复制下来。",
        "This browser lets no page keep anything: download or copy your comments before you leave this page.",
    ),
    "need_text": ("请写一句说明。", "Please say it in a few words."),
    "need_name": ("请写上您的姓名。", "Please give your name."),
    "too_many": (
        f"意见已满 {MAX_COMMENTS} 条，请先下载并删除一些。",
        f"There are {MAX_COMMENTS:,} comments: download them and delete some.",
    ),
    "stays_here": (
        "意见只存在这台设备上，下载后发给分析师。",
        "Comments stay on this device until you download them and send the file.",
    ),
    "all_mine": ("我的全部意见（{count}）", "All my comments ({count})"),
    "download": ("下载", "Download"),
    "download_all": ("下载意见文件（{count} 条）", "Download the file ({count})"),
    "downloaded": (
        "已下载 {file}，请把它发给分析师。",
        "Downloaded {file}. Please send it to the analysts.",
    ),
    "open_file": ("导入意见文件", "Open a file of comments"),
    "taken": ("已导入 {count} 条新意见。", "New comments from the file: {count}."),
    "unreadable": ("无法读取：这不是评审意见文件。", "This cannot be read: it is not a file of review comments."),
    "other_engagement": (
        "这个文件里的意见说的是另一个项目。",
        "The comments in this file are about another engagement.",
    ),
    "copy": ("复制为文字", "Copy as text"),
    "copied": ("已复制，可以粘贴到邮件里。", "Copied: paste it into a message."),
    "copy_by_hand": ("请按 Ctrl+C 复制选中的文字。", "Press Ctrl+C to copy the selected text."),
    "none": (
        "您尚未提出意见。在任何要素的页面上也可以点“同意”“有异议”或“意见”。",
        "Nothing yet. You can agree, object or comment on the page of any element, too.",
    ),
    "file_hint": (
        "有的浏览器（如 Firefox）打开本地文件时各页分开保存，请在写意见的那一页下载。",
        "Some browsers (such as Firefox) keep each local page apart: there, download on the page where you wrote.",
    ),
    "not_sent": ("尚未下载。", "Not downloaded yet."),
    "fresh": ("{day} 下载之后又有 {count} 条。", "{count} since the download of {day}."),
    "sent": ("{day} 已全部下载。", "All downloaded on {day}."),
    "received": ("已收入模型", "received"),
    "version": ("针对 {version} 版", "on version {version}"),
}

TEMPLATES: Final[dict[str, tuple[str, str]]] = {
    "review": ("评审意见", "Review"),
    "review_about": (
        "在任何要素的页面上，或在这里对整个分析，都可以表示同意、提出异议或写意见。意见先存在您的浏览器里；"
        "下载成一个文件发给分析师，"
        "就会进入模型，直到处理完毕。",
        "On the page of any element, and here on the whole, you can agree, object or comment. What you write stays in "
        "your browser; download it as one file and send it to the analysts, who track it in the model until it is "
        "settled.",
    ),
    "review_mine": ("我的意见", "My comments"),
    "review_needs_script": (
        "写意见需要浏览器允许 JavaScript；也可以直接写信给分析师，注明要素的编号。",
        "To comment here, allow JavaScript; or write to the analysts and name the element by its id.",
    ),
    "review_open": ("未处理意见", "Open notes"),
    "review_settled": ("处理过的意见", "Settled notes"),
    "review_agreed": ("表示同意", "Agreements"),
    "review_no_notes": ("模型里尚未收到意见。", "No notes have reached the model yet."),
    "review_settled_word": ("已处理", "settled"),
    "review_version": ("针对版本", "on version"),
    "review_gone": ("模型里已没有这个要素", "no longer in the model"),
    "review_count": ("未处理意见", "open notes"),
}
