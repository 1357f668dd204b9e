"""A new field is one line on its class: it is then checked, shown, listed, compared, found and explained."""

import json
import shutil
from pathlib import Path

import pytest

from tests.package_copy import ROOT, copy_package, edit, run

PROBE = ROOT / "tests" / "new_field" / "probe.py"
AT = "    realizes: Annotated[\n"
LINE = (
    '    budget: Annotated[Amount | None, Declared(Text(zh="预算", en="Budget"), Text(zh="最多花多少。", '
    'en="What it may cost at most."), "30 CNY", shown=Shown.FIGURE, expected=True, column=1)] = None\n'
)
MANY = (
    '    assumes: Annotated[tuple[str, ...], Declared(Text(zh="前提", en="Assumes"), Text(zh="以什么为前提。", '
    'en="What it rests on."), "[demand holds]", shown=Shown.TABLE)] = ()\n'
)
BARE = "    budget: Amount | None = None\n"


def scenario(folder: Path, value: str) -> Path:
    """A model with that budget in one scenario."""
    shutil.copytree(ROOT / "tests" / "models" / "compute-network", folder)
    edit(folder / "business.yaml", "  full-5g:\n", f"  full-5g:\n{value}")
    return folder


@pytest.fixture(scope="module")
def seen(tmp_path_factory) -> dict:
    """Where the field is met."""
    package = copy_package(tmp_path_factory.mktemp("package"))
    edit(package / "sevenstep" / "model" / "step5_scenarios.py", AT, LINE + MANY + AT)
    models = tmp_path_factory.mktemp("models")
    said = {
        "without": "",
        "with": "    budget: 70000 CNY\n    assumes: [demand holds, prices hold]\n",
        "wrong": "    budget: a lot\n",
    }
    folders = [str(scenario(models / name, value)) for name, value in said.items()]
    done = run(package, str(PROBE), *folders, "full-5g")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_it_is_checked(seen):
    ((path, message),) = seen["refused"]
    assert path == ["scenarios", "full-5g", "budget"]
    assert "a lot" in message


def test_it_is_shown(seen):
    assert "预算：7 万元" in seen["show"]
    assert "<dt>Budget</dt><dd><span" in seen["page"] and "CNY 70,000" in seen["page"]


def test_a_field_of_many_values_is_a_table_on_the_page(seen):
    assert '<h2 id="assumes">Assumes <small class="ss-count">2</small></h2>' in seen["page"]
    assert "demand holds prices hold" in seen["search"]
    assert "前提：demand holds; prices hold" in seen["show"]


def test_it_is_a_column_of_its_step_and_counts_as_expected(seen):
    (row,) = seen["rows"]
    assert row["Budget"] == "CNY 70,000"
    without, filled = seen["completeness"]
    assert filled == without + 1


def test_it_is_compared_and_found(seen):
    assert seen["changes"] == [["Budget", "70000 CNY"], ["Assumes", "demand holds, prices hold"]]
    assert "CNY 70,000" in seen["search"]


def test_it_is_explained(seen):
    kind = "a number, with its unit where it has one, or a range, such as 30 CNY or 3..5"
    assert f"| `budget` Budget *expected* | {kind} | `30 CNY` | What it may cost at most. |" in seen["reference"]
    assert "<td><code>budget</code> Budget <small" in seen["reference page"]


def test_a_field_that_says_nothing_of_itself_is_named(tmp_path):
    package = copy_package(tmp_path / "package")
    edit(package / "sevenstep" / "model" / "step5_scenarios.py", AT, BARE + AT)
    done = run(package, "-c", "import sevenstep.model.kinds")
    assert done.stderr.splitlines()[-1].startswith(
        "TypeError: Scenario.budget is not declared: give it a label, an explanation and an example"
    )
