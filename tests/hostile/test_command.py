"""The command itself on hostile engagements: it answers in time, within its memory, and never with a traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GB = 1024**3
HEADER = "id: x\ntitle: x\n"
CONTENT = {
    "aliases": "a: &a x\nb: [" + "*a, " * 100_000 + "]\n",
    "nesting": "[" * 100_000,
    "block nesting": "- " * 100_000,
    "a million keys": "".join(f"k{n}: 1\n" for n in range(1_000_000)),
    "a long line": "goals: {G1: {title: '" + "x" * 5_000_000 + "'}}\n",
    "sixteen megabytes": "#" + "x" * (16 * 1024 * 1024 - 1),
    "many problems": "goals:\n" + "".join(f"  k{n}: 1\n" for n in range(100_000)),
    "controls": "goals:\n  G1: {title: \x1b]0;x\x07}\n",
    "escaped controls": 'goals:\n  G1: {title: "\\e[2J\\u202e"}\n',
    "zeros": b"\x00" * 1_000_000,
    "UTF-16": (HEADER + "date: 2024\n").encode("utf-16"),
    "GBK": "title: 更快通关\n".encode("gbk"),
    "a long number": "indicators:\n  I1: {title: A, target: " + "9" * 4_301 + "}\n",
    "no date": "id: x\ntitle: x\ndate: 2024-13-45\n",
}


def limited() -> None:
    """Runs in the new process: more memory than this is refused to it."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (GB, GB))


def run(folder: Path) -> str:
    """What the command says; it must end in time with 1 (errors) or 2 (could not run)."""
    ended = subprocess.run(
        [sys.executable, "-m", "sevenstep", "check", str(folder), "--lang", "en"],
        capture_output=True,
        timeout=20,
        check=False,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        **({} if sys.platform == "win32" else {"preexec_fn": limited}),
    )
    said = (ended.stdout + ended.stderr).decode("utf-8")
    assert ended.returncode in (1, 2), said[-2_000:]
    assert "Traceback" not in said
    assert "crash" not in said.lower()
    assert "The tool failed" not in said
    assert len(said) < 100_000
    assert not any(character in said for character in "\x00\x07\x1b\x9b\u202e")
    return said


@pytest.mark.parametrize("content", CONTENT)
@pytest.mark.parametrize("name", ["a.yaml", "engagement.yaml"])
def test_content(tmp_path, content, name):
    raw = CONTENT[content]
    (tmp_path / "engagement.yaml").write_text(HEADER, encoding="utf-8")
    (tmp_path / "neighbour.yaml").write_text("goals:\n  SEEN: {title: A, titel: B}\n", encoding="utf-8")
    (tmp_path / name).write_bytes(raw if isinstance(raw, bytes) else raw.encode("utf-8"))
    said = run(tmp_path)
    assert "neighbour.yaml:2:" in said or "more problems" in said


@pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
@pytest.mark.parametrize("target", ["/dev/zero", "pipe", "loop.yaml", "..", "\n\x1b[2J.yaml"])
def test_files(tmp_path, target):
    (tmp_path / "engagement.yaml").write_text(HEADER, encoding="utf-8")
    if target == "pipe":
        os.mkfifo(tmp_path / "pipe.yaml")
    elif target.startswith("\n"):
        (tmp_path / target).write_text("a: 1\n", encoding="utf-8")
    else:
        (tmp_path / "loop.yaml").symlink_to(target)
    assert "S001" in run(tmp_path)
