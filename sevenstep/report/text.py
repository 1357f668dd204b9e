"""Diagnostics and the state of the chain for a person at a terminal."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from rich.text import Text as Styled

from sevenstep.chain.completeness import completeness
from sevenstep.chain.coverage import counted_elements, coverage
from sevenstep.checking.check import Checked
from sevenstep.checking.fix import Change
from sevenstep.checking.model_state import model_state
from sevenstep.diagnostic import Severity
from sevenstep.language import Language, Text, many
from sevenstep.report.excerpt import excerpt
from sevenstep.report.table import aligned
from sevenstep.report.terminal import shown
from sevenstep.source.difference import difference as unified
from sevenstep.source.document import Document
from sevenstep.source.lines import lines_of
from sevenstep.source.places import Located

_COLOURS = {"error": "bold red", "warning": "bold yellow", "hint": "bold blue", "question": "bold magenta"}
_MOST_ALSO = 5
_COUNTED = (Severity.ERROR, Severity.WARNING, Severity.QUESTION)


def problems(
    found: Sequence[Located],
    documents: Iterable[Document],
    folder: str,
    language: Language,
    limit: int | None,
) -> Iterator[Styled]:
    """Each problem as a block of lines: place, rule, message, excerpt, remedy. Errors come first when not all fit."""
    texts = {document.name: document.text for document in documents}
    lines: dict[str, list[str]] = {}
    for problem in _chosen(found, limit):
        file = problem.diagnostic.place.file
        if file not in lines:
            lines[file] = lines_of(texts.get(file, ""))
        yield from _problem(problem, lines[file], folder, language)
    if limit is not None and len(found) > limit:
        hidden = len(found) - limit
        yield Styled(
            Text(
                zh=f"……另有 {hidden} 个问题没有列出（--limit 0 列出全部）",
                en=f"… and {hidden} more problems (--limit 0 shows all)",
            ).for_language(language),
            "dim",
        )


def _chosen(found: Sequence[Located], limit: int | None) -> Sequence[Located]:
    if limit is None or len(found) <= limit:
        return found
    kept = sorted(range(len(found)), key=lambda index: (not found[index].diagnostic.is_error, index))
    return [found[index] for index in sorted(kept[:limit])]


def _problem(problem: Located, lines: list[str], folder: str, language: Language) -> Iterator[Styled]:
    diagnostic, span = problem.diagnostic, problem.span
    rule = diagnostic.rule
    position = f":{span.line}:{span.column}" if span else ""
    head = Styled(f"{folder}{shown(diagnostic.place.file)}{position}: ")
    head.append(rule.severity.label.for_language(language), _COLOURS[rule.severity.value])
    head.append(f" {rule.code} {rule.name}", "dim")
    yield head
    yield Styled(f"  {shown(diagnostic.message.for_language(language))}", "bold")
    for line in excerpt(lines, span) if span else ():
        number = "" if line.number is None else str(line.number)
        row = Styled(f"  {number:>5} | ", "dim")
        row.append(line.text, "none" if line.number is not None else _COLOURS[rule.severity.value])
        yield row
    if problem.also:
        yield Styled(f"  + {_also(problem, folder, language)}", "dim")
    if diagnostic.remedy is not None:
        yield Styled(f"  → {shown(diagnostic.remedy.for_language(language))}", "green")
    yield Styled("")


def _also(problem: Located, folder: str, language: Language) -> str:
    """Where else the same is wrong."""
    places = [
        f"{folder}{shown(place.file)}{f':{span.line}:{span.column}' if span else ''}"
        for place, span in zip(problem.diagnostic.also, problem.also, strict=True)
    ]
    more = len(places) - _MOST_ALSO
    rest_zh, rest_en = (f"，等 {len(places)} 处", f" and {more} more") if more > 0 else ("", "")
    listed = ", ".join(places[:_MOST_ALSO])
    return Text(zh=f"另见 {listed}{rest_zh}", en=f"also at {listed}{rest_en}").for_language(language)


def summary(checked: Checked, language: Language) -> Iterator[Styled]:
    """The seven steps as a table: elements, how full they are described, justified, worked out, deferred, problems."""
    heads = [
        Text(zh="步骤", en="Step"),
        Text(zh="要素", en="elements"),
        Text(zh="完整", en="complete"),
        Text(zh="有据", en="justified"),
        Text(zh="已展开", en="worked out"),
        Text(zh="暂缓", en="deferred"),
        Text(zh="错误", en="errors"),
        Text(zh="警告", en="warnings"),
        Text(zh="待问", en="questions"),
    ]
    rows = [[head.for_language(language) for head in heads]]
    full = completeness(checked.chain)
    counts = checked.by_step()
    for covered in coverage(checked.chain):
        number = covered.step.number
        rows.append(
            [
                f"{number} {covered.step.title.for_language(language)}",
                str(covered.elements),
                per_cent(full[number].filled, full[number].expected),
                per_cent(covered.justified, covered.to_justify),
                f"{covered.worked_out}/{covered.to_cover}" if covered.to_cover else "–",
                str(covered.deferred or "–"),
                *(str(counts[number, severity] or "–") for severity in _COUNTED),
            ]
        )
    for index, line in enumerate(aligned(rows)):
        yield Styled(line, "dim" if index == 0 else "")


def per_cent(part: int, whole: int) -> str:
    """`part` of `whole` in per cent, rounded down so that 100% means all; a dash where there is nothing to count."""
    return f"{part * 100 // whole}%" if whole else "–"


def verdict(checked: Checked, language: Language) -> Iterator[Styled]:
    """The last lines: is the model sound? And what else there is to know."""
    elements = counted_elements(checked.chain)
    relations = sum(1 for _ in checked.chain.links())
    errors, warnings = checked.errors, checked.warnings
    hints, questions = checked.count(Severity.HINT), checked.count(Severity.QUESTION)
    counted_zh, counted_en = (
        f"{elements} 个要素，{relations} 条关系",
        f"{many(elements, 'element')}, {many(relations, 'relation')}",
    )
    if errors or warnings:
        text = Text(
            zh=f"{errors} 个错误，{warnings} 个警告（{counted_zh}）",
            en=f"{many(errors, 'error')}, {many(warnings, 'warning')} ({counted_en})",
        )
        yield Styled(text.for_language(language), "bold red" if errors else "bold yellow")
    else:
        text = Text(zh=f"没有错误，没有警告（{counted_zh}）", en=f"No errors, no warnings ({counted_en})")
        yield Styled(text.for_language(language), "bold green")
    yield Styled(model_state(checked).headline.for_language(language))
    if mendable := sum(bool(problem.edits) for problem in checked.found):
        text = Text(
            zh=f"{mendable} 个问题可以自动改：--diff 先看，--fix 再改",
            en=f"{many(mendable, 'problem')} can be fixed automatically: --diff shows how, --fix does it",
        )
        yield Styled(text.for_language(language), "cyan")
    if hints or questions:
        text = Text(
            zh=f"另有 {hints} 个提示（--level hint），{questions} 项待确认事项（sevenstep ask）",
            en=f"Besides: {many(hints, 'hint')} (--level hint), {many(questions, 'open question')} (sevenstep ask)",
        )
        yield Styled(text.for_language(language), "dim")


def known_problems(known: int, gone: int, baseline: Path, language: Language) -> Styled:
    """How many problems the baseline holds back, and how many of them are fixed."""
    zh, en = f"基线 {baseline} 里已知 {known} 个", f"{many(known, 'problem')} known in the baseline {baseline}"
    if gone:
        zh, en = f"{zh}，{gone} 个已解决（--update-baseline 收紧）", f"{en}, {gone} fixed (--update-baseline tightens)"
    return Styled(Text(zh=zh, en=en).for_language(language), "dim")


def fixed(changes: Sequence[Change], *, written: bool, language: Language) -> Styled:
    """What ``--fix`` has done, or would do."""
    problems, files = sum(change.fixed for change in changes), len(changes)
    if not changes:
        return Styled(
            Text(zh="没有可以自动改的问题", en="Nothing can be fixed automatically").for_language(language), "dim"
        )
    if written:
        text = Text(
            zh=f"已在 {files} 个文件里改好 {problems} 个问题",
            en=f"Fixed {many(problems, 'problem')} in {many(files, 'file')}",
        )
    else:
        text = Text(
            zh=f"可在 {files} 个文件里改好 {problems} 个问题（--fix 写入）",
            en=f"{many(problems, 'problem')} in {many(files, 'file')} can be fixed (--fix writes them)",
        )
    return Styled(text.for_language(language), "bold green")


class _Changed(Protocol):
    """A file before and after; None: there is no such file."""

    @property
    def file(self) -> str: ...

    @property
    def before(self) -> str | None: ...

    @property
    def after(self) -> str | None: ...


def difference(changes: Iterable[_Changed], folder: str) -> Iterator[Styled]:
    """The changes as a unified diff, which ``patch`` and ``git apply`` read."""
    styles = {"+": "green", "-": "red", "@": "cyan"}
    for change in changes:
        for line in unified(f"{folder}{change.file}", change.before, change.after):
            yield Styled(shown(line), styles.get(line[:1], ""))


def drawn(files: int, failed: int, out: Path, language: Language) -> str:
    """What `draw` has done."""
    zh, en = f"画了 {files} 张图，写在 {out}", f"{many(files, 'picture')} drawn into {out}"
    if failed:
        zh, en = f"{zh}；{failed} 张没有画成", f"{en}; {failed} could not be drawn"
    return Text(zh=zh, en=en).for_language(language)


def published(pages: int, pictures: int, out: Path, language: Language) -> str:
    """What `build` has done, and what to open."""
    start = out / "index.html"
    return Text(
        zh=f"已发布：{pages} 个页面，{pictures} 张图。打开 {start}",
        en=f"Published: {many(pages, 'page')}, {many(pictures, 'picture')}. Open {start}",
    ).for_language(language)


def not_published(errors: int, out: Path, language: Language) -> str:
    """Why `build` has done nothing."""
    return Text(
        zh=f"没有发布：模型有 {errors} 个错误（--draft 可先发布草稿）；{out} 未改动",
        en=f"Not published: the model has {many(errors, 'error')} (--draft publishes nevertheless); {out} is unchanged",
    ).for_language(language)


def not_printed(errors: int, out: Path, language: Language) -> str:
    """Why `pdf` has done nothing; of a draft nothing is printed."""
    return Text(
        zh=f"没有生成 PDF：模型有 {errors} 个错误；{out} 未改动",
        en=f"Not printed: the model has {many(errors, 'error')}; {out} is unchanged",
    ).for_language(language)
