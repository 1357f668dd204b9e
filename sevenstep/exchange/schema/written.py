"""A schema as the text of a file, and the one that lies beside an engagement."""

import json
from pathlib import Path

from sevenstep.exchange.schema.forms import Schema
from sevenstep.exchange.schema.schema import schema
from sevenstep.output.files import write_file
from sevenstep.source.binding import SCHEMA_FILE
from sevenstep.source.guard import Sources


def schema_text(made: Schema) -> str:
    """The schema on few lines: no person reads it, and editors read it at every start."""
    parts = {key: json.dumps(value, ensure_ascii=False, separators=(",", ":")) for key, value in made.items()}
    definitions = ",\n".join(
        f"{json.dumps(name)}:{json.dumps(value, ensure_ascii=False, separators=(',', ':'))}"
        for name, value in made["$defs"].items()
    )
    parts["$defs"] = f"{{\n{definitions}\n}}"
    return "{\n" + ",\n".join(f"{json.dumps(key)}:{value}" for key, value in parts.items()) + "\n}\n"


def write_beside(folder: Path, made: Schema | None = None) -> bool:
    """Write the schema to where the files of the engagement in `folder` look for it; false where it is there already.

    Raises Failure.
    """
    path = folder / SCHEMA_FILE
    content = schema_text(made if made is not None else schema()).encode()
    if path.is_file() and not path.is_symlink() and path.read_bytes() == content:
        return False
    write_file(path, content, Sources(folder), below=folder)
    return True
