"""The blueprint in plain data, for JSON and tables: what goes from system to system, what is shared, moves of flows."""

from collections.abc import Iterator
from typing import Any

from sevenstep.analysis.blueprint.flow_moves import flows_by_move, key_nodes
from sevenstep.analysis.blueprint.pairs import SystemPair, system_pairs
from sevenstep.analysis.blueprint.sharing import shared_data
from sevenstep.chain.coverage import elements_by_step
from sevenstep.chain.graph import Chain
from sevenstep.method import BLUEPRINT
from sevenstep.model.step7_flows import DataObject, Flow


def as_data(chain: Chain) -> dict[str, Any]:
    """The parts of the object that say it, each only where the model says anything of it; docs/analysis.schema.json
    tells their fields."""
    found: dict[str, Any] = {}
    if elements_by_step(chain)[BLUEPRINT.number]:
        found["blueprint"] = {
            "connections": [_connection(pair) for pair in system_pairs(chain).values()],
            "shared": [
                {
                    "from": one.giver,
                    "to": one.taker,
                    "data": one.data,
                    "sharing": _sharing(chain, one.data),
                    "variants": list(one.variants),
                    "steps": list(one.steps),
                }
                for one in shared_data(chain)
            ],
        }
    if flows_by_move(chain):
        found["moves"] = [
            {"flow": flow.id, "move": flow.move, "key_nodes": list(key_nodes(flow))}
            for flow in chain.engagement.of(Flow)
            if flow.move is not None
        ]
    return found


def _sharing(chain: Chain, key: str) -> str | None:
    data = chain.elements[key]
    return data.sharing if isinstance(data, DataObject) else None


def _connection(pair: SystemPair) -> dict[str, Any]:
    return {
        "from": pair.source,
        "to": pair.target,
        "interfaces": list(pair.declared),
        "needed": list(pair.needed),
        "lacking": list(pair.lacking),
        "over": list(pair.via),
        "today": list(pair.today),
        "by_hand": list(pair.by_hand),
        "still_by_hand": list(pair.still_by_hand),
        "steps": list(pair.steps),
        "paths": list(pair.paths),
    }


def figures(chain: Chain) -> Iterator[tuple[str, str, str, str, int]]:
    """Kind, id, metric, stage and number: what data of each system goes to another, and how far flows have come."""
    if elements_by_step(chain)[BLUEPRINT.number]:
        for pair in system_pairs(chain).values():
            key = f"{pair.source} → {pair.target}"
            for metric, stage, number in (
                ("interfaces", "", len(pair.declared)),
                ("data", "to-be", len(pair.needed)),
                ("lacking", "to-be", len(pair.lacking)),
                ("data", "as-is", len(pair.today)),
                ("by hand", "as-is", len(pair.by_hand)),
                ("by hand", "to-be", len(pair.still_by_hand)),
            ):
                if number:
                    yield "connection", key, metric, stage, number
    for move, flows in flows_by_move(chain).items():
        for flow in flows:
            yield "flow", flow.id, "move", move, len(key_nodes(flow))
