"""``sevenstep schema``: what an editor of YAML completes, explains and underlines."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from sevenstep.cli.console import encoded, print_lines, speak, t
from sevenstep.cli.destination import destination
from sevenstep.cli.options import Lang, choice, language_of
from sevenstep.failure import Failure
from sevenstep.language import LANGUAGES, Text
from sevenstep.source.binding import SCHEMA_FILE, binding
from sevenstep.source.files import HEADER_FILE

SHORT: Final = t(zh="生成编辑器用的 JSON Schema。", en="Write the JSON Schema for editors.")
HELP: Final = t(
    zh="生成模型文件的 JSON Schema（2020-12），编辑器据此补全、提示和标错。写上项目文件夹，就放进其中的 "
    f"{SCHEMA_FILE}，再运行就更新；不写，就输出到屏幕或 --out 指定的文件。",
    en="Write the JSON Schema (2020-12) of model files, by which editors complete, explain and underline. With the "
    f"engagement's folder it goes to {SCHEMA_FILE} in there, and running it again brings it up to date; else it is "
    "printed, or goes to --out.",
)
_FILES: Final = ("any", "engagement", "elements", "settings", "reviews")
_BOTH: Final = "both"

if TYPE_CHECKING:
    FilesChoice = str
    TextsChoice = str
else:
    FilesChoice = choice("FilesChoice", _FILES)
    TextsChoice = choice("TextsChoice", (*LANGUAGES, _BOTH))

At = Annotated[
    Path | None,
    typer.Argument(
        metavar="[FOLDER]",
        help=t(
            zh="项目文件夹：把 schema 放在它旁边。", en="The engagement's folder: the schema is put beside its files."
        ),
        show_default=False,
    ),
]
Out = Annotated[
    Path | None,
    typer.Option("--out", "-o", metavar="FILE", help=t(zh="写进文件。", en="Write to a file."), show_default=False),
]
Texts = Annotated[
    TextsChoice,
    typer.Option(
        "--language", help=t(zh="名称和说明用哪种语言。", en="In which language titles and descriptions are.")
    ),
]
Files = Annotated[
    FilesChoice,
    typer.Option(
        "--for",
        help=t(
            zh="用于哪些文件：任何文件、engagement.yaml、其他要素文件、只写项目信息的、评审意见。",
            en="For which files: any, engagement.yaml, other files of elements, the header alone, review notes.",
        ),
    ),
]


def schema(
    folder: At = None, out: Out = None, language: Texts = _BOTH, files: Files = "any", lang: Lang = None
) -> None:
    """Run the command."""
    said = speak(language_of(lang))
    from sevenstep.exchange.schema.schema import SchemaFor
    from sevenstep.exchange.schema.schema import schema as made
    from sevenstep.exchange.schema.wording import SchemaLanguage
    from sevenstep.exchange.schema.written import schema_text, write_beside

    if folder is None:
        document = made(SchemaFor(files), SchemaLanguage(language))
        target = destination(out)
        target.look()
        target.write(encoded(schema_text(document)))
        return
    if out is not None:
        raise Failure(
            Text(zh="项目文件夹和 --out 只能写一个", en="Name the engagement's folder or --out, not both"),
            Text(zh=f"写文件夹，就放进 {SCHEMA_FILE}", en=f"With a folder it goes to {SCHEMA_FILE}"),
        )
    if not (folder / HEADER_FILE).is_file():
        raise Failure(
            Text(zh=f"{folder} 里没有 {HEADER_FILE}", en=f"There is no {HEADER_FILE} in {folder}"),
            Text(zh="写出项目文件夹", en="Name the engagement's folder"),
        )
    from rich.text import Text as Line

    from sevenstep.model.build import fields_added
    from sevenstep.source.load import load

    document = made(SchemaFor(files), SchemaLanguage(language), fields_added(load(folder).documents))
    new = write_beside(folder, document)
    told = Text(
        zh=f"{folder / SCHEMA_FILE}：{'已更新' if new else '已是最新'}。文件第一行写上：{binding(HEADER_FILE)}",
        en=f"{folder / SCHEMA_FILE} is {'written' if new else 'up to date'}. First line of a file: "
        f"{binding(HEADER_FILE)}",
    )
    print_lines([Line(told.for_language(said))])
