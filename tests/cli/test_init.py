"""``sevenstep init``, as a person meets it at a terminal and as a script runs it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sevenstep.cli import questions
from sevenstep.cli.app import app

ROOT = Path(__file__).parents[2]


def run(*arguments: str, cwd: Path, lang: str = "en") -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: PLW1510
        [sys.executable, "-m", "sevenstep", *arguments],
        cwd=cwd,
        env={**os.environ, "SEVENSTEP_LANG": lang, "PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )


def test_a_script_is_asked_nothing_and_gets_a_clean_engagement(tmp_path):
    done = run("init", "plan", "--language", "zh,en", "--title", "zh=港口规划", "--title", "en=Port plan", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "the check is clean" in done.stdout
    text = (tmp_path / "plan" / "engagement.yaml").read_text(encoding="utf-8")
    assert "id: plan\n" in text and "title: {zh: 港口规划, en: Port plan}\n" in text
    checked = run("check", "plan", "--fail-on", "warning", cwd=tmp_path)
    assert checked.returncode == 0, checked.stdout


def test_without_a_choice_it_is_written_in_the_language_of_the_person(tmp_path):
    assert run("init", "a", cwd=tmp_path, lang="zh").returncode == 0
    assert run("init", "b", cwd=tmp_path, lang="en").returncode == 0
    assert "languages: [zh]" in (tmp_path / "a" / "engagement.yaml").read_text(encoding="utf-8")
    assert "languages: [en]" in (tmp_path / "b" / "engagement.yaml").read_text(encoding="utf-8")


def test_in_the_folder_where_one_stands(tmp_path):
    assert run("init", "--language", "en", "--no-editor", cwd=tmp_path).returncode == 0
    assert not (tmp_path / ".vscode").exists()
    again = run("init", cwd=tmp_path)
    assert again.returncode == 2
    assert "an engagement already" in again.stderr and "sevenstep new" in again.stderr


def test_like_another(tmp_path):
    done = run("init", "new", "--like", str(ROOT / "models" / "compute-network"), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert run("check", "new", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--language", "fr"], "No such language"),
        (["--id", "a b"], "cannot be an id"),
        (["--from", "blank", "--like", "."], "either --from or --like"),
        (["--like", "nowhere"], "no folder nowhere"),
        (["--title", "x" * 300, "--language", "en"], "too long"),
        (["--title", "zh=一", "--title", "two"], "per language"),
    ],
)
def test_what_cannot_be_taken_is_said_and_nothing_written(tmp_path, arguments, said):
    done = run("init", "new", *arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr
    assert list(tmp_path.iterdir()) == []


def at_a_terminal(monkeypatch, folder: Path, answers: str, lang: str, *arguments: str):
    monkeypatch.setattr(questions, "can_ask", lambda: True)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("SEVENSTEP_LANG", lang)
    return CliRunner().invoke(app, ["init", *arguments], input=answers)


def test_a_conversation_in_chinese(monkeypatch, tmp_path):
    done = at_a_terminal(monkeypatch, tmp_path, "3\n港口规划\nPort plan\n2\n", "zh", "plan")
    assert done.exit_code == 0, done.output
    assert "用什么语言写？" in done.output and "项目名称（中文" in done.output
    text = (tmp_path / "plan" / "engagement.yaml").read_text(encoding="utf-8")
    assert "title: {zh: 港口规划, en: Port plan}" in text and "languages: [zh, en]" in text
    assert (tmp_path / "plan" / ".github" / "workflows" / "sevenstep.yml").exists()


def test_a_conversation_in_english_that_only_says_yes(monkeypatch, tmp_path):
    done = at_a_terminal(monkeypatch, tmp_path, "\n\n\n", "en", "plan")
    assert done.exit_code == 0, done.output
    assert "In which languages" in done.output and "Check at every push" in done.output
    assert not (tmp_path / "plan" / ".github").exists()


def test_a_wrong_answer_is_asked_again_and_leaving_writes_nothing(monkeypatch, tmp_path):
    done = at_a_terminal(monkeypatch, tmp_path, "9\nklingon\nenglish\n" + "x" * 300 + "\n", "en", "plan")
    assert done.exit_code != 0
    assert "There is no “9”" in done.output and "There is no “klingon”" in done.output
    assert "too long" in done.output
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="there is no pseudo-terminal")
def test_at_a_real_terminal(tmp_path):
    import pty

    parent, child = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "sevenstep", "init", "plan"],
        cwd=tmp_path,
        env={**os.environ, "SEVENSTEP_LANG": "zh", "PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(ROOT)},
        stdin=child,
        stdout=child,
        stderr=child,
        close_fds=True,
    ) as process:
        os.close(child)
        os.write(parent, "1\n港口规划\n1\n".encode())
        said = b""
        while True:
            try:
                chunk = os.read(parent, 65536)
            except OSError:
                break
            if not chunk:
                break
            said += chunk
        process.wait(timeout=60)
    os.close(parent)
    assert process.returncode == 0, said.decode()
    assert "检查没有错误和警告" in said.decode()
    assert "title: 港口规划" in (tmp_path / "plan" / "engagement.yaml").read_text(encoding="utf-8")


def test_a_terminal_that_knows_only_gbk(tmp_path):
    done = subprocess.run(  # noqa: PLW1510
        [sys.executable, "-m", "sevenstep", "init", "plan"],
        cwd=tmp_path,
        env={**os.environ, "SEVENSTEP_LANG": "zh", "PYTHONIOENCODING": "gbk", "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert "检查没有错误和警告" in done.stdout.decode("gbk")
    assert "园区报修服务" in (tmp_path / "plan" / "engagement.yaml").read_text(encoding="utf-8")
