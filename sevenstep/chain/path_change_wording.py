"""What becomes of an exchange, in words: for the picture, the pages and the terminal alike."""

from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.chain.path_changes import ExchangeChange
from sevenstep.language import Text, joined
from sevenstep.model.step4_paths import Exchange

_NOT_SAID: Final = Text(zh="未写明", en="not said")


def said_number(change: ExchangeChange) -> Text:
    """Its number on the to-be path; of one that is dropped, the old one, called so."""
    if change.after_number is None:
        return Text(zh=f"原{change.before_number}", en=f"old {change.before_number}")
    return Text(plain=str(change.after_number))


def what(chain: Chain, exchange: Exchange) -> Text:
    """What is handed over."""
    known = [chain.elements[key].title if key in chain.elements else Text(plain=key) for key in exchange.data]
    things = [*known, *(thing for thing in (exchange.goods, exchange.money) if thing is not None)]
    return joined(things) if things else _NOT_SAID


def said_fate(chain: Chain, change: ExchangeChange) -> Text:
    """What becomes of it, in words: of one that changes, each thing that does, before and after."""
    parts = differences(chain, change)
    if not parts:
        return change.fate.label
    return joined((change.fate.label, joined(parts, zh="；", en="; ")), zh="：", en=": ")


def differences(chain: Chain, change: ExchangeChange) -> list[Text]:
    """Each thing in which an exchange differs, before and after."""
    old, new = change.before, change.after
    if old is None or new is None:
        return []
    found: list[Text] = []
    if change.parties:
        found.append(_was(parties(chain, old)))
    if change.content:
        found.append(_was(what(chain, old)))
    if change.channel:
        found.append(_arrow(*(one.channel.label if one.channel else _NOT_SAID for one in (old, new))))
    if change.system and (old.system or not change.channel):
        found.append(_arrow(*(_title(chain, one.system) for one in (old, new))))
    elif change.system:
        found.append(_title(chain, new.system))
    return found


def _was(said: Text) -> Text:
    return said.inserted_into(zh="原为{}", en="was {}")


def _arrow(before: Text, after: Text) -> Text:
    return joined((before, after), zh="→", en=" → ")


def parties(chain: Chain, exchange: Exchange) -> Text:
    return _arrow(_title(chain, exchange.sender), _title(chain, exchange.receiver))


def _title(chain: Chain, key: str | None) -> Text:
    if key is None:
        return Text(zh="无系统", en="no system")
    return chain.elements[key].title if key in chain.elements else Text(plain=key)
