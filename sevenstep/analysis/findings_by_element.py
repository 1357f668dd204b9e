"""Where computed findings are felt: the elements that they touch."""

from collections.abc import Mapping

from sevenstep.analysis.analyse import analysis_of
from sevenstep.analysis.results import ComputedFinding
from sevenstep.chain.graph import Chain
from sevenstep.memory import per_chain


@per_chain
def findings_by_element(chain: Chain) -> Mapping[str, tuple[ComputedFinding, ...]]:
    """The computed findings at each element, those left out that the author has taken up or lives with."""
    found: dict[str, list[ComputedFinding]] = {}
    for finding in analysis_of(chain).findings:
        if not finding.taken_up and finding.accepted is None:
            for element in finding.touches:
                found.setdefault(element, []).append(finding)
    return {element: tuple(listed) for element, listed in found.items()}
