"""Chinese text cut into words, so that search finds a word amid a sentence."""

import logging
import re
from typing import Any, Final

from sevenstep.memory import by_content, per_process

BREAK: Final = "\u200b"
"""Stands between words: no reader sees it, and search takes it for a separator."""
_HAN: Final = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]+")
_WORDS: Final = ("堵点", "断点", "盲点", "一单制", "痛点", "业务事项", "任务场景", "协同路径")
"""Words of the method that the dictionary does not have; without them search would cut them apart."""


def segmented(text: str) -> str:
    """The text with a BREAK between Chinese words."""
    return _HAN.sub(lambda found: f"{BREAK}{_cut(found[0])}{BREAK}", text).strip(BREAK)


@by_content(100_000)
def _cut(run: str) -> str:
    return BREAK.join(_segmenter().cut(run))


@per_process
def _segmenter() -> Any:
    """A dictionary of our own, loaded when the first Chinese word is met: that of the library stays as it is."""
    import jieba

    level = jieba.default_logger.level
    jieba.setLogLevel(logging.WARNING)
    try:
        tokenizer = jieba.Tokenizer()
        for word in _WORDS:
            tokenizer.add_word(word)
    finally:
        jieba.setLogLevel(level)
    return tokenizer
