"""Rules of step 7: who or what does the work, and when."""

from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import KeyPath, Severity
from sevenstep.language import Text
from sevenstep.model.step7_flows import Flow, Resource
from sevenstep.model.suggest import did_you_mean
from sevenstep.rules.rule import Breach, rule


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
    bad="""
    id: sample
    title: Sample
    calendars: {office: mon-fri 08:00-17:00}
    actors: {yard: {title: Yard, type: operator}}
    resources:
      lane: {title: Gate lane, actor: yard, calendar: ofice}
    """,
    good="""
    id: sample
    title: Sample
    calendars: {office: mon-fri 08:00-17:00}
    actors: {yard: {title: Yard, type: operator}}
    resources:
      lane: {title: Gate lane, actor: yard, calendar: office}
    """,
)
def unknown_calendar(chain: Chain) -> Iterator[Breach]:
    known = chain.engagement.header.calendars
    for element, name, path in _calendars(chain):
        if chain.engagement.lacks("calendars", name):
            continue
        if name not in known:
            listed = "、".join(known) or "（无）"
            yield Breach(
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


@rule(
    "S731",
    "resource-without-capacity",
    Severity.ERROR,
    title=Text(zh="资源有能力", en="A resource has a capacity"),
    reason=Text(
        zh="能力为零的资源什么也办不了，要它的办件会永远等下去。",
        en="A resource of no capacity does nothing: whatever needs it waits for ever.",
    ),
    bad="""
    actors: {yard: {title: Yard, type: operator}}
    resources:
      lane: {title: Gate lane, actor: yard, capacity: 0}
    """,
    good="""
    actors: {yard: {title: Yard, type: operator}}
    resources:
      lane: {title: Gate lane, actor: yard, capacity: 2}
    """,
)
def resource_without_capacity(chain: Chain) -> Iterator[Breach]:
    for resource in chain.engagement.of(Resource):
        if resource.capacity == 0:
            yield Breach(
                resource.id,
                Text(zh=f"资源“{resource.id}”的能力是 0", en=f"Resource “{resource.id}” has a capacity of 0"),
                Text(zh="写上同时能办几件", en="Say how many cases it can work on at once"),
                ("capacity",),
            )


@rule(
    "S732",
    "resource-of-nobody",
    Severity.WARNING,
    title=Text(zh="资源有归属", en="Somebody has the resource"),
    reason=Text(
        zh="谁也没有的资源，流程等着它，却没有人能安排它。",
        en="A resource that nobody has: flows wait for it, and nobody can schedule it.",
    ),
    bad="""
    resources:
      lane: {title: Gate lane}
    """,
    good="""
    actors: {yard: {title: Yard, type: operator}}
    resources:
      lane: {title: Gate lane, actor: yard}
    """,
)
def resource_of_nobody(chain: Chain) -> Iterator[Breach]:
    for resource in chain.engagement.of(Resource):
        if resource.actor is None:
            yield Breach(
                resource.id,
                Text(zh=f"没有写资源“{resource.id}”属于谁", en=f"Nobody has resource “{resource.id}”"),
                Text(zh="写上 actor: 主体的编号", en="Add actor: and the id of the actor"),
            )


@rule(
    "S733",
    "resource-without-work",
    Severity.HINT,
    title=Text(zh="资源有作业用它", en="A resource does something"),
    reason=Text(
        zh="没有作业用到的资源不影响任何结果，多半是漏写了 resources。",
        en="A resource that no step needs changes nothing: most likely a step forgot to name it.",
    ),
    bad="""
    actors: {yard: {title: Yard, type: operator}}
    resources:
      lane: {title: Gate lane, actor: yard}
    """,
    good="""
    actors: {yard: {title: Yard, type: operator}}
    resources:
      lane: {title: Gate lane, actor: yard}
    flows:
      gate:
        title: Gate
        variant: as-is
        steps:
          in: {title: In, type: start, actor: yard}
          check: {title: Check, time: 5min, mode: manual, resources: lane}
          out: {title: Out, type: end}
    """,
)
def resource_without_work(chain: Chain) -> Iterator[Breach]:
    if "flow" in chain.engagement.broken.values():
        return  # the step that needs it may be what could not be read
    if not chain.engagement.complete:
        return
    for resource in chain.engagement.of(Resource):
        if not chain.holders(resource.id, "needs-resource"):
            yield Breach(
                resource.id,
                Text(zh=f"没有作业用到资源“{resource.id}”", en=f"No step needs resource “{resource.id}”"),
                Text(zh=f"在作业上写 resources: {resource.id}", en=f"Add resources: {resource.id} to the step"),
            )


RULES: Final = (unknown_calendar, resource_without_capacity, resource_of_nobody, resource_without_work)
"""Resources and calendars, in the order of the codes."""
