"""Why an element exists, as one sentence: from it hop by hop up to a goal, each with the place where it is written."""

from typing import Final

from sevenstep.language import Text
from sevenstep.publishing.context import Context
from sevenstep.publishing.problems import source_link
from sevenstep.publishing.views import Hop
from sevenstep.publishing.ways import way_up

_VERBS: Final[dict[tuple[str, bool], Text]] = {
    ("parent", True): Text(zh="属于目标", en="is part of"),
    ("belongs-to", True): Text(zh="属于场景", en="belongs to"),
    ("step-of", True): Text(zh="属于流程", en="is a step of"),
    ("touches", True): Text(zh="出现在", en="is felt in"),
    ("feeds-data", False): Text(zh="传递于环节", en="is passed on by"),
    ("hands-data", False): Text(zh="交接于路径", en="is handed over on"),
    ("needs-resource", False): Text(zh="用于作业", en="is needed by"),
    ("needs-system", False): Text(zh="支撑事项", en="is needed by"),
    ("hands-through", False): Text(zh="承载路径", en="carries exchanges of"),
    ("kept-in", False): Text(zh="保管数据", en="keeps"),
    ("answers", False): Text(zh="要靠目标解决：", en="is answered by"),
    ("group", False): Text(zh="包含场景", en="holds"),
    ("in-domain", False): Text(zh="包含环节", en="holds"),
    ("domain", False): Text(zh="包含指标", en="holds"),
    ("raci-A", False): Text(zh="负责路径", en="is accountable on"),
    ("raci-R", False): Text(zh="执行路径", en="is responsible on"),
    ("raci-C", False): Text(zh="为路径提供意见：", en="is consulted on"),
    ("raci-I", False): Text(zh="知悉路径", en="is informed of"),
    ("performed-by", False): Text(zh="承担事项", en="performs in"),
    ("done-by", False): Text(zh="执行作业", en="does"),
    ("hands-from", False): Text(zh="交出于路径", en="hands over on"),
    ("hands-to", False): Text(zh="接收于路径", en="receives on"),
    ("scored-on", False): Text(zh="评估事项", en="scores"),
}
"""What a relation is called within a sentence, by its name and whether it is followed forwards; others are verbs."""


def reason(context: Context, element: str) -> tuple[Hop, ...]:
    """The hops of the sentence; none where no way leads to a goal."""
    hops = []
    here = element
    for link, upper in way_up(context.ways, context.chain, element):
        is_forward = link.source == here
        relation = link.relation
        verb = _VERBS.get((relation.name, is_forward)) or (relation.forward if is_forward else relation.backward)
        file, line = context.line_of(link.source, link.path)
        place = f"{file}:{line}" if line else file
        place_link = source_link(context.header.settings.repository, file, line)
        hops.append(Hop(context.said(verb), context.refs[upper], place, place_link))
        here = upper
    return tuple(hops)
