"""``sevenstep check``: exit codes, messages, and terminals that cannot show everything."""

import os
import re
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

SOUND = "check: {ignore: [S1]}\ngoals:\n  G: {title: Faster, accepted: {S802: next phase}}\n"
ONE_WARNING = "check: {ignore: [S1]}\ngoals:\n  G: {title: Faster}\n"


def test_a_sound_model_exits_0(run, engagement):
    result = run("check", engagement(SOUND))
    assert result.returncode == 0, result.stdout + result.stderr
    assert "No errors, no warnings (1 element, 0 relations)" in result.stdout
    assert result.stderr == ""


def test_errors_exit_1_with_place_and_remedy(run, engagement):
    folder = engagement("goals:\n  G: {title: Faster, horizn: 2027}\n")
    result = run("check", folder)
    assert result.returncode == 1
    assert f"{folder.as_posix()}/engagement.yaml:4:22: error S006 unknown-field" in result.stdout
    assert "Did you mean “horizon”?" in result.stdout


def test_warnings_count_only_when_asked(run, engagement):
    folder = engagement("goals:\n  G: {title: Faster}\n")
    assert run("check", folder).returncode == 0
    assert run("check", folder, "--fail-on", "warning").returncode == 1


def test_in_chinese(run, engagement):
    result = run("check", engagement("goals:\n  G: {title: Faster}\n"), "--lang", "zh")
    assert "没有指标落实战略目标“Faster”" in result.stdout


def test_a_gbk_terminal_survives(run, engagement):
    folder = engagement("goals:\n  G: {title: Faster 🚢 ✓, horizn: 2027}\n")
    result = run("check", folder, "--lang", "zh", PYTHONIOENCODING="gbk")
    assert result.returncode == 1
    assert "是不是 “horizon”？" in result.stdout
    assert result.stderr == ""


def test_many_errors_are_cut_and_counted(run, engagement):
    folder = engagement("goals:\n" + "".join(f"  G{n}: {{title: t, horizn: 1}}\n" for n in range(200)))
    result = run("check", folder)
    assert result.stdout.count("unknown-field") == 50
    assert "and 150 more problems" in result.stdout
    assert "200 errors" in result.stdout
    assert run("check", folder, "--limit", 0).stdout.count("unknown-field") == 200


def test_no_escape_sequence_reaches_a_pipe(run, engagement):
    folder = engagement("goals:\n  G: {title: Faster, horizn: 1}\n")
    (folder / "bad.yaml").write_text("goals: {B: {title: '\x1b[31mred'}}\n", encoding="utf-8")
    assert "\x1b" not in run("check", folder).stdout


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "no engagement"),
        ("", "“id” is missing"),
        ("- a\n- b\n", "not a mapping of sections"),
        ("just words\n", "not a mapping of sections"),
        ("id: x\ntitle: [\n", "yaml-syntax"),
    ],
)
def test_hopeless_input_gets_a_message(run, tmp_path, content, said):
    folder = tmp_path / "it"
    folder.mkdir()
    if content is not None:
        (folder / "engagement.yaml").write_text(content, encoding="utf-8")
    result = run("check", folder)
    assert result.returncode == (2 if content is None else 1)
    assert said in result.stdout + result.stderr
    assert "Traceback" not in result.stdout + result.stderr


def test_no_such_folder_or_a_file_exits_2(run, tmp_path):
    (tmp_path / "file.yaml").write_text("x", encoding="utf-8")
    for name, said in (("nowhere", "There is no folder"), ("file.yaml", "is not a folder")):
        result = run("check", tmp_path / name)
        assert (result.returncode, result.stdout) == (2, "")
        assert said in result.stderr


def test_the_folder_above_engagements_is_recognised(run, engagement, tmp_path):
    engagement(SOUND)
    result = run("check", tmp_path)
    assert result.returncode == 2
    assert "Did you mean" in result.stderr
    assert "engagement" in result.stderr


@pytest.mark.skipif(os.name != "posix" or os.getuid() == 0, reason="root can read every file")
def test_an_unreadable_file_is_named(run, engagement):
    folder = engagement(SOUND)
    (folder / "goals.yaml").touch(mode=0o000)
    result = run("check", folder)
    assert result.returncode == 1
    assert "goals.yaml: error S001" in result.stdout


def test_wrong_usage_exits_2(run):
    assert run("check").returncode == 2
    assert "Did you mean 'check'" in run("chekc").stderr


def test_help_and_version_load_no_large_library(run, tmp_path):
    script = tmp_path / "modules.py"
    script.write_text(
        "import sys\n"
        "from sevenstep.cli.failure import run\n"
        "from sevenstep.cli.app import app\n"
        "sys.argv = ['sevenstep', '--help']\n"
        "run(app)\n"
        "heavy = {'yaml', 'jinja2', 'mkdocs', 'graphviz', 'networkx', 'jieba'} & set(sys.modules)\n"
        "sys.exit(f'loaded: {heavy}' if heavy else 0)\n",
        encoding="utf-8",
    )
    import subprocess
    import sys

    result = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    assert run("--version").stdout.startswith("sevenstep 0.")


def test_show_prints_fields_relations_and_place(run, engagement):
    folder = engagement(
        """
        goals: {G: {title: {zh: 更快, en: Faster}}}
        indicators:
          I: {title: Time, measures: G, unit: h, baseline: 36.5, targets: {2027: 16}}
        """
    )
    result = run("show", folder, "i")
    assert result.returncode == 0
    assert "Indicator I  Time" in result.stdout
    assert "engagement.yaml:6:3" in result.stdout
    assert "Baseline: value 36.5" in result.stdout
    assert "基线：数值 36.5" in run("show", folder, "i", "--lang", "zh").stdout
    assert "Why this is here: Faster (G)\n" in result.stdout
    assert re.search(r"→ measures\n +G +Faster\n", result.stdout)
    missing = run("show", folder, "II")
    assert missing.returncode == 2
    assert "There is no element “II”" in missing.stderr


def test_paths_with_spaces_and_chinese(run, tmp_path):
    folder = tmp_path / "我的 项目"
    folder.mkdir()
    (folder / "engagement.yaml").write_text(f"id: x\ntitle: X\n{SOUND}", encoding="utf-8")
    assert run("check", folder).returncode == 0
    assert Path(folder).exists()


MENDABLE = """\
indicatrs:  # the figures
  time: {title: Time, measures: g1, status: Draft, accepted: {S802: later}}
goals:
  G1: {title: Faster, horizn: 2027, accepted: {S101: no loop}}
"""
MENDED = """\
indicators:  # the figures
  time: {title: Time, measures: G1, status: draft, accepted: {S802: later}}
goals:
  G1: {title: Faster, horizon: 2027}
"""


def test_diff_shows_and_writes_nothing(run, engagement):
    folder = engagement(MENDABLE)
    before = (folder / "engagement.yaml").read_bytes()
    result = run("check", folder, "--diff")
    assert result.returncode == 0
    assert "-indicatrs:  # the figures\n" in result.stdout
    assert "+indicators:  # the figures\n" in result.stdout
    assert (folder / "engagement.yaml").read_bytes() == before


def test_fix_mends_what_is_safe_and_keeps_the_rest(run, engagement):
    folder = engagement(MENDABLE)
    file = folder / "engagement.yaml"
    header = file.read_text(encoding="utf-8").removesuffix(MENDABLE)
    file.write_bytes(b"\xef\xbb\xbf" + (header + MENDABLE).replace("\n", "\r\n").encode())
    result = run("check", folder, "--fix")
    assert "Fixed 5 problems in 1 file" in result.stdout
    assert file.read_bytes() == b"\xef\xbb\xbf" + (header + MENDED).replace("\n", "\r\n").encode()
    assert "Nothing can be fixed automatically" in run("check", folder, "--fix").stdout


@pytest.mark.skipif(os.name != "posix", reason="such permissions and links are those of POSIX")
def test_fix_keeps_what_the_files_are(run, engagement, tmp_path):
    """Permissions, hard links, and links inside the folder stay; what a link outside leads to is left alone."""
    folder = engagement("goals:\n  A: {title: a, Horizn: 2027}\n")
    slip = "goals:\n  {}: {{title: a, Horizn: 2027}}\n"
    for name in ("hard.yaml", "real.txt", "../outside.txt"):
        (folder / name).write_text(slip.format(name[0].upper() if name[0] != "." else "O"), encoding="utf-8")
    os.link(folder / "hard.yaml", tmp_path / "other")
    (folder / "link.yaml").symlink_to("real.txt")
    (folder / "outside.yaml").symlink_to("../outside.txt")
    (folder / "engagement.yaml").chmod(0o640)
    result = run("check", folder, "--fix")
    assert "Fixed 3 problems in 3 files" in result.stdout
    assert "outside.yaml: error S001" in result.stdout  # it leads out of the folder
    assert (folder / "engagement.yaml").stat().st_mode & 0o777 == 0o640
    assert "horizon" in (tmp_path / "other").read_text(encoding="utf-8")
    assert (folder / "hard.yaml").stat().st_nlink == 2
    assert (folder / "link.yaml").is_symlink()
    assert "horizon" in (folder / "real.txt").read_text(encoding="utf-8")
    assert "Horizn" in (tmp_path / "outside.txt").read_text(encoding="utf-8")


@pytest.mark.skipif(os.name != "posix", reason="such links are those of POSIX")
def test_fix_mends_a_file_once_that_has_several_names_in_the_folder(run, engagement):
    folder = engagement()
    (folder / "a.yaml").write_text("goals:\n  A: {title: a, Horizn: 2027}\n", encoding="utf-8")
    os.link(folder / "a.yaml", folder / "b.yaml")
    (folder / "c.yaml").symlink_to("a.yaml")
    result = run("check", folder, "--fix")
    assert result.stderr == ""
    assert "Horizn" not in (folder / "b.yaml").read_text(encoding="utf-8")
    assert (folder / "c.yaml").is_symlink()
    assert (folder / "a.yaml").stat().st_nlink == 2


def test_a_baseline_holds_back_what_was_known(run, engagement):
    folder = engagement("goals:\n  G: {title: Faster}\n  H: {title: Cheaper, parent: X}\n")
    assert run("check", folder).returncode == 1
    assert run("check", folder, "--update-baseline").returncode == 0
    again = run("check", folder)
    assert again.returncode == 0
    assert "known in the baseline" in again.stdout
    text = (folder / "engagement.yaml").read_text(encoding="utf-8")
    (folder / "engagement.yaml").write_text(
        f"# moved down\n{text}  I: {{title: Nearer, parent: Y}}\n", encoding="utf-8"
    )
    new = run("check", folder)
    assert new.returncode == 1
    assert "“Y”" in new.stdout
    assert "“X”" not in new.stdout


def test_a_baseline_stays_inside_the_engagement(run, engagement):
    folder = engagement("check: {baseline: ../elsewhere.json}\n")
    result = run("check", folder, "--update-baseline")
    assert result.returncode == 2
    assert "leads out of the folder" in result.stderr


def test_rules_are_chosen_for_one_run(run, engagement):
    folder = engagement("goals:\n  G: {title: Faster}\n")
    assert "S802" not in run("check", folder, "--ignore", "uncovered").stdout
    wrong = run("check", folder, "--ignore", "uncoverd")
    assert wrong.returncode == 2
    assert "Did you mean “uncovered”?" in wrong.stderr


def test_settings_of_the_project_hold_where_the_engagement_says_nothing(run, engagement):
    folder = engagement("goals:\n  G: {title: Faster}\n")
    (folder / "pyproject.toml").write_text('[tool.sevenstep.check]\nignore = ["S802"]\n', encoding="utf-8")
    assert "S802" not in run("check", folder).stdout
    (folder / "pyproject.toml").write_text('[tool.sevenstep.check]\nignore = ["S999"]\n', encoding="utf-8")
    wrong = run("check", folder)
    assert wrong.returncode == 2
    assert "there is no rule “S999”" in wrong.stderr


def test_watch_checks_again_when_a_file_changes(engagement):
    folder = engagement(ONE_WARNING)
    command = [sys.executable, "-u", "-m", "sevenstep", "check", str(folder), "--watch", "--lang", "en"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        giving_up = threading.Timer(30, process.kill)
        giving_up.start()
        assert process.stdout is not None
        lines = iter(process.stdout.readline, "")
        assert any("0 errors, 1 warning" in line for line in lines)
        time.sleep(1)  # the watcher starts after the first report
        (folder / "more.yaml").write_text("goals:\n  H: {title: t, horizn: 1}\n", encoding="utf-8")
        assert any("1 error," in line for line in lines)
        header = (folder / "engagement.yaml").read_bytes()
        (folder / "engagement.yaml").unlink()
        time.sleep(1)
        (folder / "more.yaml").unlink()
        (folder / "engagement.yaml").write_bytes(header)
        assert any("0 errors, 1 warning" in line for line in lines)
        giving_up.cancel()
        process.terminate()
