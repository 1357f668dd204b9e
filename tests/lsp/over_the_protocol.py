"""Driving the server as an editor does, from tests that are functions of their own.

Each test has an event loop in a thread of its own: browsers that are driven in the same process leave one running in
the first, and pytest-lsp's fixtures would be refused there.
"""

import asyncio
import functools
import sys
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from weakref import WeakKeyDictionary

import pytest
from lsprotocol import types
from pytest_lsp import LanguageClient, client_capabilities, make_test_lsp_client

EDITORS = ("visual-studio-code", "neovim")
"""One that counts UTF-16 units, and one that agrees on bytes of UTF-8."""
FACE = "# 😀 通关\n"
GOALS = FACE + "goals:\n  G1: {title: {zh: 更快通关😀, en: Faster clearance}}\n"
INDICATORS = FACE + "indicators:\n  I1: {title: {zh: 😀时间, en: Time}, measures: [G1], unit: h, direction: decrease}\n"
ENCODINGS: WeakKeyDictionary[LanguageClient, tuple[str, int]] = WeakKeyDictionary()
"""What the editor and the server agreed to count in: the encoding, and the bytes of a unit."""
_CODECS = {
    None: ("utf-16-le", 2),
    types.PositionEncodingKind.Utf16: ("utf-16-le", 2),
    types.PositionEncodingKind.Utf8: ("utf-8", 1),
    types.PositionEncodingKind.Utf32: ("utf-32-le", 4),
}
_PATIENCE = 240

Test = Callable[[LanguageClient, Path], Awaitable[None]]


def driven(test: Test) -> Callable[[str, Path], None]:
    """The test, run once for each editor with a small engagement in a folder whose name has a blank and Chinese."""

    async def session(editor: str, folder: Path) -> None:
        client = make_test_lsp_client()
        for asked_back in (
            types.CLIENT_REGISTER_CAPABILITY,
            types.WORKSPACE_CODE_LENS_REFRESH,
            types.WORKSPACE_INLAY_HINT_REFRESH,
        ):
            client.feature(asked_back)(lambda *_: None)
        await client.start_io(sys.executable, "-m", "sevenstep", "lsp")
        try:
            capabilities = client_capabilities(editor)
            params = types.InitializeParams(capabilities=capabilities, root_uri=folder.as_uri(), locale="en")
            result = await client.initialize_session(params)
            ENCODINGS[client] = _CODECS[result.capabilities.position_encoding]
            await test(client, folder)
            await client.shutdown_session()
        finally:
            await client.stop()

    @pytest.mark.parametrize("editor", EDITORS)
    @functools.wraps(test)
    def run(editor: str, tmp_path: Path) -> None:
        folder = tmp_path / "西部 通道"
        folder.mkdir()
        (folder / "engagement.yaml").write_text("id: s\ntitle: {zh: 样例, en: Sample}\n", encoding="utf-8")
        (folder / "goals.yaml").write_text(GOALS, encoding="utf-8")
        (folder / "indicators.yaml").write_text(INDICATORS, encoding="utf-8")
        with ThreadPoolExecutor(1) as thread:
            timed = asyncio.wait_for(session(editor, folder), _PATIENCE)
            thread.submit(asyncio.run, timed).result()

    del run.__wrapped__  # pytest would ask for the arguments of what is wrapped
    return run
