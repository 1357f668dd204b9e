from collections.abc import Iterator

from sevenstep.analysis.units import is_emissions, of_a_case
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.quantity import Quantity
from sevenstep.model.step7_flows import Activity
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step7_flows.changes import every_change


@rule(
    "S767",
    "emissions-in-another-unit",
    Severity.ERROR,
    title=Text(zh="碳排放写成二氧化碳当量的质量", en="Emissions are a mass of CO2 equivalent"),
    reason=Text(
        zh="只写 kg，分不清是货物还是温室气体；没有单位的数不能相加。",
        en="A kg alone may be one of goods; emissions in other units cannot be added up, so that the flow has none.",
    ),
)
def emissions_in_another_unit(chain: Chain) -> Iterator[Violation]:
    for activity in chain.engagement.of(Activity):
        if (said := activity.emissions) is not None and not is_emissions(of_a_case(said.unit)):
            yield _wrong(activity.id, said, ("emissions",))
    for measure, node, _, change in every_change(chain):
        if (said := change.emissions) is not None and not is_emissions(of_a_case(said.unit)):
            yield _wrong(measure.id, said, ("changes", node.id, "emissions"))


def _wrong(element: str, said: Quantity, path: tuple[str, ...]) -> Violation:
    return Violation(
        element,
        Text(
            zh=f"碳排放 {said.text} " + (f"的单位 {said.unit} 不是二氧化碳当量的质量" if said.unit else "未写单位"),
            en=f"The emissions {said.text} " + ("are in no mass of CO2 equivalent" if said.unit else "have no unit"),
        ),
        Text(zh="写成 3 kgCO2e、0.2 tCO2e 这样", en="Write them as in 3 kgCO2e or 0.2 tCO2e"),
        path,
    )
