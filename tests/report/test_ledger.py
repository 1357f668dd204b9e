"""The ledger of projects as a table and on a screen."""

import csv
import io

from sevenstep.report import ledger
from tests.engagements import chain_of

TEXT = """
id: sample
title: Sample
actors:
  office: {title: {zh: 办公室, en: Office}, type: government}
needs:
  once: {title: Once, description: D}
projects:
  a:
    title: {zh: =甲, en: =A}
    needs: once
    lead: office
    start: 2024-01
    end: 2024-03
    budget: {year: 2024, amount: 50 万元}
    spent: [{date: 2024-01-20, amount: 12 万元, note: First}, {date: 2024-02-20, amount: 30000 CNY}]
    milestones: [{title: Trial, date: 2024-02}]
    progress: [{date: 2024-01-15, state: under-way, note: Begun}, {date: 2024-02-20, state: late, note: "Waits; long"}]
    judged_by: {speed: 2025}
"""


def test_the_table_has_every_column_of_a_ledger_row():
    text = ledger.render(chain_of(TEXT), "en").removeprefix("\ufeff")
    heads, row = csv.reader(io.StringIO(text))
    told = dict(zip(heads, row, strict=True))
    assert told["Project"] == "'=A"  # no formula
    assert (told["Needs"], told["Lead"], told["Start"], told["End"]) == ("Once", "Office", "2024-01-01", "2024-03-31")
    assert (told["Budget"], told["Spent"], told["Currency"]) == ("500000", "150000", "元")
    assert (told["State"], told["Updated"], told["Note"]) == ("behind", "2024-02-20", "Waits; long")
    assert (told["Next milestone"], told["Date of milestone"], told["KPI"]) == ("Trial", "2024-02", "speed 2025")


def test_the_screen_tells_who_when_how_much_and_how_it_stands():
    heads, line = (str(one) for one in ledger.lines(chain_of(TEXT), "zh"))
    assert heads.split() == ["项目", "牵头单位", "开始", "完成", "余量（天）", "预算", "已支出", "状态", "下一里程碑"]
    assert line.split() == [
        "=甲",
        "办公室",
        "2024-01-01",
        "2024-03-31",
        "0",
        "50",
        "万元",
        "15",
        "万元",
        "滞后",
        "2024-02",
        "Trial",
    ]


def test_a_model_without_projects_says_so():
    assert [str(one) for one in ledger.lines(chain_of("id: s\ntitle: S\n"), "en")] == [ledger.NOTHING.en]


def test_the_command_prints_it_and_writes_it(run, engagement, tmp_path):
    folder = engagement("projects:\n  a: {title: {zh: 甲, en: First}, delivers: m}\nmeasures:\n  m: {title: M}\n")
    assert "First" in run("ledger", folder, "--lang", "en").stdout
    target = tmp_path / "ledger.csv"
    assert run("ledger", folder, "--format", "csv", "-o", target).returncode == 0
    assert "First" in target.read_text(encoding="utf-8-sig") or "甲" in target.read_text(encoding="utf-8-sig")
