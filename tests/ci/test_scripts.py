"""The scripts of the CI files are bash, take no text of others for script, and tell a sound model from a broken one."""

import json
import subprocess
from xml.etree import ElementTree


def test_every_script_is_bash(shell_texts, bash):
    for where, text in shell_texts.items():
        result = subprocess.run([bash, "-n"], input=text, capture_output=True, encoding="utf-8", check=False)
        assert (result.returncode, result.stderr) == (0, ""), where


def test_what_a_person_gives_is_never_a_piece_of_a_script(shell_texts):
    for where, text in shell_texts.items():
        assert "${{" not in text, where


def test_every_variable_is_quoted(shell_texts):
    for where, text in shell_texts.items():
        for line in text.splitlines():
            outside = line.split('"')[0::2]
            assert "$" not in "".join(outside), f"{where}: {line}"


def test_the_action_lets_a_sound_model_pass(of_github, run_script, sound):
    result = run_script(of_github(), sound)
    assert result.returncode == 0, result.stderr
    assert "::error" not in result.stdout


def test_the_action_annotates_a_broken_model(of_github, run_script, broken):
    result = run_script(of_github(lang="en"), broken)
    assert result.returncode == 1, result.stderr
    assert "::error file=模型 A/more.yaml,line=1,endLine=1,col=" in result.stdout


def test_the_action_passes_a_broken_model_when_told_to(of_github, run_script, broken):
    assert run_script(of_github(fail_on="never"), broken).returncode == 0


def test_the_action_writes_sarif_when_told_to(of_github, run_script, broken, tmp_path):
    assert run_script(of_github(sarif="a b.sarif"), broken).returncode == 1
    log = json.loads((tmp_path / "a b.sarif").read_text(encoding="utf-8"))
    assert log["runs"][0]["results"]


def test_no_input_can_run_anything(of_github, run_script, sound, tmp_path):
    nasty = "$(touch hacked); `touch hacked`; touch hacked #"
    assert run_script(of_github(fail_on=nasty), sound).returncode == 2
    run_script(of_github(sarif=nasty.replace("/", "")), sound)
    assert not (tmp_path / "hacked").exists()


def test_gitlab_lets_a_sound_model_pass_and_writes_all_reports(of_gitlab, run_script, sound, tmp_path, gitlab):
    result = run_script(of_gitlab, sound)
    assert result.returncode == 0, result.stdout + result.stderr
    reports = gitlab[".sevenstep"]["artifacts"]["reports"]
    found = json.loads((tmp_path / reports["codequality"]).read_text(encoding="utf-8"))
    assert "major" not in {entry["severity"] for entry in found}
    failures = ElementTree.parse(tmp_path / reports["junit"]).iter("failure")
    assert "error" not in {failure.get("type") for failure in failures}
    coverage = ElementTree.parse(tmp_path / reports["coverage_report"]["path"])
    names = [found.get("filename") for found in coverage.iter("class")]
    assert names
    assert all((tmp_path / name).is_file() for name in names)


def test_gitlab_fails_a_broken_model_and_writes_all_reports(of_gitlab, run_script, broken, tmp_path, gitlab):
    result = run_script(of_gitlab, broken)
    assert result.returncode == 1, result.stdout + result.stderr
    found = json.loads((tmp_path / "gl-code-quality-report.json").read_text(encoding="utf-8"))
    assert "模型 A/more.yaml" in {entry["location"]["path"] for entry in found if entry["severity"] == "major"}
    for name in gitlab[".sevenstep"]["artifacts"]["paths"]:
        assert (tmp_path / name).is_file()
