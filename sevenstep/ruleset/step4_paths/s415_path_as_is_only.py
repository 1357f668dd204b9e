from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.chain.path_variants import changing
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.choices import Variant
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step4_paths.variants import readable_paths


@rule(
    "S415",
    "path-as-is-only",
    Severity.WARNING,
    title=Text(zh="画了现状路径，也要画目标路径", en="Where today's path is told, so is the one that shall be"),
    reason=Text(
        zh="只有现状没有目标，看不出哪些交接要改、怎么改。",
        en="Without a to-be path nobody sees which hand-overs shall change, nor how.",
    ),
)
def path_as_is_only(chain: Chain) -> Iterator[Violation]:
    for path in readable_paths(chain):
        if path.variant == Variant.AS_IS and not changing(chain, path):
            yield Violation(
                path.id,
                Text(
                    zh=f"现状路径“{path.id}”没有对应的目标路径",
                    en=f"No to-be path changes “{path.id}”, which is an as-is path",
                ),
                Text(
                    zh=f"加一条路径：variant: to-be，changes: {path.id}；不打算改的，去掉 variant，"
                    "或写 accepted: {S415: 理由}",
                    en=f"Add a path with variant: to-be and changes: {path.id}; if nothing is to change, leave variant "
                    "out, or write accepted: {S415: reason}",
                ),
                ("variant",),
            )
