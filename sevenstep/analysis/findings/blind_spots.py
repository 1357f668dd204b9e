"""Blind spots: what nobody sees, owns or measures."""

from collections.abc import Iterator
from typing import Final

from sevenstep.analysis.choices import Weight
from sevenstep.analysis.findings.blockages import number
from sevenstep.analysis.findings.rule import FindingContext, Match, finding
from sevenstep.analysis.results import Fact
from sevenstep.chain.serving import functions_of_flows
from sevenstep.language import Text, many
from sevenstep.model.choices import FindingType
from sevenstep.model.element import Element
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step3_architecture import Domain, Function
from sevenstep.model.step7_flows import Activity, DataObject, System


def _steps(count: int) -> str:
    return f"{count} step{'' if count == 1 else 's'}"


def _has_flows(context: FindingContext) -> bool:
    return next(iter(context.chain.engagement.of(Activity)), None) is not None


@finding(
    "F301",
    "read-but-never-written",
    FindingType.BLIND_SPOT,
    Weight.NOTABLE,
    title=Text(zh="有人使用、无人产生的数据", en="Data that is read and never written"),
    meaning=Text(
        zh="流程使用该数据，却没有步骤产生：来源和准确性无从知晓。",
        en="Steps need it, but none makes it: where it comes from, and whether it is right, nobody knows.",
    ),
    advice=Text(zh="查明来源；由外部提供的，写明由谁提供。", en="Find its source; if outsiders give it, say who."),
)
def read_but_never_written(context: FindingContext) -> Iterator[Match]:
    for data in context.chain.engagement.of(DataObject):
        readers = context.chain.holders(data.id, "reads")
        if readers and not context.chain.holders(data.id, "writes"):
            yield Match(
                (data.id, *(reader.id for reader in readers)),
                data.title.inserted_into(
                    zh=f"“{{}}”有 {len(readers)} 步使用，没有步骤产生",
                    en=f"“{{}}” is read by {_steps(len(readers))} and written by none",
                ),
                (Fact(Text(zh="读取该数据的步骤", en="steps that read it"), number(len(readers))),),
            )


@finding(
    "F302",
    "written-but-never-read",
    FindingType.BLIND_SPOT,
    Weight.MINOR,
    title=Text(zh="有人录入、无人使用的数据", en="Data that nobody reads"),
    meaning=Text(
        zh="有人录入，却没有步骤使用：或是徒劳，或是使用环节没有画出。",
        en="Somebody takes the trouble to write it and no step reads it: wasted work, or its reader is in no flow.",
    ),
    advice=Text(zh="查明使用方；无人使用的，不再录入。", en="Ask who uses it; if nobody does, stop writing it."),
)
def written_but_never_read(context: FindingContext) -> Iterator[Match]:
    for data in context.chain.engagement.of(DataObject):
        writers = context.chain.holders(data.id, "writes")
        if writers and not context.chain.holders(data.id, "reads"):
            yield Match(
                (data.id, *(writer.id for writer in writers)),
                data.title.inserted_into(
                    zh=f"“{{}}”有 {len(writers)} 步写入，没有步骤使用",
                    en=f"“{{}}” is written by {_steps(len(writers))} and read by none",
                ),
                (Fact(Text(zh="写入该数据的步骤", en="steps that write it"), number(len(writers))),),
            )


@finding(
    "F303",
    "without-owner",
    FindingType.BLIND_SPOT,
    Weight.NOTABLE,
    title=Text(zh="没有负责方", en="Nobody owns it"),
    meaning=Text(
        zh="在用的数据和系统无人负责：出现差错时，无人能改，也无人敢改。",
        en="Data and systems in use that nobody answers for: when they are wrong, nobody can correct them, or dares "
        "to.",
    ),
    advice=Text(zh="指定一个主体负责。", en="Name an actor who answers for it."),
)
def without_owner(context: FindingContext) -> Iterator[Match]:
    for cls, used in ((DataObject, ("reads", "writes")), (System, ("done-in", "kept-in"))):
        for element in context.chain.engagement.of(cls):
            users = context.chain.holders(element.id, *used)
            if element.owner is None and users:
                yield Match(
                    (element.id,),
                    element.title.inserted_into(
                        zh=f"“{{}}”在 {len(users)} 处使用，没有负责方",
                        en=f"“{{}}” is used in {many(len(users), 'place')} and owned by nobody",
                    ),
                    (Fact(Text(zh="使用处", en="places of use"), number(len(users))),),
                )


@finding(
    "F304",
    "nobody-measures",
    FindingType.BLIND_SPOT,
    Weight.NOTABLE,
    title=Text(zh="无人测量的指标", en="An indicator that nobody measures"),
    meaning=Text(
        zh="没有基线和实测，也没有流程测算：目标是否实现无从判断。",
        en="No baseline, measurement or flow gives it a value: whether the goal is reached nobody can say.",
    ),
    advice=Text(zh="安排测量，或由流程测算。", en="Have it measured, or estimated by a flow."),
)
def nobody_measures(context: FindingContext) -> Iterator[Match]:
    for indicator in context.chain.engagement.of(Indicator):
        has_value = (
            indicator.baseline is not None
            or indicator.measurements
            or indicator.formula is not None
            or indicator.online_rate is not None
        )
        if not has_value and not context.chain.holders(indicator.id, "estimates"):
            yield Match(
                (indicator.id, *(target.id for target in context.chain.targets(indicator.id, "measures"))),
                indicator.title.inserted_into(zh="“{}”没有任何数值", en="“{}” has no value at all"),
            )


@finding(
    "F305",
    "function-without-flow",
    FindingType.BLIND_SPOT,
    Weight.MINOR,
    title=Text(zh="尚无流程支撑的环节", en="Functions that no flow reaches"),
    meaning=Text(
        zh="这些环节没有流程细化：现状如何办理、需要改什么，模型中无从得知。",
        en="No flow details these functions: how they run today and what is to change cannot be seen in the model.",
    ),
    advice=Text(
        zh="按优先级逐步展开；不打算展开的，写明理由接受。",
        en="Work them out by priority; accept with a reason those that are not to be.",
    ),
)
def function_without_flow(context: FindingContext) -> Iterator[Match]:
    if not _has_flows(context):
        return
    chain = context.chain
    covered = frozenset().union(*functions_of_flows(chain).values())
    by_domain: dict[str, list[Element]] = {}
    for function in chain.engagement.of(Function):
        if function.id not in covered:
            by_domain.setdefault(function.domain or "", []).append(function)
    for key, functions in by_domain.items():
        domain = chain.elements.get(key)
        total = sum((function.domain or "") == key for function in chain.engagement.of(Function))
        name = domain.title if isinstance(domain, Domain) else Text(zh="（没有领域）", en="(no domain)")
        yield Match(
            (*([key] if isinstance(domain, Domain) else []), *(function.id for function in functions)),
            name.inserted_into(*_unreached(len(functions), total)),
            (Fact(Text(zh="没有流程的环节", en="functions without a flow"), number(len(functions))),),
        )


def _unreached(count: int, total: int) -> tuple[str, str]:
    if total == 1:
        return "“{}”唯一的环节尚无流程支撑", "No flow reaches the only function of “{}”"
    if count == total:
        return f"“{{}}”的 {total} 个环节都尚无流程支撑", f"No flow reaches any of the {total} functions of “{{}}”"
    return (
        f"“{{}}”的 {total} 个环节中，{count} 个尚无流程支撑",
        f"Of the {total} functions of “{{}}”, no flow reaches {count}",
    )


RULES: Final = (
    read_but_never_written,
    written_but_never_read,
    without_owner,
    nobody_measures,
    function_without_flow,
)
"""Blind spots, in the order of the codes."""
