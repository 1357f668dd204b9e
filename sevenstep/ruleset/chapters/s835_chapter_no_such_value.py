from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.chapters.values import STAGES, figures_asked
from sevenstep.model.step2_indicators import Indicator
from sevenstep.ruleset.chapters.marks import MOST_NAMES, Marks, violation_at
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.source.characters import brief


@rule(
    "S835",
    "chapter-no-such-value",
    Severity.ERROR,
    literal=True,
    title=Text(zh="正文里引用的数值必须在模型里", en="Figures that a chapter shows are in the model"),
    reason=Text(
        zh="数值取自模型，才会跟着模型变；模型里没有，就没有可显示的。",
        en="A figure comes from the model, so that it changes with it: what is not there cannot be shown.",
    ),
)
def chapter_no_such_value(chain: Chain) -> Iterator[Violation]:
    """Figures of what is no indicator, of a stage that nobody knows, or that the indicator does not have."""
    marks = Marks(chain, "value")
    for mark, place in marks:
        element = chain.elements.get(mark.name)
        if element is None or len(mark.names) > MOST_NAMES["value"]:
            continue
        if not isinstance(element, Indicator):
            kind = element.KIND.title
            yield violation_at(
                place,
                Text(
                    zh=f"“{mark.name}”是{kind.for_language('zh')}，不是指标",
                    en=f"“{mark.name}” is not an indicator but a {kind.for_language('en').lower()}",
                ),
                Text(
                    zh=f"写指标的编号；要链接就写 [[{mark.name}]]",
                    en=f"Name an indicator; to link, write [[{mark.name}]]",
                ),
            )
            continue
        stage = mark.names[1] if len(mark.names) > 1 else ""
        if stage and stage not in STAGES:
            yield violation_at(
                place,
                Text(zh=f"不认识“{brief(stage)}”", en=f"“{brief(stage)}” is not a stage of a figure"),
                marks.meant(
                    stage, STAGES, Text(zh=f"可以写：{'、'.join(STAGES)}", en=f"There are: {', '.join(STAGES)}")
                ),
            )
        elif not figures_asked(element, *mark.names[1:]):
            yield violation_at(
                place,
                Text(zh=f"指标“{mark.name}”没有这个数值", en=f"The indicator “{mark.name}” does not have this figure"),
                _figures_there(element),
            )


def _figures_there(indicator: Indicator) -> Text:
    said = ["baseline"] if indicator.baseline is not None else []
    said += [f"target {date}" for date in list(indicator.targets)[:5]]
    if not said:
        return Text(zh="给它写上 baseline 和 targets", en="Give it a baseline and targets")
    return Text(zh=f"它有：{'、'.join(said)}", en=f"It has: {', '.join(said)}")
