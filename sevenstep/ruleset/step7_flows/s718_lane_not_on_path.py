from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.chain.participants import participants, superiors
from sevenstep.chain.path_variants import with_other_variants
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step4_paths import Actor, Path
from sevenstep.model.step5_scenarios import Scenario
from sevenstep.model.step7_flows import Activity, Flow
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S718",
    "lane-not-on-path",
    Severity.WARNING,
    title=Text(zh="流程里做事的主体都在协同路径上", en="Who works in a flow has a part in its paths"),
    reason=Text(
        zh="流程里有他的活，路径上却没有他的职责：不是路径漏了人，就是流程找错了人。",
        en="Work without a part on the path: either the path forgets somebody, or the flow names the wrong party.",
    ),
)
def lane_not_on_path(chain: Chain) -> Iterator[Violation]:
    by_scenario: dict[str, set[str]] = {}
    above: dict[str, list[str]] = {}
    for flow in chain.engagement.of(Flow):
        scenario = _scenario(chain, flow)
        if scenario is None:
            continue
        if scenario.id not in by_scenario:
            by_scenario[scenario.id] = _taking_part(chain, scenario)
        taking_part = by_scenario[scenario.id]
        strangers: dict[str, list[str]] = {}
        for name, node in flow.steps.items():
            actor = flow.lanes[name]
            if not taking_part or actor is None or not isinstance(node, Activity) or node.id not in chain.elements:
                continue
            if actor not in above:
                known = isinstance(chain.elements.get(actor), Actor)
                above[actor] = superiors(chain, actor) if known else []
            if above[actor] and taking_part.isdisjoint(above[actor]):
                strangers.setdefault(actor, []).append(node.id)
        of_whom = {superior for actor in taking_part for superior in superiors(chain, actor)} if strangers else set()
        for actor, activities in strangers.items():
            if actor not in of_whom:
                yield _stranger(chain, flow, actor, activities, scenario)


def _stranger(chain: Chain, flow: Flow, actor: str, activities: list[str], scenario: Scenario) -> Violation:
    first = chain.elements[activities[0]]
    name = activities[0].rpartition("/")[2]
    return Violation(
        activities[0],
        Text(
            zh=f"流程“{flow.id}”的“{name}”由“{actor}”做，可场景“{scenario.id}”的协同路径上都没有它",
            en=f"“{actor}” does “{name}” in flow “{flow.id}”, but has no part in any path of scenario “{scenario.id}”",
        ),
        Text(
            zh=f"在路径里写上“{actor}”的职责（R、A、C、I）或交互（from、to），或改正 actor",
            en=f"Give “{actor}” a duty (R, A, C, I) or an exchange (from, to) on a path, or name another actor here",
        ),
        ("actor",) if isinstance(first, Activity) and first.actor else (),
        also=tuple((other, ()) for other in activities[1:]),
    )


def _scenario(chain: Chain, flow: Flow) -> Scenario | None:
    for item in chain.targets(flow.id, "details"):
        for scenario in chain.targets(item.id, "belongs-to"):
            if isinstance(scenario, Scenario):
                return scenario
    return None


def _taking_part(chain: Chain, scenario: Scenario) -> set[str]:
    """Who takes part in the scenario's paths; nobody where not all of them is there to be read."""
    paths = [path for path in chain.targets(scenario.id, "realizes") if isinstance(path, Path)]
    every = with_other_variants(chain, paths)
    known = [who for path in every if (who := participants(chain, path)) is not None]
    if len(paths) < len(set(scenario.realizes)) or len(known) < len(every):
        return set()
    return set().union(*known)
