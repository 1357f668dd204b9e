"""The table of commands."""

import sys
from typing import Annotated

import typer

from sevenstep.cli import (
    analyse,
    ask,
    build,
    check,
    comments,
    draw,
    explain,
    fmt,
    init,
    ledger,
    lsp,
    move,
    new,
    new_tables,
    pdf,
    rename,
    schema,
    serve,
    show,
    split,
)
from sevenstep.cli.console import t
from sevenstep.cli.failure import run
from sevenstep.cli.streams import prepare_streams

app = typer.Typer(
    name="sevenstep",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help=t(
        zh="把咨询项目的七步分析变成可检查、可绘图、可发布的模型。",
        en="Makes a business analysis in seven steps a checked, drawn, published model.",
    ),
    epilog=t(
        zh="退出码：0 没有错误；1 有错误；2 无法运行。语言：SEVENSTEP_LANG=zh 或 en。",
        en="Exit codes: 0 no errors, 1 errors, 2 could not run. Language: SEVENSTEP_LANG=zh or en.",
    ),
    context_settings={"help_option_names": ["-h", "--help"]},
)

for name, command, module in (
    ("init", init.init, init),
    ("check", check.check, check),
    ("ask", ask.ask, ask),
    ("analyse", analyse.analyse, analyse),
    ("explain", explain.explain, explain),
    ("ledger", ledger.ledger, ledger),
    ("draw", draw.draw, draw),
    ("build", build.build, build),
    ("pdf", pdf.pdf, pdf),
    ("serve", serve.serve, serve),
    ("show", show.show, show),
    ("fmt", fmt.fmt, fmt),
    ("rename", rename.rename, rename),
    ("lsp", lsp.lsp, lsp),
    ("schema", schema.schema, schema),
    ("move", move.move, move),
    ("split", split.split, split),
):
    app.command(name, help=module.HELP, short_help=module.SHORT)(command)
new.app.command("raci", help=new_tables.RACI_HELP, short_help=new_tables.RACI_SHORT)(new_tables.raci)
new.app.command("steps", help=new_tables.STEPS_HELP, short_help=new_tables.STEPS_SHORT)(new_tables.steps)
app.add_typer(new.app, name="new", help=new.HELP)
app.add_typer(comments.app, name="comments", help=comments.HELP)


def _print_version(wanted: bool) -> None:
    if wanted:
        from sevenstep import __version__

        typer.echo(f"sevenstep {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    _version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=_print_version,
            is_eager=True,
            help=t(zh="显示版本。", en="Show the version."),
        ),
    ] = False,
) -> None:
    """Options before the command."""


def main() -> None:
    """Run the command line; the process ends with its exit code."""
    prepare_streams()
    sys.exit(run(app))
