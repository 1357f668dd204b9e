"""The wordings of a text, each with its path."""

from collections.abc import Iterator

from sevenstep.language import Text


def wordings(text: Text, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every wording of a text, with its path."""
    for language, said in (("zh", text.zh), ("en", text.en)):
        if said is not None:
            yield (*path, language), said
    if text.plain is not None:
        yield path, text.plain
