"""A small land whose every answer is worked out by hand."""

import pytest

from sevenstep.analysis.transport.compute import transport

LAND = """
date: 2024
places:
  mine: {title: Mine, at: [100, 30]}
  hub: {title: Hub, time: 2 h, cost: 10 CNY/TEU, reliability: 90%, capacity: 100 TEU/d}
  ferry: {title: Ferry, time: 1 h}
  port: {title: Port, at: [108, 21], time: 4 h, capacity: 36525 TEU/y, load: 80 TEU/d}
links:
  up: {title: Up, from: mine, to: hub, mode: rail, time: 10 h, cost: 100 CNY/TEU, reliability: 80%,
      capacity: 70 TEU/d, distance: 100 km}
  down: {title: Down, from: hub, to: port, mode: rail, time: 5 h, cost: 50 CNY/TEU, reliability: 100%, distance: 50 km}
  stream: {title: Stream, from: mine, to: ferry, mode: river, time: 20 h, cost: 30 CNY/TEU, reliability: 50%,
      capacity: 20 TEU/d}
  crossing: {title: Crossing, from: ferry, to: port, mode: river, time: 3 h, cost: 20 CNY/TEU,
      reliability: 100%, ways: one-way}
  tunnel: {title: Tunnel, from: mine, to: port, mode: road, time: 3 h, cost: 500 CNY/TEU, reliability: 99%,
      state: being-built, opens: 2027}
routes:
  ore: {title: Ore, from: mine, to: port, goods: Ore, volume: 60 TEU/d, over: [up, down]}
  back: {title: Back, from: port, to: mine}
"""


@pytest.fixture
def computed(checked):
    def compute(sections: str = LAND):
        return transport(checked(sections).chain)

    return compute
