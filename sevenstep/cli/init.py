"""``sevenstep init``: a new engagement, small and whole, to be overwritten."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from sevenstep.cli.console import print_lines, speak, t, waiting
from sevenstep.cli.options import Lang, choice, language_of
from sevenstep.failure import Failure
from sevenstep.language import LANGUAGES, NAMES, Language, Text, joined

if TYPE_CHECKING:
    from rich.text import Text as Styled

    from sevenstep.authoring.start.beside import Ci
    from sevenstep.authoring.start.named import Named

SHORT: Final = t(
    zh="新建一个项目：小而完整，供改写。", en="Begin a new engagement: small and whole, to be overwritten."
)
HELP: Final = t(
    zh="新建一个项目：一个虚构的小业务，七步俱全、带注释、检查没有问题，供逐处改写；"
    "或照另一个模型的样子搭骨架（--like）。已有的文件一概不覆盖。在终端里会提问，在脚本里用选项。",
    en="Begin a new engagement: a small invented business, whole through all seven steps, commented, with a clean "
    "check, to be overwritten; or the skeleton of another model (--like). Nothing is ever written over. On a terminal "
    "it asks; scripts give options.",
)


class Blank(StrEnum):
    """What an engagement can begin from, besides another one."""

    BLANK = "blank"


if TYPE_CHECKING:
    CiChoice = str
else:
    CiChoice = choice("CiChoice", ("none", "github", "gitlab"))

Into = Annotated[
    Path,
    typer.Argument(
        metavar="[FOLDER]",
        help=t(zh="新项目的文件夹（默认当前文件夹）。", en="The folder of the new engagement (default: this one)."),
        show_default=False,
    ),
]
Languages = Annotated[
    str,
    typer.Option(
        "--language",
        metavar="zh|en|zh,en",
        help=t(
            zh="用哪些语言写；第一种先显示，注释也用它。",
            en="The languages it is written in; comments are in the first.",
        ),
        show_default=False,
    ),
]
Titles = Annotated[
    list[str] | None,
    typer.Option(
        "--title",
        metavar="TEXT",
        help=t(
            zh="项目名称；两种语言各写一个：--title zh=… --title en=…",
            en="What it is called; one per language: --title zh=… --title en=…",
        ),
        show_default=False,
    ),
]
Id = Annotated[
    str,
    typer.Option(
        "--id",
        metavar="ID",
        help=t(zh="项目编号（默认取文件夹的名称）。", en="Its id (default: the folder's name)."),
        show_default=False,
    ),
]
From = Annotated[
    Blank | None,
    typer.Option(
        "--from", help=t(zh="从空白模板开始（默认）。", en="Begin from the blank (default)."), show_default=False
    ),
]
Like = Annotated[
    Path | None,
    typer.Option(
        "--like",
        metavar="FOLDER",
        help=t(
            zh="照这个项目的样子：同样的要素、关系和文件，不含它的任何文字、数值和来源。",
            en="In the shape of this engagement: its kinds, files and relations, none of its texts, figures, sources.",
        ),
        show_default=False,
    ),
]
Editor = Annotated[
    bool,
    typer.Option(
        "--editor/--no-editor",
        help=t(zh="是否写编辑器设置（.vscode、.editorconfig）。", en="Settings of editors (.vscode, .editorconfig)."),
    ),
]
WhichCi = Annotated[
    CiChoice | None,
    typer.Option(
        "--ci",
        help=t(zh="是否写 CI 文件，写哪一种（默认不写）。", en="A file for CI, and for which (default: none)."),
        show_default=False,
    ),
]


def init(
    folder: Into = Path(),
    languages: Languages = "",
    title: Titles = None,
    engagement_id: Id = "",
    blank: From = None,
    like: Like = None,
    editor: Editor = True,
    ci: WhichCi = None,
    lang: Lang = None,
) -> None:
    """Run the command."""
    language = speak(language_of(lang))
    from sevenstep import pipeline
    from sevenstep.authoring.start import beside, made
    from sevenstep.authoring.start.blank import blank as from_blank
    from sevenstep.authoring.start.like import like as in_shape
    from sevenstep.authoring.start.named import named
    from sevenstep.checking.check import ModelHasErrors

    if blank is not None and like is not None:
        raise _either()
    made.look_around(folder, {})
    model = pipeline.check(like) if like is not None else None
    wanted = _languages(languages, model.chain.engagement.header.languages if model is not None else None, language)
    called = named(folder, wanted, _title(title, wanted, language), engagement_id)
    files = in_shape(model, folder, called) if model is not None else from_blank(called)
    try:
        checked = made.checked_start(folder, files)
    except ModelHasErrors as failure:
        raise _no_shape(like) if model is not None and model.errors else failure from None
    if editor:
        files = _bound(files) | beside.editor_files(wanted)
    written = made.make(folder, files, beside.ci_file(folder, _ci(ci, language), wanted), waiting)
    print_lines(_report(folder, written, checked.warnings, called, language))


def _bound(files: dict[str, str]) -> dict[str, str]:
    """The files with the line that tells editors of their schema, and the schema."""
    from sevenstep.exchange.schema.schema import schema
    from sevenstep.exchange.schema.written import schema_text
    from sevenstep.source.binding import SCHEMA_FILE, binding

    bound = {name: f"{binding(name)}\n{text}" for name, text in files.items()}
    return {**bound, SCHEMA_FILE: schema_text(schema())}


def _languages(given: str, of_model: tuple[Language, ...] | None, language: Language) -> tuple[Language, ...]:
    """The languages to write in: those that are given, those that are chosen, or the person's own."""
    from sevenstep.cli.questions import Option, ask_one, can_ask

    if given:
        words = [word.strip().casefold() for word in given.replace("，", ",").replace("+", ",").split(",")]
        found = tuple(dict.fromkeys(each for word in words for each in LANGUAGES if each == word))
        if not found or len(found) < len(set(words)):
            raise Failure(
                Text(zh=f"不认识的语言：{given}", en=f"No such language: {given}"),
                Text(zh="写 zh、en 或 zh,en", en="Write zh, en or zh,en"),
            )
        return found
    if of_model is not None:
        return of_model
    if not can_ask():
        return (language,)
    other: Language = "en" if language == "zh" else "zh"
    ways: list[tuple[Language, ...]] = [(language,), (other,), (language, other)]
    options = [Option(way, _called(way)) for way in ways]
    return ask_one(Text(zh="用什么语言写？", en="In which languages will you write?"), options, language)


def _called(languages: tuple[Language, ...]) -> Text:
    """One language by its own name; both in the words of the person."""
    if len(languages) == 1:
        return Text(plain=NAMES[languages[0]])
    in_chinese, in_english = {"zh": "中文", "en": "英文"}, {"zh": "Chinese", "en": "English"}
    return joined((Text(zh=in_chinese[each], en=in_english[each]) for each in languages), zh="和", en=" and ")


def _title(given: list[str] | None, languages: tuple[Language, ...], language: Language) -> Text | None:
    from sevenstep.cli.answers import texts
    from sevenstep.cli.questions import ask_text, can_ask
    from sevenstep.model.values import as_title

    if given:
        return texts(given, languages)
    if not can_ask():
        return None
    said = {
        each: ask_text(
            Text(
                zh=f"项目名称（{NAMES[each]}；回车留到以后）：",
                en=f"What is it called, in {'Chinese' if each == 'zh' else 'English'}? (Enter: later)",
            ),
            language,
            check=as_title,
        )
        for each in languages
    }
    said = {each: words for each, words in said.items() if words}
    return texts([f"{each}={words}" for each, words in said.items()], languages) if said else None


def _ci(given: str | None, language: Language) -> "Ci":
    from sevenstep.authoring.start.beside import Ci
    from sevenstep.cli.questions import Option, ask_one, can_ask

    if given is not None:
        return Ci(str(given))
    if not can_ask():
        return Ci.NONE
    question = Text(zh="每次推送自动检查（CI）？", en="Check at every push (CI)?")
    return ask_one(question, [Option(one, one.label) for one in Ci], language)


def _either() -> Failure:
    return Failure(
        Text(zh="--from 和 --like 只能给一个", en="Give either --from or --like"),
        Text(zh="去掉其中一个", en="Leave one of them out"),
    )


def _no_shape(like: Path | None) -> Failure:
    return Failure(
        Text(zh=f"{like} 自己有错误，照样搭出来也有", en=f"{like} has errors itself, and so would its shape"),
        Text(zh=f"先改正它：sevenstep check {like}", en=f"Mend them first: sevenstep check {like}"),
    )


def _report(
    folder: Path, written: list[Path], warnings: int, called: "Named", language: Language
) -> Iterator["Styled"]:
    from rich.text import Text as Styled

    from sevenstep.output.reason import shown

    for path in written:
        yield Styled(f"  + {shown(path)}", "green")
    count = Text(
        zh=f"已写 {len(written)} 个文件；{f'检查有 {warnings} 个警告' if warnings else '检查没有错误和警告'}。",
        en=f"{len(written)} files written; "
        f"{f'the check has {warnings} warnings' if warnings else 'the check is clean: no error, no warning'}.",
    )
    yield Styled(count.for_language(language), "bold")
    at = shown(folder)
    yield Styled(
        Text(
            zh="除名称外，内容是虚构的样例，委托方和说明也是。"
            f"接下来：打开 {at} 里的 engagement.yaml，从上到下改成自己的内容；"
            f"边改边运行 sevenstep check {at} 或 sevenstep serve {at}。添加要素：sevenstep new。",
            en="All but the title is invented, the client and the description too. "
            f"Next: open engagement.yaml in {at} and make it your own, file by file; as you go, run "
            f"sevenstep check {at} or sevenstep serve {at}. To add an element: sevenstep new.",
        ).for_language(language)
    )
