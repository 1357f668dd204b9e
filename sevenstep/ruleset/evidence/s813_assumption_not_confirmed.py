from collections import defaultdict
from collections.abc import Iterator

from sevenstep.chain.acceptance import acceptance
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import KeyPath, Severity
from sevenstep.language import Language, Text
from sevenstep.model.element import Element
from sevenstep.ruleset.evidence.citations import elements_resting_on
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S813",
    "assumption-not-confirmed",
    Severity.QUESTION,
    title=Text(zh="假设要有人确认", en="An assumption is confirmed"),
    reason=Text(
        zh="没有确认的假设会一路算进结论。",
        en="What nobody confirmed is carried on into every result.",
    ),
    decision=Text(
        zh="决定由它算出的结果能不能采用。",
        en="It decides whether what is computed from it can be relied on.",
    ),
)
def assumption_not_confirmed(chain: Chain) -> Iterator[Violation]:
    alike: dict[Text | str, list[tuple[Element, KeyPath, tuple[tuple[str, KeyPath], ...]]]] = defaultdict(list)
    notes: dict[Text | str, Text | None] = {}
    for element, first, source, also in elements_resting_on(chain, lambda source: source.is_assumption):
        accepted = acceptance(chain, element.id, "S813", "assumption-not-confirmed")
        key = element.id if accepted or source.note is None else source.note
        notes[key] = source.note
        alike[key].append((element, first, also))
    for key, found in alike.items():
        (element, first, also), *others = found
        because = notes[key]
        owners = [chain.targets(element.id, "owner") for element, _, _ in found]
        yield Violation(
            element.id,
            Text(
                zh=f"“{element.title.for_language('zh')}”{f'等 {len(found)} 个要素' if others else ''}依据的是假设"
                f"{_because(because, 'zh')}，谁能确认？",
                en=f"“{element.title.for_language('en')}”{f' (and {len(others)} more) rest' if others else ' rests'} "
                f"on an assumption{_because(because, 'en')}. Who can confirm it?",
            ),
            Text(
                zh="有人确认后，把 source 改成 {interview: 谁, date: 何时}，或写文件和页码",
                en="Once confirmed, change source to {interview: who, date: when}, or to a document and page",
            ),
            first,
            also=(*also, *(place for other, path, more in others for place in ((other.id, path), *more))),
            ask=tuple(dict.fromkeys(owner.id for those in owners for owner in those)) if all(owners) else (),
        )


def _because(note: Text | None, language: Language) -> str:
    if note is None:
        return ""
    said = note.for_language(language)
    said = said if len(said) <= 80 else said[:80] + "…"
    return f"（{said}）" if language == "zh" else f" ({said})"
