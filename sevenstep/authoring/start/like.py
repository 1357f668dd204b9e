"""A new engagement of the same shape as another: what its files hold."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from sevenstep.authoring.start.file_names import new_names
from sevenstep.authoring.start.named import Named, in_languages
from sevenstep.authoring.start.shape import Shape
from sevenstep.checking.check import Checked
from sevenstep.checking.load import Checker, checker_for
from sevenstep.diagnostic import Diagnostic, KeyPath, Severity
from sevenstep.failure import Failure
from sevenstep.language import Language, Text
from sevenstep.model.kinds import SECTIONS
from sevenstep.source.document import Plain
from sevenstep.source.files import HEADER_FILE, SourceFile
from sevenstep.source.load import read_document
from sevenstep.source.written import WIDTH, lines

_Content = dict[str, dict[str, dict[str, Plain]]]
"""By file and section: elements by their ids."""
_ROUNDS: Final = 20
_TITLE: Final = Text(zh="新项目", en="New engagement")


def like(checked: Checked, folder: Path, named: Named) -> dict[str, str]:
    """The files of an engagement in `folder` of the same shape as `checked`, in the languages of the new one.

    Where it would have errors for the sake of what is not told (a figure, a name), the field in question is left out.
    Raises Failure where there is nothing to go by.
    """
    engagement = checked.chain.engagement
    if not engagement.elements:
        raise Failure(
            Text(zh="样板里没有要素", en="The engagement to go by holds no elements"),
            Text(zh="去掉 --like，从空白模板开始", en="Leave out --like to begin from the blank"),
        )
    elements = Shape(engagement, named.languages).elements()
    files = {HEADER_FILE: elements.pop(HEADER_FILE, {}), **elements}
    renamed = new_names(files)
    content = {renamed[name]: sections for name, sections in files.items()}
    checker = checker_for(folder)
    texts = _texts(content, named)
    for _ in range(_ROUNDS):
        errors = _errors(checker, texts)
        if not errors or not _leave_out(content, errors):
            break
        texts = _texts(content, named)
    return texts


def _errors(checker: Checker, texts: Mapping[str, str]) -> list[Diagnostic]:
    found = checker.check(read_document(SourceFile(name, text)) for name, text in texts.items()).found
    return [diagnostic for diagnostic in found if diagnostic.severity is Severity.ERROR]


def _leave_out(content: _Content, errors: Iterable[Diagnostic]) -> bool:
    """Take out what the errors are about, or turn the sign of a figure that goes the wrong way; whether any was."""
    done = False
    for error in errors:
        data = content.get(error.place.file, {})
        done = _turned(_at(data, error.place.path)) or _take_out(data, error.place.path) or done
    return done


def _turned(said: Any) -> bool:
    """Let a change that is to be a fall be a rise."""
    value = said.get("value") if isinstance(said, dict) else None
    if not isinstance(value, str) or not value.startswith("-"):
        return False
    said["value"] = f"+{value[1:]}"
    return True


def _take_out(data: Any, path: KeyPath) -> bool:
    """Take out the entry of a field, else the field, of the element (or of the step of a flow) on the path."""
    depth = 5 if len(path) > 4 and path[2] == "steps" else 3
    if len(path) < depth or path[depth - 1] == "title":
        return False
    field = _at(data, path[:depth])
    if len(path) > depth and isinstance(field, dict) and len(field) > 1 and path[depth] in field:
        del field[path[depth]]
        return True
    above = _at(data, path[: depth - 1])
    return isinstance(above, dict) and above.pop(path[depth - 1], None) is not None


def _at(data: Any, path: KeyPath) -> Any:
    """What stands under a path of keys; None where nothing does."""
    for part in path:
        data = data.get(part) if isinstance(data, dict) else None
    return data


def _texts(content: _Content, named: Named) -> dict[str, str]:
    return {name: "\n".join(_lines(name, sections, named)) + "\n" for name, sections in content.items()}


def _lines(name: str, sections: Mapping[str, dict[str, Plain]], named: Named) -> Iterator[str]:
    language = named.languages[0]
    if name == HEADER_FILE:
        yield from _comment(_ABOUT, language)
        title: dict[str, Plain] = {"title": in_languages(_TITLE, named.languages)}
        header = {key: value for key, value in named.header().items() if value is not None}
        yield from lines({"id": named.id, **title, **header})
        yield ""
    for number, (section, elements) in enumerate(sections.items()):
        if number:
            yield ""
        kind = SECTIONS[section]
        yield from _comment(
            kind.EXPLANATION.inserted_into(
                zh=f"{kind.KIND.titles.for_language('zh')}：{{}}", en=f"{kind.KIND.titles.for_language('en')}: {{}}"
            ),
            language,
        )
        yield from lines({section: elements})


_ABOUT: Final = Text(
    zh="新项目的骨架：要素、关系和文件照样板搭好，名称待改，数值、说明和来源待填。\n"
    "缺什么：sevenstep check . 列出问题，sevenstep ask . 列出待确认事项。",
    en="The skeleton of a new engagement: elements, relations and files as in the one it was made from. Titles are to "
    "be changed; figures, descriptions and sources to be written.\n"
    "What is missing: sevenstep check . lists problems, sevenstep ask . open questions.",
)


def _comment(text: Text, language: Language) -> Iterator[str]:
    """A text as comments, broken at blanks where it is long."""
    for paragraph in text.for_language(language).split("\n"):
        line = "#"
        for word in paragraph.split(" "):
            if len(line) + 1 + len(word) > WIDTH and line != "#":
                yield line
                line = "#"
            line = f"{line} {word}"
        yield line
