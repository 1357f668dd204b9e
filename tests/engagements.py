"""Engagements out of one text, for tests that need many of them and no folder that stays."""

from pathlib import Path
from tempfile import TemporaryDirectory

from sevenstep.chain.graph import Chain
from sevenstep.checking.load import load_and_check


def chain_of(text: str) -> Chain:
    """The chain of an engagement that is written in one file."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "engagement.yaml").write_text(text, encoding="utf-8")
        chain = load_and_check(Path(folder)).chain
    assert chain is not None
    return chain
