from collections.abc import Iterator

from sevenstep.analysis.decision.decide import decisions
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text, joined
from sevenstep.model.frames.decision import Decision
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A204",
    "option-without-value",
    Severity.WARNING,
    title=Text(zh="每个方案在每条计分准则上都有值", en="Each option has a value on each criterion that counts"),
    reason=Text(
        zh="缺值的方案排不了名，等于没有比。",
        en="An option without a value is not ranked: it is not compared at all.",
    ),
)
def option_without_value(chain: Chain) -> Iterator[Violation]:
    for key, result in decisions(chain).items():
        decision = chain.elements[key]
        if not isinstance(decision, Decision):
            continue
        for option, names in result.unranked.items():
            titles = joined(decision.criteria[name].title for name in names)
            title = decision.options[option].title
            yield Violation(
                key,
                Text(
                    zh=f"方案“{title.for_language('zh')}”没有能比的值：{titles.for_language('zh')}",
                    en=f"The option “{title.for_language('en')}” has no value to compare: {titles.for_language('en')}",
                ),
                Text(
                    zh="在 values 里写分数或带单位的数；只用文字比的准则不写权重和单位",
                    en="Add a score or a figure under values; a criterion in words alone has no weight and no unit",
                ),
                ("options", option),
                on_key=True,
            )
