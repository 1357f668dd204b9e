"""Which functions of the business a flow runs for: up the chain over its item, the scenario and the paths."""

from collections.abc import Mapping

from sevenstep.chain.graph import Chain
from sevenstep.memory import per_chain
from sevenstep.model.step7_flows import Flow


def functions_of(chain: Chain, flow: str) -> frozenset[str]:
    """The functions that a flow runs for; none where it does not say."""
    return functions_of_flows(chain).get(flow, frozenset())


@per_chain
def functions_of_flows(chain: Chain) -> Mapping[str, frozenset[str]]:
    """The functions that each flow runs for. Time grows with the links that lead there from every flow."""
    return {flow.id: frozenset(_functions(chain, flow)) for flow in chain.engagement.of(Flow)}


def _functions(chain: Chain, flow: Flow) -> set[str]:
    """Those that the paths of its scenarios connect, and those that the scenarios improve."""
    items = [item.id for item in chain.targets(flow.id, "details")]
    scenarios = {scenario.id for item in items for scenario in chain.targets(item, "belongs-to")}
    paths = {path.id for scenario in scenarios for path in chain.targets(scenario, "realizes")}
    connected = (function.id for path in paths for function in chain.targets(path, "connects"))
    return {*connected, *(function.id for scenario in scenarios for function in chain.targets(scenario, "improves"))}
