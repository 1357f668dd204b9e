from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.choices import Variant
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step4_paths.variants import readable_paths


@rule(
    "S416",
    "path-to-be-only",
    Severity.WARNING,
    title=Text(zh="目标路径要写明改变哪条现状路径", en="A to-be path says which path of today it changes"),
    reason=Text(
        zh="没有现状作对照，目标路径省了哪些交接都无从说起。",
        en="With nothing to compare it with, nobody can say which hand-overs the to-be path saves.",
    ),
)
def path_to_be_only(chain: Chain) -> Iterator[Violation]:
    for path in readable_paths(chain):
        if path.variant == Variant.TO_BE and path.changes is None:
            yield Violation(
                path.id,
                Text(
                    zh=f"目标路径“{path.id}”未写明改变哪条现状路径",
                    en=f"To-be path “{path.id}” does not say which as-is path it changes",
                ),
                Text(
                    zh="写上 changes: 现状路径的编号；现在还没有这种协同的，写 accepted: {S416: 新协同}",
                    en="Add changes: and the id of the as-is path; if nobody works together so today, "
                    "accepted: {S416: new}",
                ),
                ("variant",),
            )
