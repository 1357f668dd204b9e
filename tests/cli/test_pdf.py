"""``sevenstep pdf``: the whole analysis as one file, and what happens where it cannot be printed."""

import os

import pytest

MODEL = """
goals: {G: {title: {zh: 更快通关, en: Faster clearance}}}
"""


@pytest.fixture
def folder(engagement):
    return engagement(MODEL)


def test_a_pdf_in_the_language_asked_for(run, browser, folder, tmp_path):
    target = tmp_path / "分 析.pdf"
    result = run("pdf", folder, "--out", target, "--lang", "zh")
    assert result.returncode == 0, result.stdout + result.stderr
    assert target.read_bytes()[:5] == b"%PDF-"
    assert "已写成" in result.stdout


def test_without_a_browser_it_says_so_and_writes_nothing(run, folder, tmp_path, monkeypatch):
    monkeypatch.setitem(os.environ, "SEVENSTEP_BROWSER", str(tmp_path / "none"))
    result = run("pdf", folder, "--out", tmp_path / "a.pdf", "--lang", "en")
    assert result.returncode == 2
    assert "SEVENSTEP_BROWSER" in result.stderr
    assert not (tmp_path / "a.pdf").exists()


def test_a_browser_that_fails_leaves_the_old_file(run, folder, tmp_path, monkeypatch):
    broken = tmp_path / ("broken.cmd" if os.name == "nt" else "broken")
    broken.write_text("@exit 1" if os.name == "nt" else "#!/bin/sh\nexit 1\n", encoding="utf-8")
    broken.chmod(0o755)
    monkeypatch.setitem(os.environ, "SEVENSTEP_BROWSER", str(broken))
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    assert run("pdf", folder, "--out", target).returncode == 2
    assert target.read_bytes() == b"old"


def test_a_model_with_errors_is_not_printed(run, browser, engagement, tmp_path):
    folder = engagement("goals: {G: {title: Goal, parent: none}}\n")
    result = run("pdf", folder, "--out", tmp_path / "a.pdf")
    assert result.returncode == 1
    assert "--draft" not in result.stderr
    assert not (tmp_path / "a.pdf").exists()
