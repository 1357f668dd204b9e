"""A new engagement is clean in every choice of languages, tells nothing of the one it is like, and replaces nothing."""

import json
import os
import re
import stat
from pathlib import Path

import pytest
import yaml

from sevenstep import pipeline
from sevenstep.analysis.choices import Verdict
from sevenstep.authoring.opened import opened
from sevenstep.authoring.start import beside, made
from sevenstep.authoring.start.blank import blank
from sevenstep.authoring.start.file_names import new_names
from sevenstep.authoring.start.like import like
from sevenstep.authoring.start.named import Named, named
from sevenstep.authoring.start.spoken import spoken
from sevenstep.authoring.tidy_files import tidy_files
from sevenstep.checking.check import ModelHasErrors
from sevenstep.diagnostic import Severity
from sevenstep.failure import Failure
from sevenstep.language import Text
from sevenstep.model.kinds import KINDS
from sevenstep.output import together

ROOT = Path(__file__).parents[3]
MODELS = sorted(path.parent for path in (ROOT / "models").glob("*/engagement.yaml"))
CHOICES = [("zh",), ("en",), ("zh", "en"), ("en", "zh")]
CHINESE = re.compile(r"[\u4e00-\u9fff]")

each_choice = pytest.mark.parametrize("languages", CHOICES, ids="-".join)
each_model = pytest.mark.parametrize("model", MODELS, ids=lambda path: path.name)


@each_choice
def test_the_blank_checks_clean_and_is_whole(tmp_path, languages):
    made.make(tmp_path / "new", blank(Named("new", languages)))
    checked = pipeline.check(tmp_path / "new")
    assert [problem for problem in checked.found if problem.severity in {Severity.ERROR, Severity.WARNING}] == []
    assert checked.chain.engagement.header.languages == languages
    kinds = {element.KIND.step for element in checked.chain.elements.values()}
    assert kinds == {1, 2, 3, 4, 5, 6, 7}
    results = pipeline.analyse(checked)
    assert {one.verdict for one in results.goal_attainment.indicators.values()} == {Verdict.REACHED}


@each_choice
def test_the_blank_is_laid_out_as_fmt_does(tmp_path, languages):
    made.make(tmp_path / "new", blank(named(tmp_path / "new", languages, title=None)))
    tidy = tidy_files(opened(tmp_path / "new"))
    assert not tidy.proposal.changes and not tidy.left


@each_choice
def test_the_blank_is_in_its_languages_only(languages):
    text = "\n".join(blank(Named("new", languages)).values())
    comments = [line for line in text.splitlines() if line.lstrip().startswith("#")]
    assert len(comments) > 40
    assert "#zh" not in text and "#en" not in text
    if languages == ("en",):
        assert not CHINESE.search(text)
    if languages == ("zh",):
        assert "{zh:" not in re.sub(r"(?m)^ *#.*$", "", text)
    in_chinese = sum(bool(CHINESE.search(line)) for line in comments)
    assert in_chinese > len(comments) * 0.8 if languages[0] == "zh" else in_chinese <= 1


def test_a_choice_of_languages_says_what_the_template_says():
    """Every text of the template is there in the one language, and nothing else is changed."""
    for path in sorted((ROOT / "templates" / "start").rglob("*.yaml")):
        whole = path.read_text(encoding="utf-8")
        for language in ("zh", "en"):
            said = yaml.load(spoken(whole, (language,)), Loader=yaml.BaseLoader)
            assert said == _in_one(yaml.load(whole, Loader=yaml.BaseLoader), language), path


def _in_one(data, language):
    if isinstance(data, dict):
        return data[language] if data.keys() == {"zh", "en"} else {k: _in_one(v, language) for k, v in data.items()}
    return [_in_one(each, language) for each in data] if isinstance(data, list) else data


def test_it_builds(tmp_path):
    made.make(tmp_path / "new", blank(Named("new", ("zh",), Text(plain="新项目"))))
    pipeline.publish(tmp_path / "new", tmp_path / "site")
    assert "新项目" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("title", ['A "new" one: #1, <b>', "{zh: x}", "null", "- a", "x" * 200, "名称：一，二"])
def test_any_title_can_be_given(title):
    files = blank(Named("new", ("en",), Text(plain=title)))
    assert yaml.load(files["engagement.yaml"], Loader=yaml.BaseLoader)["title"] == title
    assert not made.checked_start(Path("nowhere"), files).errors


@pytest.mark.parametrize(
    ("folder", "engagement_id"), [("plan-a", "plan-a"), ("港口", "港口"), ("a b", "my-engagement")]
)
def test_the_id_is_that_of_the_folder_where_that_can_be_one(tmp_path, folder, engagement_id):
    assert named(tmp_path / folder, ("zh",), None).id == engagement_id


def test_an_id_that_is_none_is_refused(tmp_path):
    with pytest.raises(Failure, match="a b"):
        named(tmp_path, ("zh",), None, "a b")


# -- in the shape of another ---------------------------------------------------------


@each_model
@pytest.mark.parametrize("languages", [("zh",), ("zh", "en")], ids="-".join)
def test_the_shape_of_a_model_checks_and_tells_nothing_of_it(model, languages, tmp_path):
    original = pipeline.check(model)
    files = like(original, tmp_path, Named("new", languages))
    checked = made.checked_start(tmp_path, files)
    assert checked.errors == 0
    allowed = re.compile(
        "|".join(
            (
                *(rf"{kind}-\d+(/\w[\w-]*-\d+)?" for kind in KINDS),
                *(re.escape(t) + r" \d+" for kind in KINDS.values() for t in kind.KIND.title.wordings()),
                "待填写|To be written|新项目|New engagement|new|zh|en|true",
                r"[a-z]+-\d+|\d\d?",  # parts by number: option-1, level 2
                r"[+-]?\d\d?%",  # examples of the reference of fields: checked against the model below
            )
        )
    )
    words = _words_of_the_method()
    for name, text in files.items():
        for said in _scalars(yaml.load(text, Loader=yaml.BaseLoader)):
            assert allowed.fullmatch(said) or said in words, (name, said)
        assert not _names(original) & set(re.findall(r"[\w.-]+", text)), name


@each_model
def test_the_shape_has_the_same_kinds_and_relations(model, tmp_path):
    original = pipeline.check(model)
    checked = made.checked_start(tmp_path, like(original, tmp_path, Named("new")))
    kinds = [element.KIND.name for element in original.chain.engagement.elements.values()]
    found = [element.KIND.name for element in checked.chain.engagement.elements.values()]
    assert sorted(found) == sorted(kinds)
    assert len(list(checked.chain.links())) >= 0.97 * len(list(original.chain.links()))
    assert len(checked.documents) == len([one for one in original.documents if one.name.endswith(".yaml")])


def test_names_of_files_that_speak_of_the_client_are_named_by_what_is_in_them():
    found = new_names(
        {"engagement.yaml": [], "step1_goals.yaml": ["goals"], "flows/port-of-x.yaml": ["flows"], "acme/b.yaml": []}
    )
    assert found == {
        "engagement.yaml": "engagement.yaml",
        "step1_goals.yaml": "step1_goals.yaml",
        "flows/port-of-x.yaml": "flows/flows.yaml",
        "acme/b.yaml": "part-1/part.yaml",
    }


def _scalars(data):
    if isinstance(data, dict):
        for key, value in data.items():
            yield key
            yield from _scalars(value)
    elif isinstance(data, list):
        for value in data:
            yield from _scalars(value)
    elif data:
        yield data


def _words_of_the_method() -> set[str]:
    """Keys, fixed words and examples, as the reference of fields has them: not one of them is taken from a model."""
    text = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
    examples = {said for _row in re.findall(r"\| `([^|]*)` \|", text) for said in re.findall(r"[^{}\[\],]+", _row)}
    return {
        *re.findall(r"`([^`|]+)`", text),
        *(part.strip().removeprefix("zh: ") for said in examples for part in (said, *said.split(": "))),
    }


def _names(checked) -> set[str]:
    """Ids that are words of the model's own: as long as nothing of the method is called so."""
    known = _words_of_the_method() | {word for kind in KINDS for word in (kind, KINDS[kind].KIND.section)}
    ids = {part for element in checked.chain.engagement.elements for part in element.split("/")}
    return {one for one in ids if len(one) > 3 and one not in known and not re.fullmatch(r"[a-z-]+-\d+", one)}


# -- writing -------------------------------------------------------------------------


def test_nothing_is_written_over(tmp_path):
    folder = tmp_path / "here"
    (folder / ".vscode").mkdir(parents=True)
    (folder / ".vscode" / "settings.json").write_text("{}", encoding="utf-8")
    files = blank(Named("here", ("zh",)))
    with pytest.raises(Failure, match=r"settings\.json"):
        made.make(folder, files | beside.editor_files(("zh",)))
    assert [path.name for path in folder.rglob("*") if path.is_file()] == ["settings.json"]
    made.make(folder, files)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with pytest.raises(Failure, match="sevenstep new"):
        made.make(folder, files)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_files_that_would_become_part_of_the_model_are_in_the_way(tmp_path):
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "values.yaml").write_text("a: 1", encoding="utf-8")
    (tmp_path / "README.md").write_text("mine", encoding="utf-8")
    with pytest.raises(Failure, match=r"other/values\.yaml"):
        made.make(tmp_path, blank(Named("x", ("zh",))))
    (tmp_path / "other" / "values.yaml").unlink()
    made.make(tmp_path, blank(Named("x", ("zh",))))
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "mine"


def test_within_another_engagement_there_is_no_place(tmp_path):
    made.make(tmp_path / "one", blank(Named("one", ("zh",))))
    with pytest.raises(Failure, match="one"):
        made.make(tmp_path / "one" / "inner" / "two", blank(Named("two", ("zh",))))
    assert not (tmp_path / "one" / "inner").exists()


def test_what_fails_half_way_leaves_nothing(tmp_path, monkeypatch):
    real = together.written_beside
    written: list[Path] = []

    def full(path, content):
        if len(written) == 4:
            raise OSError(28, "No space left on device")
        written.append(path)
        return real(path, content)

    monkeypatch.setattr(together, "written_beside", full)
    with pytest.raises(Failure, match=r"磁盘已满|disk is full"):
        made.make(tmp_path / "a" / "new", blank(Named("x", ("zh",))))
    assert len(written) == 4
    assert not (tmp_path / "a" / "new").exists()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not hold for this user")
def test_a_folder_that_may_not_be_written_says_so(tmp_path):
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        with pytest.raises(Failure, match=r"没有权限|permission"):
            made.make(tmp_path / "new", blank(Named("x", ("zh",))))
    finally:
        tmp_path.chmod(stat.S_IRWXU)


@pytest.mark.parametrize("name", ["file", "file/new"])
def test_a_file_in_the_place_of_the_folder(tmp_path, name):
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    with pytest.raises(Failure):
        made.make(tmp_path / name, blank(Named("x", ("zh",))))
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links_that_lead_elsewhere_are_not_followed(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "flows").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Failure):
        made.make(tmp_path / "new", blank(Named("x", ("zh",))))
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_an_unsound_start_is_not_written(tmp_path):
    with pytest.raises(ModelHasErrors):
        made.checked_start(tmp_path, {"engagement.yaml": "id: x\ntitle: x\ngoals: {G1: {}}"})


# -- editors and CI ------------------------------------------------------------------


@each_choice
def test_the_settings_of_editors_are_in_order(languages):
    files = beside.editor_files(languages)
    assert json.loads(files[".vscode/settings.json"])["files.encoding"] == "utf8"
    assert json.loads(files[".vscode/extensions.json"])["recommendations"]
    assert "indent_size = 2" in files[".editorconfig"]


@pytest.mark.parametrize("ci", [beside.Ci.GITHUB, beside.Ci.GITLAB])
def test_ci_checks_the_folder_from_the_root_of_the_repository(tmp_path, ci):
    (tmp_path / ".git").mkdir()
    folder = tmp_path / "models" / "a 'b\" $(x)"
    path, text = beside.ci_file(folder, ci, ("zh",))
    assert path.parent in {tmp_path, tmp_path / ".github" / "workflows"}
    data = yaml.safe_load(text)
    job = data["jobs"]["model"] if ci is beside.Ci.GITHUB else data["sevenstep"]
    assert (job.get("env") or job["variables"])["FOLDER"] == "models/a 'b\" $(x)"
    assert '-- "$FOLDER"' in text
    made.make(folder, blank(Named("x", ("zh",))), (path, text))
    assert path.read_text(encoding="utf-8") == text
    assert not pipeline.check(folder).errors


def test_a_ci_file_that_is_there_keeps_all_from_being_written(tmp_path):
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitlab-ci.yml").write_text("mine", encoding="utf-8")
    folder = tmp_path / "new"
    with pytest.raises(Failure, match="gitlab"):
        made.make(folder, blank(Named("x", ("zh",))), beside.ci_file(folder, beside.Ci.GITLAB, ("zh",)))
    assert not folder.exists()
    assert (tmp_path / ".gitlab-ci.yml").read_text(encoding="utf-8") == "mine"
