"""One file laid out in one way, and the proof that it says the same."""

from collections import Counter
from typing import Final

from sevenstep.authoring.tidying.layout import Layout
from sevenstep.authoring.tidying.tree import NotTidy, tree
from sevenstep.model.folding import unfolded
from sevenstep.source.comments import comments
from sevenstep.source.document import Document, Plain
from sevenstep.source.files import HEADER_FILE, SourceFile
from sevenstep.source.lines import LINE_END
from sevenstep.source.reader import read

_ROUNDS: Final = 3


def tidied(document: Document) -> str | None:
    """The text laid out; None where the file cannot be read whole, or would not say the same.

    Laid out again it stays as it is.
    """
    if document.data is None and document.complete and not document.diagnostics:
        return document.text
    if document.diagnostics or not document.complete or document.fixes:
        return None
    newline = found[0] if (found := LINE_END.search(document.text)) else "\n"
    text = LINE_END.sub("\n", document.text)
    before = read(SourceFile(document.name, text))
    for _ in range(_ROUNDS):
        try:
            anew = _laid_out(text, document.name == HEADER_FILE)
        except NotTidy:
            return None
        if anew == text:
            return text.replace("\n", newline) if newline != "\n" else text
        after = read(SourceFile(document.name, anew))
        if after.diagnostics or not _same(before.data, after.data) or _remarks(text) != _remarks(anew):
            return None
        text = anew
    return None


def _laid_out(text: str, is_header: bool) -> str:
    lines = list(Layout(text, is_header).lines(tree(text)))
    while lines and not lines[-1]:
        lines.pop()
    return "\n".join(lines) + "\n"


def _remarks(text: str) -> Counter[str]:
    return Counter(comment.said for comment in comments(text))


def _same(value: Plain, other: Plain) -> bool:
    """Whether two documents say the same in another order of fields; a folded text may be folded elsewhere."""
    waiting = [(value, other)]
    while waiting:
        one, two = waiting.pop()
        if isinstance(one, dict) and isinstance(two, dict):
            if one.keys() != two.keys():
                return False
            waiting += [(one[key], two[key]) for key in one]
        elif isinstance(one, list) and isinstance(two, list):
            if len(one) != len(two):
                return False
            waiting += zip(one, two, strict=True)
        elif isinstance(one, str) and isinstance(two, str):
            if one != two and unfolded(one) != unfolded(two):
                return False
        elif one != two:
            return False
    return True
