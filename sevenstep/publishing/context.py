"""What the pages of one language may see: computed once, never changed while they are written."""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from sevenstep.analysis.analyse import analysis_of
from sevenstep.analysis.results import Analysis
from sevenstep.chain.address import page_path
from sevenstep.chain.compare import Changes
from sevenstep.chain.coverage import Standing, StepCoverage, coverage, standings
from sevenstep.chain.graph import Chain
from sevenstep.checking.check import Accepted, Checked
from sevenstep.checking.model_state import ModelState, model_state
from sevenstep.checking.party_sheet import PartySheet, party_sheets
from sevenstep.checking.questions import Question, questions
from sevenstep.checking.step_progress import StepProgress, step_progress
from sevenstep.diagnostic import KeyPath, RuleInfo, Severity
from sevenstep.language import Language, Text
from sevenstep.method import stage
from sevenstep.model.choices import Edition
from sevenstep.model.element import Element
from sevenstep.model.header import Header
from sevenstep.model.kind import Kind, Where
from sevenstep.publishing.chapter_links import ChapterRef, chapter_refs, mentions
from sevenstep.publishing.problems import problems_of
from sevenstep.publishing.views import Figure, Html, Problem, Ref
from sevenstep.publishing.words.words import words
from sevenstep.source.places import locate

if TYPE_CHECKING:
    from sevenstep.model.chapters.chapter import Mark

ROOT: Final = "\ufdd3"
"""Stands for the site's root in HTML that goes into several pages: no text of a model holds it."""
_MENTION: Final = re.compile(r"\[\[([^\[\]|\r\n]{1,100})(?:\|([^\[\]\r\n]{1,200}))?\]\]")
KeyPlace = tuple[str, KeyPath]
"""A file, and the path of keys in it."""


@dataclass(frozen=True, slots=True)
class Context:
    """Everything that a page builder may read; no builder looks at files, clocks or other pages."""

    chain: Chain
    language: Language
    edition: Edition
    words: Mapping[str, str]
    refs: Mapping[str, Ref]
    standings: Mapping[str, Standing]
    coverage: tuple[StepCoverage, ...]
    progress: tuple[StepProgress, ...]
    state: ModelState
    lines: Mapping[KeyPlace, int]
    problems: tuple[Problem, ...]
    accepted: tuple[Accepted, ...]
    questions: tuple[Question, ...]
    parties: tuple[PartySheet, ...]
    rules: tuple[RuleInfo, ...]
    severities: Mapping[str, Severity]
    violations: Mapping[str, int]
    problems_on: Mapping[str, tuple[Problem, ...]]
    figures: Mapping[str, Figure]
    version_line: str
    analysis: Analysis
    changes: Changes | None
    chapters: tuple[ChapterRef, ...]
    mentions: Mapping[str, tuple[ChapterRef, ...]]
    errors: int
    warnings: int
    hints: int

    @property
    def header(self) -> Header:
        return self.chain.engagement.header

    @property
    def authors(self) -> bool:
        """Whether ids, codes of rules and places in files are shown: to the authors only."""
        return self.edition is Edition.AUTHORS

    def id_note(self, element: str) -> str:
        """The id of an element as a note beside its title, which readers do without."""
        return element if self.authors else ""

    def said(self, text: Text | None) -> str:
        """The text in the language of the pages, elements that it mentions by their titles; empty for none."""
        said = text.for_language(self.language) if text is not None else ""
        return _MENTION.sub(self._title, said) if "[[" in said else said

    def _title(self, mention: re.Match[str]) -> str:
        ref = self.refs.get(mention[1].strip())
        return (mention[2] or "").strip() or ref.title if ref is not None else mention[0]

    def line_of(self, element: str, path: KeyPath = ()) -> tuple[str, int | None]:
        """The file and line where the element begins, or where what is at the `path` of keys in it is written."""
        place = self.chain.engagement.places[element]
        known = (self.lines.get((place.file, (*place.path, *path[:length]))) for length in range(len(path), -1, -1))
        return place.file, next((line for line in known if line), None)

    def refs_of(self, ids: Iterable[str]) -> tuple[Ref, ...]:
        """The elements with these ids as links; ids that name nothing are left out."""
        return tuple(self.refs[key] for key in ids if key in self.refs)

    def figures_of(self, names: Iterable[str]) -> tuple[Figure, ...]:
        """The pictures of these names, as far as there are any."""
        return tuple(self.figures[name] for name in names if name in self.figures)


def page_url(element: Element) -> str:
    """The address of the element's page from the site's root; what has none is a row of its flow's."""
    if not element.KIND.is_shown(Where.PAGE):
        flow, _, node = element.id.rpartition("/")
        return f"flows/{quote(_flow_page(element, flow))}.html#step-{quote(node)}"
    return f"{quote(page_path(element))}.html"


def list_url(kind: Kind) -> str:
    """Where all elements of a kind are listed: on the page of its step, or of the frame around the steps."""
    return f"{stage(kind.step).stem}.html#{kind.section}"


def _flow_page(node: Element, flow: str) -> str:
    """The name of the flow's page, made by the one function that makes paths."""
    folder = page_path(node).removeprefix(f"{node.KIND.section}/")
    return folder.rpartition("/")[0] or flow


def make_context(
    checked: Checked,
    language: Language,
    figures: Mapping[str, Figure],
    changes: Changes | None = None,
    edition: Edition | None = None,
) -> Context:
    """The context of the pages in `language`; `changes` are those since the last version.

    Where no `edition` is named, it is the one that the engagement chooses.
    """
    chain = checked.chain
    refs = {key: _ref(element, language) for key, element in chain.elements.items()}
    chapters = chapter_refs(chain.engagement, language)
    analysis, asked = analysis_of(chain), tuple(questions(checked))
    problems = problems_of(checked, refs, language)
    return Context(
        chain=chain,
        language=language,
        edition=edition or chain.engagement.header.settings.edition,
        words=words(language),
        refs=refs,
        standings=standings(chain),
        coverage=coverage(chain),
        progress=step_progress(checked),
        state=model_state(checked),
        lines=_lines(checked),
        problems=problems,
        accepted=checked.accepted,
        questions=asked,
        parties=party_sheets(chain, analysis, asked),
        rules=checked.rules,
        severities={info.code: checked.selection.severity(info) for info in checked.rules},
        violations=Counter(diagnostic.rule.code for diagnostic in checked.found),
        problems_on=_by_element(problems),
        figures=figures,
        version_line=_version_line(checked, language),
        analysis=analysis,
        changes=changes,
        chapters=chapters,
        mentions=mentions(chapters, language),
        errors=checked.errors,
        warnings=checked.warnings,
        hints=checked.count(Severity.HINT),
    )


def _version_line(checked: Checked, language: Language) -> str:
    """Which version of the model the pages show, and when they were built from what."""
    engagement = checked.chain.engagement
    content = hashlib.sha256()
    for document in sorted(checked.documents, key=lambda document: document.name):
        content.update(f"{document.name}\0{document.text}\0".encode())
    return words(language)["edition"].format(
        version=engagement.header.version or engagement.header.date or "–",
        print=content.hexdigest()[:10],
        day=engagement.today.isoformat(),
        tool=_tool(),
    )


def _tool() -> str:
    """The version of this toolkit, where it is installed."""
    try:
        return version("sevenstep")
    except PackageNotFoundError:
        return ""


def _ref(element: Element, language: Language) -> Ref:
    kind = element.KIND
    return Ref(
        id=element.id,
        title=element.title.for_language(language),
        kind=kind.name,
        kind_title=kind.title.for_language(language),
        step=kind.step,
        url=page_url(element),
        lang=other(language) if element.title.lacks(language) else "",
    )


def other(language: Language) -> Language:
    """The other of the two languages."""
    return "en" if language == "zh" else "zh"


def _by_element(problems: Iterable[Problem]) -> dict[str, tuple[Problem, ...]]:
    found: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        if problem.element is not None:
            found[problem.element.id].append(problem)
    return {key: tuple(listed) for key, listed in found.items()}


def _lines(checked: Checked) -> dict[KeyPlace, int]:
    """The line on which each element begins. Every file is looked through once."""
    places = checked.chain.engagement.places
    by_file: dict[str, set[KeyPath]] = defaultdict(set)
    for place in places.values():
        by_file[place.file].add(place.path)
    lines: dict[KeyPlace, int] = {}
    for document in checked.documents:
        for path, spans in locate(document.text, by_file.get(document.name, ())).items():
            lines[document.name, path] = (spans.key or spans.value).line
    return lines


def prose(context: Context, text: Text | None) -> Html | None:
    """A description as cleaned HTML, in the language of the pages; marked where it is only there in the other.

    Elements that it mentions are links, which begin with ROOT: what is written knows nothing of its page.
    """
    from sevenstep.publishing.markdown import to_pieces

    if text is None:
        return None
    pieces = to_pieces(text.for_language(context.language))
    written = Html("".join(piece if isinstance(piece, Html) else _mention(context, piece) for piece in pieces))
    is_foreign = text.lacks(context.language) and written
    return Html(f'<div lang="{other(context.language)}">{written}</div>') if is_foreign else written


def _mention(context: Context, mark: "Mark") -> str:
    ref = context.refs.get(mark.name) if mark.kind == "link" else None
    if ref is None:
        return escape(mark.plain)
    lang = f' lang="{ref.lang}"' if ref.lang and not mark.words else ""
    title = escape(f"{ref.kind_title} · {ref.title}")
    words = escape(mark.words or ref.title)
    return f'<a class="ss-mention ss-step{ref.step}" href="{ROOT}{escape(ref.url)}" title="{title}"{lang}>{words}</a>'
