"""A site is the same whoever builds it: one process or several, and whatever was built before."""

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from sevenstep import pipeline, resources
from sevenstep.publishing.figures import Drawn
from sevenstep.publishing.site import build, sharing
from sevenstep.publishing.site.figure_store import FigureStore
from sevenstep.publishing.site.sharing import Crew
from sevenstep.publishing.views import ChannelSwitch, Figure, HeatSwitch, Html, StepLine, Switches, Tab

ROOT = Path(__file__).parents[3]
MODEL = ROOT / "tests" / "models" / "compute-network"
VALUE = re.compile(r"(?<=[: {,])(?P<text>[\u4e00-\u9fff]+)|\b\d+(?=[\d%., ]|$)")
"""Chinese words, and numbers, as they stand in files of a model."""


@pytest.fixture(autouse=True)
def day(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


def files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def differing(one: Path, other: Path) -> list[str]:
    first, second = files(one), files(other)
    return sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))


@pytest.mark.usefixtures("helpers_of_each_kind")
@pytest.mark.parametrize("languages", [["zh", "en"], ["en"]])
def test_several_processes_write_the_same_bytes(tmp_path, monkeypatch, languages):
    checked = pipeline.check(MODEL)
    alone = pipeline.publish(checked, tmp_path / "alone", languages=languages)
    monkeypatch.setattr(build, "_WORTH_A_PROCESS", 1)
    shared = pipeline.publish(checked, tmp_path / "shared", languages=languages, processes=2)
    assert differing(tmp_path / "alone", tmp_path / "shared") == []
    assert (alone.pages, alone.pictures) == (shared.pages, shared.pictures)
    assert alone.pages == sum(1 for _ in (tmp_path / "alone").rglob("*.html"))
    for language in languages:
        root = tmp_path / "shared" / ("" if language == languages[0] else language)
        assert (root / "assets" / "sevenstep.css").is_file() and any((root / "assets" / "pictures").iterdir())
    assert not any(path.name.startswith(".m") for path in (tmp_path / "shared").iterdir())


def _title(folder: Path) -> None:
    _replace(folder, "zh: 设备联网率", "zh: 设备的联网率")


def _number(folder: Path) -> None:
    _replace(folder, "wait: 2d..4d", "wait: 3d..4d")


def _unit(folder: Path) -> None:
    _replace(folder, "time: 30min..1h", "time: 0.5h..1h")


def _settings(folder: Path) -> None:
    with (folder / "engagement.yaml").open("a", encoding="utf-8") as file:
        file.write("settings: {edition: authors}\n")


def _chapter(folder: Path) -> None:
    (folder / "chapters").mkdir(exist_ok=True)
    (folder / "chapters" / "9-more.zh.md").write_text("# 补充\n\n目标见 [[G1]]。\n", encoding="utf-8")


def _replace(folder: Path, old: str, new: str) -> None:
    file = next(path for path in sorted(folder.rglob("*.yaml")) if old in path.read_text(encoding="utf-8"))
    file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    """A folder with a model and its site."""
    folder = tmp_path_factory.mktemp("built")
    shutil.copytree(MODEL, folder / "model")
    pipeline.publish(pipeline.check(folder / "model"), folder / "site", languages=["zh"])
    return folder


def _anywhere(seed: int) -> Callable[[Path], None]:
    """Changes one text or one number, wherever in the model it stands."""

    def change(model: Path) -> None:
        chance = random.Random(seed)
        lines = {path: path.read_text(encoding="utf-8").split("\n") for path in sorted(model.rglob("*.yaml"))}
        places = [(path, at) for path, all_of in lines.items() for at, line in enumerate(all_of) if VALUE.search(line)]
        path, at = chance.choice(places)
        pieces = list(VALUE.finditer(lines[path][at]))
        piece = chance.choice(pieces)
        new = f"{piece[0]}改" if piece["text"] else f"{piece[0]}1"
        lines[path][at] = lines[path][at][: piece.start()] + new + lines[path][at][piece.end() :]
        path.write_text("\n".join(lines[path]), encoding="utf-8")

    change.__name__ = f"anywhere-{seed}"
    return change


@pytest.mark.parametrize(
    "change", [_title, _number, _unit, _settings, _chapter, *map(_anywhere, range(3))], ids=lambda one: one.__name__
)
def test_after_a_change_the_site_is_that_of_a_whole_build(built, tmp_path, change: Callable[[Path], None]):
    shutil.copytree(built, tmp_path / "again")
    again = tmp_path / "again"
    before = files(again / "site")
    change(again / "model")
    shutil.copytree(again / "site", tmp_path / "site")  # it tells what has changed since it was built
    checked = pipeline.check(again / "model")
    pipeline.publish(checked, again / "site", languages=["zh"], draft=bool(checked.errors))
    pipeline.publish(checked, tmp_path / "site", languages=["zh"], draft=bool(checked.errors))
    assert files(again / "site") != before
    assert differing(again / "site", tmp_path / "site") == []


def test_after_a_change_of_a_template_or_the_style_the_site_is_another(built, tmp_path, monkeypatch):
    shutil.copytree(built, tmp_path / "again")
    shutil.copytree(resources.templates(), tmp_path / "templates")
    foot = tmp_path / "templates" / "foot.html.j2"
    foot.write_text(foot.read_text(encoding="utf-8") + "<p>new foot</p>", encoding="utf-8")
    monkeypatch.setattr(resources, "templates", lambda: tmp_path / "templates")
    from sevenstep.publishing import rendering

    rendering._environment.cache_clear()
    try:
        pipeline.publish(pipeline.check(built / "model"), tmp_path / "again" / "site", languages=["zh"])
    finally:
        rendering._environment.cache_clear()
    pages = list((tmp_path / "again" / "site").rglob("*.html"))
    assert pages and all("new foot" in path.read_text(encoding="utf-8") for path in pages)


def _double(number: int) -> int:
    return 2 * number


_begun: list[int] = []


def _begin(given: int) -> None:
    _begun.append(given)


def _begun_with(_task: int) -> list[int]:
    return list(_begun)


def _dies(_task: int) -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return 0


def _slowly(_task: int) -> list[int]:
    time.sleep(0.5)
    return []


@pytest.fixture(params=[True, False], ids=["forked", "spawned"])
def helpers_of_each_kind(request, monkeypatch):
    if request.param and sys.platform != "linux":
        pytest.skip("only on Linux helpers are forks")
    monkeypatch.setattr(sharing, "_may_fork", lambda: request.param)


@pytest.mark.usefixtures("helpers_of_each_kind")
@pytest.mark.parametrize("helpers", [0, 2])
def test_results_come_in_the_order_of_the_tasks(helpers):
    with Crew[int](helpers, _begin) as crew:
        assert list(crew.done(range(20), _double, _double)) == [(number, 2 * number) for number in range(20)]


@pytest.mark.usefixtures("helpers_of_each_kind")
def test_every_helper_begins_once_with_what_it_is_handed():
    with Crew[int](2, _begin) as crew:
        crew.brief(7)
        begun = [result for _, result in crew.done(range(20), _slowly, _begun_with)]
    assert [7] in begun and all(result in ([], [7]) for result in begun)


@pytest.mark.usefixtures("helpers_of_each_kind")
@pytest.mark.skipif(os.name == "nt", reason="no such signal")
def test_what_killed_helpers_had_begun_is_done_all_the_same():
    with Crew[int](2, _begin) as crew:
        assert [result for _, result in crew.done(range(20), _double, _dies)] == [2 * number for number in range(20)]


def test_helpers_that_are_killed_before_they_are_handed_anything_keep_nobody_waiting(monkeypatch):
    monkeypatch.setattr(sharing, "_may_fork", lambda: False)
    with Crew[int](2, _begin) as crew:
        assert crew._pool is not None
        for process in crew._pool._processes.values():
            process.kill()
        crew.brief(b"x" * 10_000_000)
        assert [result for _, result in crew.done([1, 2], _double, _double)] == [2, 4]


@pytest.mark.usefixtures("helpers_of_each_kind")
def test_helpers_without_work_end():
    with pytest.raises(RuntimeError, match="on the way"), Crew[int](2, _begin):
        raise RuntimeError("on the way")


@pytest.mark.skipif(sys.platform != "linux", reason="only on Linux helpers are forks")
def test_a_process_with_threads_is_not_forked():
    ended = threading.Event()
    thread = threading.Thread(target=ended.wait)
    thread.start()
    try:
        with Crew[int](1, _begin) as crew:
            assert not crew.forks
    finally:
        ended.set()
        thread.join()


_HELPED = """
import os, signal, sys, time
from sevenstep.publishing.site import sharing

def slowly(_task):
    print(os.getpid(), flush=True)
    time.sleep(60)

if __name__ == "__main__":
    sharing._may_fork = lambda: sys.argv[1] == "forked"
    with sharing.Crew(2, print) as crew:
        list(crew.done([1, 2, 3, 4, 5, 6], slowly, slowly))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes where Linux shows them")
@pytest.mark.parametrize("kind", ["forked", "spawned"])
def test_helpers_end_with_a_process_that_is_killed(tmp_path, kind):
    script = tmp_path / "helped.py"
    script.write_text(_HELPED, encoding="utf-8")
    process = subprocess.Popen([sys.executable, script, kind], stdout=subprocess.PIPE, text=True)
    helpers: set[int] = set()
    while len(helpers) < 3:
        line = process.stdout.readline().strip()
        helpers |= {int(line)} if line.isdigit() else set()
    process.kill()
    process.wait()
    process.stdout.close()
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline and any(Path(f"/proc/{one}/stat").exists() for one in helpers):
        time.sleep(0.1)
    assert not [one for one in helpers if Path(f"/proc/{one}/stat").exists()]


def test_pictures_are_the_same_when_they_are_read(tmp_path):
    step = StepLine("step", "收货", 1, None, "a.html", share=3)
    heat = HeatSwitch("gap", "差距", ((1, "小"), (2, "大")))
    inner = Figure("row", "行", Html("<svg>é\u2028&amp;</svg>"), "row.svg", rows=(Figure("in", "", None, "", "why"),))
    tabs = (Tab("图", inner, opens=True), Tab("表", Figure("b", "b", None, "b.svg")))
    given = Figure(
        "a/b",
        "题",
        Html("<svg/>"),
        "a.svg",
        "",
        "a3",
        (inner,),
        Switches((heat,), True, (ChannelSwitch("email", "邮件"),)),
        tabs,
        (step,),
    )
    store = FigureStore(tmp_path, tmp_path)
    store.put(Drawn(given, None))
    assert "a/b" in store and "a" not in store and store.get("a") is None and list(store) == ["a/b"]
    read = FigureStore(tmp_path, tmp_path)["a/b"]
    assert read == given and hash(read) == hash(given)
    assert [type(one.svg) for one in (read, read.rows[0], read.tabs[0].figure)] == [Html] * 3


def test_where_helpers_cannot_be_started_or_die_the_work_is_done_all_the_same(monkeypatch):
    class Broken:
        def __init__(self, *_given, **_named):
            pass

        def submit(self, *_given):
            raise sharing.BrokenProcessPool

        def shutdown(self, **_named):
            pass

    monkeypatch.setattr(sharing, "ProcessPoolExecutor", Broken)
    with Crew[int](2, _begin) as crew:
        assert [result for _, result in crew.done([1, 2], _double, _double)] == [2, 4]
