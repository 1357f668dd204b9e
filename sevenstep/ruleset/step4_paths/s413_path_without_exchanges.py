from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step4_paths import Path
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S413",
    "path-without-exchanges",
    Severity.WARNING,
    title=Text(zh="参与单位不止一家的路径要有交互", en="A path of several parties has exchanges"),
    reason=Text(
        zh="几方都在场却什么也不交接，协同就还没有说清。",
        en="Where several parties take part and hand nothing over, their working together is not told yet.",
    ),
)
def path_without_exchanges(chain: Chain) -> Iterator[Violation]:
    for path in chain.engagement.of(Path):
        if not path.exchanges and len(path.participants) > 1:
            yield Violation(
                path.id,
                Text(
                    zh=f"路径“{path.id}”有 {len(path.participants)} 家参与单位，却没有交互",
                    en=f"Path “{path.id}” has {len(path.participants)} parties and no exchange",
                ),
                Text(zh="在 exchanges 里写明谁把什么交给谁", en="Say under exchanges who hands what to whom"),
            )
