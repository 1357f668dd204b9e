from collections.abc import Iterator

from sevenstep.analysis.blueprint.arriving import arrives
from sevenstep.analysis.blueprint.exchanges import data_exchanges
from sevenstep.analysis.findings.data_ways import activities
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.choices import Mode
from sevenstep.model.frames.interface import Interface
from sevenstep.model.step7_flows import DataObject, Flow, System
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A302",
    "data-never-reaches",
    Severity.WARNING,
    title=Text(zh="系统读的数据到得了这个系统", en="What is read in a system gets there"),
    reason=Text(
        zh="系统自动读的数据，没有人写进来、不保管在这里、也没有接口送来，这一步做不成。",
        en="A step cannot run by itself on data that nobody puts into its system, that is not kept there and that no "
        "interface brings.",
    ),
)
def data_never_reaches(chain: Chain) -> Iterator[Violation]:
    engagement = chain.engagement
    if not engagement.count(Interface) or not engagement.has_read_all(Flow, Interface, System, DataObject):
        return
    exchanged = {(one.target, one.data) for one in data_exchanges(chain)}
    for flow in engagement.of(Flow):
        for activity in activities(flow):
            system = activity.system or ""
            if activity.mode in {Mode.MANUAL, None} or not isinstance(chain.elements.get(system), System):
                continue
            for index, data in enumerate(activity.reads):
                if not isinstance(chain.elements.get(data), DataObject) or data in activity.writes:
                    continue
                if (system, data) not in exchanged and not arrives(chain, data, system, flow.variant):
                    yield Violation(
                        activity.id,
                        Text(
                            zh=f"“{system}”在“{activity.id}”读“{data}”，但它到不了这个系统",
                            en=f"“{system}” reads “{data}” at “{activity.id}”, but it never gets there",
                        ),
                        Text(
                            zh="写上它从哪里来：写它的作业的 system，数据的 system_of_record，或一个接口",
                            en="Say where it comes from: the system of the step that writes it, its system_of_record, "
                            "or an interface",
                        ),
                        ("reads", index),
                    )
