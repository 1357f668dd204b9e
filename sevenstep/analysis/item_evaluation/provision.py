"""Are systems, places and money enough to run it?"""

from collections.abc import Iterator, Mapping, Sequence

from sevenstep.analysis.choices import Answer
from sevenstep.analysis.item_evaluation.matching import Matching
from sevenstep.analysis.item_evaluation.verdicts import Ground
from sevenstep.analysis.item_evaluation.words import titles_of
from sevenstep.analysis.results import FlowMetrics, Queues
from sevenstep.analysis.units import UnlikeUnits, convert
from sevenstep.analysis.wording import shown_number, shown_share
from sevenstep.chain.graph import Chain
from sevenstep.language import Language, Text, joined
from sevenstep.model.choices import Metric
from sevenstep.model.quantity import Quantity


def systems(chain: Chain, matching: Matching) -> Iterator[Ground]:
    """The systems in which activities are done, against those that the item says."""
    needed = list(dict.fromkeys(activity.system for activity in matching.activities.values() if activity.system))
    said = matching.item.resources.systems if matching.item.resources is not None else ()
    missing = [chain.elements[key] for key in needed if key not in said and key in chain.elements]
    titles = titles_of(missing)
    if missing:
        yield Ground(
            Answer.UNKNOWN if not said else Answer.NO if len(missing) == len(needed) else Answer.PARTLY,
            Text(
                zh=f"作业要用{titles.for_language('zh')}，事项未写",
                en=f"Activities are done in {titles.for_language('en')}, which the item does not name",
            ),
            tuple(element.id for element in missing),
            Text(
                zh=f"把{titles.for_language('zh')}写进事项的系统，或改作业的系统",
                en=f"Name {titles.for_language('en')} among the systems of the item, or change those of the activities",
            ),
        )
    elif needed:
        yield Ground(
            Answer.YES,
            Text(
                zh=f"作业要用的 {len(needed)} 个系统都写了", en=f"All systems of activities are named ({len(needed)})"
            ),
            tuple(key for key in needed if key in chain.elements),
        )
    spare = [chain.elements[key] for key in said if key not in needed and key in chain.elements]
    if spare and matching.activities:
        told = titles_of(spare)
        yield Ground(
            None,
            told.inserted_into(zh="写了{}，无作业使用", en="{}: named, and used by no activity"),
            tuple(element.id for element in spare),
        )


def places(chain: Chain, matching: Matching, queues: Sequence[Queues], limit: float) -> Iterator[Ground]:
    """The load of the machines and places that activities need."""
    needed = {resource for activity in matching.activities.values() for resource in activity.resources}
    known: set[str] = set()
    for told in queues:
        if told.variant != matching.variant:
            continue
        for group in told.groups:
            ids = [load.resource for load in group]
            known.update(ids)
            if needed.isdisjoint(ids):
                continue
            asked = group[0].offered
            names = joined(chain.elements[key].title for key in ids if key in chain.elements)
            answer = Answer.YES if asked <= limit else Answer.PARTLY if asked <= 1 else Answer.NO
            yield Ground(
                answer,
                names.inserted_into(
                    zh=f"{{}}：工作量为能力的 {shown_share(asked)}",
                    en=f"{{}}: the work that comes is {shown_share(asked)} of what can be done",
                ),
                tuple(ids),
                None
                if answer is Answer.YES
                else Text(zh="增加能力，或错开高峰", en="Add capacity, or spread the peaks"),
            )
    if rest := [chain.elements[key] for key in sorted(needed - known) if key in chain.elements]:
        yield Ground(
            Answer.UNKNOWN,
            titles_of(rest).inserted_into(
                zh="{}：流程未写明业务到达频率，负荷无法计算", en="{}: how often cases come is not said of the flow"
            ),
            tuple(element.id for element in rest),
            Text(zh="给流程写上 arrivals", en="Add arrivals to the flow"),
        )


def money(matching: Matching, metrics: Mapping[str, FlowMetrics], cases: float) -> Ground:
    """What the flow costs a year against the money that there is."""
    there = matching.item.running_money
    flows = tuple(flow.id for flow in matching.flows)
    needs = [
        (metrics[flow.id].values[Metric.COST].mean * cases, metrics[flow.id].currency)
        for flow in matching.flows
        if Metric.COST in metrics[flow.id].values
    ]
    if not needs or there is None or any(not unit for _, unit in needs) or not there.unit:
        return _unknown(needs, there, flows)
    try:
        need = sum(convert(amount, unit, there.unit) for amount, unit in needs)
    except UnlikeUnits as error:
        return Ground(
            Answer.UNKNOWN,
            error.message.inserted_into(zh="经费和作业的成本不能比：{}", en="Money and costs cannot be compared: {}"),
            flows,
            Text(zh="用同一个币种", en="Write both in one currency"),
        )
    answer = Answer.YES if need <= there.low else Answer.PARTLY if need <= there.high else Answer.NO
    return Ground(
        answer,
        Text(zh=_held(need, there, answer, "zh"), en=_held(need, there, answer, "en")),
        flows,
        None if answer is Answer.YES else Text(zh="增加经费，或降低成本", en="Provide more, or make it cheaper"),
        finding="F433" if answer is Answer.NO else "",
    )


def _held(need: float, there: Quantity, answer: Answer, language: Language) -> str:
    needed, has = shown_number(need, there.unit, language), there.shown(language)
    if language == "zh":
        words = {Answer.YES: "充足", Answer.PARTLY: "仅在取上限时充足", Answer.NO: "不足"}[answer]
        return f"经费：流程一年要花 {needed}，有 {has}，{words}"
    words = {Answer.YES: "enough", Answer.PARTLY: "enough only at its upper end", Answer.NO: "not enough"}[answer]
    return f"Money: the flow costs {needed} a year, {has} there: {words}"


def _unknown(needs: Sequence[tuple[float, str]], there: Quantity | None, flows: tuple[str, ...]) -> Ground:
    has_costs = bool(needs) and all(unit for _, unit in needs)
    lacks = [*([] if has_costs else ["cost"]), *([] if there is not None and there.unit else ["money"])]
    unsaid = {"cost": ("作业花多少", "what activities cost"), "money": ("每年有多少", "how much there is a year")}
    keys = {"cost": ("各作业的 cost", "cost to activities"), "money": ("运行资源的 money", "money under resources")}
    return Ground(
        Answer.UNKNOWN,
        Text(
            zh=f"经费：未写{'、'.join(unsaid[lack][0] for lack in lacks)}",
            en=f"Money: {' and '.join(unsaid[lack][1] for lack in lacks)} {'are' if len(lacks) > 1 else 'is'} not said",
        ),
        flows,
        Text(
            zh=f"写上{'和'.join(keys[lack][0] for lack in lacks)}",
            en=f"Add {' and '.join(keys[lack][1] for lack in lacks)}",
        ),
    )
