from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import KeyPath, Severity
from sevenstep.language import Text
from sevenstep.model.step7_flows import Flow, Resource
from sevenstep.model.suggest import did_you_mean
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S730",
    "unknown-calendar",
    Severity.ERROR,
    literal=True,
    title=Text(zh="工作日历在 engagement.yaml 里有", en="A calendar is one of engagement.yaml"),
    reason=Text(
        zh="找不到日历，就会当作昼夜不停地工作，排队全算错。",
        en="Without its calendar the work would be taken to go on day and night, and all queues come out wrong.",
    ),
)
def unknown_calendar(chain: Chain) -> Iterator[Violation]:
    known = chain.engagement.header.calendars
    for element, name, path in _calendars(chain):
        if chain.engagement.lacks("calendars", name):
            continue
        if name not in known:
            listed = "、".join(known) or "（无）"
            yield Violation(
                element,
                Text(zh=f"没有日历“{name}”", en=f"There is no calendar “{name}”"),
                did_you_mean(name, known)
                or Text(
                    zh=f"在 engagement.yaml 的 calendars 里写上它；现有：{listed}",
                    en=f"Add it under calendars in engagement.yaml; there are: {', '.join(known) or 'none'}",
                ),
                path,
            )


def _calendars(chain: Chain) -> Iterator[tuple[str, str, KeyPath]]:
    for resource in chain.engagement.of(Resource):
        if resource.calendar is not None:
            yield resource.id, resource.calendar, ("calendar",)
    for flow in chain.engagement.of(Flow):
        if flow.arrivals is not None and flow.arrivals.calendar is not None:
            yield flow.id, flow.arrivals.calendar, ("arrivals", "calendar")
