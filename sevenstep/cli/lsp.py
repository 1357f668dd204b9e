"""``sevenstep lsp``: the language server, for editors."""

import sys
from importlib.util import find_spec
from typing import Final

from sevenstep.cli.console import speak, t
from sevenstep.cli.options import Lang, language_of
from sevenstep.failure import Failure
from sevenstep.language import Text

SHORT: Final = t(zh="语言服务器，由编辑器启动。", en="The language server; an editor starts it.")
HELP: Final = t(
    zh="语言服务器：编辑器启动它，边写边检查、补全、跳转（标准输入输出）。",
    en="The language server: an editor starts it and gets problems, completion and navigation (standard input/output).",
)


def lsp(lang: Lang = None) -> None:
    """Run the command."""
    speak(language_of(lang))
    if find_spec("pygls") is None or find_spec("pypinyin") is None:
        raise Failure(
            Text(zh="没有安装语言服务器所需的库", en="The libraries of the language server are not installed"),
            Text(zh='运行 pip install "sevenstep[lsp]"', en='Run pip install "sevenstep[lsp]"'),
        )
    if sys.stdin.isatty():
        print(
            t(zh="由编辑器启动，不在终端里用；Ctrl+C 结束。", en="An editor starts this; Ctrl+C ends it."),
            file=sys.stderr,
        )
    from sevenstep.lsp.features import make_server

    make_server(lang and language_of(lang)).start_io()
