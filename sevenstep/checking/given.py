"""What callers give, as they have it: a model or its folder, names of files and rules, a language."""

import os
from collections.abc import Iterable
from pathlib import Path

from sevenstep.checking.check import Checked
from sevenstep.checking.load import load_and_check
from sevenstep.failure import Failure
from sevenstep.language import LANGUAGES, Language, Text, user_language
from sevenstep.model.choices import Edition
from sevenstep.model.header import CheckSettings

PathName = str | os.PathLike[str]
"""A file or folder."""
Model = Checked | str | os.PathLike[str]
"""A checked engagement, or the folder of one that is to be read and checked."""
RuleNames = str | Iterable[str]
"""Rules by their codes, by what several codes begin with, or by their names."""


def checked_model(model: Model) -> Checked:
    """The model, read and checked where it is not yet; raises Failure."""
    return model if isinstance(model, Checked) else load_and_check(Path(model))


def language_of(language: Language | None) -> Language:
    """The language that is asked for, else that of the system; raises Failure for one that nothing is said in."""
    if language is None:
        return user_language()
    if language not in LANGUAGES:
        raise Failure(
            Text(zh=f"没有语言“{language}”", en=f"There is no language “{language}”"),
            Text(zh=f"可以写：{'、'.join(LANGUAGES)}", en=f"There are: {', '.join(LANGUAGES)}"),
        )
    return language


def edition_of(edition: Edition | str | None) -> Edition | None:
    """The edition that is asked for, None where none is; raises Failure for one that there is not."""
    if edition is None or edition in tuple(Edition):
        return Edition(edition) if edition is not None else None
    raise Failure(
        Text(zh=f"站点没有“{edition}”这一版", en=f"The site has no edition “{edition}”"),
        Text(zh=f"可以写：{'、'.join(Edition)}", en=f"There are: {', '.join(Edition)}"),
    )


def path_of(given: PathName | None) -> Path | None:
    """The path, where one is given."""
    return Path(given) if given is not None else None


def settings_of(select: RuleNames, ignore: RuleNames) -> CheckSettings:
    """The settings that switch on some rules besides, and others off."""
    return CheckSettings.model_validate({"select": select, "ignore": ignore})
