from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.quantity import Quantity
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step3_architecture.peers import by_subject


@rule(
    "S359",
    "demand-in-words",
    Severity.HINT,
    title=Text(zh="同一件事上别处写了数，这里也写数", en="A demand is a figure where others on its subject are"),
    reason=Text(
        zh="一处写数、一处写文字，比不出谁严谁松。",
        en="Between a figure and words nobody can tell which is stricter.",
    ),
)
def demand_in_words(chain: Chain) -> Iterator[Violation]:
    for peers in by_subject(chain).values():
        figure = next((peer for peer in peers if isinstance(peer.demands, Quantity)), None)
        if figure is None or not isinstance(figure.demands, Quantity):
            continue
        for peer in peers:
            if isinstance(peer.demands, Text):
                yield Violation(
                    peer.id,
                    Text(
                        zh=f"“{peer.id}”的要求是文字，“{figure.id}”在同一件事上要求 {figure.demands.text}",
                        en=f"“{peer.id}” demands in words what “{figure.id}” on the same subject puts into a figure, "
                        f"{figure.demands.text}",
                    ),
                    Text(
                        zh="写成数或界限，如 ≤4 h；说明写进 description",
                        en="Write a figure or a bound, such as ≤4 h; explanations go into description",
                    ),
                    ("demands",),
                    also=((figure.id, ("demands",)),),
                )
