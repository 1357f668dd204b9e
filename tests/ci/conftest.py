"""The files for hooks and CI that we ship, taken apart."""

import os
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Script:
    """A shell script of a CI file that checks a model; `folder` is the variable that names the engagement's folder."""

    text: str
    environment: dict[str, str]
    folder: str


@pytest.fixture
def root() -> Path:
    """The root of the repository."""
    return ROOT


@pytest.fixture
def action() -> Any:
    """The GitHub action."""
    return yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))


@pytest.fixture
def gitlab() -> Any:
    """The file to include in GitLab."""
    return yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text(encoding="utf-8"))


@pytest.fixture
def shell_texts(action: Any, gitlab: Any) -> dict[str, str]:
    """Every shell script of the CI files, by where it stands."""
    texts = {f"action.yml: {step['name']}": step["run"] for step in action["runs"]["steps"] if "run" in step}
    job = gitlab[".sevenstep"]
    return {**texts, **{f"ci/gitlab.yml: {key}": "\n".join(job[key]) for key in ("before_script", "script")}}


@pytest.fixture
def of_github(action: Any) -> Callable[..., Script]:
    """The step of the action that checks, with its inputs put into the environment as GitHub does."""

    def with_inputs(**inputs: str) -> Script:
        given = {
            name: inputs.get(name.replace("-", "_"), one.get("default", "")) for name, one in action["inputs"].items()
        }
        (step,) = (one for one in action["runs"]["steps"] if "sevenstep check" in one.get("run", ""))
        environment = {
            key: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda match: given[match[1]], value)
            for key, value in step["env"].items()
        }
        assert "${{" not in "".join(environment.values())
        return Script(step["run"], environment, "FOLDER")

    return with_inputs


@pytest.fixture
def of_gitlab(gitlab: Any) -> Script:
    """The script of the job that checks."""
    job = gitlab[".sevenstep"]
    return Script("\n".join(job["script"]), job["variables"], "SEVENSTEP_FOLDER")


@pytest.fixture
def bash() -> str:
    """The shell of CI."""
    found = shutil.which("bash")
    return found or pytest.skip("no bash on this machine")


@pytest.fixture
def run_script(tmp_path: Path, bash: str) -> Callable[[Script, Path], subprocess.CompletedProcess[str]]:
    """Runs a script in bash as CI does, with ``sevenstep`` on the path, in a scratch folder."""
    programs = tmp_path / "programs"
    programs.mkdir()
    program = programs / "sevenstep"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m sevenstep "$@"\n', encoding="utf-8", newline="\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)

    def run(script: Script, folder: Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [bash, "--noprofile", "--norc", "-eo", "pipefail", "-c", script.text],
            cwd=tmp_path,
            env={
                **os.environ,
                **script.environment,
                script.folder: folder.relative_to(tmp_path).as_posix(),
                "PATH": os.pathsep.join((str(programs), os.environ["PATH"])),
            },
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=300,
        )

    return run


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A copy of a sound model, in a folder with a Chinese name and a blank."""
    return Path(shutil.copytree(ROOT / "tests" / "models" / "compute-network", tmp_path / "模型 A"))


@pytest.fixture
def broken(sound: Path) -> Path:
    """The same with an error."""
    (sound / "more.yaml").write_text("goals: {GX: {title: t, horizn: 2027}}\n", encoding="utf-8")
    return sound
