"""What the reports of an analysis are made from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from rich.text import Text as Styled

from sevenstep.analysis.conclusions.conclusion import Conclusion
from sevenstep.analysis.results import Analysis
from sevenstep.chain.graph import Chain
from sevenstep.language import Language, Text
from sevenstep.model.choices import Variant
from sevenstep.model.step7_flows import Flow
from sevenstep.report.table import cut
from sevenstep.report.terminal import shown

SECTION: Final = "bold cyan"
"""The style of headings."""

PARTLY: Final = Text(zh="不全", en="incomplete")
"""How a value was found that leaves something out."""


def more(left: int, language: Language) -> Iterator[Styled]:
    """The line that says how many entries of a list were left out; none where none were."""
    if left > 0:
        yield Styled(
            Text(zh=f"  ……另有 {left} 条（--all）", en=f"  … and {left} more (--all)").for_language(language), "dim"
        )


def sentences(found: Conclusion, language: Language, limit: int | None, indent: str = "  ") -> Iterator[Styled]:
    """What something comes to, a sentence a line."""
    for said in found.sentences[:limit]:
        yield Styled(f"{indent}{shown(said.for_language(language))}")
    yield from more(len(found.sentences) - limit if limit is not None else 0, language)


@dataclass(frozen=True, slots=True)
class AnalysisReport:
    """A finished analysis with the model it is of, where its random numbers began, how many cases were asked for, and
    how many errors the model has."""

    analysis: Analysis
    chain: Chain
    seed: int
    cases: int
    errors: int
    version: str

    def title(self, element: str, language: Language) -> str:
        """What an element is called; its id where it has no title."""
        found = self.chain.elements.get(element)
        return shown(found.title.for_language(language)) if found is not None else element

    def named(self, element: str, language: Language, width: int = 60) -> str:
        """Title and id, the title cut to what is left of `width` cells."""
        title = self.title(element, language)
        return element if title == element else f"{cut(title, max(8, width - len(element) - 3))} ({element})"

    def all_named(self, elements: Iterable[str], language: Language) -> str:
        """Several elements as an enumeration."""
        return ("、" if language == "zh" else ", ").join(self.named(element, language) for element in elements)

    def flow(self, element: str) -> Flow | None:
        """The flow with that id, where there is one."""
        found = self.chain.elements.get(element)
        return found if isinstance(found, Flow) else None

    def variant(self, flow: str) -> Variant | None:
        """Whether the flow with that id is that of today or that of the design."""
        found = self.flow(flow)
        return found.variant if found is not None else None
