"""The figures of an indicator are of one kind, and no two indicators are the same."""

import re
from collections.abc import Iterator
from typing import Any, Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import LANGUAGES, Language, Text
from sevenstep.model.element import same_words
from sevenstep.model.quantity import same_unit
from sevenstep.model.step2_indicators import Indicator
from sevenstep.rules.rule import Breach, rule


@rule(
    "S213",
    "share-out-of-range",
    Severity.WARNING,
    title=Text(zh="百分比在 0 到 100% 之间", en="A share lies between 0 and 100%"),
    reason=Text(
        zh="超过全部的占比是写错了；若是增长率，请在名称或定义里写明。",
        en="No share is more than the whole. If it is a rate of change, its title or definition should say so.",
    ),
    bad="""
    indicators:
      on-time: {title: Trains on time, unit: "%", baseline: 62, targets: {2027: 950}}
    """,
    good="""
    indicators:
      on-time: {title: Trains on time, unit: "%", baseline: 62, targets: {2027: 95}}
      growth: {title: Growth of trade, unit: "%", baseline: -3, targets: {2027: 120}}
    """,
)
def share_out_of_range(chain: Chain) -> Iterator[Breach]:
    for one in chain.engagement.of(Indicator):
        outside = [
            (path, figure.value)
            for path, figure in one.figures()
            if same_unit(figure.value.unit or one.unit, "%") and (figure.value.low < 0 or figure.value.high > 100)
        ]
        if outside and not _is_rate_of_change(one):
            for path, value in outside:
                yield Breach(
                    one.id,
                    Text(
                        zh=f"指标“{one.id}”是百分比，{value.shown('zh', '%')} 却不在 0 到 100% 之间",
                        en=f"Indicator “{one.id}” is a share, but {value.shown('en', '%')} is not between 0 and 100%",
                    ),
                    Text(
                        zh="改正数字；若是增长率，把“增长”写进名称或定义；"
                        "确实可以超过 100% 的，写明理由：accepted: {S213: 理由}",
                        en="Mend the figure; of a rate of change say “growth” or “change” in the title; "
                        "of what may exceed 100%, say why: accepted: {S213: reason}",
                    ),
                    path,
                )


@rule(
    "S214",
    "figure-in-another-unit",
    Severity.WARNING,
    title=Text(zh="指标的所有数值用同一个单位", en="All figures of an indicator have its unit"),
    reason=Text(
        zh="单位不同的数不能直接比较，也画不进同一张图。",
        en="Figures in different units can neither be compared nor drawn together.",
    ),
    bad="""
    indicators:
      clearance-time: {title: Clearance time, unit: h, baseline: 2 d, targets: {2027: 16 h}}
    """,
    good="""
    indicators:
      clearance-time: {title: Clearance time, unit: h, baseline: 48 h, targets: {2027: 16小时}}
    """,
)
def figure_in_another_unit(chain: Chain) -> Iterator[Breach]:
    for one in chain.engagement.of(Indicator):
        expected = one.unit
        for path, figure in one.figures():
            value = figure.value
            if not value.unit or same_unit(value.unit, expected):
                continue
            if not expected and "unit" not in one.model_fields_set:
                expected = value.unit  # the first figure speaks for an indicator that does not say
            elif expected:
                yield Breach(
                    one.id,
                    Text(
                        zh=f"“{value.text}”的单位是 {value.unit}，指标“{one.id}”的单位却是 {expected}",
                        en=f"“{value.text}” is in {value.unit}, while indicator “{one.id}” is in {expected}",
                    ),
                    Text(
                        zh=f"换算成 {expected}，或改正 unit"
                        if one.unit
                        else f'换算成 {expected}，并写上 unit: "{expected}"',
                        en=f"Convert it into {expected}, "
                        + ("or mend unit" if one.unit else f'and add unit: "{expected}"'),
                    ),
                    path,
                )
            else:
                yield Breach(
                    one.id,
                    Text(
                        zh=f"“{value.text}”有单位，指标“{one.id}”却是纯数",
                        en=f"“{value.text}” has a unit, while indicator “{one.id}” is a pure number",
                    ),
                    Text(
                        zh=f'写 unit: "{value.unit}"，或去掉这里的单位',
                        en=f'Write unit: "{value.unit}", or take the unit out here',
                    ),
                    path,
                )


@rule(
    "S215",
    "measured-twice",
    Severity.WARNING,
    literal=True,
    title=Text(zh="同一件事只量一次", en="Nothing is measured twice"),
    reason=Text(
        zh="两个指标量同一件事，迟早会报出两个不同的数。",
        en="Two indicators of the same thing will sooner or later show two different figures.",
    ),
    bad="""
    indicators:
      clearance-time: {title: Average clearance time, unit: h}
      release-time: {title: average  clearance time, unit: h}
    """,
    good="""
    indicators:
      clearance-time: {title: Average clearance time, unit: h}
      inspection-time: {title: Average inspection time, unit: h}
    """,
)
def measured_twice(chain: Chain) -> Iterator[Breach]:
    first: dict[tuple[str, str], str] = {}
    for one in chain.engagement.of(Indicator):
        said = [("title", text) for text in one.title.in_all()]
        said += [("definition", text) for text in (one.definition.in_all() if one.definition else ())]
        said += [("formula", one.formula.text)] if one.formula else []
        twins = {first.setdefault((field, same_words(text)), one.id): field for field, text in reversed(said)}
        twins.pop(one.id, None)
        for twin, field in twins.items():
            name = _FIELDS[field]
            if language := _alike_in_one(getattr(one, field), getattr(chain.elements[twin], field)):
                name = name.put(f"{language.zh}{{}}", f"{language.en} {{}}")
            yield Breach(
                one.id,
                Text(
                    zh=f"指标“{one.id}”和“{twin}”的{name.zh}相同，量的是同一件事",
                    en=f"Indicators “{one.id}” and “{twin}” have the same {name.en}: they measure the same",
                ),
                Text(
                    zh=f"合并成一个；若是两件事，改写其中一个的 {field}",
                    en=f"Merge the two; if they differ, write another {field} for one of them",
                ),
                (field,),
                also=((twin, (field,)),),
            )


def _alike_in_one(said: Any, other: Any) -> Text | None:
    """The language in which the two are alike, where they differ in the other: perhaps a slip of translation."""
    if not (isinstance(said, Text) and isinstance(other, Text)):
        return None
    alike = [one for one in LANGUAGES if same_words(said.in_(one)) == same_words(other.in_(one))]
    return _LANGUAGES[alike[0]] if len(alike) == 1 else None


_LANGUAGES: Final[dict[Language, Text]] = {
    "zh": Text(zh="中文", en="Chinese"),
    "en": Text(zh="英文", en="English"),
}
_FIELDS: Final = {
    "title": Text(zh="名称", en="title"),
    "definition": Text(zh="定义", en="definition"),
    "formula": Text(zh="公式", en="formula"),
}
_CHANGE: Final = re.compile(
    r"\b(?:gr[eo]w|increas|decreas|reduc|chang|ris(?:e|ing)|fall|year[- ]on[- ]year|yoy\b)"
    r"|增长|增速|增幅|增加|增减|下降|降幅|减少|涨|跌|同比|环比|变化|变动",
    re.IGNORECASE,
)


def _is_rate_of_change(indicator: Indicator) -> bool:
    texts = [*indicator.title.in_all(), *(indicator.definition.in_all() if indicator.definition else ())]
    return any(_CHANGE.search(text) for text in texts)


RULES: Final = (share_out_of_range, figure_in_another_unit, measured_twice)
"""These rules."""
