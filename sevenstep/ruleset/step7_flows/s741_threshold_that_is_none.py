from collections.abc import Iterator

from sevenstep.analysis.findings.thresholds import fits, known_thresholds
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.suggest import did_you_mean
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S741",
    "threshold-that-is-none",
    Severity.ERROR,
    literal=True,
    title=Text(zh="阈值写对名称和数值", en="A threshold has a known name and a fitting value"),
    reason=Text(
        zh="写错的阈值不起作用，大家却以为按它在查。",
        en="A wrong threshold does nothing, while everybody believes that it holds.",
    ),
)
def threshold_that_is_none(chain: Chain) -> Iterator[Violation]:
    known = known_thresholds()
    for name, given in chain.engagement.header.analysis.thresholds.items():
        here = ("analysis", "thresholds", name)
        if name not in known:
            yield Violation(
                "",
                Text(zh=f"没有阈值“{name}”", en=f"There is no threshold “{name}”"),
                did_you_mean(name, known) or Text(zh=f"可用：{'、'.join(known)}", en=f"There are {', '.join(known)}"),
                here,
                on_key=True,
            )
        elif not fits(known[name], given.value):
            what = known[name].title
            yield Violation(
                "",
                Text(
                    zh=f"“{given.value.text}”不能作阈值 {name}（{what.for_language('zh')}）",
                    en=f"“{given.value.text}” is not a value for {name}, the {what.for_language('en')}",
                ),
                Text(zh="写成比例，如 80%", en="Write a share, as in 80%")
                if known[name].is_share
                else Text(zh="写一个数，如 5", en="Write a number, as in 5"),
                (*here, "value"),
            )
