from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.evidence.citations import document_named, documents_meant, every_source
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S816",
    "source-not-cited",
    Severity.HINT,
    literal=True,
    title=Text(zh="登记的文件要有引用", en="A registered document is cited"),
    reason=Text(
        zh="没有引用的文件，要么漏写了来源，要么不必登记。",
        en="If nothing cites a document, citations are missing, or it need not be listed.",
    ),
)
def source_not_cited(chain: Chain) -> Iterator[Violation]:
    if not chain.engagement.complete or chain.engagement.broken or not chain.engagement.header.sources:
        return
    cited = {document_named(source) for element in chain.elements.values() for _, source in every_source(element)}
    cited.update(document for near in documents_meant(chain).values() for document in near)
    for key in chain.engagement.header.sources:
        if key not in cited:
            yield Violation(
                "",
                Text(zh=f"没有要素引用文件“{key}”", en=f"Nothing cites the document “{key}”"),
                Text(
                    zh=f"在 source 里引用它：{key} 页码，或删掉登记",
                    en=f"Cite it, as in source: {key} p. 1, or take it out",
                ),
                ("sources", key),
                on_key=True,
            )
