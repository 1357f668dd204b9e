"""What a reader can switch in a picture on its page: what it is coloured by, by which channel, and today, the design or
what changes.

Radio buttons beside the picture do it, by the classes that its parts have (`site/styles/sevenstep/heat.css`).
"""

import re
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagrams.looks.channels import text_of
from sevenstep.diagrams.looks.fates import GONE, NEW
from sevenstep.diagrams.looks.heats import style_names
from sevenstep.language import Language
from sevenstep.model.choices import Channel
from sevenstep.publishing.views import ChannelSwitch, HeatSwitch, Switches

_HEAT: Final = re.compile(r"\bheat-([a-z0-9]+)-([0-4])\b")
_MARK: Final = re.compile(r'class="node grid-mark channel-[a-z-]+( by-[^"]*)"')


def switches(chain: Chain, content: str, language: Language) -> Switches:
    """What can be switched in a picture with that content; a heat that has but one grade tells nothing apart."""
    levels: dict[str, set[int]] = {}
    for name, level in _HEAT.findall(content):
        levels.setdefault(name, set()).add(int(level))
    found = []
    for name, heat in style_names(chain).items():
        here = levels.get(name, set())
        if any(here):
            grades = tuple(
                (level, heat.says[level].for_language(language)) for level in sorted(here) if level or _told(name)
            )
            found.append(HeatSwitch(name, heat.title.for_language(language), grades))
    variants = GONE in content or NEW in content
    return Switches(tuple(found), variants, _channels(content, language))


def _channels(content: str, language: Language) -> tuple[ChannelSwitch, ...]:
    """The channels by which the marks of a matrix can be chosen; a single one tells nothing apart."""
    here = {name.removeprefix("by-") for classes in set(_MARK.findall(content)) for name in classes.split()}
    known = {**{str(channel): str(channel) for channel in Channel}, "unsaid": ""}
    found = (ChannelSwitch(name, text_of(key).for_language(language)) for name, key in known.items() if name in here)
    return tuple(found) if len(here) > 1 else ()


def _told(name: str) -> bool:
    """Whether the lowest grade is more than nothing: a target that is reached, the lowest level."""
    return name in {"gap", "maturity", "idle"}
