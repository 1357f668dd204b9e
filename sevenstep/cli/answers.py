"""What is given by options: ``NAME=VALUE``, and texts in one language or several."""

from collections.abc import Iterable, Sequence

from sevenstep.failure import Failure
from sevenstep.language import LANGUAGES, Language, Text


def texts(given: Iterable[str], languages: Sequence[Language]) -> Text:
    """One text out of ``zh=…`` and ``en=…``, or of words that serve for all of the `languages`; raises Failure."""
    said: dict[str, str] = {}
    for one in given:
        key, equals, words = one.partition("=")
        name = key.strip().casefold()
        if equals and name in LANGUAGES:
            said[name] = " ".join(words.split())  # a title is one line
        else:
            said["plain"] = " ".join(one.split())
    if "plain" in said and len(said) > 1:
        raise Failure(
            Text(zh="一个名称不能既分语言写又不分", en="A title is given per language, or once for all"),
            Text(zh="写成 zh=… 和 en=…", en="Write zh=… and en=…"),
        )
    if not all(said.values()):
        raise Failure(Text(zh="名称是空的", en="The title is empty"))
    if len(languages) == 1 and set(said) == {languages[0]}:
        return Text(plain=said[languages[0]])
    return Text(**said)
