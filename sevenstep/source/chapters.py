"""The files beside the YAML: chapters (an author's own Markdown) and the images that they show.

They stand in the folder ``chapters``, and nowhere else: notes that lie about in an engagement are never published by
accident.
"""

from typing import Final

from sevenstep.diagnostic import Diagnostic, Edit, Place, Span
from sevenstep.language import Text
from sevenstep.source.characters import INVISIBLE, named
from sevenstep.source.document import Document
from sevenstep.source.files import SourceFile, read_bytes, unreadable
from sevenstep.source.folder import Folder
from sevenstep.source.lines import position
from sevenstep.source.problems import UNREADABLE_FILE

FOLDER: Final = "chapters"
SUFFIX: Final = ".md"
IMAGE_SUFFIXES: Final = (".png", ".jpg", ".jpeg", ".webp", ".gif")
"""Images without script and style; SVG is not among them."""
MAX_CHARACTERS: Final = 100_000
"""Of one chapter: some fifty pages."""
MAX_TOGETHER: Final = 1_000_000
"""Characters of all chapters: Markdown takes a thousand times longer to read than YAML."""
MAX_CHAPTERS: Final = 300
MAX_IMAGE_BYTES: Final = 5_000_000
_HEADS: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"RIFF")


def is_chapter(name: str) -> bool:
    """Whether a file of that name, relative to the engagement, is a chapter. A README explains a folder: it is none."""
    last = name.rpartition("/")[2].lower()
    return name.startswith(f"{FOLDER}/") and last.endswith(SUFFIX) and not last.startswith("readme.")


def is_image(name: str) -> bool:
    """Whether a file of that name can be shown in a chapter."""
    return name.startswith(f"{FOLDER}/") and name.lower().endswith(IMAGE_SUFFIXES)


def is_beside(name: str) -> bool:
    """Whether a file of that name belongs to an engagement though it holds no YAML."""
    return is_chapter(name) or is_image(name)


def read_chapter(source: SourceFile) -> Document:
    """One chapter as a document: its text alone."""
    problem = None
    if len(source.text) > MAX_CHARACTERS:
        problem = _too_long(source)
    elif hidden := INVISIBLE.search(source.text):
        problem = _invisible(source, hidden.start())
    problems = () if problem is None else (problem,)
    return Document(source.name, source.text, None, complete=not problems, diagnostics=problems)


def _too_long(source: SourceFile) -> Diagnostic:
    return Diagnostic(
        UNREADABLE_FILE,
        Place(source.name, span=Span(1, 1, 1, 2)),
        Text(
            zh=f"这一章有 {len(source.text):,} 个字符，最多 {MAX_CHARACTERS:,} 个",
            en=f"This chapter has {len(source.text):,} characters, {MAX_CHARACTERS:,} at most",
        ),
        Text(zh="分成几章", en="Make several chapters of it"),
    )


def too_many(name: str) -> Diagnostic:
    """That `name` is not read, for the chapters before it are as many as are read."""
    return unreadable(
        name,
        Text(
            zh=f"没有读：最多 {MAX_CHAPTERS} 章，加起来最多 {MAX_TOGETHER:,} 个字符",
            en=f"Not read: {MAX_CHAPTERS} chapters at most, with {MAX_TOGETHER:,} characters together",
        ),
        Text(zh="合并或删减几章", en="Join chapters, or take some out"),
    )


def read_image(folder: Folder, name: str) -> Document:
    """An image as a document without text: that it is there, or why it cannot be shown."""
    raw = image_bytes(folder, name)
    problems = (raw,) if isinstance(raw, Diagnostic) else ()
    return Document(name, "", None, complete=not problems, diagnostics=problems)


def image_bytes(folder: Folder, name: str) -> bytes | Diagnostic:
    """The image called `name` in the engagement in `folder`, or why it cannot be shown."""
    raw = read_bytes(folder, name)
    if isinstance(raw, Diagnostic):
        return raw
    if len(raw) > MAX_IMAGE_BYTES:
        return unreadable(
            name,
            Text(
                zh=f"图片有 {len(raw) / 1e6:.1f} MB，最多 5 MB", en=f"The image has {len(raw) / 1e6:.1f} MB, 5 at most"
            ),
            Text(zh="缩小图片再保存", en="Make the image smaller"),
        )
    if not raw.startswith(_HEADS):
        return unreadable(
            name,
            Text(zh="这不是 PNG、JPEG、GIF 或 WebP 图片", en="This is no PNG, JPEG, GIF or WebP image"),
            Text(zh="用图片软件另存为 PNG", en="Save it as PNG with an image program"),
        )
    return raw


def _invisible(source: SourceFile, offset: int) -> Diagnostic:
    code = named(source.text[offset])
    line, column = position(source.text, offset)
    place = Place(source.name, span=Span(line, column, line, column + 1))
    return Diagnostic(
        UNREADABLE_FILE,
        place,
        Text(zh=f"这里有一个看不见的字符 {code}", en=f"An invisible character stands here: {code}"),
        Text(zh="删掉它，重新输入这一段", en="Delete it and type the text anew"),
        edits=(Edit(place, None),),
    )
