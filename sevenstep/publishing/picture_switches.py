"""What a reader can switch in a picture on its page: what it is coloured by, and today, the design or what changes.

Radio buttons beside the picture do it, by the classes that its parts have (`site/styles/sevenstep/heat.css`).
"""

import re
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagrams.looks.fates import GONE, NEW
from sevenstep.diagrams.looks.heats import style_names
from sevenstep.language import Language
from sevenstep.publishing.views import HeatSwitch, Switches

_HEAT: Final = re.compile(r"\bheat-([a-z0-9]+)-([0-4])\b")


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
    return Switches(tuple(found), has_variants=GONE in content or NEW in content)


def _told(name: str) -> bool:
    """Whether the lowest grade is more than nothing: a target that is reached."""
    return name == "gap"
