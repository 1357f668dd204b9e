"""Which domains the projects do anything for, and which projects change anything."""

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


def moves_anything(chain: Chain, project: Project) -> bool:
    """Whether a project changes a flow, as far as the model says, or is judged by an indicator; of what could not be
    read nobody can tell that it does not."""
    if project.judged_by or chain.engagement.is_partial(project.id):
        return True
    delivered = [element for key in project.delivers if (element := chain.elements.get(key)) is not None]
    changes = any(one.shapes or one.changes for one in delivered if isinstance(one, Measure))
    return changes or any(chain.holders(one.id, "details") for one in delivered)
