"""What the analysis gathers over paths and flows, for files: the change of each path, the joined flows, the data."""

from collections.abc import Iterator
from typing import Any

from sevenstep.chain.choices import ExchangeFate, PathFigure
from sevenstep.chain.data_inventory import DataEntry, DataUse, data_inventory
from sevenstep.chain.graph import Chain
from sevenstep.chain.joined_flows import JoinedFlows, joined_flows
from sevenstep.chain.path_changes import ExchangeChange, PathChange, path_changes
from sevenstep.language import Language
from sevenstep.model.choices import Variant
from sevenstep.model.step4_paths import Exchange
from sevenstep.model.step7_flows import DataObject


def as_json(chain: Chain, language: Language) -> dict[str, Any]:
    """The three parts of the object that say it."""
    inventory = data_inventory(chain)
    return {
        "path_changes": [_path(chain, change, language) for change in path_changes(chain).values()],
        "joined_flows": [_joined(joined) for joined in joined_flows(chain).values()],
        "data": [_data(data, inventory[data.id], language) for data in chain.engagement.of(DataObject)],
    }


def _path(chain: Chain, change: PathChange, language: Language) -> dict[str, Any]:
    return {
        "before": change.before,
        "after": change.after,
        "title": chain.elements[change.after].title.for_language(language),
        "figures": {figure: {"before": was, "after": will} for figure, (was, will) in change.figures.items()},
        "fates": {fate: change.of(fate) for fate in ExchangeFate},
        "exchanges": [_change(one, language) for one in change.exchanges],
    }


def _change(one: ExchangeChange, language: Language) -> dict[str, Any]:
    differs = ("parties", "content", "channel", "system")
    return {
        "fate": one.fate,
        "before": _exchange(one.before_number, one.before, language),
        "after": _exchange(one.after_number, one.after, language),
        "differs": [thing for thing in differs if getattr(one, thing)],
    }


def _exchange(number: int | None, exchange: Exchange | None, language: Language) -> dict[str, Any] | None:
    if exchange is None:
        return None
    return {
        "number": number,
        "from": exchange.sender,
        "to": exchange.receiver,
        "data": list(exchange.data),
        "goods": None if exchange.goods is None else exchange.goods.for_language(language),
        "money": None if exchange.money is None else exchange.money.for_language(language),
        "channel": exchange.channel,
        "system": exchange.system,
    }


def _joined(joined: JoinedFlows) -> dict[str, Any]:
    return {
        "variant": joined.variant,
        "items": [{"item": item, "flows": list(flows)} for item, flows in joined.flows.items()],
        "handovers": [
            {
                "from": handover.giver,
                "to": handover.taker,
                "data": list(handover.data),
                "meets": handover.meets,
                "back": handover.is_back,
            }
            for handover in joined.handovers
        ],
        "islands": list(joined.islands),
    }


def _data(data: DataObject, entry: DataEntry, language: Language) -> dict[str, Any]:
    return {
        "id": data.id,
        "title": data.title.for_language(language),
        "owner": data.owner,
        "classification": data.classification,
        "system_of_record": data.system_of_record,
        **{variant: _use(entry.of(variant)) for variant in Variant},
    }


def _use(use: DataUse) -> dict[str, Any]:
    return {
        "items": list(use.items),
        "flows": list(use.flows),
        "written_by": list(use.writers),
        "read_by": list(use.readers),
        "captured": use.captured,
        "entered_again": list(use.again),
    }


def figures(chain: Chain) -> Iterator[tuple[str, str, str, Variant, int]]:
    """Every figure as (kind, id, figure, variant, count), for the long table."""
    for change in path_changes(chain).values():
        for figure in PathFigure:
            for variant, count in zip(Variant, change.figures[figure], strict=True):
                yield "path", change.after, figure, variant, count
    for entry in data_inventory(chain).values():
        for variant in Variant:
            use = entry.of(variant)
            yield "data", entry.data, "items", variant, len(use.items)
            yield "data", entry.data, "flows", variant, len(use.flows)
            yield "data", entry.data, "entered_again", variant, len(use.again)
