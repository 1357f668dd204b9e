from collections.abc import Iterator

from sevenstep.analysis.blueprint.carrying import unused
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.frames.interface import Interface
from sevenstep.model.frames.service import Service
from sevenstep.model.step7_flows import DataObject, Flow, System
from sevenstep.ruleset.blueprint.listed import listed
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A303",
    "interface-unused",
    Severity.WARNING,
    title=Text(zh="每个接口都有人用", en="Every interface is used"),
    reason=Text(
        zh="数据那头没有、这头也没有作业或服务要用，接口建了就闲着。",
        en="Where nobody has the data at one end, or no step or service needs it at the other, the interface idles.",
    ),
)
def interface_unused(chain: Chain) -> Iterator[Violation]:
    if not chain.engagement.has_read_all(Flow, Interface, System, DataObject, Service):
        return
    for interface in unused(chain):
        what = listed(interface.data)
        yield Violation(
            interface.id,
            Text(
                zh=f"没有流程或服务要把{what.zh}从“{interface.source_system}”送到“{interface.target_system}”",
                en=f"No flow or service needs {what.en} to go from “{interface.source_system}” to "
                f"“{interface.target_system}”",
            ),
            Text(
                zh="在流程里写上谁读它，在服务里写上谁用它，或删掉这个接口",
                en="Let the step that reads the data say so (reads), or the service that needs it, or take it out",
            ),
            ("data",),
        )
