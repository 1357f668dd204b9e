"""What `import sevenstep` offers: the same names in any order of imports, cheaply, and for type checkers, too."""

import ast
import inspect
import json
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import sevenstep

ROOT = Path(__file__).parents[2]
LARGE = {"pydantic", "rich", "typer", "yaml", "numpy", "pint", "networkx", "mkdocs", "jinja2", "graphviz", "pandas"}

IMPORT_ALL = """
import importlib, inspect, json, pkgutil, random, sys
import sevenstep
names = [one.name for one in pkgutil.walk_packages(sevenstep.__path__, "sevenstep.") if "__main__" not in one.name]
random.Random(int(sys.argv[1])).shuffle(names)
for name in names:
    importlib.import_module(name)
    shadowed = [public for public in sevenstep.__all__ if inspect.ismodule(getattr(sevenstep, public))]
    assert not shadowed, (name, shadowed)
print(json.dumps({public: getattr(sevenstep, public).__module__ for public in sevenstep.__all__ if public[0] != "_"}))
"""


def ran(code, *arguments):
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], check=False, capture_output=True, text=True, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_no_file_or_folder_has_the_name_of_something_public():
    assert not set(sevenstep.__all__) & {one.name for one in pkgutil.iter_modules(sevenstep.__path__)}


@pytest.mark.parametrize("seed", ["1", "2", "3"])
def test_no_order_of_imports_takes_a_public_name_away(seed):
    homes = json.loads(ran(IMPORT_ALL, seed))
    assert homes["check"] == homes["publish"] == "sevenstep.pipeline"
    assert homes["rules"] == "sevenstep.lookup"


def test_completion_shows_the_public_names():
    assert dir(sevenstep) == sorted(sevenstep.__all__)


def test_type_checkers_are_told_of_every_name():
    tree = ast.parse(Path(sevenstep.__file__).read_text(encoding="utf-8"))
    block = next(one for one in tree.body if isinstance(one, ast.If))
    told = {alias.name for one in block.body if isinstance(one, ast.ImportFrom) for alias in one.names}
    assert told | {"__version__"} == set(sevenstep.__all__)
    assert (Path(sevenstep.__file__).parent / "py.typed").is_file()


def test_every_public_function_says_what_it_does():
    for name in sevenstep.__all__:
        if name != "__version__":
            assert inspect.getdoc(getattr(sevenstep, name)), name
            assert f"`{name}`" in sevenstep.__doc__ or name in {"Checked", "ModelHasErrors"}, name


def test_an_unknown_name_is_none():
    with pytest.raises(AttributeError, match="no attribute 'chekc'"):
        sevenstep.chekc  # noqa: B018


def test_importing_loads_nothing_large():
    loaded = ran("import sevenstep, sys; dir(sevenstep); sevenstep.__doc__; print(*sys.modules)").split()
    assert not LARGE & set(loaded)


SCRIPT = """\
import sevenstep
from pathlib import Path

checked = sevenstep.check("models", select=["S705"])
reveal_type(checked)
reveal_type(sevenstep.analyse(Path("models"), seed=1))
reveal_type(sevenstep.draw(checked, "goal-tree", format="png", language="zh"))
reveal_type(sevenstep.publish("models"))
reveal_type(sevenstep.rules())
reveal_type(sevenstep.questions(checked))
sevenstep.draw(checked, seed=3)
sevenstep.chekc("models")
"""
SAID = [
    "sevenstep.checking.check.Checked",
    "sevenstep.analysis.results.Analysis",
    "sevenstep.diagrams.draw.Drawn",
    "sevenstep.publishing.site.build.Published",
    "tuple[sevenstep.diagnostic.RuleInfo, ...]",
    "list[sevenstep.checking.questions.Question]",
]


def test_a_type_checker_knows_the_functions(tmp_path):
    (tmp_path / "script.py").write_text(SCRIPT, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--no-error-summary", str(tmp_path / "script.py")]
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT)
    lines = done.stdout.splitlines()
    revealed = [line.split('"')[1] for line in lines if "Revealed type" in line]
    assert [one.replace("builtins.", "") for one in revealed] == SAID, done.stdout + done.stderr
    wrong = [line for line in lines if " error: " in line]
    assert len(wrong) == 2, done.stdout
    assert "seed" in wrong[0] and "chekc" in wrong[1]
