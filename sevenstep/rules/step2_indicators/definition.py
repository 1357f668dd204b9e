"""An indicator says what it measures, in which unit, and who cares for it."""

from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step2_indicators import Indicator
from sevenstep.rules.rule import Breach, rule


@rule(
    "S202",
    "indicator-without-unit",
    Severity.WARNING,
    title=Text(zh="指标要有单位", en="An indicator has a unit"),
    reason=Text(
        zh="没有单位的数字没法比较：36 是小时还是天？",
        en="Figures without a unit cannot be compared: 36 hours, or 36 days?",
    ),
    bad="""
    indicators:
      clearance-time: {title: Clearance time, baseline: 36}
    """,
    good="""
    indicators:
      clearance-time: {title: Clearance time, unit: h, baseline: 36}
    """,
)
def indicator_without_unit(chain: Chain) -> Iterator[Breach]:
    for one in chain.engagement.of(Indicator):
        bare = [figure.value for _, figure in one.figures() if not figure.value.unit]
        missing = bare or (not any(one.figures()) and one.formula is None)
        if "unit" not in one.model_fields_set and missing:
            yield Breach(
                one.id,
                Text(zh=f"指标“{one.id}”没有单位", en=f"Indicator “{one.id}” has no unit"),
                Text(
                    zh='写上 unit: h、%、万元、次……；是纯数就写 unit: ""',
                    en='Add unit: h, %, CNY, times, …, or unit: "" for a pure number',
                ),
            )


@rule(
    "S203",
    "indicator-without-direction",
    Severity.WARNING,
    title=Text(zh="指标要说明朝哪个方向算好", en="An indicator says which way is better"),
    reason=Text(
        zh="不知道越大越好还是越小越好，就判断不了是否达标。",
        en="Unless it is said whether more is better or less, nobody can tell whether a target is met.",
    ),
    bad="""
    indicators:
      clearance-time: {title: Clearance time, unit: h}
    """,
    good="""
    indicators:
      clearance-time: {title: Clearance time, unit: h, direction: decrease}
    """,
)
def indicator_without_direction(chain: Chain) -> Iterator[Breach]:
    for one in chain.engagement.of(Indicator):
        if one.direction is None:
            yield Breach(
                one.id,
                Text(zh=f"指标“{one.id}”没有方向", en=f"Indicator “{one.id}” has no direction"),
                Text(
                    zh="写上 direction: increase（越大越好）、decrease（越小越好）或 hold（保持在范围内）",
                    en="Add direction: increase, decrease, or hold (stay within a range)",
                ),
            )


@rule(
    "S204",
    "indicator-without-baseline",
    Severity.QUESTION,
    title=Text(zh="指标要有基线", en="An indicator has a baseline"),
    reason=Text(
        zh="不知道从哪里出发，就不知道目标是高是低。",
        en="Where nobody knows the start, nobody knows how far the target is.",
    ),
    decision=Text(
        zh="决定目标值定多高，以及改进算不算数。",
        en="It decides how far the target can be set, and what counts as progress.",
    ),
    bad="""
    indicators:
      clearance-time: {title: {zh: 平均通关时间, en: Average clearance time}, unit: h, targets: {2027: 16}}
    """,
    good="""
    indicators:
      clearance-time: {title: Average clearance time, unit: h, baseline: {value: 36, date: 2025}, targets: {2027: 16}}
    """,
)
def indicator_without_baseline(chain: Chain) -> Iterator[Breach]:
    for one in _without_figures(chain):
        if one.formula is None:
            yield Breach(
                one.id,
                one.title.put(zh="“{}”现在是多少？", en="What is “{}” today?"),
                Text(
                    zh="写进 baseline: {value: …, date: …, source: …}",
                    en="Write baseline: {value: …, date: …, source: …}",
                ),
            )


@rule(
    "S205",
    "indicator-without-target",
    Severity.WARNING,
    title=Text(zh="指标要有目标值", en="An indicator has a target"),
    reason=Text(
        zh="没有目标值的指标只能看，不能用来判断目标是否实现。",
        en="An indicator without a target can be watched, but never says whether the goal is reached.",
    ),
    bad="""
    indicators:
      clearance-time: {title: Clearance time, unit: h, baseline: 36}
    """,
    good="""
    indicators:
      clearance-time: {title: Clearance time, unit: h, baseline: 36, targets: {2027: 16}}
    """,
)
def indicator_without_target(chain: Chain) -> Iterator[Breach]:
    for one in chain.engagement.of(Indicator):
        if not one.targets:
            yield Breach(
                one.id,
                Text(zh=f"指标“{one.id}”没有目标值", en=f"Indicator “{one.id}” has no target"),
                Text(zh="写上 targets: {2027: 16}", en="Add targets: {2027: 16}"),
            )


@rule(
    "S206",
    "indicator-without-owner",
    Severity.QUESTION,
    title=Text(zh="指标要有负责方", en="An indicator has an owner"),
    reason=Text(
        zh="没有负责方的指标，没有人去量它。",
        en="An indicator that nobody owns is measured by nobody.",
    ),
    decision=Text(zh="决定由谁定期报数，并对结果负责。", en="It decides who reports the figure, and answers for it."),
    bad="""
    indicators:
      clearance-time: {title: {zh: 平均通关时间, en: Average clearance time}, unit: h}
    """,
    good="""
    actors:
      customs: {title: Customs, type: government}
    indicators:
      clearance-time: {title: Average clearance time, unit: h, owner: customs}
    """,
)
def indicator_without_owner(chain: Chain) -> Iterator[Breach]:
    for one in chain.engagement.of(Indicator):
        if one.owner is None:
            yield Breach(
                one.id,
                one.title.put(zh="谁负责测量“{}”并对它负责？", en="Who measures “{}”, and answers for it?"),
                Text(zh="写上 owner: 主体编号", en="Add owner: and the id of an actor"),
            )


@rule(
    "S207",
    "indicator-without-data",
    Severity.QUESTION,
    title=Text(zh="指标要说明数据从哪里来", en="An indicator says where its figures come from"),
    reason=Text(
        zh="说不出数据来源的指标，以后量不出来。",
        en="An indicator for which there is no source of data will never be measured.",
    ),
    decision=Text(
        zh="决定这个指标能不能用，还是要换一个量得出来的。",
        en="It decides whether the indicator can be used, or another one that can be measured.",
    ),
    bad="""
    indicators:
      clearance-time: {title: {zh: 平均通关时间, en: Average clearance time}, unit: h, targets: {2027: 16}}
    """,
    good="""
    indicators:
      clearance-time: {title: Average clearance time, unit: h, source: {dataset: customs statistics}}
    """,
)
def indicator_without_data(chain: Chain) -> Iterator[Breach]:
    for one in _without_figures(chain):
        if one.source is None and one.formula is None:
            yield Breach(
                one.id,
                one.title.put(zh="“{}”的数据将从哪里取？", en="Where will the figures of “{}” come from?"),
                Text(
                    zh="写上 source: {dataset: 数据集}，或文件和页码",
                    en="Add source: {dataset: …}, or a document and page",
                ),
            )


@rule(
    "S208",
    "indicator-without-definition",
    Severity.WARNING,
    title=Text(zh="指标要有定义", en="An indicator is defined"),
    reason=Text(
        zh="没有定义，两个人会量出两个数。",
        en="Without a definition two people measure two different things.",
    ),
    bad="""
    indicators:
      clearance-time: {title: Clearance time, unit: h}
    """,
    good="""
    indicators:
      clearance-time: {title: Clearance time, unit: h, definition: From declaration to release}
    """,
)
def indicator_without_definition(chain: Chain) -> Iterator[Breach]:
    for one in chain.engagement.of(Indicator):
        if one.definition is None and one.description is None and one.formula is None:
            yield Breach(
                one.id,
                Text(zh=f"指标“{one.id}”没有定义", en=f"Indicator “{one.id}” has no definition"),
                Text(zh="写上 definition: 量什么、怎么量", en="Add definition: what is counted, and how"),
            )


def _without_figures(chain: Chain) -> Iterator[Indicator]:
    """The indicators that were never measured and that no flow estimates; none where flows could not be read."""
    engagement = chain.engagement
    if not engagement.complete or "flow" in engagement.broken.values():
        return
    for one in engagement.of(Indicator):
        if one.baseline is None and not one.measurements and not chain.holders(one.id, "estimates"):
            yield one


RULES: Final = (
    indicator_without_unit,
    indicator_without_direction,
    indicator_without_baseline,
    indicator_without_target,
    indicator_without_owner,
    indicator_without_data,
    indicator_without_definition,
)
"""These rules."""
