from collections.abc import Iterator
from typing import Final

from sevenstep.chain.flow_graph import following, of_type, reached
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step7_flows import Activity, Flow
from sevenstep.ruleset.rule import Violation, rule

_FIELDS: Final = ("error", "damage", "discrepancy", "emissions")


@rule(
    "S768",
    "event-at-step-never-taken",
    Severity.WARNING,
    title=Text(
        zh="写了差错、货损、货差或排放的步骤有业务经过", en="A step with chances or emissions is one that cases pass"
    ),
    reason=Text(
        zh="通到它的路概率都是 0：写在它上面的差错、货损、货差和排放都不会算进流程。",
        en="Every way to it has a chance of 0: what is stated there never counts in the flow.",
    ),
)
def event_at_step_never_taken(chain: Chain) -> Iterator[Violation]:
    for flow in chain.engagement.of(Flow):
        starts = of_type(flow, "start")
        anyhow = reached(starts, following(flow))
        taken = reached(starts, _taken(flow))
        for name, step in flow.steps.items():
            said = [field for field in _FIELDS if isinstance(step, Activity) and getattr(step, field) is not None]
            if said and name in anyhow and name not in taken and step.id in chain.elements:
                yield Violation(
                    step.id,
                    Text(
                        zh=f"步骤“{name}”写了 {'、'.join(said)}，但没有业务会走到：去路的概率是 0",
                        en=f"Step “{name}” states {', '.join(said)}, but no case comes to it: the ways to it have a "
                        "chance of 0",
                    ),
                    Text(zh="改正前面的概率，或去掉这一步", en="Correct the chances before it, or take the step out"),
                    (said[0],),
                )


def _taken(flow: Flow) -> dict[str, list[str]]:
    """The nodes that each node leads to, ways with a chance of nought left out."""
    found: dict[str, list[str]] = {}
    for arrow in flow.sequence_flows:
        if arrow.target in flow.steps and (arrow.branch.chance is None or arrow.branch.chance > 0):
            found.setdefault(arrow.source, []).append(arrow.target)
    return found
