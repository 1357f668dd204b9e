"""Paths in the formats of CI count from the repository, wherever the command is run and however the folder is named."""

import json
import os
from pathlib import Path

import pytest

from sevenstep.report.root import root_of


@pytest.fixture
def repository(tmp_path):
    folder = tmp_path / "仓库 a" / "models" / "样例"
    folder.mkdir(parents=True)
    (tmp_path / "仓库 a" / ".git").mkdir()
    return tmp_path / "仓库 a"


def test_the_repository_goes_before_the_working_directory(repository):
    folder = repository / "models" / "样例"
    for here, named in (
        (repository, "models/样例"),
        (repository, str(folder)),
        (repository / "models", "样例"),
        (folder, "."),
        (repository.parent, str(folder)),
        (repository / "models", "../models/样例/"),
    ):
        found = root_of(Path(named), here)
        assert (found.folder, found.prefix) == (repository, "models/样例/")


def test_a_work_tree_has_a_file(repository):
    (repository / ".git").rmdir()
    (repository / ".git").write_text("gitdir: x\n")
    assert root_of(repository / "models", Path("/")).prefix == "models/"


def test_the_engagement_is_the_repository(repository):
    assert root_of(repository).prefix == ""


def test_without_a_repository(tmp_path):
    (tmp_path / "here" / "model").mkdir(parents=True)
    here = tmp_path / "here"
    if any((one / ".git").exists() for one in here.parents):
        pytest.skip("the temporary folder lies in a repository")
    assert root_of(here / "model", here).prefix == "model/"
    assert root_of(Path("model"), here).prefix == "model/"
    outside = root_of(here, tmp_path / "here" / "model")
    assert (outside.folder, outside.prefix) == (None, f"{here.as_posix()}/")


@pytest.mark.parametrize("form", ["gitlab", "sarif", "github", "junit"])
def test_the_command_however_the_folder_is_named(form, run, repository, tmp_path):
    folder = repository / "models" / "样例"
    (folder / "engagement.yaml").write_text("id: x\ntitle: X\ngoals:\n  G1: {titel: a, nosuch: b}\n", encoding="utf-8")
    said = {run("check", named, "-f", form).stdout for named in (folder, folder.relative_to(tmp_path))}
    assert len(said) == 1
    text = said.pop()
    if form == "gitlab":
        assert {one["location"]["path"] for one in json.loads(text)} == {"models/样例/engagement.yaml"}
    elif form == "sarif":
        (log,) = json.loads(text)["runs"]
        assert log["originalUriBaseIds"]["%SRCROOT%"]["uri"] == f"{repository.as_uri()}/"
        place = log["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
        assert place == {"uri": "models/%E6%A0%B7%E4%BE%8B/engagement.yaml", "uriBaseId": "%SRCROOT%"}
    else:
        assert "models/样例/engagement.yaml" in text
        assert os.fspath(repository) not in text
