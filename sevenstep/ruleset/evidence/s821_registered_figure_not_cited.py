from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.evidence.cited_figures import citations
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S821",
    "registered-figure-not-cited",
    Severity.HINT,
    literal=True,
    title=Text(zh="登记的数要有引用", en="A registered figure is cited"),
    reason=Text(
        zh="登记了却没有引用的数，多半是引用处还没写上编号。",
        en="If nothing cites a registered figure, the citations mostly lack its name.",
    ),
)
def registered_figure_not_cited(chain: Chain) -> Iterator[Violation]:
    engagement = chain.engagement
    if not engagement.complete or engagement.broken:
        return
    cited = {(found.document, found.figure) for found in citations(chain)}
    for key, document in engagement.header.sources.items():
        for name in document.figures:
            if (key, name) not in cited:
                yield Violation(
                    "",
                    Text(
                        zh=f"没有要素引用登记的数“{key}#{name}”",
                        en=f"Nothing cites the registered figure “{key}#{name}”",
                    ),
                    Text(
                        zh=f"在用到它的地方写 source: {key}#{name}，或删掉登记",
                        en=f"Write source: {key}#{name} where it is used, or take it out",
                    ),
                    ("sources", key, "figures", name),
                    on_key=True,
                )
