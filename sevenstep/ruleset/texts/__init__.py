"""Rules on what people read: translations, units and tags, length, leftovers, terms, stops of the story."""

from typing import Final

from sevenstep.ruleset.rule import Rule
from sevenstep.ruleset.texts.s803_missing_translation import missing_translation
from sevenstep.ruleset.texts.s804_title_too_long import title_too_long
from sevenstep.ruleset.texts.s805_leftover import leftover
from sevenstep.ruleset.texts.s806_forbidden_term import forbidden_term
from sevenstep.ruleset.texts.s807_translated_otherwise import translated_otherwise
from sevenstep.ruleset.texts.s808_same_title import same_title
from sevenstep.ruleset.texts.s845_unknown_mention import unknown_mention
from sevenstep.ruleset.texts.s846_loose_footnote import loose_footnote
from sevenstep.ruleset.texts.s848_story_unknown import story_unknown
from sevenstep.ruleset.texts.s849_unit_in_one_language import unit_in_one_language
from sevenstep.ruleset.texts.s850_tag_in_one_language import tag_in_one_language

RULES: Final[tuple[Rule, ...]] = (
    missing_translation,
    title_too_long,
    leftover,
    forbidden_term,
    translated_otherwise,
    same_title,
    unknown_mention,
    loose_footnote,
    story_unknown,
    unit_in_one_language,
    tag_in_one_language,
)
