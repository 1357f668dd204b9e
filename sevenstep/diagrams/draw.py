"""The pictures that somebody asks for by name, finished: in memory, or as files."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sevenstep.analysis.heat import COST, FINDINGS, GAP, IDLE, LEVER, MATURITY, TAG, heats
from sevenstep.chain.address import page_path
from sevenstep.chain.graph import Chain
from sevenstep.checking.check import Checked
from sevenstep.diagrams.output.engine import EngineName
from sevenstep.diagrams.output.file import File
from sevenstep.diagrams.output.rendered import RenderFailed
from sevenstep.diagrams.pictures import catalogue
from sevenstep.failure import Failure
from sevenstep.language import Language, Text, user_language
from sevenstep.method import stage
from sevenstep.model.element import Element
from sevenstep.model.kind import Kind
from sevenstep.model.suggest import did_you_mean
from sevenstep.notebook import html_card
from sevenstep.output.door import look
from sevenstep.output.files import write_file
from sevenstep.output.formats import PictureFormat
from sevenstep.output.progress import Progress
from sevenstep.source.guard import Sources


@dataclass(frozen=True, slots=True)
class Drawn:
    """The pictures that stayed in memory or the files that were written, and the pictures that could not be drawn."""

    pictures: tuple[File, ...]
    files: tuple[Path, ...]
    failed: tuple[RenderFailed, ...]

    def __repr__(self) -> str:
        return f"<Drawn: {len(self.pictures)} in memory, {len(self.files)} in files, {len(self.failed)} failed>"

    def _repr_html_(self) -> str:
        failed = [failure.message.for_language(user_language()) for failure in self.failed]
        return html_card("", [*map(str, self.files), *failed], *self.pictures)


def draw(
    checked: Checked,
    names: Sequence[str],
    out: Path | None,
    format: str,
    language: Language,
    *,
    site: str = "",
    ids: bool = False,
    heat: str = "",
    engine: EngineName | None = None,
    font: Path | None = None,
    progress: Progress | None = None,
) -> Drawn:
    """Draw the named pictures (none named: all), each a file below `out` as soon as it is there, or all in memory.

    Links lead to pages of the site at `site`. Raises Failure for an unknown name or format, a missing engine or an
    unwritable folder; a picture that the engine fails on is reported in the result, and the others are drawn.
    """
    writer = _format(format).writer
    guard, chain = Sources(checked.folder, [font] if font is not None else []), checked.chain
    wanted = names or catalogue.names(chain)
    by = _heat(chain, heat) if heat else ""
    if out is not None:
        guard.keep_folder(out)
    scenes = [
        catalogue.draw(chain, name, language, _pages_of(site, name), ids=ids, heat=by, list_of=_lists_of(site, name))
        for name in wanted
    ]
    if out is not None:
        for scene in scenes:
            look(out / f"{scene.name}.{format}", guard, below=out)
    pictures: list[File] = []
    written: list[Path] = []
    failed: list[RenderFailed] = []
    for count, file in enumerate(writer.files(scenes, engine, font), 1):
        if progress is not None:
            progress(Text(zh="画图", en="Drawing"), count, len(scenes))
        if not isinstance(file, File):
            failed.append(file)
        elif out is None:
            pictures.append(file)
        else:
            path = out / f"{file.scene.name}.{format}"
            write_file(path, file.content, guard, below=out)
            written.append(path)
    return Drawn(tuple(pictures), tuple(written), tuple(failed))


def _heat(chain: Chain, said: str) -> str:
    known = heats(chain)
    if said in known:
        return said
    if said in {FINDINGS, GAP, COST, MATURITY, IDLE}:
        raise Failure(
            Text(zh=f"模型里没有可按“{said}”着色的内容", en=f"Nothing in the model can be coloured by “{said}”")
        )
    listed = [FINDINGS, GAP, COST, MATURITY, IDLE, *(by for by in known if by.startswith((LEVER, TAG)))]
    raise Failure(
        Text(zh=f"图不能按“{said[:100]}”着色", en=f"Pictures cannot be coloured by “{said[:100]}”"),
        did_you_mean(said, listed) or Text(zh=f"可以写：{'、'.join(listed)}", en=f"There are: {', '.join(listed)}"),
    )


def _format(word: str) -> PictureFormat:
    try:
        return PictureFormat(word)
    except ValueError:
        raise Failure(
            Text(zh=f"图没有“{word}”这种格式", en=f"Pictures have no format “{word}”"),
            Text(zh=f"可以写：{'、'.join(PictureFormat)}", en=f"There are: {', '.join(PictureFormat)}"),
        ) from None


def _pages_of(site: str, picture: str) -> Callable[[Element], str]:
    """Where the pages of `site` (an address, or a path from the pictures' folder) lie, seen from a picture's file."""
    base = _base(site, picture)
    return lambda element: f"{base}{page_path(element)}.html"


def _lists_of(site: str, picture: str) -> Callable[[Kind], str]:
    base = _base(site, picture)
    return lambda kind: f"{base}{stage(kind.step).stem}.html#{kind.section}"


def _base(site: str, picture: str) -> str:
    up = "" if "://" in site else "../" * picture.count("/")
    return f"{up}{site.rstrip('/')}/" if site else up
