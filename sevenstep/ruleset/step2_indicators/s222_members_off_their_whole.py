from collections.abc import Iterator

from sevenstep.analysis.indicator_formulas import formulas
from sevenstep.analysis.results import StageValue
from sevenstep.analysis.rounding import agree, rounded
from sevenstep.analysis.units import UnlikeUnits
from sevenstep.analysis.verdict_wording import both, stage_value_shown
from sevenstep.analysis.wholes import NoWhole, RolledUp, Wholes
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import KeyPath, Severity
from sevenstep.language import Text
from sevenstep.model.choices import RollUpRule
from sevenstep.model.evidence import Figure
from sevenstep.model.step2_indicators import Indicator
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S222",
    "members-off-their-whole",
    Severity.WARNING,
    title=Text(zh="各成员合起来就是整体", en="The members come to their whole"),
    reason=Text(
        zh="合计对不上，不是漏了成员，就是写错了数；四舍五入的差别不算。",
        en="Where they do not, a member is missing or a figure is wrong; what rounding explains is left out.",
    ),
)
def members_off_their_whole(chain: Chain) -> Iterator[Violation]:
    units = formulas(chain).units
    for indicator in chain.engagement.of(Indicator):
        unit = units[indicator.id] or ""
        for path, figure in indicator.told_figures():
            if figure.by and not _is_vague(figure):
                yield from _off(chain, indicator, path, figure, unit)


def _off(chain: Chain, indicator: Indicator, path: KeyPath, figure: Figure, unit: str) -> Iterator[Violation]:
    """What each dimension comes to, against what is stated, else against what the first of them comes to."""
    try:
        whole = rounded(figure, unit) if figure.value is not None else None
    except UnlikeUnits:
        return
    for dimension in figure.by:
        try:
            rolled = Wholes(chain).rolled_up(indicator, figure, dimension, unit)
        except (NoWhole, UnlikeUnits):
            continue  # other rules speak of these
        found = _open(rolled)
        if rolled.without or (whole is not None and agree(whole, found)):
            continue
        if whole is None:
            whole = found
            continue
        yield _violation(chain, indicator, (*path, "by", dimension), whole, found, unit, figure)


def _open(rolled: RolledUp) -> StageValue:
    value = rolled.value
    return StageValue(value.value, value.low - rolled.half, value.high + rolled.half, value.origin)


def _is_vague(figure: Figure) -> bool:
    """Whether somebody said “about”: then nobody knows how much is left open."""
    parts = (part.value for members in figure.by.values() for part in members.values())
    return any(value is not None and value.approximate for value in (figure.value, *parts))


def _violation(
    chain: Chain,
    indicator: Indicator,
    path: KeyPath,
    whole: StageValue,
    found: StageValue,
    unit: str,
    figure: Figure,
) -> Violation:
    is_sum = indicator.roll_up is not None and indicator.roll_up.rule == RollUpRule.SUM
    comes = both(lambda language: stage_value_shown(found, unit, language, [whole]))
    stated = both(
        lambda language: (
            figure.value.shown(language, unit)
            if figure.value is not None
            else stage_value_shown(whole, unit, language, [found])
        )
    )
    zh, en = ("加起来", "add up to") if is_sum else ("平均", "have a mean of")
    other_zh, other_en = (
        (f"写的却是 {stated.zh}", f"{stated.en} is stated")
        if figure.value is not None
        else (f"按另一个维度却是 {stated.zh}", f"by another dimension it is {stated.en}")
    )
    return Violation(
        indicator.id,
        indicator.title.inserted_into(
            zh=f"“{{}}”各成员{zh}是 {comes.zh}，{other_zh}，四舍五入也解释不了",
            en=f"The members of “{{}}” {en} {comes.en}, but {other_en}: more than rounding explains",
        ),
        Text(
            zh="改正其中的数、补上漏掉的成员，或改 roll_up；来源就是这样的，写明理由：accepted: {S222: 理由}",
            en="Correct a figure, add the member that is missing, or correct roll_up; to keep what the source says, "
            "tell "
            "why: accepted: {S222: reason}",
        ),
        path,
    )
