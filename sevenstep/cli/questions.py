"""Asking the person at the terminal. In a script nobody is asked: what is not given is taken as it is by default."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

import typer

from sevenstep.failure import Failure
from sevenstep.language import Language, Text
from sevenstep.model.quantity import InvalidValue
from sevenstep.source.characters import visible

Value = TypeVar("Value")

_MOST_LISTED = 20
_MOST_TRIES = 20


@dataclass(frozen=True, slots=True)
class Option(Generic[Value]):
    """One of several answers: what it stands for, what it is called, and its id where it has one."""

    value: Value
    label: Text
    id: str = ""


def can_ask() -> bool:
    """Whether a person sits at both ends: answers that are piped in are none."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask_text(
    question: Text, language: Language, default: str = "", check: Callable[[str], object] | None = None
) -> str:
    """A text in the person's own words; `check` raises InvalidValue for what cannot be taken."""
    for _ in range(_MOST_TRIES):
        said = _answer(_with_default(question.for_language(language), default)) or default
        try:
            if check is not None and said:
                check(said)
        except InvalidValue as wrong:
            _tell(wrong.message, language)
            if wrong.remedy is not None:
                _tell(wrong.remedy, language)
        else:
            return said
    raise _too_often()


def ask_one(question: Text, options: Sequence[Option[Value]], language: Language, default: int = 0) -> Value:
    """One of the options, by its number or by a part of what it is called; the `default` counts from 0."""
    for _ in range(_MOST_TRIES):
        _begin(question, options, language)
        said = _answer(_with_default(_ONE.for_language(language), str(default + 1)))
        found = matching(said, options) if said else [options[default]]
        if len(found) == 1:
            return found[0].value
        _say_how_many(found, said, language)
    raise _too_often()


def ask_several(
    question: Text, options: Sequence[Option[Value]], language: Language, *, most: int | None = None
) -> list[Value]:
    """Any of many options, by numbers or parts of what they are called, apart by commas; none where nothing is said."""
    shown = list(options)
    for _ in range(_MOST_TRIES):
        _begin(question, shown[:_MOST_LISTED], language)
        if len(shown) > _MOST_LISTED:
            left = len(shown) - _MOST_LISTED
            _tell(
                Text(zh=f"  ……另有 {left} 个：写名称的一部分来找", en=f"  … and {left} more: type a part of a title"),
                language,
            )
        said = _answer((_ONE if most == 1 else _SEVERAL).for_language(language))
        if not said:
            return []
        parts = [part for part in _parts(said) if part]
        found = [matching(part, shown) for part in parts]
        if all(len(one) == 1 for one in found) and (most is None or len(found) <= most):
            return list(dict.fromkeys(one[0].value for one in found))
        if most is not None and len(found) > most:
            _tell(Text(zh=f"最多 {most} 个", en=f"{most} at most"), language)
            continue
        unclear, part = next((one, part) for one, part in zip(found, parts, strict=True) if len(one) != 1)
        _say_how_many(unclear, part, language)
        shown = list(unclear) or list(options)
    raise _too_often()


def pasted_lines(language: Language) -> str:
    """What a person pastes: all lines up to an empty one."""
    _tell(
        Text(zh="粘贴表格，最后按一次回车（空行结束）：", en="Paste the table, then press Enter on an empty line:"),
        language,
    )
    lines: list[str] = []
    for line in sys.stdin:
        if not line.strip():
            if lines:
                break
            continue
        lines.append(line.rstrip("\r\n"))
    return "\n".join(lines)


def confirmed(question: Text, language: Language) -> bool:
    """Whether the person says yes."""
    hint = "（y 是，n 否）" if language == "zh" else " (y/n)"
    for _ in range(_MOST_TRIES):
        said = _answer(f"{question.for_language(language)}{hint}").casefold()
        if said in {"y", "yes", "是", "好", "1"}:
            return True
        if said in {"n", "no", "否", "不", "0"}:
            return False
    return False


def matching(said: str, options: Sequence[Option[Value]]) -> list[Option[Value]]:
    """The options that an answer may mean: by number, else by id or title, else by a part of either."""
    if said.isdecimal() and 0 < int(said) <= len(options):
        return [options[int(said) - 1]]
    wanted = said.casefold()
    named = [
        (option, [name.casefold() for name in (option.id, *option.label.wordings()) if name]) for option in options
    ]
    exact = [option for option, names in named if wanted in names]
    return exact or [option for option, names in named if any(wanted in name for name in names)]


def _parts(said: str) -> list[str]:
    return [part.strip() for part in said.replace("，", ",").replace("、", ",").split(",")]


def _with_default(question: str, default: str) -> str:
    if not default:
        return question
    said, mark = (question[:-1], question[-1]) if question[-1:] in {"：", ":"} else (question, "")
    return f"{said} [{default}]{mark}"


_ONE: Final = Text(zh="  写序号或名称的一部分：", en="  Its number, or a part of its title:")
_SEVERAL: Final = Text(
    zh="  写序号或名称的一部分，几个用逗号隔开：", en="  Numbers or parts of titles, apart by commas:"
)


def _begin(question: Text, options: Sequence[Option[Value]], language: Language) -> None:
    """A question with its choices."""
    typer.echo()
    _tell(question, language)
    _list(options, language)


def _list(options: Sequence[Option[Value]], language: Language) -> None:
    for number, option in enumerate(options, 1):
        behind = f"  {option.id}" if option.id else ""
        typer.echo(visible(f"  {number:>2}  {option.label.for_language(language)}{behind}"))


def _say_how_many(found: Sequence[Option[Value]], said: str, language: Language) -> None:
    if found:
        _tell(Text(zh=f"“{said}”有几个符合，再说具体些", en=f"Several match “{said}”: say more"), language)
    else:
        _tell(Text(zh=f"没有“{said}”", en=f"There is no “{said}”"), language)


def _answer(question: str) -> str:
    """What the person types; to leave is a failure that says so."""
    try:
        return str(typer.prompt(visible(question), default="", show_default=False, prompt_suffix=" ")).strip()
    except typer.Abort:
        raise stopped() from None


def _tell(text: Text, language: Language) -> None:
    typer.echo(visible(text.for_language(language)))


def stopped() -> Failure:
    """That the person did not want to go on."""
    return Failure(Text(zh="已取消，没有写入任何文件", en="Stopped: nothing was written"))


def _too_often() -> Failure:
    return Failure(
        Text(zh="没有得到能用的回答，没有写入任何文件", en="No answer that could be used: nothing was written"),
        Text(zh="用选项给出，见 --help", en="Give it by an option: see --help"),
    )
