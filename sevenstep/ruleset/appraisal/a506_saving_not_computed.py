from collections.abc import Iterator

from sevenstep.analysis.appraisal.savings import items_of
from sevenstep.analysis.item_evaluation.volume import volume
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text, joined
from sevenstep.model.choices import Variant
from sevenstep.model.frames.appraisal import Appraisal
from sevenstep.model.frames.appraisal_parts import Saving
from sevenstep.model.step6_items import Item
from sevenstep.model.step7_flows import Flow
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A506",
    "saving-not-computed",
    Severity.WARNING,
    title=Text(zh="节省能由流程和件数算出", en="A saving follows from flows and cases"),
    reason=Text(
        zh="节省是（现状每件成本 − 目标每件成本）× 每年件数，缺一样就无法计算，不计入结果。",
        en="A saving is (cost of a case as is − to be) × cases a year: where one of these is missing, it is left out.",
    ),
)
def saving_not_computed(chain: Chain) -> Iterator[Violation]:
    for appraisal in chain.engagement.of(Appraisal):
        for number, saving in enumerate(appraisal.savings):
            for item in items_of(chain, saving):
                if missing := _missing(chain, saving, item):
                    yield Violation(
                        appraisal.id,
                        Text(
                            zh=f"“{item.id}”的节省无法计算：缺{missing.for_language('zh')}",
                            en=f"What “{item.id}” saves cannot be computed: {missing.for_language('en')} missing",
                        ),
                        Text(
                            zh="补上流程或业务量；件数也可以直接写，如 cases: 12000/y",
                            en="Add the flow or the volume; cases can be stated too, as in cases: 12000/y",
                        ),
                        ("savings", number, "of"),
                    )


def _missing(chain: Chain, saving: Saving, item: Item) -> Text | None:
    variants = {flow.variant for flow in chain.holders(item.id, "details") if isinstance(flow, Flow)}
    missing = [
        text
        for variant, text in (
            (Variant.AS_IS, Text(zh="现状流程", en="the flow as is is")),
            (Variant.TO_BE, Text(zh="目标流程", en="the flow to be is")),
        )
        if variant not in variants
    ]
    if saving.cases is None and volume(chain, item) is None:
        missing.append(Text(zh="业务量", en="how many cases there are is"))
    return joined(missing, en=" and ") if missing else None
