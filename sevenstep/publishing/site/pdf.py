"""The page for printing as a PDF, by a browser of the Chromium family that is on this machine."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from sevenstep.checking.check import Checked
from sevenstep.diagrams.output.engine import EngineName
from sevenstep.failure import Failure
from sevenstep.language import Language, Text
from sevenstep.output.door import look
from sevenstep.output.files import write_file
from sevenstep.output.progress import Progress
from sevenstep.publishing.site.build import publish
from sevenstep.source.guard import Sources

_NAMES: Final = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
    "microsoft-edge",
)
_WINDOWS: Final = ("Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe")
_MAC: Final = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
_SECONDS: Final = 180


def pdf(
    checked: Checked,
    out: Path | None,
    language: Language | None = None,
    *,
    story: bool = False,
    engine: EngineName | None = None,
    progress: Progress | None = None,
) -> bytes:
    """The whole analysis (or its `story`, a stop a page) as a PDF, and in the file `out`, if there is one: in the
    language that is asked for, else in the first of the engagement.

    Raises ModelHasErrors, and Failure as `publish` does, or where there is no browser to print with.
    """
    sources = Sources(checked.folder)
    if out is not None:
        look(out, sources)
    browser = find_browser()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        site = Path(place) / "site"
        wanted = language or checked.chain.engagement.header.languages[0]
        publish(checked, site, [wanted], engine=engine, progress=progress)
        made = printed(browser, site / "tour.html") if story else _with_page_numbers(browser, site / "print.html")
    if out is not None:
        write_file(out, made, sources)
    return made


def _with_page_numbers(browser: Path, page: Path) -> bytes:
    """The page printed twice: first to see where everything stands, then with the page numbers in its contents."""
    from sevenstep.publishing.site.page_numbers import page_numbers, with_page_numbers

    pages = page_numbers(printed(browser, page))
    page.write_text(with_page_numbers(page.read_text(encoding="utf-8"), pages), encoding="utf-8")
    return printed(browser, page)


def printed(browser: Path, page: Path) -> bytes:
    """An HTML file as a PDF. Raises Failure where the browser fails."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "made.pdf"
        command = [
            str(browser),
            "--headless",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--no-pdf-header-footer",
            "--generate-pdf-document-outline",
            f"--user-data-dir={Path(folder) / 'profile'}",
            f"--print-to-pdf={made}",
            *(["--no-sandbox"] if _is_root() else []),
            page.resolve().as_uri(),
        ]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)
        except (OSError, subprocess.SubprocessError) as error:
            raise _failed(browser) from error
        if not made.is_file() or not made.stat().st_size:
            raise _failed(browser)
        return made.read_bytes()


def find_browser() -> Path:
    """The browser that SEVENSTEP_BROWSER names, or the first that is installed; raises Failure where there is none."""
    named = os.environ.get("SEVENSTEP_BROWSER")
    found = next((path for path in ([Path(named)] if named else _candidates()) if path.is_file()), None)
    if found is None:
        raise Failure(
            Text(
                zh="没有找到 Chromium 系的浏览器（Chrome、Edge、Chromium）",
                en="No browser of the Chromium family was found (Chrome, Edge, Chromium)",
            ),
            Text(
                zh="安装一个，或用 SEVENSTEP_BROWSER 指明路径；也可以在浏览器里打开 print.html 打印",
                en="Install one, or name it in SEVENSTEP_BROWSER; or open print.html in any browser and print it",
            ),
        )
    return found


def _candidates() -> Iterator[Path]:
    yield from (Path(found) for name in _NAMES if (found := shutil.which(name)))
    if sys.platform == "win32":
        for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
            if folder := os.environ.get(variable):
                yield from (Path(folder) / path for path in _WINDOWS)
    if sys.platform == "darwin":
        yield from map(Path, _MAC)


def _is_root() -> bool:
    """Whether this is a container's root, for whom the browser has no sandbox; there is no such thing on Windows."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _failed(browser: Path) -> Failure:
    return Failure(
        Text(zh=f"浏览器没有打印出 PDF：{browser}", en=f"The browser did not print the PDF: {browser}"),
        Text(
            zh="换一个浏览器（SEVENSTEP_BROWSER），或打开 print.html 手工打印",
            en="Try another browser (SEVENSTEP_BROWSER), or open print.html and print it by hand",
        ),
    )
