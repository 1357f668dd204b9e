"""An element of every kind can be added: in the right file, with a fitting id, all else kept."""

import shutil
from collections import Counter
from pathlib import Path

import pytest

from sevenstep import pipeline
from sevenstep.authoring.adding.added import proved_addition
from sevenstep.authoring.adding.element import addition, merged, proposal_of, value_of
from sevenstep.authoring.adding.fields_asked import candidates, must_serve, words
from sevenstep.authoring.adding.fresh_id import fresh_id
from sevenstep.authoring.adding.kind_meant import kind_meant
from sevenstep.authoring.adding.named_by import Names
from sevenstep.authoring.opened import opened
from sevenstep.authoring.prove import WouldBeWorse
from sevenstep.authoring.start.example import example_value
from sevenstep.authoring.write import write
from sevenstep.failure import Failure
from sevenstep.language import Text
from sevenstep.model.field import fields_of
from sevenstep.model.kinds import KINDS, NODE_CLASSES
from sevenstep.model.step4_paths import Actor
from sevenstep.model.step6_items import Criterion
from sevenstep.model.step7_flows import Flow

ROOT = Path(__file__).parents[3]
MODELS = sorted(path.parent for path in (ROOT / "models").glob("*/engagement.yaml"))
START = ROOT / "templates" / "start"
TRIED = [
    *((folder, kind) for number, folder in enumerate(MODELS) for kind in list(KINDS)[number :: len(MODELS)]),
    *((START, kind) for kind in KINDS),
]
"""Every kind in the small engagement that `init` makes, and in one of the large ones, each of which takes its part."""
TITLE = Text(zh="新添的一个", en="One that is new")


@pytest.fixture(scope="module")
def here(request):
    return opened(request.param)


def required(here, cls):
    """The least that a person has to say of an element of the class, and what it is for; None where others lack."""
    engagement = here.checked.chain.engagement
    values = {}
    for field in fields_of(cls):
        if not field.required or field.name in {"id", "title"}:
            continue
        if field.relation is not None:
            there = list(candidates(field, engagement))
            if len(there) < 2:
                return None
            values[field.key] = there[-1 if field.key == "to" else 0].id
        else:
            values[field.key] = words(field)[0].word if words(field) else example_value(field)
    if cls is Criterion:
        values["weight"] = "0%"  # those that are there add up to all of it
    if cls in NODE_CLASSES:
        return values, [next(engagement.of(Flow)).id]
    reasons = []
    for field in must_serve(cls)[:1]:
        target = next(candidates(field, engagement)).id
        if dict in field.types:
            actor = next(engagement.of(Actor)).id
            values[field.key] = {target: {"R": actor, "A": actor}}
        else:
            reasons = [target]
    return values, reasons


@pytest.mark.parametrize(("here", "kind"), TRIED, indirect=["here"], ids=lambda one: getattr(one, "name", one))
def test_an_element_of_every_kind_can_be_added(here, kind):
    cls = KINDS[kind]
    given = required(here, cls)
    if given is None:
        pytest.skip("what it joins is not in this model")
    new = addition(here, cls, TITLE, *given)
    proposal = proposal_of(here, new)
    added = proved_addition(here, proposal, {new.id})
    engagement = added.after.chain.engagement
    assert type(engagement.elements[new.id]) is cls
    assert engagement.elements[new.id].title == TITLE
    assert added.after.errors == here.checked.errors
    assert engagement.places[new.id].file == proposal.changes[0].file
    (change,) = proposal.changes
    before, after = (change.before or "").splitlines(), change.after.splitlines()
    assert not Counter(before) - Counter(after), "a line of the file is gone"
    peers = list(here.checked.chain.engagement.of(cls))
    if peers and cls not in NODE_CLASSES and cls is not Flow:
        assert engagement.places[new.id].file in {engagement.places[one.id].file for one in peers}


def model(tmp_path, text, **files):
    tmp_path.mkdir(exist_ok=True)
    (tmp_path / "engagement.yaml").write_text("id: sample\ntitle: Sample\nlanguages: [en]\n" + text, encoding="utf-8")
    for name, said in files.items():
        path = tmp_path / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(said, encoding="utf-8")
    return opened(tmp_path)


@pytest.mark.parametrize(
    ("ids", "fields", "found"),
    [
        (["G1", "G2"], {}, "G3"),
        (["G1", "G1.1", "G1.2"], {"parent": "G1"}, "G1.3"),
        (["G1", "G2"], {"parent": "G2"}, "G2.1"),
        (["g01", "g02", "g09"], {}, "g10"),
        (["goal-speed", "goal-cost"], {}, "goal-faster-clearance"),
        (["speed", "cost"], {}, "faster-clearance"),
        (["speed", "faster-clearance"], {}, "faster-clearance-2"),
        ([], {}, "faster-clearance"),
    ],
)
def test_ids_follow_those_of_the_model(tmp_path, ids, fields, found):
    goals = "\n".join(f"  {one}: {{title: {one}}}" for one in ids)
    here = model(tmp_path, f"goals:\n{goals}\n" if ids else "")
    engagement = here.checked.chain.engagement
    assert fresh_id(engagement, kind_meant("goal"), Text(plain="The faster clearance"), fields) == found


def test_an_id_of_a_chinese_title_is_a_number():
    here = opened(ROOT / "templates" / "start")
    engagement = here.checked.chain.engagement
    assert fresh_id(engagement, kind_meant("actor"), Text(plain="海关"), {}) == "actor-5"
    assert fresh_id(engagement, kind_meant("flow"), Text(zh="巡检", en="Checks"), {"variant": "as-is"}) == "checks-asis"


def test_where_ids_are_chinese_so_is_a_new_one(tmp_path):
    here = model(tmp_path, "actors:\n  海关: {title: 海关, type: government}\n")
    assert fresh_id(here.checked.chain.engagement, kind_meant("actor"), Text(plain="边检 总站"), {}) == "边检-总站"


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("goal", "goal"),
        ("goals", "goal"),
        ("目标", "goal"),
        ("战略目标", "goal"),
        ("Indicators", "indicator"),
        ("环节", "function"),
        ("kpi_card", "kpi-card"),
        ("data object", "data"),
        ("作业", "activity"),
    ],
)
def test_kinds_are_known_by_any_of_their_names(word, kind):
    assert kind_meant(word).KIND.name == kind


def test_an_unknown_kind_is_told_what_is_near():
    with pytest.raises(Failure) as told:
        kind_meant("dicator")
    assert "indicator" in told.value.remedy.en.lower()


def test_a_kind_that_is_not_there_goes_to_its_step_or_into_a_file_of_its_own(tmp_path):
    one_file = model(tmp_path / "one", "goals: {G1: {title: a}}\n")
    cls = kind_meant("risk") if "risk" in KINDS else kind_meant("benchmark")
    assert addition(one_file, cls, TITLE, {}).file == "engagement.yaml"
    by_step = model(
        tmp_path / "steps", "", step1_goals="goals: {G1: {title: a}}\n", step2_indicators="indicators: {}\n"
    )
    assert addition(by_step, kind_meant("challenge"), TITLE, {}).file == "step1_goals.yaml"
    new = addition(by_step, kind_meant("domain"), TITLE, {})
    assert new.file == "step3_domains.yaml"
    write(by_step, proved_addition(by_step, proposal_of(by_step, new), {new.id}).proposal)
    assert new.id in pipeline.check(tmp_path / "steps").chain.elements


def test_flows_that_have_files_of_their_own_get_one_more(tmp_path):
    steps = "steps: {a: {title: a, type: start}, b: {title: b, type: end}}"
    flows = {f"flows__f{at}": f"flows:\n  f{at}x: {{title: a, variant: as-is, {steps}}}\n" for at in range(3)}
    here = model(tmp_path, "", **flows)
    new = addition(here, Flow, Text(plain="Checks"), {"variant": "as-is"})
    assert new.file == "flows/checks.yaml"


def test_what_is_required_and_what_it_is_for_have_to_be_said():
    here = opened(ROOT / "templates" / "start")
    with pytest.raises(Failure) as told:
        addition(here, kind_meant("actor"), TITLE, {})
    assert "type" in told.value.message.en and "government" in told.value.message.en
    with pytest.raises(Failure) as told:
        addition(here, kind_meant("indicator"), TITLE, {})
    assert "measures" in told.value.message.en and "G1.1 (Mended within a day)" in told.value.remedy.en
    with pytest.raises(Failure) as told:
        addition(here, kind_meant("indicator"), TITLE, {}, ["service-app"])
    assert "cannot be for" in told.value.message.en
    with pytest.raises(Failure) as told:
        addition(here, kind_meant("indicator"), TITLE, {}, ["Mended within a dai"])
    assert "G1.1" in told.value.remedy.en
    with pytest.raises(Failure, match="c1"):
        addition(here, kind_meant("challenge"), TITLE, {}, given_id="c1")


@pytest.mark.parametrize(
    ("said", "key", "value"),
    [
        ("direction=decrease", "direction", "decrease"),
        ("方向=下降", "direction", "decrease"),
        ("measures=G1.1, 维修花费可控", "measures", ["G1.1", "G1.2"]),
        ("衡量目标=一天内修好", "measures", "G1.1"),
        ("baseline={value: 3 h, date: 2025}", "baseline", {"value": "3 h", "date": "2025"}),
        ("targets.2027=4 h", "targets", {"2027": "4 h"}),
        ("definition.zh=从申请到办结", "definition", {"zh": "从申请到办结"}),
        ("definition=a: b # c", "definition", "a: b # c"),
    ],
)
def test_values_are_typed_as_people_say_them(said, key, value):
    here = opened(ROOT / "templates" / "start")
    first, _, second = said.partition("=")
    assert value_of(kind_meant("indicator"), first, second, Names(here.checked.chain.engagement)) == (key, value)


def test_values_of_one_field_add_up():
    assert merged([("a", "x"), ("a", "y"), ("b", {"zh": "一"}), ("b", {"en": "one"})]) == {
        "a": ["x", "y"],
        "b": {"zh": "一", "en": "one"},
    }


@pytest.mark.parametrize("name", ["con", "index", "LPT1"])
def test_an_id_that_no_page_can_have_is_not_taken(name):
    here = opened(START)
    with pytest.raises(Failure, match=name):
        addition(here, kind_meant("indicator"), TITLE, {"direction": "decrease"}, ["G1.1"], name)


def test_what_nothing_is_called_tells_what_to_do():
    with pytest.raises(Failure) as told:
        Names(opened(START).checked.chain.engagement).any_id_of("不存在")
    assert "sevenstep new" in told.value.remedy.en


def test_what_would_be_an_error_is_not_written():
    here = opened(ROOT / "templates" / "start")
    new = addition(here, kind_meant("indicator"), TITLE, {"direction": "sideways"}, ["G1.1"])
    with pytest.raises(WouldBeWorse, match="sideways"):
        proved_addition(here, proposal_of(here, new), {new.id})


def test_what_others_lack_then_is_told_apart():
    here = opened(ROOT / "templates" / "start")
    new = addition(here, kind_meant("context"), TITLE, {"type": "plan"})
    added = proved_addition(here, proposal_of(here, new), {new.id})
    assert {each.diagnostic.rule.code for each in added.elsewhere} == {"S110"}


def test_a_step_goes_before_the_end_or_behind_the_one_that_is_named():
    here = opened(ROOT / "templates" / "start")
    for reason, before, after in (("repair-asis", "confirm", "done"), ("repair-asis/visit", "visit", "mended")):
        new = addition(here, kind_meant("activity"), TITLE, {}, [reason])
        steps = proved_addition(here, proposal_of(here, new), {new.id}).after.chain.elements["repair-asis"].steps
        names = list(steps)
        at = names.index(new.key)
        assert (names[at - 1], names[at + 1]) == (before, after)


def test_a_file_that_cannot_be_read_whole_gets_no_entry(tmp_path):
    shutil.copytree(ROOT / "templates" / "start", tmp_path / "m")
    path = tmp_path / "m" / "step1_goals.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "  G3: {title: 'x\n", encoding="utf-8")
    here = opened(tmp_path / "m")
    new = addition(here, kind_meant("goal"), TITLE, {})
    proposal = proposal_of(here, new)
    assert proposal.changes[0].file != "step1_goals.yaml"
