"""Citations of a registered figure that are not written as one, so that nothing would be compared."""

from collections.abc import Mapping
from itertools import islice
from typing import Final

from sevenstep.language import Text
from sevenstep.model.source import Source
from sevenstep.model.source_document import SourceDocument
from sevenstep.model.suggest import did_you_mean
from sevenstep.ruleset.evidence.citations import at_mark

_MOST_NAMED: Final = 3


def unread(source: Source, registered: Mapping[str, SourceDocument]) -> tuple[Text, Text] | None:
    """What is wrong with a citation by ``#``, and how it is written; None where nothing is.

    Of a document that is not registered another rule tells: its name may have a ``#``.
    """
    if not (source.document or "").strip():
        return None if source.figure is None else _without_document(source.figure, registered)
    before, mark, behind = at_mark(source.document or "")
    if mark and not before and registered:
        return _without_document(behind, registered)
    if before not in registered:
        return None
    figures = registered[before].figures
    if mark:
        # what was read as the page may be the figure behind a blank
        name = (source.page or "").split(" ")[0] if not behind else ""
        if name in figures:
            return _blank(f"{source.document} {name}", f"{before}#{name}")
        return _not_one(source, before, behind, figures)
    # of a document without figures, #4 is a place like any other
    _, mark, behind = at_mark(source.page or "")
    if mark and figures and (source.page or "").strip()[0] in "#＃":
        name = behind.split(" ")[0]
        return _blank(f"{before} {source.page}", f"{before}#{name}") if name else _not_one(source, before, "", figures)
    return None


def _without_document(figure: str, registered: Mapping[str, SourceDocument]) -> tuple[Text, Text]:
    holders = list(
        islice((f"{key}#{figure}" for key, document in registered.items() if figure in document.figures), _MOST_NAMED)
    )
    return (
        Text(zh=f"引用了登记的数“{figure}”，未写明哪份文件", en=f"The figure “{figure}” is cited without its document"),
        Text(
            zh=f"写成 {' 或 '.join(holders) or 'quarterly#booking-lead'}：文件的编号、#、数的编号",
            en=f"Write {' or '.join(holders) or 'quarterly#booking-lead'}: the id of the document, #, that of the "
            "figure",
        ),
    )


def _blank(written: str, meant: str) -> tuple[Text, Text]:
    return (
        Text(
            zh=f"“{written}”没有读成对登记的数的引用：# 前后不空格",
            en=f"“{written}” is not read as a cited figure: there must be no blank beside the #",
        ),
        Text(zh=f"写成 {meant}", en=f"Write {meant}"),
    )


def _not_one(source: Source, document: str, behind: str, figures: Mapping[str, object]) -> tuple[Text, Text]:
    first = at_mark(behind.lstrip("#＃"))[0] or source.figure or ""
    written = source.document if source.page is None else f"{source.document} {source.page}"
    problem = (
        Text(
            zh=f"“{written}”的 # 后面不是一个数的编号：一次只引用一个数",
            en=f"There is more than one name behind the # in “{written}”: a source cites one figure",
        )
        if behind
        else Text(zh=f"“{written}”的 # 后面没有数的编号", en=f"No name of a figure stands behind the # in “{written}”")
    )
    if first in figures:
        return problem, Text(zh=f"写成 {document}#{first}", en=f"Write {document}#{first}")
    return problem, did_you_mean(first, figures) or Text(
        zh=f"写成 {document}#数的编号，或只写 {document} 和页码",
        en=f"Write {document}# and the name of the figure, or cite {document} and the page alone",
    )
