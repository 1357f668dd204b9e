"""``sevenstep serve``: the site, live."""

import signal
import tempfile
from pathlib import Path
from typing import Annotated, Final

import typer

from sevenstep.cli.console import speak, t
from sevenstep.cli.options import Folder, For, Lang, edition_of, language_of

SHORT: Final = t(zh="边写边看：在本机浏览站点。", en="Show the site live while you write.")
HELP: Final = t(
    zh="在本机浏览站点；YAML 一改就重新生成。",
    en="Show the site on this machine; it is built anew when a YAML file changes.",
)


Port = Annotated[
    int,
    typer.Option("--port", "-p", min=1, max=65535, help=t(zh="端口。", en="The port.")),
]


def serve(folder: Folder, port: Port = 8000, edition: For = None, lang: Lang = None) -> None:
    """Run the command."""
    speak(language_of(lang))
    from sevenstep import pipeline
    from sevenstep.language import LANGUAGES
    from sevenstep.model.choices import Edition
    from sevenstep.publishing.site import serve as server
    from sevenstep.publishing.site.live import LiveSite, Theme

    shown = edition_of(edition) or Edition.AUTHORS
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # asked to end in another way, it clears up as well
    checked = pipeline.check(folder)  # where there is no engagement, say so before anything is started
    with tempfile.TemporaryDirectory(prefix="sevenstep-serve-", ignore_cleanup_errors=True) as scratch:
        themes = {language: Theme(Path(scratch) / language) for language in LANGUAGES}

        def make_site() -> LiveSite:
            nonlocal checked
            checked = pipeline.check(folder, previous=checked)
            return LiveSite(checked, folder, checked.chain.engagement.header.languages, themes, edition=shown)

        def ready(address: str) -> None:
            print(t(zh=f"站点在 {address}（Ctrl+C 结束）", en=f"The site is at {address} (Ctrl+C ends)"), flush=True)

        server.serve(make_site, folder, port, ready)
