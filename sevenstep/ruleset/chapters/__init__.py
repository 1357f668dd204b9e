"""Rules on an author's own chapters: what they name exists, and what they show can be shown."""

from typing import Final

from sevenstep.ruleset.chapters.s830_chapter_too_full import chapter_too_full
from sevenstep.ruleset.chapters.s831_chapter_unknown_element import chapter_unknown_element
from sevenstep.ruleset.chapters.s832_chapter_unclear_mark import chapter_unclear_mark
from sevenstep.ruleset.chapters.s833_chapter_unknown_picture import chapter_unknown_picture
from sevenstep.ruleset.chapters.s834_chapter_unknown_table import chapter_unknown_table
from sevenstep.ruleset.chapters.s835_chapter_no_such_value import chapter_no_such_value
from sevenstep.ruleset.chapters.s836_chapter_without_title import chapter_without_title
from sevenstep.ruleset.chapters.s837_chapter_dead_link import chapter_dead_link
from sevenstep.ruleset.chapters.s838_chapter_block_in_text import chapter_block_in_text
from sevenstep.ruleset.chapters.s839_chapter_not_translated import chapter_not_translated
from sevenstep.ruleset.rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    chapter_too_full,
    chapter_unknown_element,
    chapter_unclear_mark,
    chapter_unknown_picture,
    chapter_unknown_table,
    chapter_no_such_value,
    chapter_without_title,
    chapter_dead_link,
    chapter_block_in_text,
    chapter_not_translated,
)
