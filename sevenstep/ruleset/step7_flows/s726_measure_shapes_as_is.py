from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.choices import Variant
from sevenstep.model.step7_flows import Flow
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S726",
    "measure-shapes-as-is",
    Severity.ERROR,
    title=Text(zh="举措形成的是目标流程", en="A measure shapes a to-be flow"),
    reason=Text(
        zh="现状是举措之前的样子；把举措挂在现状上，前后比较就不成立。",
        en="Today's flow is what was there before the measure; with the measure in it, before and after are the same.",
    ),
)
def measure_shapes_as_is(chain: Chain) -> Iterator[Violation]:
    to_be: dict[str, str] = {}
    for flow in chain.engagement.of(Flow):
        if flow.details is not None and flow.variant == Variant.TO_BE:
            to_be.setdefault(flow.details, flow.id)
    for link in chain.related("shapes"):
        shaped = chain.elements[link.target]
        if not isinstance(shaped, Flow) or shaped.variant != Variant.AS_IS:
            continue
        meant = to_be.get(shaped.details or "")
        yield Violation(
            link.source,
            Text(
                zh=f"举措“{link.source}”形成的“{shaped.id}”是现状流程",
                en=f"Measure “{link.source}” shapes “{shaped.id}”, which is an as-is flow",
            ),
            Text(zh=f"改成目标流程“{meant}”", en=f"Name the to-be flow, “{meant}”")
            if meant
            else Text(zh="改成目标流程的编号", en="Name a to-be flow"),
            link.path,
        )
