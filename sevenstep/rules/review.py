"""Rules on what reviewers said: every word of theirs is answered, and the answer is written down."""

from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.review import ReviewNote
from sevenstep.rules.rule import Breach, rule
from sevenstep.source.characters import brief

_SETTLE: Final = Text(
    zh="改好或答复后，在这条意见下写 settled: 怎样处理的",
    en="Change the model or answer, then write below the note: settled: how",
)
_LONGEST_NAME: Final = 40


@rule(
    "S841",
    "open-objection",
    Severity.WARNING,
    literal=True,
    title=Text(zh="评审人的异议已经处理", en="What reviewers object to is settled"),
    reason=Text(
        zh="评审人不同意的地方没有答复，模型就没有真正通过评审。",
        en="As long as an objection has no answer, the model has not passed its review.",
    ),
    bad="""
    goals:
      G1: {title: Faster clearance, horizon: 2027}
    reviews:
      c1: {element: G1, stance: object, by: 张三, when: 2026-11-23, text: 2027 is too late}
    """,
    good="""
    goals:
      G1: {title: Faster clearance, horizon: 2026}
    reviews:
      c1:
        element: G1
        stance: object
        by: 张三
        when: 2026-11-23
        text: 2027 is too late
        settled: {by: 李四, how: The horizon is 2026 now}
    """,
)
def open_objection(chain: Chain) -> Iterator[Breach]:
    for note in _open(chain, "object"):
        if (about := _about(chain, note)) is not None:
            who, said = _who(note), _said(note)
            yield Breach(
                _element(chain, note),
                Text(
                    zh=f"{who}对{about.in_('zh')}有异议{said.in_('zh')}",
                    en=f"{who} objects to {about.in_('en')}{said.in_('en')}",
                ),
                _SETTLE,
                note=note.id,
            )


@rule(
    "S842",
    "open-comment",
    Severity.HINT,
    literal=True,
    title=Text(zh="评审人的意见已经处理", en="What reviewers remark is settled"),
    reason=Text(
        zh="提意见的人要看到意见有了下文。",
        en="Who takes the trouble to comment wants to see what became of it.",
    ),
    bad="""
    goals:
      G1: {title: Faster clearance, horizon: 2027}
    reviews:
      c1: {element: G1, stance: comment, by: 张三, when: 2026-11-23, text: Faster than what?}
    """,
    good="""
    goals:
      G1: {title: Faster clearance, horizon: 2027}
    reviews:
      c1: {element: G1, stance: comment, by: 张三, text: Faster than what?, settled: Said in the description now}
      c2: {element: G1, stance: agree, by: 王五}
    """,
)
def open_comment(chain: Chain) -> Iterator[Breach]:
    for note in _open(chain, "comment"):
        if (about := _about(chain, note)) is not None:
            said = _said(note)
            yield Breach(
                _element(chain, note),
                Text(
                    zh=f"{_who(note)}对{about.in_('zh')}有意见{said.in_('zh')}",
                    en=f"{_who(note)} comments on {about.in_('en')}{said.in_('en')}",
                ),
                _SETTLE,
                note=note.id,
            )


@rule(
    "S843",
    "note-on-missing-element",
    Severity.WARNING,
    literal=True,
    title=Text(zh="评审意见所说的要素还在", en="The element of a review note is there"),
    reason=Text(
        zh="要素删了或改了编号，对它的意见就没有人再看到。",
        en="When an element goes or changes its id, what was said of it is seen by nobody.",
    ),
    bad="""
    goals:
      G2: {title: Faster clearance, horizon: 2027}
    reviews:
      c1: {element: G1, title: Faster clearance, stance: object, by: 张三, text: 2027 is too late}
    """,
    good="""
    goals:
      G2: {title: Faster clearance, horizon: 2027}
    reviews:
      c1: {element: G1, stance: object, by: 张三, text: Drop it, settled: Dropped}
    """,
)
def note_on_missing_element(chain: Chain) -> Iterator[Breach]:
    engagement = chain.engagement
    if not engagement.complete:
        return  # what cannot be read may well hold what is missing
    for note in _open(chain, "object", "comment"):
        if not engagement.is_known(note.element):
            name = brief(note.element)
            yield Breach(
                "",
                Text(
                    zh=f"{_who(note)}的意见说的是“{name}”，模型里没有这个要素",
                    en=f"The note of {_who(note)} is about “{name}”, and there is no such element",
                ),
                Text(
                    zh="编号改了就改 element；要素删了就写 settled: 说明去向",
                    en="Where the id has changed, change element; where the element has gone, write settled: why",
                ),
                path=("element",),
                note=note.id,
            )


@rule(
    "S844",
    "settled-without-how",
    Severity.HINT,
    literal=True,
    title=Text(zh="处理了的意见写明怎样处理", en="A settled note says how"),
    reason=Text(
        zh="下次评审时，提意见的人会问：改了什么，或者为什么不改？",
        en="At the next review the person will ask what was changed, or why nothing was.",
    ),
    bad="""
    goals:
      G1: {title: Faster clearance, horizon: 2027}
    reviews:
      c1: {element: G1, stance: object, by: 张三, text: 2027 is too late, settled: {by: 李四}}
    """,
    good="""
    goals:
      G1: {title: Faster clearance, horizon: 2027}
    reviews:
      c1: {element: G1, stance: object, by: 张三, text: Too late, settled: The law sets 2027}
    """,
)
def settled_without_how(chain: Chain) -> Iterator[Breach]:
    for note in chain.engagement.live_notes.values():
        if note.settled is not None and note.settled.how is None and note.stance != "agree":
            yield Breach(
                _element(chain, note),
                Text(
                    zh=f"{_who(note)}的意见标为已处理，没有写怎样处理",
                    en=f"The note of {_who(note)} is settled, but does not say how",
                ),
                Text(
                    zh="写成 settled: 改了什么，或为什么不改",
                    en="Write settled: what was changed, or why nothing was",
                ),
                path=("settled",),
                on_key=True,
                note=note.id,
            )


RULES: Final = (open_objection, open_comment, note_on_missing_element, settled_without_how)


def _open(chain: Chain, *stances: str) -> Iterator[ReviewNote]:
    return (note for note in chain.engagement.open_notes if note.stance in stances)


def _who(note: ReviewNote) -> str:
    said = note.by.in_("zh")
    return brief(said if len(said) <= _LONGEST_NAME else f"{said[:_LONGEST_NAME]}…")


def _element(chain: Chain, note: ReviewNote) -> str:
    """The id of the element that the note is about; empty where it is about the whole, or about nothing any more."""
    return note.element if note.element in chain.elements else ""


def _about(chain: Chain, note: ReviewNote) -> Text | None:
    """What the note is about, by its title, with the version where it is another one than this; None where it is gone
    or cannot be read."""
    title, now = chain.engagement.title_of(note.element), chain.engagement.header.version
    if title is None:
        return None
    zh, en = f"“{brief(title.in_('zh'))}”", f"“{brief(title.in_('en'))}”"
    if note.version is None or note.version == now:
        return Text(zh=zh, en=en)
    version = brief(note.version)
    return Text(zh=f"{zh}（{version} 版）", en=f"{en} (version {version})")


def _said(note: ReviewNote) -> Text:
    """What was said, behind a colon; nothing where no words were given."""
    if note.text is None:
        return Text(zh="", en="")
    words = (brief(" ".join(note.text.in_(language).split())) for language in ("zh", "en"))
    zh, en = words
    return Text(zh=f"：{zh}", en=f": {en}")
