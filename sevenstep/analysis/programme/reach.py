"""Which domains the projects do anything for."""

from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.memory import per_chain
from sevenstep.model.frames.project import Project
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step7_flows import Flow, Measure


@per_chain
def domains_reached(chain: Chain) -> frozenset[str]:
    """The domains of indicators that projects are judged by, or that the flows estimate which they change."""
    found = {
        indicator.domain
        for project in chain.engagement.of(Project)
        for key in (*project.judged_by, *_estimated(chain, project))
        if isinstance(indicator := chain.elements.get(key), Indicator) and indicator.domain is not None
    }
    return frozenset(found)


def _estimated(chain: Chain, project: Project) -> Iterator[str]:
    for key in project.delivers:
        element = chain.elements.get(key)
        flows = [chain.elements.get(flow) for flow in element.shapes] if isinstance(element, Measure) else []
        flows += list(chain.holders(key, "details")) if element is not None else []
        for flow in flows:
            if isinstance(flow, Flow):
                yield from flow.estimates
