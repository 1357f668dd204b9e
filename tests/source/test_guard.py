"""No output goes over a file that was read, whatever name it is given."""

import os
from pathlib import Path

import pytest

from sevenstep.failure import Failure
from sevenstep.source.guard import Sources, keep_tree

posix = pytest.mark.skipif(os.name != "posix", reason="no such links there")


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "model"
    for name in ("engagement.yaml", "flows/F.yml", "chapters/intro.md", "chapters/map.png", "review/notes.yaml"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text("", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "name",
    [
        "model/engagement.yaml",
        "model/flows/../engagement.yaml",
        "model/flows/F.yml",
        "model/chapters/intro.md",
        "model/chapters/map.png",
        "model/review/notes.yaml",
        "pyproject.toml",
    ],
)
def test_what_is_read_is_kept(tmp_path, folder, name):
    with pytest.raises(Failure, match="is a file that is read here") as raised:
        Sources(folder)(tmp_path / name)
    assert "是这次读取的文件" in raised.value.message.for_language("zh")


@pytest.mark.parametrize(
    "name", ["new.yaml", "sub/new.YML", "chapters/new.md", "chapters/sub/new.PNG", "Engagement.yaml"]
)
def test_what_would_be_read_is_not_written(folder, name):
    (folder / "sub").mkdir()
    if (folder / name).exists():
        pytest.skip("this system takes them for one file")
    with pytest.raises(Failure, match="would be read as a part of the engagement"):
        Sources(folder)(folder / name)


@pytest.mark.parametrize(
    "name",
    ["model/report.json", "model/new.md", "model/.hidden.yaml", "new.yaml", "model/baseline.json", "model2/a.yaml"],
)
def test_the_rest_may_be_written(tmp_path, folder, name):
    Sources(folder)(tmp_path / name)


@posix
def test_other_names_of_a_file_that_is_read(tmp_path, folder):
    os.link(folder / "engagement.yaml", tmp_path / "hard.json")
    (tmp_path / "way").symlink_to("model")
    for path in (
        tmp_path / "hard.json",
        tmp_path / "way" / "engagement.yaml",
        Path(f"{tmp_path}/way/../model/flows/F.yml"),
    ):
        with pytest.raises(Failure, match="is read here"):
            Sources(folder)(path)
    with pytest.raises(Failure, match="would be read"):
        Sources(folder)(tmp_path / "way" / "new.yaml")
    with pytest.raises(Failure, match="is read here"):
        Sources(tmp_path / "way")(folder / "engagement.yaml")


def test_other_files_that_are_read_and_what_was_written(tmp_path, folder):
    for name in ("font.ttf", "a.json"):
        (tmp_path / name).write_bytes(b"x")
    sources = Sources(folder, [tmp_path / "font.ttf", tmp_path / "nowhere"])
    with pytest.raises(Failure, match="is read here"):
        sources(tmp_path / "font.ttf")
    sources(tmp_path / "a.json")
    sources.wrote(tmp_path / "a.json")
    with pytest.raises(Failure, match="is named twice"):
        sources(tmp_path / "a.json")


@posix
def test_folders(tmp_path, folder):
    (tmp_path / "way").symlink_to("model")
    for target in (folder, tmp_path, tmp_path / "way", folder / "flows" / ".."):
        with pytest.raises(Failure, match="holds the model"):
            keep_tree(folder, target)
    for target in (folder / "site", tmp_path / "model2", folder / "flows"):
        keep_tree(folder, target)
    for target in (folder, tmp_path / "way", folder / "flows", folder / "chapters"):
        with pytest.raises(Failure, match="holds the model"):
            Sources(folder).keep_folder(target)
    for target in (tmp_path, folder / "pictures"):
        Sources(folder).keep_folder(target)


def test_without_a_folder_the_others_are_kept(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "font.ttf").write_bytes(b"x")
    sources = Sources(None, [tmp_path / "font.ttf"])
    sources.keep_folder(Path())
    sources(Path("new.yaml"))
    with pytest.raises(Failure, match="is read here"):
        sources(Path("font.ttf"))


def test_where_there_is_no_model_the_reader_says_so(tmp_path):
    Sources(tmp_path / "nowhere")(tmp_path / "report.json")


def test_no_output_becomes_the_settings_of_the_project(tmp_path, folder):
    (tmp_path / "pyproject.toml").unlink()
    for target in (folder / "pyproject.toml", tmp_path / "pyproject.toml", folder / ".." / "PyProject.toml"):
        with pytest.raises(Failure, match="as its settings"):
            Sources(folder)(target)
    Sources(folder)(tmp_path / "elsewhere" / "pyproject.toml")
