"""The places, links and routes in numbers: load against capacity, the best ways, and what is lost with each of them.

(The folder `flow_metrics/network.py` next door is about flows, not about places.)
"""
