"""Is each operation step with a unit and a person?"""

from collections.abc import Iterator

from sevenstep.analysis.choices import Answer, ItemQuestion
from sevenstep.analysis.item_evaluation.matching import Matching
from sevenstep.analysis.item_evaluation.verdicts import Ground, ItemVerdict, of_parts
from sevenstep.analysis.item_evaluation.words import numbered
from sevenstep.chain.graph import Chain
from sevenstep.language import Text, joined


def responsible(chain: Chain, matching: Matching) -> ItemVerdict:
    """The verdict."""
    grounds = tuple(_grounds(chain, matching))
    return ItemVerdict(ItemQuestion.RESPONSIBLE, of_parts(grounds), grounds)


def _grounds(chain: Chain, matching: Matching) -> Iterator[Ground]:
    listed = matching.item.operations
    if not listed:
        yield Ground(
            Answer.UNKNOWN,
            Text(zh="未写操作步骤", en="No operation steps are written"),
            add=Text(zh="写上 operations，每步写 unit 和 role", en="Add operations, each with unit and role"),
        )
        return
    units = [number for number, operation in enumerate(listed) if operation.unit is None]
    roles = [number for number, operation in enumerate(listed) if operation.role is None]
    lacking = set(units) | set(roles)
    if not lacking:
        count = len(listed)
        who = tuple(dict.fromkeys(operation.unit for operation in listed if operation.unit in chain.elements))
        yield Ground(
            Answer.YES,
            Text(
                zh=f"{count} 个步骤都写了责任单位和岗位",
                en=f"All {count} operations name unit and role" if count > 1 else "The operation names unit and role",
            ),
            tuple(key for key in who if key is not None),
        )
    else:
        yield Ground(
            Answer.NO if len(lacking) == len(listed) else Answer.PARTLY,
            Text(zh=_lacks(units, roles, "zh"), en=_lacks(units, roles, "en")),
            add=Text(zh="在这些步骤写上 unit 和 role", en="Add unit and role to these operations"),
        )
    yield from _others(chain, matching)


def _lacks(units: list[int], roles: list[int], language: str) -> str:
    said = []
    for places, zh, en in ((units, "没有责任单位", "without a unit"), (roles, "没有岗位", "without a role")):
        if places:
            said.append(f"{numbered(places)[0]}{zh}" if language == "zh" else f"{numbered(places)[1]} {en}")
    return ("；" if language == "zh" else "; ").join(said)


def _others(chain: Chain, matching: Matching) -> Iterator[Ground]:
    """Operations whose activities are done by somebody else than the unit that is responsible."""
    for number, (operation, steps) in enumerate(zip(matching.item.operations, matching.of_operation, strict=True)):
        if operation.unit is None or operation.unit not in chain.elements:
            continue
        strange = [
            step
            for step in steps
            if (lane := matching.lanes[step]) and not matching.actors.related(lane, operation.unit)
        ]
        if strange:
            doers = dict.fromkeys(matching.lanes[step] or "" for step in strange)
            who = joined(chain.elements[key].title for key in doers if key in chain.elements)
            unit = chain.elements[operation.unit].title
            yield Ground(
                Answer.PARTLY,
                Text(
                    zh=f"第 {number + 1} 步归{unit.for_language('zh')}负责，作业却由{who.for_language('zh')}来办",
                    en=f"Operation {number + 1} is {unit.for_language('en')}'s, and its activities are done by "
                    f"{who.for_language('en')}",
                ),
                (operation.unit, *strange),
                Text(zh="改责任单位，或改作业的执行主体", en="Change the unit, or who does the activity"),
                finding="F435",
            )
