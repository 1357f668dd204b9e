"""What the house promises of itself."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
DOORS = {
    "pint": {"analysis/units.py"},
    "simpleeval": {"analysis/formulas.py"},
    "yaml": {"source/reader.py", "source/places.py"},
    "graphviz": {"diagrams/output/dot.py"},
    "mkdocs": {
        f"publishing/site/{name}.py"
        for name in ("plugin", "site_plugin", "mkdocs_adapter", "theirs", "search_worker", "language_build")
    },
    "jinja2": {"publishing/rendering.py"},
    "resvg_py": {"diagrams/output/png.py"},
    "networkx": {
        "chain/cycles.py",
        "chain/flow_graph.py",
        "analysis/flow_metrics/network.py",
        "analysis/simulation/sharing.py",
        "analysis/transport/connectivity.py",
        "analysis/transport/throughput.py",
        "analysis/transport/ways.py",
    },
}


def modules() -> dict[str, str]:
    package = ROOT / "sevenstep"
    return {path.relative_to(package).as_posix(): path.read_text(encoding="utf-8") for path in package.rglob("*.py")}


def test_each_large_library_has_one_door():
    for library, doors in DOORS.items():
        using = {
            name for name, text in modules().items() if re.search(rf"^\s*(import|from) {library}\b", text, re.MULTILINE)
        }
        assert using <= doors, library
        assert using, f"nothing uses {library}"


def test_nothing_is_pickled_or_evaluated():
    for name, text in modules().items():
        assert not re.search(r"\b(pickle|(?<!\.)eval\(|exec\(|shell=True)", text), name


def test_files_are_opened_with_their_encoding():
    for name, text in modules().items():
        for call in re.findall(r"\.(?:read_text|write_text)\(([^\n]*)", text):
            assert "encoding" in call or call.endswith("("), f"{name}: {call}"


def test_paths_named_in_the_documents_exist():
    for document in ("README.md", "README.zh.md", "CONTRIBUTING.md"):
        text = (ROOT / document).read_text(encoding="utf-8")
        for path in re.findall(r"`((?:sevenstep|tests|models|docs|templates|site|benchmarks)/[\w./-]+)`", text):
            assert (ROOT / path).exists(), f"{document} names {path}"


def test_the_pipeline_reads_aloud():
    text = (ROOT / "sevenstep" / "pipeline.py").read_text(encoding="utf-8")
    told = [node for node in ast.parse(text).body if isinstance(node, ast.FunctionDef)]
    longest = max(told, key=lambda node: len([one for one in ast.walk(node) if isinstance(one, ast.stmt)]))
    statements = [one for one in ast.walk(longest) if isinstance(one, ast.stmt)]
    assert len(statements) <= 7, (
        longest.name
    )  # itself and what it says of itself, imports, then hardly more than a call
    assert len(told) <= 10
    assert not re.search(r"^ +(for|while|try|if|def|class) ?.*:$", text.replace("if TYPE_CHECKING", ""), re.MULTILINE)
