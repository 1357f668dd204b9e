"""Every sentence of every conclusion of both models, in both languages: read the diff as a reviewer would."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sevenstep.analysis.analyse import analysis_of
from sevenstep.analysis.conclusions.conclusion import Figure
from sevenstep.analysis.conclusions.findings import findings_conclusion
from sevenstep.analysis.conclusions.of_element import conclusion_of
from sevenstep.analysis.conclusions.outlook import outlook_conclusion
from sevenstep.analysis.conclusions.priorities import priorities_conclusion
from sevenstep.chain.graph import Chain
from sevenstep.checking.load import load_and_check
from sevenstep.language import LANGUAGES, Language

MODELS = Path(__file__).parents[3] / "models"
GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("model", ["western-corridor", "compute-network"])
def test_sentences_of_the_models(model: str, golden) -> None:
    chain = load_and_check(MODELS / model).chain
    assert chain is not None
    for language in LANGUAGES:
        golden(GOLDEN / f"{model}.{language}.txt", "\n".join(told(chain, language)) + "\n")


def told(chain: Chain, language: Language) -> Iterator[str]:
    """What is said of the whole, and of each element that comes to anything, by step, kind and id."""
    analysis = analysis_of(chain)
    for conclude in (outlook_conclusion, findings_conclusion, priorities_conclusion):
        yield f"# {conclude.__name__.removesuffix('_conclusion')}"
        yield from (sentence.for_language(language) for sentence in conclude(chain, analysis).sentences)
        yield ""
    order = sorted(chain.elements.values(), key=lambda element: (element.KIND.step, element.KIND.name, element.id))
    for element in order:
        conclusion = conclusion_of(chain, analysis, element)
        if conclusion is None:
            continue
        yield f"## {element.KIND.title.for_language(language)} · {element.title.for_language(language)}"
        yield from (sentence.for_language(language) for sentence in conclusion.sentences)
        yield from (figure_told(figure, language) for figure in conclusion.figures)
        yield ""


def figure_told(figure: Figure, language: Language) -> str:
    parts = [
        figure.before and figure.before.for_language(language),
        figure.after and f"→ {figure.after.for_language(language)}",
        figure.target and f"| {figure.target.for_language(language)}",
        figure.change and f"({figure.change.for_language(language)})",
        figure.note and f"[{figure.note.for_language(language)}]",
        figure.verdict and figure.verdict.value,
    ]
    return f"  - {figure.what.for_language(language)}: {' '.join(part for part in parts if part)}"
