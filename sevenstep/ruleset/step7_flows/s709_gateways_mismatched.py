from collections.abc import Iterator

from sevenstep.chain.flow_graph import first_after, following, preceding, reached
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.memory import per_element
from sevenstep.model.choices import GatewayType
from sevenstep.model.step7_flows import Flow, Gateway
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step7_flows.judged_flows import judged_flows

_GATEWAYS = GatewayType.each(
    {
        GatewayType.EXCLUSIVE: Text(zh="单选网关", en="an exclusive gateway"),
        GatewayType.PARALLEL: Text(zh="并行网关", en="a parallel gateway"),
        GatewayType.INCLUSIVE: Text(zh="多选网关", en="an inclusive gateway"),
    }
)


@rule(
    "S709",
    "gateways-mismatched",
    Severity.WARNING,
    title=Text(zh="分支与汇合用同一种网关", en="A split and its join are gateways of one type"),
    reason=Text(
        zh="分开时说“都办”，汇合时说“来一路就行”，读者不知道该信哪一个。",
        en="Where the split says “all ways” and the join “whatever comes”, the reader cannot tell which is meant.",
    ),
)
def gateways_mismatched(chain: Chain) -> Iterator[Violation]:
    for flow, found in judged_flows(chain):
        if not found.holds:
            continue
        for name, join in _mismatched(flow):
            split_is, join_is = GatewayType(flow.steps[name].type), GatewayType(flow.steps[join].type)
            split_word, join_word = _GATEWAYS[split_is], _GATEWAYS[join_is]
            yield Violation(
                f"{flow.id}/{name}",
                Text(
                    zh=f"“{name}”用{split_word.for_language('zh')}分开，却在{join_word.for_language('zh')}“{join}”汇合",
                    en=f"“{name}” is {split_word.for_language('en')}, but its ways meet in “{join}”, "
                    f"{join_word.for_language('en')}",
                ),
                Text(
                    zh=f"把“{join}”改成 type: {split_is}，或把“{name}”改成 type: {join_is}",
                    en=f"Make “{join}” type: {split_is}, or “{name}” type: {join_is}",
                ),
                ("type",),
                also=((f"{flow.id}/{join}", ("type",)),),
            )


@per_element
def _mismatched(flow: Flow) -> Iterator[tuple[str, str]]:
    """Each gateway that splits, with the gateway of another type in which its ways meet."""
    leads_to, led_by = following(flow), preceding(flow)
    gateways = {name: node.type for name, node in flow.steps.items() if isinstance(node, Gateway)}
    splits = {name: type for name, type in gateways.items() if len(leads_to[name]) > 1}
    joins = {type for name, type in gateways.items() if len(led_by.get(name, ())) > 1}
    if not any(joins - {split} for split in splits.values()):
        return
    meets = first_after(flow)
    for name, split in splits.items():
        join = meets.get(name)
        if join is None or gateways.get(join) in {None, split}:
            continue
        beyond, leads_to[join] = leads_to.get(join, []), []
        on_the_way = reached([name], leads_to)
        leads_to[join] = beyond
        if sum(step in on_the_way for step in led_by[join]) > 1:
            yield name, join
