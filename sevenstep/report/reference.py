"""The reference of all sections and fields as a document: `docs/reference.md`, and in Chinese `docs/zh/reference.md`.

`python -m pytest tests/report/test_reference.py --update-golden` writes both anew.
"""

from collections.abc import Iterator
from typing import Final

from sevenstep.language import Language, Text
from sevenstep.model.reference import Entry, Section, around_part, reference

_TITLE: Final = Text(zh="字段大全", en="Every section and field")
_OTHER: Final = Text(zh="[English](../reference.md)", en="[中文](zh/reference.md)")
_ABOUT: Final = Text(
    zh="这里列出可以写的每一节、每一个字段。本页由模型的声明生成，不要手改；站点上有同样的一页。"
    "值怎么写，见 [authoring.md](authoring.md)。",
    en="Every section and every field that can be written. This page is generated from the declarations of the model, "
    "do not edit it; every site has the same page. [authoring.md](authoring.md) tells how values are written.",
)
_HEADS: Final = (
    Text(zh="字段", en="Field"),
    Text(zh="写什么", en="Write"),
    Text(zh="例", en="Example"),
    Text(zh="说明", en="What it says"),
)
_REQUIRED: Final = Text(zh="必填", en="required")
_EXPECTED: Final = Text(zh="应填", en="expected")
_ALSO: Final = Text(
    zh="所有要素都可以写的字段里，这里应填：{}。", en="Of what every element can have, this is expected here: {}."
)
_THERE: Final = Text(zh="（反向关系：{}）", en=" (seen from there: {})")


def markdown(language: Language) -> str:
    """The whole reference."""
    return "\n".join(_lines(language)) + "\n"


def _lines(language: Language) -> Iterator[str]:
    yield from (
        f"# {_TITLE.for_language(language)}",
        "",
        _OTHER.for_language(language),
        "",
        _ABOUT.for_language(language),
    )
    titles = {
        section.anchor: section.title.for_language(language) for chapter in reference() for section in chapter.sections
    }
    for chapter in reference():
        yield from ("", f"## {chapter.title.for_language(language)}")
        for section in chapter.sections:
            yield from _section(section, titles, language)


def _section(section: Section, titles: dict[str, str], language: Language) -> Iterator[str]:
    key = f"`{section.key}` " if section.key else ""
    yield from ("", f'<a id="{section.anchor}"></a>', "", f"### {key}{section.title.for_language(language)}", "")
    yield section.explanation.for_language(language)
    if section.expected:
        keys = ("、" if language == "zh" else ", ").join(f"`{key}`" for key in section.expected)
        yield from ("", _ALSO.for_language(language).format(keys))
    if section.entries:
        yield from ("", _row(head.for_language(language) for head in _HEADS), _row("---" for _ in _HEADS))
        yield from (_row(_cells(entry, titles, language)) for entry in section.entries)


def _cells(entry: Entry, titles: dict[str, str], language: Language) -> Iterator[str]:
    state = _REQUIRED if entry.required else _EXPECTED if entry.expected else None
    note = f" *{state.for_language(language)}*" if state is not None else ""
    yield f"`{entry.key}` {entry.label.for_language(language)}{note}"
    said = entry.type.for_language(language)
    for part in entry.parts:
        before, title, after = around_part(said, titles[part])
        said = f"{before}[{title}](#{part}){after}"
    yield said
    yield f"`{entry.example}`"
    there = (
        _THERE.for_language(language).format(entry.seen_from_there.for_language(language))
        if entry.seen_from_there
        else ""
    )
    yield f"{entry.explanation.for_language(language)}{there}"


def _row(cells: Iterator[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
