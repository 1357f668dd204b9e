"""Tables that are pasted: what is understood of them, and what is told of what is not."""

import shutil
from pathlib import Path

import pytest

from sevenstep.authoring.adding.added import proved_addition
from sevenstep.authoring.adding.named_by import Names
from sevenstep.authoring.adding.raci_table import not_there_yet, raci_of
from sevenstep.authoring.adding.steps_table import steps_of
from sevenstep.authoring.adding.table import decoded, pasted
from sevenstep.authoring.adding.table_added import flow_named, path_named, with_raci, with_steps
from sevenstep.authoring.adding.understood import Reading
from sevenstep.authoring.opened import opened
from sevenstep.failure import Failure

ROOT = Path(__file__).parents[3]
START = ROOT / "templates" / "start"


@pytest.fixture(scope="module")
def here():
    return opened(START)


def reading(here, **means):
    return Reading(Names(here.checked.chain.engagement, means))


def rows(text):
    return [list(row) for row in pasted(text).rows]


@pytest.mark.parametrize(
    "text",
    [
        "a\tb\n1\t2 x\n",
        "a\tb\r\n1\t2  x\r\n\r\n",
        '"a"\t"b"\n1\t"2\nx"\n',
        "| a | b |\n|---|:-:|\n| 1 | 2 x |\n",
        "a,b\n1,2 x\n",
        "a;b\n1;2 x\n",
        "a，b\n1，2 x\n",
        "a   b\n1   2 x\n",
    ],
)
def test_cells_stand_apart_in_any_of_the_usual_ways(text):
    assert rows(text) == [["a", "b"], ["1", "2 x"]]


def test_short_rows_are_filled_up():
    assert rows("a\tb\tc\n1\n") == [["a", "b", "c"], ["1", "", ""]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_files_of_sheets_are_read_in_their_encodings(encoding):
    assert decoded("步骤\t主体\n".encode(encoding)) == "步骤\t主体\n"


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"PK\x03\x04", "Excel"),
        (b"a\0b", "Excel"),
        (b"x" * (16 * 1024 * 1024 + 1), "16 MB"),
        (b"\xff\xff\x81", "encoding"),
    ],
)
def test_what_is_no_text_is_refused(raw, said):
    with pytest.raises(Failure) as told:
        decoded(raw)
    assert said in told.value.message.en


def test_a_paste_of_five_thousand_rows_names_the_limit():
    with pytest.raises(Failure) as told:
        pasted("step\ttime\n" + "x\t1 h\n" * 5000)
    assert "5001 rows; 1000 at most" in told.value.message.en


@pytest.mark.parametrize("text", ["", "  \n\n", "one\ntwo\n"])
def test_what_is_no_table_is_refused(text):
    with pytest.raises(Failure):
        pasted(text)


# -- who does what -------------------------------------------------------------------

RACI = {"report": {"R": ("service-desk",), "A": ("park-operator",), "C": ("tenant",), "I": ("technician",)}}


@pytest.mark.parametrize(
    "text",
    [
        "环节\t入驻企业\t服务台\t维修师傅\t园区运营公司\n报修受理\tC\tR\tI\tA\n",
        "\ttenant\tservice-desk\ttechnician\tpark-operator\nreport\tc\tr\ti\ta\n",
        "主体\t报修受理\n入驻企业\t咨询\n服务台\t执行\n维修师傅\t知会\n园区运营公司\t问责\n",
        "Function\tR\tA\tC\tI\nTaking the call\tService desk\tPark operator\tTenant\tTechnician\n",
        "环节\t执行\t问责\t咨询\t知会\n报修受理\t服务台\t园区运营公司\t入驻企业\t维修师傅\n",
    ],
)
def test_the_forms_of_a_table_of_who_does_what(here, text):
    read = reading(here)
    assert raci_of(pasted(text), read).connects == RACI
    assert not read.bad and not read.unknown


@pytest.mark.parametrize("cell", ["A/R", "RA", "R,A", "R、A", "r a", "执行/问责"])
def test_several_roles_in_a_cell(here, cell):
    found = raci_of(pasted(f"环节\t服务台\t入驻企业\n报修受理\t{cell}\t-\n"), reading(here)).connects
    assert found == {"report": {"R": ("service-desk",), "A": ("service-desk",)}}


def test_bad_cells_and_unknown_names_are_told_by_row_and_column(here):
    read = reading(here)
    raci_of(pasted("环节\t服务台\t海关\n报修受理\tX1\tR\n维修上门\tR\tA\n"), read)
    with pytest.raises(Failure) as told:
        read.require()
    said = told.value.message.en
    assert "row 2, column “服务台”, “X1”" in said
    assert "row 1, column “海关”: no actor is called “海关”" in said
    assert "row 3, column “环节”: no function is called “维修上门”; near are repair (Repair on site)" in said


def test_a_function_in_two_rows_is_told(here):
    read = reading(here)
    raci_of(pasted("环节\t服务台\n报修受理\tA/R\nreport\tC\n"), read)
    with pytest.raises(Failure, match=r"第 3 行|row 3"):
        read.require()


def test_a_name_can_be_said_to_stand_for_an_element_or_to_be_left_out(here):
    read = reading(here, 海关="tenant", 师傅="")
    found = raci_of(pasted("环节\t服务台\t海关\t师傅\n报修受理\tA/R\tC\tI\n"), read)
    read.require()
    assert found.connects == {"report": {"R": ("service-desk",), "A": ("service-desk",), "C": ("tenant",)}}


def test_what_the_path_says_already_is_left_as_it_is(here, tmp_path):
    shutil.copytree(START, tmp_path / "m")
    file = tmp_path / "m" / "step4_paths.yaml"
    text = file.read_text(encoding="utf-8")
    line = next(one for one in text.splitlines() if one.startswith("      repair: {R:"))
    file.write_text(text.replace(line + "\n", ""), encoding="utf-8")
    less = opened(tmp_path / "m")
    path = path_named(less, "报修协同")
    table = raci_of(
        pasted("环节\t服务台\t维修师傅\t园区运营公司\n报修受理\tR\t\tA\n上门维修\tI\tR\tA\n"), reading(less)
    )
    new, same, other = not_there_yet(path, table)
    assert (list(new.connects), same, other) == (["repair"], [], ["report"])
    proposal = with_raci(less, path, new)
    after = proved_addition(less, proposal, {path.id}).after.chain.elements[path.id]
    assert after.connects["report"] == path.connects["report"]
    assert after.connects["repair"].responsible == ("technician",)
    again = not_there_yet(after, new)
    assert (dict(again[0].connects), again[1]) == ({}, ["repair"])


# -- steps ---------------------------------------------------------------------------

STEPS = {
    "step-1": {
        "title": "制定计划",
        "actor": "service-desk",
        "mode": "manual",
        "time": "2 小时",
        "writes": "repair-order",
    },
    "step-2": {"title": "上门检查", "actor": "technician", "system": "service-app", "time": "30分钟", "wait": "1天"},
}  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "序号\t步骤\t责任人\t系统\t办理时间\t等待\t方式\t输出\n"
        "1\t制定计划\t服务台\t\t2 小时\t\t人工\t报修单\n2\t上门检查\t维修师傅\t园区服务小程序\t30分钟\t1天\t\t\n",
        "作业（名称）\t执行主体\t信息系统\t办理时间（每件）\t等待时间\t方式\t写入\n"
        "制定计划\tservice-desk\t-\t2 小时\t无\tmanual\trepair-order\n"
        "上门检查\ttechnician\tservice-app\t30分钟\t1天\t\t\n",
    ],
)
def test_columns_are_known_by_their_heads(here, text):
    read = reading(here)
    found = steps_of(pasted(text), read, frozenset())
    read.require()
    assert {name: dict(step) for name, step in found.steps.items()} == STEPS


def test_columns_without_heads_are_known_by_what_stands_in_them(here):
    read = reading(here)
    text = "1\t服务台\tPlan\t2h\t10 min\t人工\n2\t维修师傅\tVisit the tenant\t30min\t1d\t自动\n"
    found = steps_of(pasted(text), read, frozenset({"plan"}))
    read.require()
    assert dict(found.steps) == {
        "plan-2": {"title": "Plan", "actor": "service-desk", "mode": "manual", "time": "2h", "wait": "10 min"},
        "visit-the-tenant": {
            "title": "Visit the tenant", "actor": "technician", "mode": "automatic", "time": "30min", "wait": "1d",
        },
    }  # fmt: skip


def test_where_steps_lead_by_number_or_title_with_chances(here):
    text = "序号\t步骤\t类型\t下一步\n1\t检查\t\t\n2\t合格？\t判断\t4 80%；重做（20%）\n3\t重做\t\t1\n4\t办结\t结束\t\n"
    read = reading(here)
    found = steps_of(pasted(text), read, frozenset())
    read.require()
    assert found.steps["step-2"]["type"] == "exclusive"
    assert found.steps["step-2"]["next"] == {"step-4": "80%", "step-3": "20%"}
    assert found.steps["step-3"]["next"] == "step-1"
    assert found.steps["step-4"]["type"] == "end"


def test_a_bare_number_has_the_unit_of_its_head(here):
    read = reading(here)
    text = "步骤\t耗时（分钟）\t等待(天)\t成本/元\n检查\t30\t1-2\t50\n答复\t2 小时\t\t\n"
    found = steps_of(pasted(text), read, frozenset())
    read.require()
    assert found.steps["step-1"] == {"title": "检查", "time": "30 分钟", "wait": "1-2 天", "cost": "50 元"}
    assert found.steps["step-2"]["time"] == "2 小时"


def test_columns_that_are_not_understood_are_left_out_and_told(here):
    found = steps_of(pasted("步骤\t谁\t风水\n检查\t服务台\t好\n"), reading(here), frozenset())
    assert found.columns == (("步骤", "title"), ("谁", "actor"), ("风水", ""))
    assert found.steps["step-1"] == {"title": "检查", "actor": "service-desk"}


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("检查\t服务台\t很久", "row 2, column “时间”, “很久”"),
        ("检查\t海关\t1 h", "row 2, column “主体”: no actor is called “海关”"),
        ("\t服务台\t1 h", "row 2, column “步骤”, “”: It has no title"),
    ],
)
def test_cells_that_cannot_be_read_are_told_by_row_and_column(here, row, said):
    read = reading(here)
    steps_of(pasted(f"步骤\t主体\t时间\n{row}\n"), read, frozenset())
    with pytest.raises(Failure) as told:
        read.require()
    assert said in told.value.message.en


def test_a_word_that_is_none_of_a_list_tells_the_list(here):
    read = reading(here)
    steps_of(pasted("步骤\t方式\n检查\t系统辅助\n"), read, frozenset())
    with pytest.raises(Failure) as told:
        read.require()
    assert all(word in told.value.message.zh for word in ("→", "manual", "assisted", "automatic"))


def test_steps_go_into_a_flow_before_its_end(here):
    flow = flow_named(here, "报修（现状）")
    found = steps_of(pasted("Step\tWho\nCall\tService desk\nGo\tTechnician\n"), reading(here), frozenset(flow.steps))
    for after, before in (("", "confirm"), ("visit", "visit")):
        proposal, gone = with_steps(here, flow, found.steps, after)
        steps = proved_addition(here, proposal, {flow.id}, gone).after.chain.elements[flow.id].steps
        names = list(steps)
        assert names[names.index(before) + 1 : names.index(before) + 3] == ["call", "go"]
    with pytest.raises(Failure, match="nowhere"):
        with_steps(here, flow, found.steps, "nowhere")


@pytest.mark.parametrize("steps", ["", "    steps: {}\n"])
def test_a_flow_without_steps_gets_a_start_and_an_end(tmp_path, steps):
    text = "id: m\ntitle: m\nlanguages: [zh]\nflows:\n  f:\n    title: f\n    variant: as-is\n"
    text += "    scope: {starts: 来件, ends: 办结}\n" + steps
    (tmp_path / "engagement.yaml").write_text(text, encoding="utf-8")
    here = opened(tmp_path)
    flow = here.checked.chain.elements["f"]
    found = steps_of(pasted("步骤\t时间\n检查\t1 h\n答复\t2 h\n"), reading(here), frozenset())
    proposal, gone = with_steps(here, flow, found.steps)
    after = proved_addition(here, proposal, {"f"}, gone).after.chain.elements["f"].steps
    assert [(step.title.plain, str(step.type)) for step in after.values()] == [
        ("来件", "start"), ("检查", "activity"), ("答复", "activity"), ("办结", "end"),
    ]  # fmt: skip


def test_two_hundred_steps_are_read_in_a_moment(here):
    table = "步骤\t主体\t时间\n" + "".join(f"第{at}步\t服务台\t{at} min\n" for at in range(1, 1000))
    read = reading(here)
    assert len(steps_of(pasted(table), read, frozenset()).steps) == 999
    read.require()
