"""``sevenstep schema``, as it is typed."""

import json
from pathlib import Path

from typer.testing import CliRunner

from sevenstep.cli.app import app
from sevenstep.failure import Failure
from sevenstep.source.binding import SCHEMA_FILE, binding


def run(*words: str, language: str = "en"):
    return CliRunner().invoke(app, ["schema", *words], env={"SEVENSTEP_LANG": language})


def engagement(folder: Path) -> Path:
    (folder / "engagement.yaml").write_text(f"{binding('engagement.yaml')}\nid: a\ntitle: A\n", encoding="utf-8")
    return folder


def test_it_is_printed_where_nothing_is_named():
    said = json.loads(run().stdout)
    assert said["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert {"goals", "settings", "reviews"} <= said["properties"].keys()


def test_it_goes_to_a_file(tmp_path):
    assert run("--out", str(tmp_path / "s.json"), "--for", "settings", "--language", "zh").exit_code == 0
    said = json.loads((tmp_path / "s.json").read_text(encoding="utf-8"))
    assert "goals" not in said["properties"]
    assert said["properties"]["client"]["title"] == "客户"


def test_it_is_put_beside_an_engagement_and_stays_out_of_it(tmp_path):
    folder = engagement(tmp_path)
    first = run(str(folder))
    assert (first.exit_code, "written" in first.stdout) == (0, True), first.output
    again = run(str(folder))
    assert (again.exit_code, "up to date" in again.stdout) == (0, True)
    (folder / SCHEMA_FILE).write_text("{}", encoding="utf-8")
    assert "已更新" in run(str(folder), language="zh").stdout
    checked = CliRunner().invoke(app, ["check", str(folder), "--format", "json"], env={"SEVENSTEP_LANG": "en"})
    assert "schema.json" not in checked.stdout
    assert json.loads(checked.stdout)["problems"] == [
        problem for problem in json.loads(checked.stdout)["problems"] if problem["file"] == "engagement.yaml"
    ]


def test_a_file_names_the_schema_from_where_it_stands():
    assert binding("engagement.yaml") == "# yaml-language-server: $schema=.sevenstep/schema.json"
    assert binding("flows/north/one.yaml") == "# yaml-language-server: $schema=../../.sevenstep/schema.json"


def test_what_is_no_engagement_gets_none(tmp_path):
    said = run(str(tmp_path))
    assert isinstance(said.exception, Failure)
    assert not (tmp_path / ".sevenstep").exists()


def test_a_folder_and_a_file_are_one_too_many(tmp_path):
    assert isinstance(run(str(engagement(tmp_path)), "--out", str(tmp_path / "x.json")).exception, Failure)


def test_a_link_to_elsewhere_is_not_followed(tmp_path):
    folder, elsewhere = tmp_path / "model", tmp_path / "elsewhere"
    folder.mkdir(), elsewhere.mkdir()
    engagement(folder)
    (folder / ".sevenstep").symlink_to(elsewhere)
    assert isinstance(run(str(folder)).exception, Failure)
    assert list(elsewhere.iterdir()) == []
