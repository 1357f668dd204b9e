"""What a folder can hold instead of plain files, and what those files can be called."""

import os
import sys
import unicodedata

import pytest

from sevenstep.checking.load import load_and_check
from sevenstep.failure import Failure
from sevenstep.source.folder import Folder
from sevenstep.source.regular import Unreadable

posix = pytest.mark.skipif(sys.platform == "win32", reason="no such files there, or they need a privilege")
GOAL = "goals:\n  G1: {title: A}\n"


def unread(checked) -> dict[str, str]:
    """Why files were not read, by name."""
    found = (one.diagnostic for one in checked.problems)
    return {one.place.file: one.message.en for one in found if one.rule.code == "S001"}


@posix
@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("../outside.yaml", "leads out"),
        ("/etc/passwd", "leads out"),
        ("/dev/zero", "leads out"),
        ("/dev/stdin", "leads out"),
        ("a.yaml", "cannot be opened"),
        ("gone.yaml", "cannot be opened"),
        ("..", "link to a folder"),
        (".", "link to a folder"),
        ("sub", "link to a folder"),
    ],
)
@pytest.mark.parametrize("name", ["a.yaml", "engagement.yaml"])
def test_links(folder, judged, target, reason, name):
    (folder.parent / "outside.yaml").write_text(GOAL, encoding="utf-8")
    (folder / "sub").mkdir()
    (folder / name).unlink(missing_ok=True)
    (folder / name).symlink_to(target.replace("a.yaml", name))
    assert "leads out" in (said := unread(judged())[name]) or reason in said
    assert "G1" not in judged().chain.elements


@posix
def test_a_link_to_a_folder_outside_is_not_entered(folder, judged):
    outside = folder.parent / "outside"
    outside.mkdir()
    (outside / "secret.yaml").write_text(GOAL, encoding="utf-8")
    (folder / "sub").symlink_to(outside, target_is_directory=True)
    assert "link to a folder" in unread(judged())["sub"]


@posix
def test_links_in_a_circle(folder, judged):
    (folder / "one.yaml").symlink_to("two.yaml")
    (folder / "two.yaml").symlink_to("one.yaml")
    assert set(unread(judged())) == {"one.yaml", "two.yaml"}


@posix
def test_a_good_link_is_read(folder, judged):
    (folder / "sub").mkdir()
    (folder / "sub" / "real.txt").write_text(GOAL, encoding="utf-8")
    (folder / "link.yaml").symlink_to("sub/real.txt")
    assert "G1" in judged().chain.elements


@pytest.mark.parametrize("name", ["a.yaml", "engagement.yaml"])
def test_a_folder_in_place_of_a_file(folder, judged, name):
    (folder / name).unlink(missing_ok=True)
    (folder / name).mkdir()
    (folder / name / "inner.yaml").write_text(GOAL, encoding="utf-8")
    checked = judged()
    assert "folder" in unread(checked)[name]
    assert "G1" in checked.chain.elements


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files there")
@pytest.mark.parametrize("name", ["a.yaml", "engagement.yaml"])
def test_a_pipe_is_not_waited_for(folder, judged, name):
    (folder / name).unlink(missing_ok=True)
    os.mkfifo(folder / name)
    assert "regular file" in unread(judged())[name]


def swapping(monkeypatch, name: str, swap) -> None:
    """Let `swap` run just before a file or folder of that name is opened: after all that is looked at before."""
    real = os.open

    def opening(path, flags, *arguments, **named):
        if os.fspath(path).endswith(name):
            swap()
        return real(path, flags, *arguments, **named)

    monkeypatch.setattr(os, "open", opening)


@posix
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files there")
def test_a_pipe_that_takes_the_place_of_a_file_is_not_waited_for(folder, judged, monkeypatch):
    path = folder / "a.yaml"
    path.write_text(GOAL, encoding="utf-8")

    def swap():
        path.unlink()
        os.mkfifo(path)

    swapping(monkeypatch, "a.yaml", swap)
    assert "regular file" in unread(judged())["a.yaml"]


@posix
def test_a_link_that_takes_the_place_of_a_file_is_not_followed(folder, judged, monkeypatch):
    secret = folder.parent / "secret.yaml"
    secret.write_text(GOAL, encoding="utf-8")
    path = folder / "a.yaml"
    path.write_text("domains: {}", encoding="utf-8")

    def swap():
        path.unlink(missing_ok=True)
        path.symlink_to(secret)

    swapping(monkeypatch, "a.yaml", swap)
    checked = judged()
    assert "cannot be opened" in unread(checked)["a.yaml"]
    assert "G1" not in checked.chain.elements


@posix
@pytest.mark.parametrize("at", ["sub", "a.yaml"])
def test_a_link_that_takes_the_place_of_a_folder_is_not_followed(folder, judged, monkeypatch, at):
    outside, inside = folder.parent / "outside", folder / "sub"
    for place, text in ((outside, GOAL), (inside, "domains: {}")):
        place.mkdir()
        (place / "a.yaml").write_text(text, encoding="utf-8")

    def swap():
        if not inside.is_symlink():
            inside.rename(folder.parent / "moved")
            inside.symlink_to(outside, target_is_directory=True)

    swapping(monkeypatch, at, swap)
    checked = judged()
    assert "G1" not in checked.chain.elements


def test_without_handles_what_is_open_is_compared_with_where_its_path_leads(folder, judged, monkeypatch):
    monkeypatch.setattr("sevenstep.source.folder._HANDLES", False)
    (folder / "sub").mkdir()
    (folder / "sub" / "a.yaml").write_text(GOAL, encoding="utf-8")
    assert "G1" in judged().chain.elements


@posix
def test_without_handles_a_link_that_takes_the_place_of_a_file_is_given_up(folder, judged, monkeypatch):
    monkeypatch.setattr("sevenstep.source.folder._HANDLES", False)
    secret, path = folder.parent / "secret.yaml", folder / "a.yaml"
    secret.write_text(GOAL, encoding="utf-8")
    path.write_text("domains: {}", encoding="utf-8")

    def swap():
        path.unlink(missing_ok=True)
        path.symlink_to(secret)

    swapping(monkeypatch, "a.yaml", swap)
    checked = judged()
    assert "leads out" in unread(checked)["a.yaml"]
    assert "G1" not in checked.chain.elements


def test_a_file_that_vanishes(folder, judged, monkeypatch):
    (folder / "a.yaml").write_text(GOAL, encoding="utf-8")
    swapping(monkeypatch, "a.yaml", lambda: (folder / "a.yaml").unlink(missing_ok=True))
    assert "cannot be opened" in unread(judged())["a.yaml"]


def test_a_file_that_grows_while_it_is_read(folder, monkeypatch):
    (folder / "a.yaml").write_text("#" * 1_000, encoding="utf-8")
    before = (folder / "neighbour.yaml").stat()
    with Folder(folder) as opened:
        assert len(opened.read("a.yaml", 1_000)) == 1_000
        monkeypatch.setattr(os, "fstat", lambda _: before)
        with pytest.raises(Unreadable, match="more than"):
            opened.read("a.yaml", 500)


@posix
@pytest.mark.skipif(sys.platform != "win32" and os.geteuid() == 0, reason="root can read every file")
@pytest.mark.parametrize("name", ["a.yaml", "sub"])
def test_without_permission(folder, judged, name):
    (folder / "sub").mkdir()
    (folder / "a.yaml").write_text(GOAL, encoding="utf-8")
    (folder / name).chmod(0)
    try:
        assert "Permission denied" in unread(judged())[name]
    finally:
        (folder / name).chmod(0o700)


def test_a_folder_that_cannot_be_listed(folder, judged, monkeypatch):
    (folder / "sub").mkdir()

    def refuse():
        raise PermissionError(13, "Permission denied")

    swapping(monkeypatch, "sub", refuse)
    assert "Permission denied" in unread(judged())["sub"]


def test_folders_in_folders(folder, judged):
    deepest = folder.joinpath(*["d"] * 21)
    deepest.mkdir(parents=True)
    (deepest.parent / "in.yaml").write_text(GOAL, encoding="utf-8")
    (deepest / "out.yaml").write_text(GOAL.replace("G1", "G2"), encoding="utf-8")
    checked = judged()
    assert set(checked.chain.elements) == {"G1", "SEEN"}
    assert "20 levels" in unread(checked)["/".join("d" * 21)]


@posix
@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a\nb.yaml", "a<U+000A>b.yaml"),
        ("a\tb.yaml", "a<U+0009>b.yaml"),
        ("a\x1b[31mb.yaml", "a<U+001B>[31mb.yaml"),
        ("a\u202elmay.yaml", "a<U+202E>lmay.yaml"),
        ("a\u200bb.yaml", "a<U+200B>b.yaml"),
        (os.fsdecode(b"a\xffb.yaml"), "a<U+DCFF>b.yaml"),
    ],
)
def test_names_that_cannot_be_shown(folder, judged, name, shown):
    (folder / name).write_text(GOAL, encoding="utf-8")
    (folder / "folder").mkdir()
    (folder / "folder" / name[:-5]).mkdir()
    assert set(unread(judged())) == {shown, f"folder/{shown[:-5]}"}


@pytest.mark.parametrize(
    "name", ["é" * 120 + ".yaml", "很长" * 40 + ".yaml", "a b.yaml", "-rf.yaml", "a.b.yaml", "%s.yaml"]
)
def test_long_and_odd_names_are_fine(folder, judged, name):
    (folder / name).write_text(GOAL, encoding="utf-8")
    checked = judged()
    assert not unread(checked)
    assert "G1" in checked.chain.elements


@posix
@pytest.mark.parametrize("name", ["CON.yaml", "aux.yml", "Nul.txt.yaml", "com1.yaml", "LPT9.yaml", "prn", "COM².yaml"])
def test_device_names(folder, judged, name):
    if name == "prn":
        (folder / name).mkdir()
    else:
        (folder / name).write_text(GOAL, encoding="utf-8")
    assert "device on Windows" in unread(judged())[name]


@pytest.mark.parametrize("name", ["console.yaml", "auxiliary.yaml", "com10.yaml", "null.yaml", "aux-lines.yaml"])
def test_names_like_devices_are_fine(folder, judged, name):
    (folder / name).write_text(GOAL, encoding="utf-8")
    assert not unread(judged())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Goals.yaml", "goals.yaml"),
        ("goals.YAML", "goals.yaml"),
        ("ENGAGEMENT.yaml", "engagement.yaml"),
        (unicodedata.normalize("NFD", "é.yaml"), unicodedata.normalize("NFC", "é.yaml")),
        ("STRASSE.yaml", "straße.yaml"),
    ],
)
def test_twins(folder, judged, one, other):
    for number, name in enumerate((one, other)):
        if name != "engagement.yaml":
            (folder / name).write_text(f"goals:\n  X{number}: {{title: A}}\n", encoding="utf-8")
    if sum(name.name in (one, other) for name in folder.iterdir()) < 2:
        pytest.skip("this system takes them for one file")
    said = unread(judged())
    assert len(said) == 1
    assert "differs" in next(iter(said.values()))
    assert next(iter(said)) in (one, other)


@pytest.mark.parametrize(
    "name", ["~$goals.xlsx", "goals.yaml~", "goals.yaml.bak", ".~lock.goals.yaml#", "._goals.yaml"]
)
def test_leftovers_of_other_programs_are_passed_over(folder, judged, name):
    (folder / name).write_bytes(b"\x00\xff\x00")
    assert not unread(judged())


@pytest.mark.parametrize("name", ["Engagement.yaml", "engagement.yml", "ENGAGEMENT.YML"])
def test_almost_a_header_is_named(tmp_path, name):
    (tmp_path / name).write_text("id: x\n", encoding="utf-8")
    with pytest.raises(Failure) as raised:
        load_and_check(tmp_path)
    assert raised.value.remedy.en == f"Rename {name} to engagement.yaml"


@posix
@pytest.mark.parametrize("name", ["x" * 300, "gone", "file", "loop"])
def test_no_folder_at_all(tmp_path, name):
    (tmp_path / "file").touch()
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(Failure):
        load_and_check(tmp_path / name)
