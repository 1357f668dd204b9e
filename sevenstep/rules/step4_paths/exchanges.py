"""What the actors of a path hand to one another, and by which channel."""

from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.chain.tree import tree
from sevenstep.diagnostic import Severity
from sevenstep.language import Text, joined
from sevenstep.model.step4_paths import CHANNELS, Actor, Exchange, Path
from sevenstep.rules.rule import Breach, rule


@rule(
    "S407",
    "nothing-handed-over",
    Severity.WARNING,
    title=Text(zh="交互要说明交的是什么", en="An exchange names what is handed over"),
    reason=Text(
        zh="什么也不交的交互不是交互；数据流从这里断开。",
        en="Where nothing is handed over there is no exchange, and the flow of data ends here.",
    ),
    bad="""
    paths:
      rail-sea:
        title: Rail–sea transport
        exchanges: [{from: shipper, to: forwarder, channel: email}]
    """,
    good="""
    paths:
      rail-sea:
        title: Rail–sea transport
        exchanges: [{from: shipper, to: forwarder, data: booking-form, channel: email}]
    """,
)
def nothing_handed_over(chain: Chain) -> Iterator[Breach]:
    for path, index, one in _exchanges(chain):
        if not one.data and one.goods is None and one.money is None:
            yield Breach(
                path.id,
                Text(
                    zh=f"“{one.sender}”交给“{one.receiver}”什么？这里没有写",
                    en=f"“{one.sender}” hands something to “{one.receiver}”, but it is not said what",
                ),
                Text(zh="写上 data、goods 或 money", en="Add data, goods or money"),
                ("exchanges", index, "from"),
                on_key=True,
            )


@rule(
    "S408",
    "exchange-without-channel",
    Severity.WARNING,
    title=Text(zh="交互要说明走哪个渠道", en="An exchange names its channel"),
    reason=Text(
        zh="渠道决定快慢和出错的机会，也是断点最多的地方。",
        en="The channel decides on speed and errors; most breaks are found there.",
    ),
    bad="""
    paths:
      rail-sea:
        title: Rail–sea transport
        exchanges: [{from: shipper, to: forwarder, data: booking-form}]
    """,
    good="""
    paths:
      rail-sea:
        title: Rail–sea transport
        exchanges: [{from: shipper, to: forwarder, data: booking-form, channel: email}]
    """,
)
def exchange_without_channel(chain: Chain) -> Iterator[Breach]:
    choices = ", ".join(CHANNELS)
    for path, index, one in _exchanges(chain):
        if one.channel is None and one.data:
            yield Breach(
                path.id,
                Text(
                    zh=f"“{one.sender}”到“{one.receiver}”的交互没有渠道",
                    en=f"The exchange from “{one.sender}” to “{one.receiver}” has no channel",
                ),
                Text(zh=f"写上 channel: {choices}", en=f"Add channel: {choices}"),
                ("exchanges", index, "from"),
                on_key=True,
            )


@rule(
    "S409",
    "exchange-by-hand",
    Severity.HINT,
    title=Text(zh="数据走系统，不走纸和电话", en="Data goes through systems, not by paper or phone"),
    reason=Text(
        zh="纸和电话传的数据要重新录入，会慢、会错、查不到。",
        en="What comes by paper or phone is typed again: slowly, with errors, and without a trace.",
    ),
    bad="""
    paths:
      rail-sea:
        title: Rail–sea transport
        exchanges: [{from: shipper, to: forwarder, data: booking-form, channel: paper}]
    data:
      booking-form: {title: {zh: 订舱单, en: Booking form}}
    """,
    good="""
    paths:
      rail-sea:
        title: Rail–sea transport
        exchanges: [{from: shipper, to: forwarder, data: booking-form, channel: system, system: rail-booking}]
    """,
)
def exchange_by_hand(chain: Chain) -> Iterator[Breach]:
    for path, index, one in _exchanges(chain):
        if one.channel in {"paper", "phone"} and one.data:
            known = (chain.elements.get(key) for key in one.data)
            what = joined(element.title for element in known if element is not None)
            channel = CHANNELS[one.channel]
            yield Breach(
                path.id,
                Text(
                    zh=f"“{what.in_('zh')}”从“{one.sender}”到“{one.receiver}”走{channel.in_('zh')}",
                    en=f"“{what.in_('en')}” goes from “{one.sender}” to “{one.receiver}” by {channel.in_('en')}",
                ),
                Text(
                    zh="在目标流程里改走系统，或写成发现 (findings: type: break)",
                    en="Let it go through a system in the to-be flow, or record it as a finding of type break",
                ),
                ("exchanges", index, "channel"),
            )


@rule(
    "S410",
    "exchange-system-not-named",
    Severity.WARNING,
    title=Text(zh="走系统的交互要写明哪个系统", en="An exchange through a system names it"),
    reason=Text(
        zh="“走系统”不等于互通：不知道是哪个系统，就不知道两边连没连上。",
        en="Through a system is not yet connected: which one decides whether both sides can read it.",
    ),
    bad="""
    paths:
      rail-sea:
        title: Rail–sea transport
        exchanges: [{from: shipper, to: forwarder, data: booking-form, channel: system}]
    """,
    good="""
    paths:
      rail-sea:
        title: Rail–sea transport
        exchanges: [{from: shipper, to: forwarder, data: booking-form, channel: system, system: rail-booking}]
    """,
)
def exchange_system_not_named(chain: Chain) -> Iterator[Breach]:
    for path, index, one in _exchanges(chain):
        if one.channel == "system" and one.system is None:
            yield Breach(
                path.id,
                Text(
                    zh=f"“{one.sender}”到“{one.receiver}”走系统，没有写是哪个",
                    en=f"“{one.sender}” to “{one.receiver}” goes through a system that is not named",
                ),
                Text(zh="写上 system: 系统编号", en="Add system: and the id of a system"),
                ("exchanges", index, "channel"),
            )


@rule(
    "S411",
    "exchange-party-not-on-path",
    Severity.WARNING,
    title=Text(zh="交互的双方都在路径的职责表里", en="Both parties of an exchange stand in the path's RACI"),
    reason=Text(
        zh="参与交接却没有职责的主体，多半是职责表漏了它。",
        en="A party that hands over but has no part in the work is mostly missing from the RACI.",
    ),
    bad="""
    actors:
      shipper: {title: Shipper, type: enterprise}
      forwarder: {title: Forwarder, type: enterprise}
      railway: {title: Railway, type: operator}
    paths:
      rail-sea:
        title: Rail–sea transport
        connects: {booking: {R: forwarder, A: shipper}}
        exchanges: [{from: forwarder, to: railway, data: booking-form, channel: email}]
    """,
    good="""
    actors:
      shipper: {title: Shipper, type: enterprise}
      forwarder: {title: Forwarder, type: enterprise}
      railway: {title: Railway, type: operator}
    paths:
      rail-sea:
        title: Rail–sea transport
        connects: {booking: {R: forwarder, A: shipper, C: railway}}
        exchanges: [{from: forwarder, to: railway, data: booking-form, channel: email}]
    """,
)
def exchange_party_not_on_path(chain: Chain) -> Iterator[Breach]:
    actors = tree(chain, "actor-parent")
    for path in chain.engagement.of(Path):
        named = {who for raci in path.connects.values() for who in raci.everybody}
        if not named:
            continue
        missing: dict[str, tuple[str | int, ...]] = {}
        for index, one in enumerate(path.exchanges):
            for field, who in (("from", one.sender), ("to", one.receiver)):
                if who in chain.elements and not any(actors.related(who, one) for one in named):
                    missing.setdefault(who, ("exchanges", index, field))
        for who, where in missing.items():
            yield Breach(
                path.id,
                Text(
                    zh=f"“{who}”参与交接，却不在这条路径的 RACI 里",
                    en=f"“{who}” takes part in an exchange, but stands in no RACI of this path",
                ),
                Text(zh="在 connects 里给它一项职责 (R、A、C 或 I)", en="Give it a part under connects: R, A, C or I"),
                where,
            )


@rule(
    "S412",
    "exchange-with-itself",
    Severity.ERROR,
    title=Text(zh="交互的双方不是同一个主体", en="An exchange has two parties"),
    reason=Text(
        zh="自己交给自己不是交接。",
        en="What one hands to oneself is not handed over.",
    ),
    bad="""
    paths:
      rail-sea:
        title: Rail–sea transport
        exchanges: [{from: forwarder, to: forwarder, data: booking-form, channel: email}]
    """,
    good="""
    paths:
      rail-sea:
        title: Rail–sea transport
        exchanges: [{from: shipper, to: forwarder, data: booking-form, channel: email}]
    """,
)
def exchange_with_itself(chain: Chain) -> Iterator[Breach]:
    for path, index, one in _exchanges(chain):
        if one.sender == one.receiver:
            yield Breach(
                path.id,
                Text(zh=f"“{one.sender}”交给自己", en=f"“{one.sender}” hands over to itself"),
                Text(zh="写上真正的交出方和接收方", en="Name the party that hands over, and the one that receives"),
                ("exchanges", index, "to"),
            )


@rule(
    "S413",
    "path-without-exchanges",
    Severity.WARNING,
    title=Text(zh="多方参与的路径要有交互", en="A path of several parties has exchanges"),
    reason=Text(
        zh="几方都在场却什么也不交接，协同就还没有说清。",
        en="Where several parties take part and hand nothing over, their working together is not told yet.",
    ),
    bad="""
    paths:
      rail-sea:
        title: Rail–sea transport
        connects: {booking: {R: forwarder, A: shipper}}
    """,
    good="""
    paths:
      rail-sea:
        title: Rail–sea transport
        connects: {booking: {R: forwarder, A: shipper}}
        exchanges: [{from: shipper, to: forwarder, data: booking-form, channel: email}]
    """,
)
def path_without_exchanges(chain: Chain) -> Iterator[Breach]:
    for path in chain.engagement.of(Path):
        if not path.exchanges and len(path.participants) > 1:
            yield Breach(
                path.id,
                Text(
                    zh=f"路径“{path.id}”有 {len(path.participants)} 方参与，却没有交互",
                    en=f"Path “{path.id}” has {len(path.participants)} parties and no exchange",
                ),
                Text(zh="在 exchanges 里写明谁把什么交给谁", en="Say under exchanges who hands what to whom"),
            )


@rule(
    "S414",
    "idle-actor",
    Severity.WARNING,
    title=Text(zh="每个主体都要参与一件事", en="Every actor takes part in something"),
    reason=Text(
        zh="什么也不做的主体，要么漏了它的职责，要么不该列在这里。",
        en="An actor that does nothing is either missing from a path, or need not be here.",
    ),
    bad="""
    actors:
      insurer: {title: Insurer, type: enterprise}
    """,
    good="""
    actors:
      insurer: {title: Insurer, type: enterprise}
    systems:
      claims: {title: Claims system, owner: insurer}
    """,
)
def idle_actor(chain: Chain) -> Iterator[Breach]:
    if not chain.engagement.complete or chain.engagement.broken:
        return
    actors = tree(chain, "actor-parent")
    busy: set[str] = set()
    for key, links in chain.incoming.items():
        here: str | None = key if any(link.relation.name != "actor-parent" for link in links) else None
        while here is not None and here not in busy:  # what an actor does, does the one it belongs to
            busy.add(here)
            here = actors.parent.get(here)
    for actor in chain.engagement.of(Actor):
        if actor.id not in busy:
            yield Breach(
                actor.id,
                Text(zh=f"主体“{actor.id}”没有参与任何事", en=f"Actor “{actor.id}” takes part in nothing"),
                Text(zh="在一条路径里给它职责，或删掉它", en="Give it a part on a path, or take it out"),
            )


def _exchanges(chain: Chain) -> Iterator[tuple[Path, int, Exchange]]:
    for path in chain.engagement.of(Path):
        for index, exchange in enumerate(path.exchanges):
            yield path, index, exchange


RULES: Final = (
    nothing_handed_over,
    exchange_without_channel,
    exchange_by_hand,
    exchange_system_not_named,
    exchange_party_not_on_path,
    exchange_with_itself,
    path_without_exchanges,
    idle_actor,
)
"""These rules."""
