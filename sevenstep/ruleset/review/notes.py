"""Notes of reviewers as messages quote them: who said what, about which element."""

from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.language import Text
from sevenstep.model.review import ReviewNote
from sevenstep.source.characters import brief

HOW_TO_SETTLE: Final = Text(
    zh="改好或答复后，在这条意见下写 settled: 处理结果",
    en="Change the model or answer, then write below the note: settled: how",
)
_LONGEST_NAME: Final = 40


def open_notes(chain: Chain, *stances: str) -> Iterator[ReviewNote]:
    return (note for note in chain.engagement.open_notes if note.stance in stances)


def author(note: ReviewNote) -> str:
    said = note.by.for_language("zh")
    return brief(said if len(said) <= _LONGEST_NAME else f"{said[:_LONGEST_NAME]}…")


def element_of(chain: Chain, note: ReviewNote) -> str:
    """The id of the element that the note is about; empty where it is about the whole, or about nothing any more."""
    return note.element if note.element in chain.elements else ""


def subject(chain: Chain, note: ReviewNote) -> Text | None:
    """What the note is about, by its title, with the version where it is another one than this; None where it is gone
    or cannot be read."""
    title, now = chain.engagement.title_of(note.element), chain.engagement.header.version
    if title is None:
        return None
    zh, en = f"“{brief(title.for_language('zh'))}”", f"“{brief(title.for_language('en'))}”"
    if note.version is None or note.version == now:
        return Text(zh=zh, en=en)
    version = brief(note.version)
    return Text(zh=f"{zh}（{version} 版）", en=f"{en} (version {version})")


def words_of(note: ReviewNote) -> Text:
    """What was said, behind a colon; nothing where no words were given."""
    if note.text is None:
        return Text(zh="", en="")
    words = (brief(" ".join(note.text.for_language(language).split())) for language in ("zh", "en"))
    zh, en = words
    return Text(zh=f"：{zh}", en=f": {en}")
