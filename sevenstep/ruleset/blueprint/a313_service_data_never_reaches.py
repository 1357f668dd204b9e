from collections.abc import Iterator

from sevenstep.analysis.blueprint.arriving import arrives
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.choices import Variant
from sevenstep.model.frames.interface import Interface
from sevenstep.model.frames.service import Service
from sevenstep.model.step7_flows import DataObject, Flow, System
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A313",
    "service-data-never-reaches",
    Severity.WARNING,
    title=Text(zh="服务要的数据到得了它那里", en="What a service needs gets to it"),
    reason=Text(
        zh="算法模型没有数据跑不起来：部署的系统里没有，也没有接口送来。",
        en="An algorithm without its data does not run: it is not in the system that hosts it, and no interface "
        "brings it.",
    ),
)
def service_data_never_reaches(chain: Chain) -> Iterator[Violation]:
    engagement = chain.engagement
    if not engagement.has_read_all(Flow, Interface, System, DataObject):
        return
    for service in engagement.of(Service):
        host = service.hosted_in or ""
        if not isinstance(chain.elements.get(host), System):
            continue
        for index, data in enumerate(service.data):
            known = isinstance(chain.elements.get(data), DataObject)
            if known and not any(arrives(chain, data, host, variant) for variant in Variant):
                yield Violation(
                    service.id,
                    Text(
                        zh=f"“{service.id}”要“{data}”，但它到不了“{host}”",
                        en=f"“{service.id}” needs “{data}”, but it never gets to “{host}”",
                    ),
                    Text(
                        zh="写一个把它送到那里的接口，或改 hosted_in",
                        en="Add an interface that brings it there, or correct hosted_in",
                    ),
                    ("data", index),
                )
