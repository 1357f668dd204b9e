from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.evidence.cited_figures import citations
from sevenstep.ruleset.evidence.pages import share_a_page
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S822",
    "figure-on-another-page",
    Severity.WARNING,
    literal=True,
    title=Text(zh="引用的页码和登记的一致", en="A figure is cited with the page it is registered with"),
    reason=Text(
        zh="同一个数写了两处页码，总有一处是错的。",
        en="If one figure is cited with two pages, one of them is wrong.",
    ),
)
def figure_on_another_page(chain: Chain) -> Iterator[Violation]:
    for found in citations(chain):
        registered = found.registered
        if registered is None or registered.page is None or found.source.page is None:
            continue
        if not share_a_page(found.source.page, registered.page):
            yield Violation(
                found.element.id,
                Text(
                    zh=f"这里引的是 {found.source.page}，“{found.document}#{found.figure}”登记的是 {registered.page}",
                    en=f"{found.source.page} is cited here, but “{found.document}#{found.figure}” is registered with "
                    f"{registered.page}",
                ),
                Text(
                    zh=f"核对文件；页码可以不写：source: {found.document}#{found.figure}",
                    en=f"Look it up; the page may be left out: source: {found.document}#{found.figure}",
                ),
                found.path,
            )
