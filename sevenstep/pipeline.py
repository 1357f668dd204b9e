"""The whole story read aloud: from a folder of YAML to a verdict, pictures and a site."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Literal

from sevenstep.checking.check import Checked
from sevenstep.checking.load import load_and_check, load_and_mend
from sevenstep.checking.mend import Change
from sevenstep.diagnostic import RuleInfo
from sevenstep.failure import Failure
from sevenstep.language import Language, Text
from sevenstep.model.element import Element, same_id
from sevenstep.model.engagement import CheckSettings
from sevenstep.model.suggest import did_you_mean
from sevenstep.output.door import look
from sevenstep.output.files import made, write_file
from sevenstep.output.lock import Tell, one_writer
from sevenstep.output.rewrite import rewrite
from sevenstep.source.files import BYTE_ORDER_MARK, HEADER_FILE
from sevenstep.source.guard import Sources, identity, keep_tree

if TYPE_CHECKING:
    from sevenstep.analysis.findings.rule import FindingRule
    from sevenstep.analysis.results import Analysis
    from sevenstep.chain.snapshot import Snapshot
    from sevenstep.checking.baseline import Compared
    from sevenstep.checking.questions import Question
    from sevenstep.diagrams.output.dot import RenderFailed
    from sevenstep.diagrams.output.engine import EngineName
    from sevenstep.publishing.site.build import Published
    from sevenstep.review.merge import NewNote

Progress = Callable[[Text, int, int], None]
"""Told what is being done, how much of it is done, and how much there is."""


class ModelHasErrors(Exception):
    """What was asked for needs a sound model, and this one has errors (`checked` tells which)."""

    def __init__(self, checked: Checked) -> None:
        super().__init__(f"{checked.errors} errors")
        self.checked = checked


def check(folder: Path, settings: CheckSettings | None = None, before: Checked | None = None) -> Checked:
    """Read the engagement in `folder` and check it; raises Failure where there is none.

    `settings` go before those of the engagement. Files that have not changed since the check `before` are not read
    again.
    """
    return load_and_check(folder, settings, before)


def mend(folder: Path, settings: CheckSettings | None = None) -> tuple[list[Change], Checked]:
    """What can be mended without a person: the changes, and the model checked with them. Nothing is written."""
    return load_and_mend(folder, settings)


def mend_files(
    folder: Path, settings: CheckSettings | None = None, *, tell: Tell | None = None
) -> tuple[list[Change], Checked]:
    """Mend what can be mended without a person, in the files themselves: the changes, and the model with them.

    Waits for others that write beside the model, and has `tell` say so. Raises Failure.
    """
    changes, checked = mend(folder, settings)
    if not changes:  # nothing is written: this may be a folder that nobody may write to
        return changes, checked
    with _writing(folder, tell):
        changes, checked = mend(folder, settings)
        _write(folder, changes)
    return changes, checked


@contextmanager
def _writing(folder: Path, tell: Tell | None) -> Iterator[None]:
    if not os.path.isdir(folder):  # noqa: PTH112  # false for a path that no system knows, too
        check(folder)  # tells what is wrong with it
    with one_writer(folder, tell):
        yield


def _write(folder: Path, changes: Iterable[Change]) -> None:
    done: set[tuple[int, int] | None] = set()
    for change in changes:
        path = folder / change.file
        if identity(path) in done:
            continue  # the same file under another name, such as a link; what may be left of it is for the next run
        rewrite(path, folder, change.before.encode(), change.after.encode(), head=BYTE_ORDER_MARK)
        done.add(identity(path))


def compare_with_baseline(checked: Checked, path: Path, *, update: bool, tell: Tell | None = None) -> "Compared":
    """Take the known problems out; with `update`, everything found now is known from now on. Raises Failure."""
    from sevenstep.checking import baseline

    if update:
        guard = Sources(checked.folder)
        look(path, guard)
        with one_writer(made(path.parent), tell):
            baseline.write_baseline(path, baseline.baseline_of(checked.found), guard)
    return baseline.compare(checked, baseline.read_baseline(path))


def questions(checked: Checked) -> "list[Question]":
    """What is not known yet, by step: whom to ask, and what hangs on the answer."""
    from sevenstep.checking import questions as open_questions

    return open_questions.questions(checked)


def analyse(
    checked: Checked, *, seed: int | None = None, cases: int | None = None, progress: Progress | None = None
) -> "Analysis":
    """What follows from the model: metrics of the flows, findings, as-is against to-be, goals, ranking.

    `seed` and `cases` go before the settings of the engagement; the same of both give the same results. What cannot be
    analysed is told in the result, and the rest is analysed.
    """
    from sevenstep.analysis import analyse as analysis

    return analysis.analyse(checked.chain, seed=seed, cases=cases, progress=progress)


def rules() -> tuple[RuleInfo, ...]:
    """Every rule there is, those of third parties included, by code."""
    from sevenstep.checking.plugins import installed_rules
    from sevenstep.ruleset.catalogue import ALL_RULES

    return (*ALL_RULES, *(one.info for one in installed_rules().rules))


def finding_rules() -> "tuple[FindingRule, ...]":
    """Every rule by which the analysis finds what is wrong with the business, by code."""
    from sevenstep.analysis.findings.catalogue import FINDING_RULES

    return FINDING_RULES


def find_rule(name: str) -> RuleInfo:
    """The rule with that code or name; raises Failure."""
    known = rules()
    for info in known:
        if name.casefold() in {info.code.casefold(), info.name}:
            return info
    raise Failure(
        Text(zh=f"没有规则“{name}”", en=f"There is no rule “{name}”"),
        did_you_mean(name, (one for info in known for one in (info.code, info.name)))
        or Text(zh="sevenstep explain 列出所有规则", en="sevenstep explain lists the rules"),
    )


def bad_example(info: RuleInfo) -> Checked:
    """The example that breaks a rule, checked."""
    from sevenstep.checking.example import check_example
    from sevenstep.checking.plugins import installed_rules

    return check_example(info, info.bad, info.encoding, installed_rules().rules)


def find(checked: Checked, element_id: str, kind: str = "") -> Element:
    """The element with that id (case and full-width forms do not matter); raises Failure.

    With a `kind`, elements of that kind are offered where there is none of that id.
    """
    elements = checked.chain.elements
    if element_id in elements:
        return elements[element_id]
    wanted = same_id(element_id)
    for key, element in elements.items():
        if same_id(key) == wanted:
            return element
    raise Failure(
        Text(zh=f"没有编号为“{element_id}”的要素", en=f"There is no element “{element_id}”"),
        _element_meant(element_id, (one for one in elements.values() if not kind or one.KIND.name == kind)),
    )


def _element_meant(wrong: str, elements: Iterable[Element]) -> Text | None:
    from sevenstep.model.nearest import element_meant, there_are

    every = list(elements)
    return element_meant(wrong, every) or there_are(every)


@dataclass(frozen=True, slots=True)
class Drawn:
    """The picture files that were written, and the pictures that could not be drawn."""

    files: tuple[Path, ...]
    failed: tuple["RenderFailed", ...]


def picture_names(checked: Checked) -> list[str]:
    """The names of the pictures that an engagement has; ``trace/ID`` can be asked for besides."""
    from sevenstep.diagrams.pictures import catalogue

    return catalogue.names(checked.chain)


def draw(
    checked: Checked,
    names: Sequence[str],
    out: Path,
    *,
    format: Literal["svg", "dot", "png"],
    language: Language,
    site: str = "",
    engine: "EngineName | None" = None,
    font: Path | None = None,
    progress: Progress | None = None,
) -> Drawn:
    """Write the named pictures (none named: all) below `out`, each as soon as it is there.

    Links lead to pages of the site at `site`. Raises Failure for an unknown name, a missing engine or an unwritable
    folder; a picture that the engine fails on is reported in the result, and the others are drawn.
    """
    from sevenstep.diagrams.output.files import File, files
    from sevenstep.diagrams.pictures import catalogue

    guard = Sources(checked.folder, [font] if font is not None else [])
    guard.keep_folder(out)
    wanted = list(names) or catalogue.names(checked.chain)
    scenes = [catalogue.draw(checked.chain, name, language, _pages_of(site, name)) for name in wanted]
    for scene in scenes:
        look(out / f"{scene.name}.{format}", guard, below=out)
    written: list[Path] = []
    failed: list[RenderFailed] = []
    for count, file in enumerate(files(scenes, format, engine, font), 1):
        if progress is not None:
            progress(Text(zh="画图", en="Drawing"), count, len(scenes))
        if not isinstance(file, File):
            failed.append(file)
            continue
        path = out / f"{file.scene.name}.{format}"
        write_file(path, file.content, guard, below=out)
        written.append(path)
    return Drawn(tuple(written), tuple(failed))


def _pages_of(site: str, picture: str) -> Callable[[Element], str]:
    """Where the pages of `site` (an address, or a path from the pictures' folder) lie, seen from a picture's file."""
    from sevenstep.chain.address import page_path

    up = "" if "://" in site else "../" * picture.count("/")
    base = f"{up}{site.rstrip('/')}/" if site else up
    return lambda element: f"{base}{page_path(element)}.html"


def publish(
    checked: Checked,
    folder: Path,
    target: Path,
    *,
    languages: Sequence[Language] = (),
    despite_errors: bool = False,
    engine: "EngineName | None" = None,
    progress: Progress | None = None,
    processes: int = 1,
    since: Path | None = None,
) -> "Published":
    """Build the site of a sound model into `target`, whole or not at all.

    Raises ModelHasErrors unless `despite_errors` (the site then shows the problems), and Failure where the site cannot
    be built or written; what stood in `target` before is untouched in both cases. Languages are built side by side
    where there is more than one of `processes` (only from programs that multiprocessing may import). The site tells
    what has changed `since` an older model (its folder, or that of a site that shows it), or else since the last other
    version that the site in `target` knows of.
    """
    from sevenstep.publishing.site.build import publish as publish_site
    from sevenstep.publishing.site.replace import look_at_folder, put_back

    keep_tree(folder, target)
    look_at_folder(target)
    if checked.errors and not despite_errors:
        put_back(target)
        raise ModelHasErrors(checked)
    wanted = tuple(languages) or checked.chain.engagement.header.languages
    earlier = _earlier(since) if since is not None else None
    return publish_site(
        checked, folder, target, wanted, progress=progress, engine=engine, processes=processes, since=earlier
    )


def _earlier(path: Path) -> "Snapshot":
    """The model in a folder, or that of a site."""
    from sevenstep.chain.baseline_version import baseline_in
    from sevenstep.chain.snapshot import snapshot_of

    if not os.path.isfile(path / HEADER_FILE):  # noqa: PTH113  # false for a path that no system knows, too
        return baseline_in(path)
    older = check(path)
    return snapshot_of(older.chain, older.documents)


def pdf(
    checked: Checked,
    folder: Path,
    *,
    language: Language,
    engine: "EngineName | None" = None,
    progress: Progress | None = None,
) -> bytes:
    """The whole analysis in one language as a PDF. Raises ModelHasErrors, and Failure as `publish` does, or where there
    is no browser to print with."""
    from sevenstep.publishing.site.pdf import find_browser, printed

    browser = find_browser()
    with TemporaryDirectory(ignore_cleanup_errors=True) as place:
        site = Path(place) / "site"
        publish(checked, folder, site, languages=[language], engine=engine, progress=progress)
        return printed(browser, site / "print.html")


@dataclass(frozen=True, slots=True)
class ImportedComments:
    """What an import of reviewers' comments did: the notes added, how many were there before, and the file.

    `missing` are those of the new ones whose element is not in the model; `other_version` those about another version.
    """

    file: Path
    added: tuple["NewNote", ...]
    known: int
    missing: tuple["NewNote", ...]
    other_version: tuple["NewNote", ...]


def import_comments(
    folder: Path, files: Sequence[Path], *, write: bool = True, tell: Tell | None = None
) -> ImportedComments:
    """Put what reviewers' browsers saved beside the model in `folder`, as notes; what is there already stays untouched.

    All files are read before anything is written. Raises Failure where one of them cannot be used. One import at a
    time: others wait for it, and have `tell` say so.
    """
    if not write:
        return _import_comments(folder, files, write=False)
    with _writing(folder, tell):
        return _import_comments(folder, files, write=True)


def _import_comments(folder: Path, files: Sequence[Path], *, write: bool) -> ImportedComments:
    from sevenstep.review import notes_file
    from sevenstep.review.comments import read_comments
    from sevenstep.review.merge import merge

    checked = check(folder)
    if not any(part.header for part in checked.parts):
        raise Failure(
            Text(zh="engagement.yaml 读不出来，不知道是哪个项目", en="engagement.yaml cannot be read"),
            Text(zh="先运行 sevenstep check", en="Run sevenstep check first"),
        )
    engagement = checked.chain.engagement
    comments = [one for path in files for one in read_comments(path, engagement.header.id)]
    merged = merge(engagement.notes, _note_ids(checked), comments)
    target = folder / notes_file.NOTES_FILE
    if merged.new:
        document = next((one for one in checked.documents if one.name == notes_file.NOTES_FILE), None)
        after = notes_file.with_notes(document, merged.new)
        if write and document is not None:
            _write(folder, [Change(document.name, document.text, after, 0)])
        elif write:
            _write_new(folder, target, after)
    version = engagement.header.version or ""
    return ImportedComments(
        target,
        merged.new,
        merged.known,
        tuple(one for one in merged.new if not engagement.is_known(one.comment.element)),
        tuple(one for one in merged.new if one.comment.version != version),
    )


def _note_ids(checked: Checked) -> frozenset[str]:
    """The ids of all notes in the files, those included that could not be read."""
    from sevenstep.model.review import SECTION

    sections = (one.data.get(SECTION) for one in checked.documents if isinstance(one.data, dict))
    return frozenset(key for section in sections if isinstance(section, dict) for key in section)


def _write_new(folder: Path, target: Path, text: str) -> None:
    if target.exists() or not target.resolve().is_relative_to(folder.resolve()):
        raise Failure(
            Text(
                zh=f"{target} 不能写：它读不出来，或指到文件夹之外", en=f"{target} cannot be read, or leads elsewhere"
            ),
            Text(zh="把它移开后再导入", en="Move it away and import again"),
        )
    write_file(target, text.encode("utf-8"))
