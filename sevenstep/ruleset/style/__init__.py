"""Rules of naming and style. They are off until an engagement switches them on."""

from typing import Final

from sevenstep.ruleset.rule import Rule
from sevenstep.ruleset.style.s851_id_style import id_style
from sevenstep.ruleset.style.s852_title_ends_in_punctuation import title_ends_in_punctuation
from sevenstep.ruleset.style.s853_title_starts_small import title_starts_small
from sevenstep.ruleset.style.s854_half_width_punctuation import half_width_punctuation
from sevenstep.ruleset.style.s855_no_description import no_description
from sevenstep.ruleset.style.s856_id_says_nothing import id_says_nothing

RULES: Final[tuple[Rule, ...]] = (
    id_style,
    title_ends_in_punctuation,
    title_starts_small,
    half_width_punctuation,
    no_description,
    id_says_nothing,
)
