"""The evaluation of items: what their scores make of them, how safe the first place is, and the order to go in."""

from sevenstep.analysis.item_ranking.evaluation import ranking

__all__ = ["ranking"]
