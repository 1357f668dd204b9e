"""What binds a file of an engagement to the schema that lies beside the engagement, for editors of YAML."""

from pathlib import PurePosixPath
from typing import Final

SCHEMA_FILE: Final = ".sevenstep/schema.json"
"""Where the schema lies in the engagement's folder; the folder is hidden, so it is no part of the engagement."""
_BINDING: Final = "# yaml-language-server: $schema="


def binding(file: str) -> str:
    """The first line of a file of an engagement, which names the schema from where the file stands.

    `file` is relative to the engagement's folder, with forward slashes. Whoever makes a file writes this line, and
    whoever makes the folder writes the schema: ``sevenstep schema FOLDER``.
    """
    up = "../" * (len(PurePosixPath(file).parts) - 1)
    return f"{_BINDING}{up}{SCHEMA_FILE}"
