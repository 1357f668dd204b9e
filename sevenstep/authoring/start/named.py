"""What a new engagement is called, and in which languages it is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sevenstep.failure import Failure
from sevenstep.language import LANGUAGES, Language, Text
from sevenstep.model.quantity import InvalidValue
from sevenstep.model.values import as_title, id_problem
from sevenstep.source.document import Plain

DEFAULT_ID: Final = "my-engagement"


@dataclass(frozen=True, slots=True)
class Named:
    """The id of an engagement, its languages (the first is shown first), and its title where one is given."""

    id: str
    languages: tuple[Language, ...] = LANGUAGES
    title: Text | None = None

    def header(self) -> dict[str, Plain]:
        """What stands in its header under the keys of these; None for what is not said."""
        return {"id": self.id, "title": written_text(self.title), "languages": list(self.languages)}


def written_text(text: Text | None) -> Plain:
    """A text as it is written: one string, or one per language."""
    if text is None or text.plain is not None:
        return text.plain if text is not None else None
    said = {language: getattr(text, language) for language in LANGUAGES}
    return {language: wording for language, wording in said.items() if wording is not None}


def in_languages(text: Text, languages: Sequence[Language]) -> Plain:
    """A text of ours as it is written in an engagement of these languages."""
    if len(languages) == 1:
        return text.for_language(languages[0])
    return {language: text.for_language(language) for language in languages}


def named(folder: Path, languages: tuple[Language, ...], title: Text | None, given_id: str = "") -> Named:
    """How an engagement in `folder` is named; its id is the folder's name where none is given, and that can be one.

    Raises Failure where the id or the title cannot be used.
    """
    if given_id and (problem := id_problem(given_id)):
        raise Failure(problem, Text(zh="用 --id 另给一个", en="Give another one with --id"))
    folder_name = folder.resolve().name
    if title is not None:
        try:
            as_title(written_text(title))
        except InvalidValue as error:
            raise Failure(error.message, error.remedy) from error
    return Named(given_id or (DEFAULT_ID if id_problem(folder_name) else folder_name), languages, title)
