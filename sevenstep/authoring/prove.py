"""Whether a proposed change leaves the engagement as good as it was: nothing new that is wrong, nothing lost."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import replace
from typing import Final

from sevenstep.authoring.opened import Opened
from sevenstep.authoring.proposal import Proposal
from sevenstep.checking.check import Checked
from sevenstep.checking.fingerprint import fingerprints
from sevenstep.diagnostic import Diagnostic, Severity
from sevenstep.failure import Failure
from sevenstep.language import LANGUAGES, Language, Text
from sevenstep.model.engagement import Engagement
from sevenstep.source.places import Located

_BAD: Final = frozenset({Severity.ERROR, Severity.WARNING})
_MOST_TOLD: Final = 5


class WouldBeWorse(Failure):
    """What was asked for would do harm: `worse` are the errors and warnings that there would be besides."""

    def __init__(self, message: Text, remedy: Text | None = None, worse: tuple[Located, ...] = ()) -> None:
        super().__init__(message, remedy)
        self.worse = worse


def proved(
    here: Opened,
    proposal: Proposal,
    *,
    gone: Set[str] = frozenset(),
    renamed: Mapping[str, str] | None = None,
    unfinished: Set[str] = frozenset(),
) -> Checked:
    """The engagement as the proposal would make it, checked in memory.

    Raises WouldBeWorse where there would be an error or a warning that there is not now, or where anything would be
    lost but the elements that are meant to be `gone`, or `renamed` (from old ids to new ones). Of elements that are
    `unfinished`, new ones, warnings tell what is still to be written.
    """
    after = here.with_texts(proposal.texts)
    if lost := list(_lost(here.checked.chain.engagement, after.chain.engagement, gone, renamed or {})):
        raise _loses(lost)
    worse = _worse(here.checked, after, by_rule=bool(renamed))
    if worse_now := [diagnostic for diagnostic in worse if not is_unfinished(diagnostic, unfinished)]:
        raise _is_worse(after.located(worse_now))
    return after


def is_unfinished(diagnostic: Diagnostic, new: Set[str]) -> bool:
    """Whether a warning is about one of the new elements, or names it: it tells what is to be written next."""
    if diagnostic.severity is not Severity.WARNING:
        return False
    said = diagnostic.message.for_language("zh")
    return any(
        diagnostic.element == element or diagnostic.element.startswith(f"{element}/") or f"“{element}”" in said
        for element in new
    )


def _lost(before: Engagement, after: Engagement, gone: Set[str], renamed: Mapping[str, str]) -> Iterator[str]:
    """What is there before and not afterwards."""
    there = {*after.elements, *after.broken}
    for element in (*before.elements, *before.broken):
        if element not in gone and renamed.get(element, element) not in there:
            yield element
    yield from (note for note in before.notes if note not in after.notes)
    chapters = {chapter.file for chapter in after.chapters}
    yield from (chapter.file for chapter in before.chapters if chapter.file not in chapters)


def _worse(before: Checked, after: Checked, *, by_rule: bool) -> Iterator[Diagnostic]:
    """The errors and warnings that there are only afterwards; where ids change, so do all words: rules are counted."""
    known = Counter(_marks(before.found, by_rule=by_rule))
    bad = [diagnostic for diagnostic in after.found if diagnostic.severity in _BAD]
    for diagnostic, mark in zip(bad, _marks(after.found, by_rule=by_rule), strict=True):
        if known[mark]:
            known[mark] -= 1
        else:
            yield diagnostic


def _marks(found: Iterable[Diagnostic], *, by_rule: bool) -> list[str]:
    """What each is told by; not by its file, for what stands in another one is no new problem."""
    bad = [replace(each, place=replace(each.place, file="")) for each in found if each.severity in _BAD]
    return [f"{each.rule.code} {each.severity}" for each in bad] if by_rule else fingerprints(bad)


def _loses(lost: list[str]) -> WouldBeWorse:
    named, left = lost[:_MOST_TOLD], len(lost) - _MOST_TOLD
    return WouldBeWorse(
        Text(
            zh=f"没有写入：这样改会丢掉 {'、'.join(named)}{f' 等 {len(lost)} 处' if left > 0 else ''}",
            en=f"Nothing was written: this would lose {', '.join(named)}{f' and {left} more' if left > 0 else ''}",
        )
    )


def _is_worse(worse: tuple[Located, ...]) -> WouldBeWorse:
    listed = {language: [_line(each, language) for each in worse[:_MOST_TOLD]] for language in LANGUAGES}
    if (left := len(worse) - _MOST_TOLD) > 0:
        listed["zh"].append(f"另有 {left} 处")
        listed["en"].append(f"and {left} more")
    return WouldBeWorse(
        Text(
            zh="\n  ".join(("没有写入：这样改会带来新问题", *listed["zh"])),
            en="\n  ".join(("Nothing was written: it would make the model worse", *listed["en"])),
        ),
        next((each.diagnostic.remedy for each in worse if each.diagnostic.remedy is not None), None),
        worse,
    )


def _line(each: Located, language: Language) -> str:
    found = each.diagnostic
    where = f"{found.place.file}:{each.span.line}" if each.span is not None else found.place.file
    return f"{where} {found.rule.code} {found.message.for_language(language)}"
