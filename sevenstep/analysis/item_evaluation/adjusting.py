"""Can it be adjusted? What is declared for it, and what room the people leave."""

from collections.abc import Iterator, Sequence
from typing import Final

from sevenstep.analysis.choices import Answer, ItemQuestion
from sevenstep.analysis.item_evaluation.matching import Matching
from sevenstep.analysis.item_evaluation.people import TeamLoad
from sevenstep.analysis.item_evaluation.verdicts import Ground, ItemVerdict, of_parts
from sevenstep.analysis.wording import shown_share
from sevenstep.chain.graph import Chain
from sevenstep.language import Text, many
from sevenstep.model.choices import GatewayType
from sevenstep.model.dates import end_of
from sevenstep.model.step6_items import Adjustment
from sevenstep.model.step7_flows import Gateway

_CHOOSING: Final = frozenset({GatewayType.EXCLUSIVE, GatewayType.INCLUSIVE})


def adjustable(chain: Chain, matching: Matching, teams: Sequence[TeamLoad], limit: float) -> ItemVerdict:
    """The verdict. Nothing is judged of an item that says nothing of it, however much room it has."""
    said = matching.item.adjustment
    if said is None:
        found = [_unsaid(), *(_as_note(ground) for ground in _room(teams, limit)), *_ways(matching)]
    else:
        found = [*_declared(chain, matching, said), *_room(teams, limit), *_ways(matching)]
    grounds = tuple(found)
    return ItemVerdict(ItemQuestion.ADJUSTABLE, of_parts(grounds), grounds)


def _unsaid() -> Ground:
    return Ground(
        Answer.UNKNOWN,
        Text(zh="未写明情况变化时如何调整", en="How it is adjusted when things change is not said"),
        add=Text(
            zh="写上 adjustment: {by: 谁有权调整, options: [{when: …, then: …}], review: 日期}",
            en="Add adjustment: {by: …, options: [{when: …, then: …}], review: …}",
        ),
    )


def _as_note(ground: Ground) -> Ground:
    return Ground(None, ground.message, ground.touches)


def _declared(chain: Chain, matching: Matching, said: Adjustment) -> Iterator[Ground]:
    who = said.by or matching.item.owner
    actor = chain.elements.get(who or "")
    if actor is not None:
        yield Ground(
            Answer.YES, actor.title.inserted_into(zh="有权调整的是{}", en="May be adjusted by {}"), (actor.id,)
        )
    else:
        yield Ground(
            Answer.NO,
            Text(zh="无人有权调整", en="Nobody may adjust it"),
            add=Text(zh="写上 by，或写上 owner", en="Add by, or an owner"),
        )
    if said.options:
        count = len(said.options)
        yield Ground(
            Answer.YES,
            Text(
                zh=f"写了 {count} 种调整办法",
                en=f"{many(count, 'way', 'ways')} to adjust {'is' if count == 1 else 'are'} said",
            ),
        )
    else:
        yield Ground(
            Answer.NO,
            Text(zh="未写明何种情况下改用何种办法", en="What is done instead, and when, is not said"),
            add=Text(zh="写上 options: [{when: …, then: …}]", en="Add options: [{when: …, then: …}]"),
        )
    yield _review(chain, said)


def _review(chain: Chain, said: Adjustment) -> Ground:
    if said.review is not None and end_of(said.review) >= chain.engagement.today:
        return Ground(Answer.YES, Text(zh=f"下次复核 {said.review}", en=f"Next review {said.review}"))
    add = Text(zh="写上下次复核的日期：review", en="Add the date of the next review")
    if said.review is not None:
        return Ground(
            Answer.NO, Text(zh=f"复核日期 {said.review} 已过", en=f"The review, {said.review}, has passed"), add=add
        )
    return Ground(Answer.NO, Text(zh="未写明何时复核", en="When it is looked at again is not said"), add=add)


def _room(teams: Sequence[TeamLoad], limit: float) -> Iterator[Ground]:
    """How many more cases the busiest people could do."""
    busiest = max((team.load for team in teams), default=None)
    if busiest is None:
        return
    if busiest <= limit:
        more = shown_share(1 / busiest - 1)
        yield Ground(
            Answer.YES,
            Text(
                zh=f"人手有余量：业务量再多 {more} 才满", en=f"People have room: they are full with {more} more cases"
            ),
        )
    else:
        yield Ground(
            Answer.NO,
            Text(
                zh=f"人手没有余量：最忙的占 {shown_share(busiest)}",
                en=f"People have no room: the busiest are at {shown_share(busiest)}",
            ),
            add=Text(zh="留出余量，或写明到时增加哪些人", en="Leave some room, or say who helps out"),
        )


def _ways(matching: Matching) -> Iterator[Ground]:
    """Where the flow itself can go another way: worth knowing, and no answer."""
    found = [
        node.id
        for flow in matching.flows
        for node in flow.steps.values()
        if isinstance(node, Gateway) and node.type in _CHOOSING and len(node.next or {}) > 1
    ]
    if found:
        yield Ground(
            None,
            Text(
                zh=f"流程有 {len(found)} 处可以走别的路",
                en=f"The flow can go another way in {many(len(found), 'place')}",
            ),
            tuple(found),
        )
