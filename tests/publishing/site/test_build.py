"""Languages built side by side give what they give one after the other."""

from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from sevenstep import pipeline
from sevenstep.diagrams.output.engine import EngineMissing
from sevenstep.language import Text
from sevenstep.publishing.site import build, sharing

ROOT = Path(__file__).parents[3]
MODEL = ROOT / "tests" / "models" / "compute-network"


def contents(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


@pytest.fixture
def worth_it(monkeypatch):
    monkeypatch.setattr(build, "_WORTH_A_PROCESS", 0)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


def test_two_processes_give_the_same_bytes(worth_it, tmp_path):
    checked = pipeline.check(MODEL)
    apart = pipeline.publish(checked, tmp_path / "apart", processes=2)
    alone = pipeline.publish(checked, tmp_path / "alone", processes=1)
    assert (apart.pages, apart.pictures) == (alone.pages, alone.pictures)
    found, expected = contents(tmp_path / "apart"), contents(tmp_path / "alone")
    differing = [name for name in expected if found.get(name) != expected[name] and not name.endswith(".gz")]
    assert found.keys() == expected.keys()
    assert differing == []


class Killed:
    """A pool whose processes are killed as soon as they start."""

    def __init__(self, *_arguments, **_named):
        pass

    def shutdown(self, **_named):
        pass

    def submit(self, *_arguments):
        future = Future()
        future.set_exception(BrokenProcessPool("killed"))
        return future


def test_a_killed_process_costs_time_only(worth_it, tmp_path, monkeypatch):
    monkeypatch.setattr(sharing, "ProcessPoolExecutor", Killed)
    site = pipeline.publish(pipeline.check(MODEL), tmp_path / "site", processes=2)
    assert site.pages == sum(1 for _ in (tmp_path / "site").rglob("*.html"))
    assert (tmp_path / "site" / "en" / "index.html").is_file()


def test_a_failure_travels_with_its_remedy():
    failure = EngineMissing(Text(zh="没有", en="none"), Text(zh="装上", en="install it"))
    maker, arguments = failure.__reduce__()
    again = maker(*arguments)
    assert type(again) is EngineMissing
    assert (again.message, again.remedy, str(again)) == (failure.message, failure.remedy, "none\n→ install it")
