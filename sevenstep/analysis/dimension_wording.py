"""The members of a dimension in words: how far they lie apart, how many reach their targets, which are missing."""

from collections import Counter
from typing import Final

from sevenstep.analysis.choices import Verdict
from sevenstep.analysis.results import DimensionState, MemberSpread
from sevenstep.analysis.verdict_wording import both, gap_shown, stage_value_shown
from sevenstep.analysis.wording import shown_number, shown_share
from sevenstep.language import Language, Text, joined
from sevenstep.model.choices import Stage

_MOST_NAMED: Final = 5


def spread_said(dimension: DimensionState, spread: MemberSpread, unit: str) -> Text:
    """The difference, who is lowest and who is highest, and where they mean something the ratio and the variation."""
    values = {found.member: found.state.stage_values.get(spread.stage) for found in dimension.members}
    lowest, highest = values[spread.lowest], values[spread.highest]
    if lowest is None or highest is None or not spread.difference:
        return dimension.title.inserted_into(
            zh=f"{spread.count} 个{{}}成员相同", en=f"the {spread.count} members of {{}} are alike"
        )
    gap = both(lambda language: gap_shown(spread.difference, unit, language, [lowest.value, highest.value]))
    low = both(lambda language: stage_value_shown(lowest, unit, language, [highest]))
    high = both(lambda language: stage_value_shown(highest, unit, language, [lowest]))
    least, most = dimension.named(spread.lowest), dimension.named(spread.highest)
    return Text(
        zh=f"各{dimension.title.for_language('zh')}相差 {gap.zh}：{least.for_language('zh')}最低（{low.zh}），"
        f"{most.for_language('zh')}最高（{high.zh}）{_relative(spread, 'zh')}",
        en=f"by {_lowered(dimension.title.for_language('en'))} it differs by {gap.en}: {least.for_language('en')} is "
        f"lowest ({low.en}), {most.for_language('en')} highest ({high.en}){_relative(spread, 'en')}",
    )


def dimension_said(dimension: DimensionState, unit: str) -> Text:
    """The spread of today, else at the start, how many members reach their own targets, and which have no figure."""
    said = [spread_said(dimension, spread, unit) for spread in _telling(dimension)]
    judged = Counter(found.state.verdict for found in dimension.members if found.state.targets)
    if judged:
        counts = [(verdict, judged[verdict]) for verdict in Verdict if judged[verdict]]
        said.append(
            Text(
                zh=f"各自的目标：{'、'.join(f'{count} 个{verdict.label.zh}' for verdict, count in counts)}",
                en=f"own targets: {', '.join(f'{count} {verdict}' for verdict, count in counts)}",
            )
        )
    missing = [found.title for found in dimension.members if found.missing - {Stage.TARGET}]
    if missing:
        some = joined(missing[:_MOST_NAMED])
        more = len(missing) - _MOST_NAMED
        zh, en = (f"等 {len(missing)} 个", f" and {more} more") if more > 0 else ("", "")
        said.append(some.inserted_into(zh=f"缺{{}}{zh}的数", en=f"no figure of {{}}{en}"))
    provisional = sum(bool(found.provisional) for found in dimension.members)
    if provisional:
        said.append(Text(zh=f"{provisional} 个是初步数", en=f"{provisional} provisional"))
    return joined(said, "；", "; ") if said else Text(zh="没有数值", en="no figures")


def _telling(dimension: DimensionState) -> list[MemberSpread]:
    """The spread of today, else of the baseline."""
    found = {spread.stage: spread for spread in dimension.spreads}
    telling = found.get(Stage.TODAY) or found.get(Stage.BASELINE)
    return [telling] if telling is not None else []


def _lowered(title: str) -> str:
    """A title within a sentence; abbreviations stay as they are."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def _relative(spread: MemberSpread, language: Language) -> str:
    zh = language == "zh"
    said = []
    if spread.ratio is not None:
        times = shown_number(spread.ratio, "", language)
        said.append(f"最高是最低的 {times} 倍" if zh else f"{times} times the lowest")
    if spread.variation is not None and spread.count > 2:
        part = shown_share(spread.variation)
        said.append(f"离散系数 {part}" if zh else f"coefficient of variation {part}")
    return "".join(f"{'，' if zh else ', '}{part}" for part in said)
