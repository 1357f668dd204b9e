"""``sevenstep ask``: questions for a workshop, by step and by whom to ask."""

import json

MODEL = """
actors:
  customs: {title: {zh: 海关, en: Customs}, type: government, domains: [port]}
  port-office: {title: {zh: 口岸办, en: Port office}, type: government}
domains: {port: {title: Port}}
goals:
  G1: {title: {zh: 更快通关, en: Faster *clearance*}, horizon: 2027, owner: port-office}
indicators:
  time: {title: {zh: 通关时间, en: Clearance time}, measures: G1, unit: h, owner: customs, source: report p. 1}
  cost: {title: {zh: 通关费用, en: Clearance cost}, measures: G1, unit: CNY}
"""


def test_by_step_and_whom_to_ask(run, engagement):
    folder = engagement(MODEL)
    result = run("ask", folder)
    assert result.returncode == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "2 Indicators"
    assert lines[1] == "  Ask Customs"
    assert lines[2] == "    □ What is “Clearance time” today?"
    assert lines[3].strip().startswith("It decides how far the target can be set")
    assert f"{folder.as_posix()}/engagement.yaml:" in lines[4]
    assert "  Ask Port office" in lines  # who owns the goal is asked for an indicator that nobody owns
    assert lines[-1] == "4 open questions"


def test_what_one_party_is_asked(run, engagement):
    folder = engagement(MODEL.replace("type: government, domains", "type: government, parent: port-office, domains"))
    every = run("ask", folder).stdout
    below, above = (run("ask", folder, "--party", actor).stdout for actor in ("customs", "port-office"))
    assert "Ask Customs" in below and "Ask Port office" not in below
    assert "Ask Customs" in above and "Ask Port office" in above
    assert below.count("□") < above.count("□") <= every.count("□")
    unknown = run("ask", folder, "--party", "custom")
    assert unknown.returncode == 2 and "customs" in unknown.stderr


def test_in_chinese(run, engagement):
    assert "□ “通关时间”现在是多少？" in run("ask", engagement(MODEL), "--lang", "zh").stdout


def test_an_agenda_is_markdown_and_inert(run, engagement, tmp_path):
    agenda = tmp_path / "议程 1.md"
    result = run("ask", engagement(MODEL.replace("owner: port-office", "")), "-f", "markdown", "-o", agenda)
    assert result.returncode == 0
    text = agenda.read_text(encoding="utf-8")
    assert text.startswith("# Open questions: Sample\n")
    assert "- [ ] Who answers for “Faster \\*clearance\\*”?\n" in text
    assert "### the client\n" in text


def test_as_json(run, engagement):
    found = json.loads(run("ask", engagement(MODEL), "--format", "json").stdout)["questions"]
    assert [one["code"] for one in found] == ["S204", "S204", "S206", "S207"]
    assert found[0]["ask"] == [{"id": "customs", "title": "Customs"}]
    assert found[0]["question"] == "What is “Clearance time” today?"


def test_nothing_to_ask(run, engagement):
    assert "No open questions" in run("ask", engagement("check: {ignore: all}\n")).stdout


def test_questions_never_fail_a_check(run, engagement):
    folder = engagement(MODEL + "check: {severity: {all: question}}\n")
    result = run("check", folder, "--fail-on", "hint")
    assert result.returncode == 0, result.stdout
    assert "open questions (sevenstep ask)" in result.stdout
