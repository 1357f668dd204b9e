"""``sevenstep analyse``: the whole way from a folder to what one can read out, and to what programs read."""

import csv
import io
import json
import re
from pathlib import Path

import jsonschema
import pytest

ROOT = Path(__file__).parents[2]
CORRIDOR = ROOT / "models" / "western-corridor"
SMALL = ROOT / "tests" / "models" / "compute-network"
SCHEMA = json.loads((ROOT / "docs" / "analysis.schema.json").read_text(encoding="utf-8"))
MODEL = """
check: {ignore: [S801]}
actors:
  shipper: {title: {zh: 货主, en: Shipper}, type: enterprise}
items:
  booking: {title: {zh: 订舱, en: Booking}}
flows:
  asis:
    title: {zh: 订舱（现状）, en: "Booking, as is"}
    details: booking
    variant: as-is
    steps:
      s: {title: s, type: start, actor: shipper}
      fill: {title: Fill in, time: 2h, wait: 22h, cost: 30 CNY, mode: manual}
      e: {title: e, type: end}
  tobe:
    title: {zh: 订舱（目标）, en: "Booking, to be"}
    details: booking
    variant: to-be
    steps:
      s: {title: s, type: start, actor: shipper}
      fill: {title: Fill in, time: 1h, wait: 5h, cost: 10 CNY, mode: automatic}
      e: {title: e, type: end}
measures:
  online: {title: Online, shapes: tobe}
"""
STUCK = """
  stuck:
    title: Stuck
    variant: as-is
    steps:
      s: {title: s, type: start, actor: shipper}
      a: {title: a, next: {a: 100%}}
"""


def test_a_summary_one_can_read_out(run, engagement):
    result = run("analyse", engagement(MODEL))
    assert result.returncode == 0, result.stderr
    assert "lead time" in result.stdout
    assert "24 h  →  " in result.stdout.replace("24 h  →     ", "24 h  →  ")
    assert "−75%" in result.stdout
    assert "Online (online)" in result.stdout
    assert result.stdout.rstrip().endswith("exact, without error.")


QUEUE = """
resources: {desk: {title: Desk, actor: shipper}}
flows:
  asis:
    title: {zh: 窗口, en: Window}
    variant: as-is
    arrivals: 0.5/h
    steps:
      s: {title: s, type: start, actor: shipper}
      fill: {title: Fill in, time: exponential(1h), resources: desk, mode: manual}
      e: {title: e, type: end}
"""


def test_what_is_simulated_does_not_stand_under_exact(run, engagement):
    folder = engagement(MODEL.partition("flows:")[0] + QUEUE)
    told = run("analyse", folder, "--all").stdout
    assert "the busiest is Desk (desk): 50% of what it can do; mean wait" in told
    assert re.search(r"mean wait [\d.]+ min\n", told), "no error beside the figure"
    assert re.search(r"waits are simulated \([\d,]+ cases, seed \d+, error of the mean wait ±[\d.]+ min\)", told)
    assert "exact, without error" not in told
    assert "Waits for resources are simulated" in told
    assert "对资源的等候是模拟值" in run("analyse", folder, "--lang", "zh").stdout


def test_in_chinese(run, engagement):
    result = run("analyse", engagement(MODEL), "--lang", "zh")
    assert "从现状到目标：订舱 (booking)" in result.stdout
    assert "24 小时" in result.stdout


@pytest.mark.parametrize("folder", [CORRIDOR, SMALL])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_models_of_the_house_on_a_chinese_terminal(run, folder, language):
    result = run("analyse", folder, "--lang", language, PYTHONIOENCODING="gbk")
    assert result.returncode == 0, result.stderr
    questions = "目标可达性|reached\\?|配上了吗？|Paired\\?|pay\\?"  # in headings and titles
    asked = re.sub(questions, "", result.stdout)
    assert not {"?", "？"} & set(asked), "a character is lost"
    assert len(result.stdout.splitlines()) <= 160  # a summary, no wall: a few lines of each of its subjects


def test_the_answer_comes_first(run):
    told = run("analyse", CORRIDOR, "--lang", "en").stdout.splitlines()
    assert told[0] == "Western Land–Sea Corridor"
    assert "can be judged" in told[1] and told[1].startswith("  Average clearance time")


def test_one_section_is_told_alone_and_in_full(run):
    short = run("analyse", CORRIDOR, "--lang", "en").stdout
    whole = run("analyse", CORRIDOR, "--lang", "en", "--section", "online", "-s", "paths").stdout
    assert "and 2 more" not in whole and "(--all)" not in whole and "Findings" not in whole
    assert "Booking and space (path-booking)" in whole and "Booking and space (path-booking)" not in short
    assert "dropped 2" in whole and whole.index("Paths, from as is") < whole.index("Online rate")
    assert "--section assess, change" in short


def test_a_section_of_which_the_model_says_nothing(run, engagement):
    result = run("analyse", engagement(MODEL), "--lang", "en", "--section", "appraise")
    assert "The model says nothing of this yet" in result.stdout
    assert result.returncode == 0


@pytest.mark.parametrize("besides", [("--flow", "ASIS"), ("--item", "booking"), ("-f", "json")])
def test_a_section_goes_with_the_whole_text_only(run, engagement, besides):
    result = run("analyse", engagement(MODEL), "--section", "goals", *besides)
    assert result.returncode == 2
    assert "--section" in result.stderr


def test_one_flow_and_one_item_in_detail(run, engagement):
    folder = engagement(MODEL)
    flow = run("analyse", folder, "--flow", "ASIS")
    assert flow.returncode == 0
    assert "Fill in (fill)" in flow.stdout
    item = run("analyse", folder, "--item", "booking")
    assert item.returncode == 0
    assert "All of it comes from Online (online)" in item.stdout


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--flow", "asiss"], "asis"),
        (["--flow", "booking"], "not flow"),
        (["--item", "asis"], "not item"),
        (["--flow", "asis", "--item", "booking"], "not both"),
        (["--flow", "asis", "--format", "json"], "text only"),
        (["--cases", "5"], "100"),
        (["--seed", "-1"], "seed"),
    ],
)
def test_what_cannot_be_asked_for(run, engagement, options, told):
    result = run("analyse", engagement(MODEL), *options)
    assert result.returncode == 2
    assert told in result.stderr


def test_a_folder_that_is_none(run, tmp_path):
    result = run("analyse", tmp_path / "nowhere")
    assert result.returncode == 2
    assert "nowhere" in result.stderr


def test_a_broken_model_is_analysed_as_far_as_it_goes(run, engagement):
    broken = MODEL.replace("measures:", f"{STUCK.strip(chr(10))}\nmeasures:")
    result = run("analyse", engagement(broken))
    assert result.returncode == 1
    assert "−75%" in result.stdout
    assert "Stuck (stuck): " in result.stdout
    assert "Errors of the model: " in result.stderr
    found = json.loads(run("analyse", engagement(broken), "--format", "json").stdout)
    assert found["errors"] > 0
    assert [one["flow"] for one in found["unanalysed"]] == ["stuck"]


def test_nothing_that_a_terminal_obeys_is_printed(run, engagement):
    hostile = MODEL.replace("title: Fill in", 'title: "Fill \\e[2J in"')
    assert hostile != MODEL
    hostile = hostile.replace("en: Booking}", 'en: "Bo\\u202eoking"}')
    for options in ([], ["--flow", "asis"], ["--item", "booking"]):
        result = run("analyse", engagement(hostile), *options)
        assert "lead time" in result.stdout
        assert not {"\x1b", "\u202e"} & set(result.stdout + result.stderr)


def test_an_engagement_without_flows(run, engagement):
    result = run("analyse", engagement("goals: {G: {title: Goal, horizon: 2027}}\n"))
    assert result.returncode == 0
    assert "no flow" in result.stdout


@pytest.mark.parametrize("folder", [CORRIDOR, SMALL])
def test_json_is_what_the_schema_says(run, folder):
    result = run("analyse", folder, "--format", "json")
    assert result.returncode == 0, result.stderr
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(result.stdout))


def test_the_table_opens_and_holds_every_flow(run, tmp_path):
    file = tmp_path / "表 1.csv"
    result = run("analyse", CORRIDOR, "--format", "csv", "--output", file, "--lang", "zh")
    assert result.returncode == 0
    assert result.stdout == ""
    assert file.read_bytes().startswith(b"\xef\xbb\xbfkind,id,")
    rows = list(csv.DictReader(io.StringIO(file.read_bytes().decode("utf-8-sig"), newline="")))
    leads = [row for row in rows if row["kind"] == "flow" and row["metric"] == "lead_time"]
    assert {row["id"] for row in leads} >= {"booking-asis", "booking-tobe"}
    assert all(float(row["low"]) <= float(row["value"]) <= float(row["high"]) for row in leads)


@pytest.mark.parametrize("form", ["json", "csv", "text"])
def test_the_same_seed_gives_the_same_bytes(run, tmp_path, form):
    first, second = (tmp_path / name for name in ("first", "second"))
    for file in (first, second):
        assert run("analyse", CORRIDOR, "-f", form, "-o", file, "--seed", "5", "--cases", "500").returncode == 0
    assert first.read_bytes() == second.read_bytes()


def test_another_seed_gives_other_cases_and_the_same_exact_means(run):
    one, other = (
        json.loads(run("analyse", CORRIDOR, "-f", "json", "--seed", seed, "--cases", "500").stdout)["flows"]
        for seed in ("5", "6")
    )
    pairs = [(a["metrics"]["lead_time"], b["metrics"]["lead_time"]) for a, b in zip(one, other, strict=True)]
    exact = [(a, b) for a, b in pairs if a["way"] == "exact"]
    simulated = [(a, b) for a, b in pairs if a["way"] == "simulated"]
    assert exact and all(a["mean"] == b["mean"] for a, b in exact)
    assert simulated and all(a["mean"] != b["mean"] for a, b in simulated)


def test_a_file_that_cannot_be_written(run, engagement, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    result = run("analyse", engagement(MODEL), "-f", "json", "-o", tmp_path / "file" / "below.json")
    assert result.returncode == 2
    assert "Traceback" not in result.stderr


def test_help_and_check_load_no_numerics(run):
    for arguments in (["--help"], ["analyse", "--help"]):
        result = run(*arguments, PYTHONPROFILEIMPORTTIME="1")
        assert result.returncode == 0
        assert "numpy" not in result.stderr
        assert "simpy" not in result.stderr
