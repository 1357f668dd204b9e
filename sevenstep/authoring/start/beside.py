"""What stands beside a new engagement: settings of editors, and a file for CI."""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from sevenstep import resources
from sevenstep.authoring.start.spoken import spoken
from sevenstep.language import Choice, Language


class Ci(Choice):
    """Who checks the model at every push."""

    NONE = "none", "不要", "none"
    GITHUB = "github", "GitHub Actions", "GitHub Actions"
    GITLAB = "gitlab", "GitLab CI", "GitLab CI"


_EDITOR: Final = {
    ".editorconfig": "editorconfig",
    ".vscode/settings.json": "settings.json",
    ".vscode/extensions.json": "extensions.json",
}
_CI: Final = Ci.each({Ci.NONE: "", Ci.GITHUB: ".github/workflows/sevenstep.yml", Ci.GITLAB: ".gitlab-ci.yml"})


def editor_files(languages: Sequence[Language]) -> dict[str, str]:
    """The settings of editors, by their names in the engagement's folder."""
    return {name: _template(template, languages) for name, template in _EDITOR.items()}


def ci_file(folder: Path, ci: Ci, languages: Sequence[Language]) -> tuple[Path, str] | None:
    """Where the file for CI stands and what it holds; CI looks for it at the root of the repository.

    The root is the nearest folder with ``.git``, from `folder` upwards; where there is none, `folder` becomes it.
    """
    if ci is Ci.NONE:
        return None
    here = Path(os.path.realpath(folder))
    root = next((place for place in (here, *here.parents) if (place / ".git").exists()), here)
    text = _template(f"{ci.value}.yml", languages)
    inner = here.relative_to(root).as_posix()
    said = text.replace("{{folder}}", json.dumps(inner, ensure_ascii=False)).replace("{{language}}", languages[0])
    return (folder if root == here else root) / _CI[ci], said


def _template(name: str, languages: Sequence[Language]) -> str:
    return spoken((resources.templates() / "beside" / name).read_text(encoding="utf-8"), languages)
