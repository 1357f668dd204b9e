"""``sevenstep draw``: the pictures as files."""

from pathlib import Path
from typing import Annotated, Final

import typer

from sevenstep.cli.console import print_lines, speak, t
from sevenstep.cli.destination import folder_named
from sevenstep.cli.failure import FOUND_ERRORS
from sevenstep.cli.loading import load
from sevenstep.cli.options import Engine, Folder, Lang, engine_of, language_of
from sevenstep.output.formats import PictureFormat

SHORT: Final = t(zh="画图，写成 SVG、DOT 或 PNG。", en="Draw the pictures as SVG, DOT or PNG.")
HELP: Final = t(
    zh="画图：目标树、指标树、架构图、协同矩阵、场景图、优先级图、泳道流程、数据血缘、全链、单个要素的溯源。",
    en="Draw the pictures: goal tree, indicator tree, architecture map, collaboration matrix, scenario map, "
    "priorities, swimlane flows, data lineage, whole chain, trace of one element.",
)


What = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[WHAT]...",
        help=t(
            zh="图的名称，如 goal-tree、flow/编号、trace/编号；不写则全部绘制。--list 列出名称。",
            en="Names of pictures, such as goal-tree, flow/ID, trace/ID; none: all. --list shows the names.",
        ),
        show_default=False,
    ),
]
Out = Annotated[
    Path,
    typer.Option("--out", "-o", help=t(zh="写到哪个文件夹。", en="The folder to write to.")),
]
As = Annotated[PictureFormat, typer.Option("--format", "-f", help=t(zh="文件格式。", en="Format of the files."))]
Site = Annotated[
    str,
    typer.Option(
        "--site",
        help=t(
            zh="图中链接指向的站点（网址或相对路径）。",
            en="The site that links in the pictures lead to (address or relative path).",
        ),
    ),
]
Font = Annotated[
    Path | None,
    typer.Option(
        "--font",
        help=t(zh="PNG 用的中文字体文件。", en="Font file for Chinese in PNG."),
        show_default=False,
    ),
]
Ids = Annotated[
    bool,
    typer.Option("--ids", help=t(zh="框里带上要素编号（给作者看）。", en="Show the ids in the boxes, for authors.")),
]
Heat = Annotated[
    str,
    typer.Option(
        "--heat",
        metavar="findings|gap|cost|maturity|idle|lever:WORD|tag:NAME",
        help=t(
            zh="按发现、与目标的差距、每件费用、成熟度、内卷与荒漠、着力点或标签着色。",
            en="Colour by findings, gap to target, cost of a case, maturity, where nothing moves, a lever, or a tag.",
        ),
    ),
]
ListNames = Annotated[
    bool, typer.Option("--list", help=t(zh="只列出图的名称。", en="Only list the names of the pictures."))
]


def draw(
    folder: Folder,
    what: What = None,
    out: Out = Path("pictures"),
    form: As = PictureFormat.SVG,
    site: Site = "",
    ids: Ids = False,
    heat: Heat = "",
    engine: Engine = None,
    font: Font = None,
    lang: Lang = None,
    list_names: ListNames = False,
) -> None:
    """Run the command."""
    language = speak(language_of(lang))
    from rich.text import Text as Styled

    from sevenstep import lookup, pipeline
    from sevenstep.cli.progress import progress
    from sevenstep.report import text

    if list_names:
        print_lines(Styled(name) for name in lookup.picture_names(load(folder)))
        return
    folder_named(out)
    checked = load(folder)
    with progress() as tell:
        drawn = pipeline.draw(
            checked,
            *(what or ()),
            out=out,
            format=form,
            language=language,
            site=site,
            ids=ids,
            heat=heat,
            engine=engine_of(engine),
            font=font,
            progress=tell,
        )
    for failed in drawn.failed:
        print_lines([Styled(failed.message.for_language(language), "bold red")], stderr=True)
    print_lines([Styled(text.drawn(len(drawn.files), len(drawn.failed), out, language), "bold")])
    if drawn.failed:
        raise typer.Exit(FOUND_ERRORS)
