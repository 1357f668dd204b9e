"""Which steps of a process as it is belong to which of the design, and what becomes of them."""

from sevenstep import pipeline
from sevenstep.chain.flow_differences import Fate, counterpart, flow_differences

MODEL = """
actors:
  a: {title: A, type: enterprise}
  b: {title: B, type: enterprise}
systems:
  old: {title: Old}
  new: {title: New}
items:
  i: {title: I}
flows:
  f-asis:
    title: F
    variant: as-is
    details: i
    steps:
      s: {title: Begin, type: start}
      same: {title: Same, actor: a, time: 1h}
      renamed: {title: Look at it, actor: a, wait: 2h}
      moved: {title: Enter, actor: a, system: old, wait: 1d}
      dropped: {title: Stamp, actor: a, system: old}
      e: {title: Finished, type: end}
  f-tobe:
    title: F
    variant: to-be
    details: i
    steps:
      go: {title: Start, type: start}
      same: {title: Same, actor: a, time: 60min, wait: 0min}
      viewed: {title: Look at it, actor: a, wait: 1h}
      auto: {title: Taken over, actor: b, system: new, wait: 1h}
      fresh: {title: Tell, actor: b}
      done: {title: Done, type: end}
measures:
  m:
    title: M
    changes:
      f-asis/moved: {actor: b, system: new, wait: 1h}
      f-asis/dropped: drop
"""


def test_pairs_and_fates(engagement):
    chain = pipeline.check(engagement(MODEL)).chain
    difference = flow_differences(chain)["f-tobe"]
    told = [(pair.before, pair.after, difference.fate(pair)) for pair in difference.pairs]
    assert told == [
        ("s", "go", Fate.STAYS),
        ("same", "same", Fate.STAYS),
        ("renamed", "viewed", Fate.CHANGES),
        ("moved", "auto", Fate.CHANGES),
        ("dropped", None, Fate.GOES),
        (None, "fresh", Fate.COMES),
        ("e", "done", Fate.STAYS),
    ]
    changed = {pair.after: difference.changed(pair) for pair in difference.pairs if pair.before and pair.after}
    assert changed["viewed"] == ("wait",)
    assert changed["auto"] == ("actor", "system", "wait")
    assert counterpart(chain, chain.elements["f-asis"]) is chain.elements["f-tobe"]


def test_every_step_of_the_corridor_is_in_one_pair():
    chain = pipeline.check("models/western-corridor").chain
    differences = flow_differences(chain)
    assert len(differences) > 10
    for difference in differences.values():
        assert sorted(pair.before for pair in difference.pairs if pair.before) == sorted(difference.before.steps)
        assert [pair.after for pair in difference.pairs if pair.after] == list(difference.after.steps)


def test_a_flow_without_another_has_no_difference(engagement):
    chain = pipeline.check(engagement("flows:\n  f: {title: F, variant: to-be, steps: {a: {title: A}}}\n")).chain
    assert flow_differences(chain) == {}
    assert counterpart(chain, chain.elements["f"]) is None
