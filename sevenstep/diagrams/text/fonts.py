"""Fonts with Chinese in them, found on this system, and whether a font holds the characters of a picture."""

import os
import sys
from collections.abc import Iterator, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sevenstep.diagrams.text.font_file import FontUnreadable, characters_of, family_of
from sevenstep.failure import Failure
from sevenstep.language import Text
from sevenstep.memory import per_process
from sevenstep.source.regular import reason_of

_NAMES: Final = (
    "NotoSansCJK-Regular.ttc",
    "NotoSansCJKsc-Regular.otf",
    "NotoSansSC-Regular.otf",
    "NotoSansSC-Regular.ttf",
    "NotoSansSC-VF.ttf",
    "SourceHanSansSC-Regular.otf",
    "SourceHanSans.ttc",
    "msyh.ttc",
    "msyh.ttf",
    "PingFang.ttc",
    "Hiragino Sans GB.ttc",
    "simhei.ttf",
    "simsun.ttc",
    "STHeiti Light.ttc",
    "wqy-microhei.ttc",
    "wqy-zenhei.ttc",
    "DroidSansFallbackFull.ttf",
    "DroidSansFallback.ttf",
    "Arial Unicode.ttf",
    "DejaVuSans.ttf",
)
"""Files of fonts, the best for these pictures first."""
_DEPTH: Final = 4


@dataclass(frozen=True, slots=True)
class Font:
    """A font: its file, and the name of its family as renderers know it."""

    file: Path
    family: str

    @property
    def files(self) -> tuple[Path, ...]:
        """The file, and that of the bold cut where it lies beside it."""
        names = (self.file.name.replace("Regular", "Bold"), self.file.name.replace("msyh.", "msyhbd."))
        bold = (self.file.with_name(name) for name in names if name != self.file.name)
        return (self.file, *(file for file in bold if file.is_file()))


class FontMissing(Failure):
    """No font at hand holds the characters of a picture."""


_NO_FONT: Final = Text(zh="这不是能认的字体", en="this is not a font of a kind that is known")


def font_for(characters: Set[str], given: Path | None = None) -> Font:
    """The font file given, or else the first of the system's that holds all of `characters`; raises FontMissing.

    Symbols that no font for text holds (emoji) are not asked for: what counts are letters, ideographs and marks of
    the Basic Multilingual Plane.
    """
    wanted = frozenset(
        character
        for character in characters
        if not character.isspace() and character.isprintable() and ord(character) <= 0xFFFF
    )
    if given is not None:
        return _checked(given, wanted)
    for file in _installed():
        try:
            if wanted <= characters_of(file):
                return Font(file, family_of(file))
        except FontUnreadable:
            continue
    shown = "".join(sorted(wanted - {chr(code) for code in range(128)})[:8])
    raise FontMissing(
        Text(
            zh=f"找不到能显示这些字的字体：{shown}",
            en=f"No font on this system holds these characters: {shown}",
        ),
        Text(
            zh="安装 Noto Sans CJK（Linux：fonts-noto-cjk），或用 --font 指定字体文件；SVG 不需要字体",
            en="Install Noto Sans CJK (Linux: fonts-noto-cjk) or name a font file with --font; SVG needs none",
        ),
    )


def _checked(file: Path, wanted: Set[str]) -> Font:
    try:
        lacking = wanted - characters_of(file)
        family = family_of(file)
    except FontUnreadable as error:
        reason = reason_of(error.__cause__) if isinstance(error.__cause__, OSError) else _NO_FONT
        raise FontMissing(
            reason.inserted_into(zh=f"字体文件 {file} 读不出来：{{}}", en=f"The font file {file} cannot be read: {{}}"),
            Text(zh="给一个 .ttf、.otf 或 .ttc 文件", en="Name a .ttf, .otf or .ttc file"),
        ) from error
    if lacking:
        shown = "".join(sorted(lacking)[:8])
        raise FontMissing(
            Text(zh=f"字体 {family} 里没有这些字：{shown}", en=f"The font {family} lacks these characters: {shown}"),
            Text(zh="换一个中文字体，如 Noto Sans CJK", en="Take a font with Chinese, such as Noto Sans CJK"),
        )
    return Font(file, family)


@per_process
def _installed() -> tuple[Path, ...]:
    """The files of `_NAMES` that are on this system, in that order."""
    found: dict[str, Path] = {}
    for folder in _folders():
        for here, folders, files in os.walk(folder):
            if len(Path(here).relative_to(folder).parts) >= _DEPTH:
                folders.clear()
            for name in set(files).intersection(_NAMES):
                found.setdefault(name, Path(here) / name)
    return tuple(found[name] for name in _NAMES if name in found)


def _folders() -> Iterator[Path]:
    home = Path.home()
    if sys.platform == "win32":
        yield Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"
        yield home / "AppData/Local/Microsoft/Windows/Fonts"
    elif sys.platform == "darwin":
        yield from (Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts")
        yield Path("/System/Library/AssetsV2")
    else:
        yield from (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".local/share/fonts")
        yield home / ".fonts"
