"""``sevenstep serve``: the site, live."""

import tempfile
from pathlib import Path
from typing import Annotated, Final

import typer

from sevenstep.cli.console import said, speak
from sevenstep.cli.options import Folder, Lang, language_of

SHORT: Final = said(zh="边写边看：在本机浏览站点。", en="Show the site live while you write.")
HELP: Final = said(
    zh="在本机浏览站点；YAML 一改就重新生成。",
    en="Show the site on this machine; it is built anew when a YAML file changes.",
)


Port = Annotated[
    int,
    typer.Option("--port", "-p", min=1, max=65535, help=said(zh="端口。", en="The port.")),
]


def serve(folder: Folder, port: Port = 8000, lang: Lang = None) -> None:
    """Run the command."""
    speak(language_of(lang))
    from sevenstep import pipeline
    from sevenstep.publish import serve as server

    checked = pipeline.check(folder)  # where there is no engagement, say so before anything is started
    with tempfile.TemporaryDirectory(prefix="sevenstep-serve-", ignore_cleanup_errors=True) as scratch:
        site = Path(scratch) / "site"

        def build_site() -> Path:
            nonlocal checked
            checked = pipeline.check(folder, before=checked)
            pipeline.publish(checked, folder, site, despite_errors=True)
            return site

        def ready(address: str) -> None:
            print(said(zh=f"站点在 {address}（Ctrl+C 结束）", en=f"The site is at {address} (Ctrl+C ends)"), flush=True)

        server.serve(build_site, folder, port, ready)
