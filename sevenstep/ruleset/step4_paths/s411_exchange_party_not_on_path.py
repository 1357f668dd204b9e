from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.chain.tree import tree
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step4_paths import Path
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S411",
    "exchange-party-not-on-path",
    Severity.WARNING,
    title=Text(zh="交互的双方都在路径的职责表里", en="Both parties of an exchange stand in the path's RACI"),
    reason=Text(
        zh="参与交接却没有职责的主体，多半是职责表漏了它。",
        en="A party that hands over but has no part in the work is mostly missing from the RACI.",
    ),
)
def exchange_party_not_on_path(chain: Chain) -> Iterator[Violation]:
    actors = tree(chain, "actor-parent")
    for path in chain.engagement.of(Path):
        named = {who for raci in path.connects.values() for who in raci.everybody}
        if not named:
            continue
        missing: dict[str, tuple[str | int, ...]] = {}
        for index, exchange in enumerate(path.exchanges):
            for field, who in (("from", exchange.sender), ("to", exchange.receiver)):
                if who in chain.elements and not any(actors.related(who, other) for other in named):
                    missing.setdefault(who, ("exchanges", index, field))
        for who, where in missing.items():
            yield Violation(
                path.id,
                Text(
                    zh=f"“{who}”参与交接，却不在这条路径的 RACI 里",
                    en=f"“{who}” takes part in an exchange, but stands in no RACI of this path",
                ),
                Text(zh="在 connects 里给它一项职责 (R、A、C 或 I)", en="Give it a part under connects: R, A, C or I"),
                where,
            )
