from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.suggest import did_you_mean
from sevenstep.ruleset.evidence.citations import every_source
from sevenstep.ruleset.evidence.cited_figures import citations
from sevenstep.ruleset.evidence.unread_citations import unread
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S820",
    "cited-figure-not-registered",
    Severity.ERROR,
    literal=True,
    title=Text(zh="引用的数要在来源里登记", en="A cited figure is registered with its source"),
    reason=Text(
        zh="没有登记的数，读者找不到原话，检查也没有东西可比。",
        en="For a figure that is not registered, readers find no wording, and there is nothing to check it against.",
    ),
)
def cited_figure_not_registered(chain: Chain) -> Iterator[Violation]:
    for element in chain.elements.values():
        for path, source in every_source(element):
            if told := unread(source, chain.engagement.header.sources):
                yield Violation(element.id, *told, path)
    for found in citations(chain):
        if found.registered is not None:
            continue
        figures = chain.engagement.header.sources[found.document].figures
        yield Violation(
            found.element.id,
            Text(
                zh=f"来源“{found.document}”没有登记叫“{found.figure}”的数",
                en=f"The source “{found.document}” has no registered figure “{found.figure}”",
            ),
            did_you_mean(found.figure, figures)
            or Text(
                zh=f"在 engagement.yaml 的 sources: {found.document}: figures: 下登记它，"
                f"或只写 {found.document} 和页码",
                en=f"Register it in engagement.yaml under sources: {found.document}: figures:, or cite "
                f"{found.document} and the page alone",
            ),
            found.path,
        )
