"""The recipes of python.md run, in both languages, and say what is shown behind them."""

import ast
import contextlib
import io

import pytest

from tests.docs.document import Document, versions

each = pytest.mark.parametrize("document", versions("python"), ids=lambda document: document.name)


def said(code: str, names: dict[str, object]) -> str:
    """What a notebook shows when the code has run: what is printed, and the value of the last expression."""
    body = ast.parse(code).body
    last = body.pop() if isinstance(body[-1], ast.Expr) else None
    with contextlib.redirect_stdout(io.StringIO()) as shown:
        exec(compile(ast.Module(body, []), "recipe", "exec"), names)
        if (
            last is not None
            and (value := eval(compile(ast.Expression(last.value), "recipe", "eval"), names)) is not None
        ):
            print(repr(value))
    return shown.getvalue().strip()


@each
def test_recipes_say_what_is_shown(document: Document, folder, tmp_path, monkeypatch):
    (tmp_path / "models").symlink_to(folder / "models")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SEVENSTEP_LANG", document.language)
    names: dict[str, object] = {}
    blocks = document.blocks
    recipes = 0
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        if block.language == "python":
            shown = said(block.text, names)
            assert following is not None and following.language == "text", block.text
            assert shown == following.text.strip(), block.text
            recipes += 1
    assert recipes >= 10
