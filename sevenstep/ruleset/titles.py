"""Elements in messages are called by their titles; rules write ids, which never mean two things.

An id in quotation marks, ``“customs”``, is shown as the title of that element in the language of the message. It stays
where nothing has that id, where it may as well be a title that is quoted, and where two that are named would be called
the same. Baselines know messages by their ids (`plain`), so that a title may change.
"""

import re
import unicodedata
from collections import Counter
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.language import LANGUAGES, Language, Text
from sevenstep.memory import per_chain
from sevenstep.model.element import Element
from sevenstep.model.step7_flows import Node
from sevenstep.model.values import same_words

_BEGIN, _END = "\ufdd0", "\ufdd1"  # noncharacters: no text holds them
_QUOTED: Final = re.compile(rf"“([^“”\n]{{1,200}})”|{_BEGIN}([^{_END}]+){_END}")
_LONGEST: Final = 60  # half-width letters: more than a title should have
_INNER: Final = str.maketrans("“”", "‘’")


def unquoted(key: str) -> str:
    """An id without quotation marks, as the baselines know a few messages; it is shown as a quoted title."""
    return f"{_BEGIN}{key}{_END}"


def plain(text: str) -> str:
    """A message of a rule as it is written, with ids: what it is known by over time."""
    return text.replace(_BEGIN, "").replace(_END, "")


def with_titles(chain: Chain, message: Text, holder: str) -> Text:
    """The message of something in `holder` (an id, or nothing) with titles for ids."""
    if not any(_QUOTED.search(said) for said in message.wordings()):
        return message
    zh, en = (_put(chain, message.for_language(language), holder, language) for language in LANGUAGES)
    return Text(zh=zh, en=en)


def _put(chain: Chain, said: str, holder: str, language: Language) -> str:
    keys = {quotation[1] or quotation[2] for quotation in _QUOTED.finditer(said)}
    meant = {key: element for key in keys if (element := _meant(chain, key, holder)) is not None}
    titles = {key: _short(element.title.for_language(language)) or key for key, element in meant.items()}
    same = Counter(same_words(titles.get(key, key)) for key in keys)

    def quoted(found: re.Match[str]) -> str:
        key = found[1] or found[2]
        title = titles.get(key, key)
        return f"“{title if same[same_words(title)] == 1 else key}”" if found[1] or key in meant else key

    return _QUOTED.sub(quoted, said)


def _meant(chain: Chain, key: str, holder: str) -> Element | None:
    """The one element that `key` can mean in a message of something in `holder`: steps have short ids in their flow."""
    flow, _, step = holder.partition("/")
    both = [
        element for element in (chain.elements.get(key), chain.elements.get(f"{flow}/{key}")) if element is not None
    ]
    if len(both) > 1 and flow != step:
        node = chain.elements.get(holder)
        ways = (node.next or ()) if isinstance(node, Node) else ()
        both = [
            element for element in both if element.id in (holder, flow) or (key in ways and isinstance(element, Node))
        ] or both
    if len(both) != 1 or _titled(chain).get(key, both[0].id) != both[0].id:
        return None
    return both[0]


def _short(title: str) -> str:
    said = " ".join(title.split()).translate(_INNER)
    room = _LONGEST
    for index, character in enumerate(said):
        room -= 2 if unicodedata.east_asian_width(character) in "WF" else 1
        if room < 0:
            head = said[: index - 1]
            return f"{(head.rpartition(' ')[0] if ' ' in head[index // 2 :] else head).rstrip(' ,，、；;')}…"
    return said


@per_chain
def _titled(chain: Chain) -> dict[str, str]:
    """The id of an element with this title."""
    return {said: element.id for element in chain.elements.values() for said in element.title.wordings()}
