"""Review notes for people: what an import did, and what is open."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from rich.text import Text as Styled

from sevenstep.language import Language, Text
from sevenstep.model.choices import Stance
from sevenstep.model.engagement import Engagement
from sevenstep.model.review import ReviewNote
from sevenstep.report.terminal import shown

if TYPE_CHECKING:
    from sevenstep.review.merge import NewNote

_MOST: Final = 20


def added(
    notes: "tuple[NewNote, ...]", known: int, file: str, language: Language, *, written: bool = True
) -> Iterator[Styled]:
    """How many notes came, of whom, and where they stand; what would come, where nothing is written."""
    people = dict.fromkeys(note.comment.by for note in notes)
    names = shown(("、" if language == "zh" else ", ").join(list(people)[:_MOST]))
    if notes and not written:
        said = Text(zh=f"会导入 {len(notes)} 条意见（{names}）", en=f"{len(notes)} would be imported ({names})")
    elif notes:
        said = Text(
            zh=f"导入 {len(notes)} 条意见（{names}），写在 {file}",
            en=f"{len(notes)} comment{'s' if len(notes) > 1 else ''} imported ({names}), written to {file}",
        )
    else:
        said = Text(zh="没有新的意见", en="No new comments")
    yield Styled(said.for_language(language), "bold green")
    if known:
        yield Styled(
            Text(zh=f"  {known} 条以前导入过，没有重复", en=f"  {known} had been imported before").for_language(
                language
            ),
            "dim",
        )


def apart(missing: "tuple[NewNote, ...]", other_version: "tuple[NewNote, ...]", language: Language) -> Iterator[Styled]:
    """Of the new notes, those on elements that are gone, and those about another version."""
    if missing:
        ids = shown(", ".join(list(dict.fromkeys(note.comment.element for note in missing))[:_MOST]))
        said = Text(
            zh=f"  {len(missing)} 条说的要素模型里没有：{ids}（照样保留，check 会提醒）",
            en=f"  {len(missing)} on elements that are not in the model: {ids} (kept; check reports them)",
        )
        yield Styled(said.for_language(language), "yellow")
    if other_version:
        versions = shown(", ".join(sorted({note.comment.version or "–" for note in other_version})[:_MOST]))
        said = Text(
            zh=f"  {len(other_version)} 条针对的是别的版本：{versions}（照样保留，并注明版本）",
            en=f"  {len(other_version)} about another version: {versions} (kept, with the version)",
        )
        yield Styled(said.for_language(language), "yellow")


def listed(engagement: Engagement, language: Language, *, every: bool) -> Iterator[Styled]:
    """The notes by element; with `every`, agreements and settled ones too."""
    notes = engagement.live_notes.values()
    is_open = engagement.open_notes
    wanted = sorted(notes if every else is_open, key=lambda note: (note.element, note.when or "", note.id))
    before = ""
    for note in wanted:
        if note.element != before:
            before = note.element
            yield Styled(f"{shown(before)}  {shown(_title(engagement, note, language))}", "bold")
        yield from _note(note, language)
    counted = Text(zh=f"{len(is_open)} 条意见未处理", en=f"{len(is_open)} open")
    yield Styled(counted.for_language(language), "bold")


def _title(engagement: Engagement, note: ReviewNote, language: Language) -> str:
    title = engagement.title_of(note.element)
    if title is not None:
        return title.for_language(language)
    gone = Text(zh="（模型里没有）", en="(not in the model)").for_language(language)
    return f"{note.title.for_language(language)} {gone}" if note.title is not None else gone


def _held(stance: Stance) -> Text:
    """What the reviewer does."""
    return stance.label.inserted_into(zh="{}", en="{}s")


def _note(note: ReviewNote, language: Language) -> Iterator[Styled]:
    facts = (
        note.by.for_language(language),
        _held(note.stance).for_language(language),
        (note.when or "")[:10],
        note.version or "",
    )
    style = {Stance.OBJECT: "red", Stance.AGREE: "green"}.get(note.stance, "")
    yield Styled(f"  {shown(' · '.join(fact for fact in facts if fact))}  [{note.id}]", style)
    for line in note.text.for_language(language).splitlines() if note.text is not None else ():
        yield Styled(f"    {shown(line)}")
    if note.settled is not None:
        how = note.settled.how.for_language(language) if note.settled.how is not None else ""
        yield Styled(f"    ✓ {shown(' '.join(how.split()))}", "dim")
