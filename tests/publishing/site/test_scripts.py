"""Scripts of the site: joined as browsers need them, in agreement with Python; their own tests run in node."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from sevenstep.publishing.site.assets import PREVIEW, SEARCH, SHEET, assets, script
from sevenstep.publishing.site.scripts import joined, names
from sevenstep.review.comments import browser_format, read_comments

ROOT = Path(__file__).parents[3]
SCRIPTS = ROOT / "site" / "scripts"
MODULES = sorted(SCRIPTS.rglob("*.js"))


@pytest.fixture
def modules(tmp_path):
    """Writes modules by their paths."""

    def write(**texts: str) -> Path:
        for name, text in texts.items():
            path = tmp_path / f"{name.replace('__', '/')}.js"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return tmp_path

    return write


@pytest.fixture
def node() -> str:
    program = shutil.which("node")
    if program is None:
        reason = "no node on this machine"
        if os.environ.get("SEVENSTEP_REQUIRE_NODE") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    return program


def test_the_scripts_pass_their_own_tests(node):
    tests = sorted(map(str, (ROOT / "tests" / "site").rglob("*.test.js")))
    done = subprocess.run([node, "--test", *tests], capture_output=True, encoding="utf-8", timeout=120, check=False)
    assert done.returncode == 0, done.stdout
    assert re.search(r"pass [1-9]", done.stdout)


def test_joined_modules_run_with_what_they_import_and_are_given(node, modules):
    folder = modules(
        first='import { twice } from "./parts/numbers.js";\nimport {\n  LIKE,\n  SIGN,\n} from "./parts/signs.js";\n'
        "const secret = LIKE;\nconsole.log(given.text + twice(given.number) + SIGN + secret);\n",
        parts__numbers="const secret = 2;\nexport function twice(number) {\n  return number * secret;\n}\n",
        parts__signs='import { twice } from "./numbers.js";\nexport const SIGN = "!";\nexport const LIKE = twice(1);\n',
    )
    text = joined(folder, "first.js", {"number": 21, "text": "</script>是"})
    assert text.isascii() and "</" not in text
    done = subprocess.run([node, "-"], input=text, capture_output=True, encoding="utf-8", check=True, timeout=30)
    assert done.stdout == "</script>是42!2\n"
    assert text.count("function twice") == 1


@pytest.mark.parametrize(
    "line",
    [
        'import "./other.js";',
        'import all from "./other.js";',
        'import * as all from "./other.js";',
        "import { other } from './other.js';",
        'import { other } from "package";',
        'export { other } from "./other.js";',
        "export default 1;",
        "export let counted = 1;",
        'const other = await import("./other.js");',
    ],
)
def test_a_form_that_cannot_be_joined_is_refused(modules, line):
    with pytest.raises(ValueError, match=r"first\.js"):
        joined(modules(first=f"{line}\n", other="export const other = 1;\n"), "first.js", {})


def test_modules_that_import_each_other_are_refused(modules):
    folder = modules(
        first='import { b } from "./second.js";\nexport const a = b;\n',
        second='import { a } from "./first.js";\nexport const b = a;\n',
    )
    with pytest.raises(ValueError, match=r"first\.js → second\.js → first\.js"):
        joined(folder, "first.js", {})


def test_no_module_is_left_behind_or_runs_text():
    built = "".join(text.decode() for path, text in assets().items() if path.endswith(".js"))
    built += (script(PREVIEW, stateAddress="") + script(SEARCH)).decode()
    for path in MODULES:
        text = path.read_text(encoding="utf-8")
        assert text.startswith("// @ts-check\n"), path
        assert text.split("*/")[0] in built, path
        assert not re.search(r"\beval\b|new Function|innerHTML|outerHTML|insertAdjacentHTML|document\.write", text), (
            path
        )


def test_no_part_of_the_style_sheet_is_left_behind():
    parts = (ROOT / "site" / "styles" / "sevenstep").iterdir()
    assert sorted(SHEET) == sorted(path.stem for path in parts)


def test_every_script_gets_what_it_takes():
    for name in names(SCRIPTS):
        text = (SCRIPTS / name).read_text(encoding="utf-8")
        taken = re.search(r"^const \{([\w ,]+)\} = .*\(given\);$", text, re.MULTILINE)
        handed = re.search(
            r"\}\)\((\{.*\})\);\n$", script(name, **({"stateAddress": "/"} if name == PREVIEW else {})).decode()
        )
        assert ("given" in text) == (taken is not None)
        for value in (taken[1] if taken else "").split(","):
            assert not value.strip() or f'"{value.strip()}":' in handed[1], name


def test_a_file_that_the_script_writes_is_one_that_python_reads(node, tmp_path):
    format = browser_format()
    longest = {name: "x" * length for name, length in format["maxLengths"].items()}
    comment = {
        **longest,
        "when": "2026-11-23T08:00:00.000Z",
        "page": "goals/G1.html",
        "id": "c00000001",
        "element": "G1",
    }
    comments = [{**comment, "stance": stance} for stance in format["stances"]]
    program = f"""
        import {{ fileText, readComments }} from {json.dumps((SCRIPTS / "review" / "comments.js").as_uri())};
        const format = {json.dumps(format)};
        const comments = readComments({json.dumps(json.dumps({"comments": comments}))}, format);
        const place = {{ engagement: "corridor", version: "1.0" }};
        process.stdout.write(fileText(comments, place, new Date().toISOString(), format));
    """
    done = subprocess.run(
        [node, "--input-type=module", "-"], input=program.encode(), capture_output=True, check=True, timeout=30
    )
    file = tmp_path / "comments.json"
    file.write_bytes(done.stdout)
    read = read_comments(file, "corridor")
    assert [comment.stance for comment in read] == ["agree", "object", "comment"]
    assert {comment.text for comment in read} == {longest["text"]}


def test_nothing_that_python_knows_is_typed_again():
    format = browser_format()
    limits = {format["maxBytes"], format["maxComments"], *format["maxLengths"].values()}
    texts = [path.read_text(encoding="utf-8") for path in MODULES if "review" in str(path.relative_to(SCRIPTS))]
    assert len(texts) > 5
    for text in texts:
        code = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
        numbers = {int(found.replace("_", "")) for found in re.findall(r"\b\d[\d_]*\b", code)}
        assert not numbers & {*limits, 1024}
        assert format["format"] not in code
        assert format["idPattern"] not in code
    marks = assets()["assets/pictures.js"].decode()
    assert all(mark not in marks for mark in "■◆○")  # in what is handed over they stand as ASCII
