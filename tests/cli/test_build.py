"""``sevenstep build``: the site appears whole or not at all."""

from pathlib import Path

import pytest

SOUND = "goals: {G: {title: {zh: 更快通关, en: Faster clearance}, accepted: {S802: later}}}\n"


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def site(run, engagement, tmp_path):
    folder, target = engagement(SOUND), tmp_path / "site"
    result = run("build", folder, "--out", target)
    assert result.returncode == 0, result.stdout + result.stderr
    return target


def test_a_site_in_both_languages(site):
    assert "更快通关" in (site / "goals" / "G.html").read_text(encoding="utf-8")
    assert "Faster clearance" in (site / "en" / "goals" / "G.html").read_text(encoding="utf-8")


def test_errors_leave_the_last_good_site(run, engagement, site):
    before = files(site)
    folder = engagement("goals: {G: {titel: Faster}}\n")
    result = run("build", folder, "--out", site)
    assert result.returncode == 1
    assert "unknown-field" in result.stdout
    assert "Not published: the model has 1 error (" in result.stderr
    assert files(site) == before


def test_each_edition_is_built_when_it_is_asked_for(run, engagement, tmp_path):
    folder = engagement(SOUND)
    for edition, is_there in (("readers", False), ("authors", True)):
        result = run("build", folder, "--out", tmp_path / edition, "--for", edition)
        assert result.returncode == 0, result.stdout + result.stderr
        assert (tmp_path / edition / "rules.html").exists() is is_there


def test_a_draft_shows_its_problems(run, engagement, site):
    folder = engagement(SOUND + "challenges: {C: {titel: Slow}}\n")
    result = run("build", folder, "--out", site, "--draft")
    assert result.returncode == 0, result.stdout + result.stderr
    pages = [path.read_text(encoding="utf-8") for path in site.glob("*.html")]
    assert any("S006" in page for page in pages)


def test_a_folder_that_is_not_ours_is_never_replaced(run, engagement, tmp_path):
    target = tmp_path / "thesis"
    target.mkdir()
    (target / "chapter.txt").write_text("years of work", encoding="utf-8")
    result = run("build", engagement(SOUND), "--out", target)
    assert result.returncode == 2
    assert files(target) == {"chapter.txt": b"years of work"}
    assert str(target) in result.stderr


def test_the_engagement_itself_is_never_replaced(run, engagement):
    folder = engagement(SOUND)
    before = files(folder)
    assert run("build", folder, "--out", folder).returncode == 2
    assert files(folder) == before


def test_what_to_compare_with_can_be_named(run, engagement, site, tmp_path):
    newer = tmp_path / "newer"
    result = run("build", engagement(SOUND.replace("Faster", "Fast")), "--out", newer, "--since", site)
    assert result.returncode == 0, result.stdout + result.stderr
    assert 'id="change-G"' in (newer / "changes.html").read_text(encoding="utf-8")


def test_what_cannot_be_compared_with_stops_the_build(run, engagement, tmp_path):
    result = run("build", engagement(SOUND), "--out", tmp_path / "newer", "--since", tmp_path / "nowhere")
    assert result.returncode == 2
    assert "--since takes the folder of an older model" in " ".join(result.stderr.split())
    assert not (tmp_path / "newer").exists()
