"""``sevenstep show``: one element with its relations."""

from typing import Annotated, Final

import typer

from sevenstep.cli.console import prefix, print_lines, speak, t
from sevenstep.cli.loading import load
from sevenstep.cli.options import Folder, Lang, language_of

SHORT: Final = t(zh="显示一个要素和它的关系。", en="Show one element with its relations.")
HELP: Final = t(
    zh="显示一个要素：字段、上下关系、为何存在、写在哪一行。",
    en="Show one element: its fields, its relations up and down, why it exists, where it is written.",
)


Id = Annotated[
    str,
    typer.Argument(
        metavar="ID",
        help=t(
            zh="要素的编号；流程的步骤写成 流程/步骤。",
            en="The element's id; a step of a flow is FLOW/STEP.",
        ),
        show_default=False,
    ),
]


def show(folder: Folder, element_id: Id, lang: Lang = None) -> None:
    """Run the command."""
    language = speak(language_of(lang))
    from sevenstep import lookup
    from sevenstep.report import element

    checked = load(folder)
    found = lookup.find(checked, element_id)
    print_lines(element.lines(checked, found, prefix(folder), language))
