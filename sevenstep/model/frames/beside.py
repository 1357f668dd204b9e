"""Why elements of the programme stand in no picture of the chain."""

from collections.abc import Mapping
from typing import Final

from sevenstep.model.kind import Where

BESIDE: Final[Mapping[Where, str]] = {
    Where.CHAIN: "it frames the chain and adds no step to it",
    Where.TRACE: "it frames the chain: what it brings about is traced for itself",
    Where.OWN_TRACE: "it frames the chain: its page lists what it is about",
}
