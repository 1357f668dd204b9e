from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.evidence.cited_figures import agrees, citations
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S819",
    "figure-differs-from-source",
    Severity.WARNING,
    literal=True,
    title=Text(zh="引用的数要和来源一致", en="A cited figure is what the source says"),
    reason=Text(
        zh="引用处与来源的数不一致，读者一查便知，其余的数也会受到怀疑。",
        en="Readers who find another figure in the source will doubt all the others.",
    ),
)
def figure_differs_from_source(chain: Chain) -> Iterator[Violation]:
    for found in citations(chain):
        registered = found.registered
        if registered is None or found.value is None or found.source.is_assumption:
            continue
        if not agrees(found.value, registered.value, found.unit):
            here, there = found.value.text, registered.value.text
            name = f"{found.document}#{found.figure}"
            yield Violation(
                found.element.id,
                Text(
                    zh=f"这里写的是 {here}，来源“{name}”登记的却是 {there}",
                    en=f"{here} stands here, but the source “{name}” is registered with {there}",
                ),
                Text(
                    zh=f"照来源写 {there}；是推算出来的数，写 source: 假设：怎样从 {there} 得来",
                    en=f'Write {there}, as the source does; of a figure that is derived, source: "assumption: how it '
                    f'follows from {there}"',
                ),
                found.value_path,
            )
