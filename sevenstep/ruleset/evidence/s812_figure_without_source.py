from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.contents import figures
from sevenstep.model.evidence import Figure
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S812",
    "figure-without-source",
    Severity.QUESTION,
    title=Text(zh="数值要有来源", en="A figure has a source"),
    reason=Text(
        zh="没有来源的数字经不起追问。",
        en="A figure without a source cannot be defended.",
    ),
    decision=Text(
        zh="决定这个数能不能写进报告，还是只能当作假设。",
        en="It decides whether the figure can be reported, or is an assumption.",
    ),
)
def figure_without_source(chain: Chain) -> Iterator[Violation]:
    for element in chain.elements.values():
        if element.source is not None:
            continue
        missing = [
            (path, figure) for path, figure in figures(element) if figure.source is None and path[0] != "targets"
        ]
        if missing:
            first, figure = missing[0]
            value = figure.value if isinstance(figure, Figure) else figure.figure
            zh, en = (
                (f" {value.text} 是", f"does {value.text}") if value is not None else ("分项数值是", "do the figures")
            )
            yield Violation(
                element.id,
                element.title.inserted_into(zh=f"“{{}}”的{zh}从哪里来的？", en=f"Where {en} come from, in “{{}}”?"),
                Text(
                    zh="写上 source: 文件和页码；是估计的，写 source: 假设：理由",
                    en='Add source: a document and page; of an estimate, source: "assumption: why"',
                ),
                first,
                also=tuple((element.id, path) for path, _ in missing[1:]),
            )
