from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.frames.project import Project
from sevenstep.model.step7_flows import Flow, Measure
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A402",
    "measure-without-project",
    Severity.WARNING,
    title=Text(zh="设计里的举措都有项目交付", en="Every measure of the design is delivered by a project"),
    reason=Text(
        zh="没有项目交付的举措不会生效，它承诺的改善也就没有日期。",
        en="A measure that no project delivers never comes into force, and what it promises has no date.",
    ),
)
def measure_without_project(chain: Chain) -> Iterator[Violation]:
    if not chain.engagement.count(Project) or not chain.engagement.has_read_all(Project):
        return
    for measure in chain.engagement.of(Measure):
        flows = [chain.elements.get(key) for key in measure.shapes]
        items = {flow.details for flow in flows if isinstance(flow, Flow) and flow.details is not None}
        shaped = [chain.holders(item, "delivers") for item in items]
        if (
            (measure.shapes or measure.changes)
            and not chain.holders(measure.id, "delivers")
            and not (shaped and all(shaped))
        ):
            yield Violation(
                measure.id,
                Text(zh=f"没有项目交付举措“{measure.id}”", en=f"No project delivers measure “{measure.id}”"),
                Text(zh="写进一个项目的 delivers，或另立项目", en="Name it in delivers of a project, or add a project"),
            )
