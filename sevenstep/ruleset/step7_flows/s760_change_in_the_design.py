from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.choices import Variant
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step7_flows.changes import every_change


@rule(
    "S760",
    "change-in-the-design",
    Severity.ERROR,
    title=Text(zh="举措改变的是现状流程", en="A measure changes steps of an as-is flow"),
    reason=Text(
        zh="效果是从现状一步步算到目标的；目标流程里已经有了举措，再改一次就算重了。",
        en="Effects are computed from the flow as is; the to-be flow holds the measure already: it would count twice.",
    ),
)
def change_in_the_design(chain: Chain) -> Iterator[Violation]:
    for measure, node, flow, _ in every_change(chain):
        if flow.variant == Variant.TO_BE:
            yield Violation(
                measure.id,
                Text(
                    zh=f"举措“{measure.id}”改变的“{node.id}”属于目标流程",
                    en=f"Measure “{measure.id}” changes “{node.id}”, a step of a to-be flow",
                ),
                Text(
                    zh="改成现状流程里的步骤，目标流程写在 shapes 里",
                    en="Name a step of the as-is flow; the to-be flow stands under shapes",
                ),
                ("changes", node.id),
                on_key=True,
            )
