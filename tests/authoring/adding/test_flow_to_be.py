"""The skeleton of a to-be flow: sound as it is, with every question that a design has to answer."""

import re
import shutil
from pathlib import Path

import pytest

from sevenstep.authoring.adding.added import proved_addition
from sevenstep.authoring.adding.element import proposal_of
from sevenstep.authoring.adding.flow_to_be import to_be_of
from sevenstep.authoring.opened import opened
from sevenstep.diagnostic import Edit, Place
from sevenstep.failure import Failure
from sevenstep.language import Text
from sevenstep.source.edit import edited

ROOT = Path(__file__).parents[3]


@pytest.fixture
def here(tmp_path):
    """The small engagement without its to-be flow and the measure that brings it about."""
    shutil.copytree(ROOT / "templates" / "start", tmp_path / "m")
    whole = opened(tmp_path / "m")
    for name, path in (("flows/repair.yaml", ("flows", "repair-tobe")), ("step7_data.yaml", ("measures",))):
        text, count = edited(whole.documents[name], [Edit(Place(name, path), None)])
        assert count
        (tmp_path / "m" / name).write_text(text, encoding="utf-8")
    return opened(tmp_path / "m")


def test_it_has_the_steps_of_today_and_asks_what_to_decide(here):
    new = to_be_of(here, "repair-asis")
    assert new.id == "repair-tobe"
    proposal = proposal_of(here, new)
    added = proved_addition(here, proposal, {new.id})
    flow, today = (added.after.chain.elements[name] for name in ("repair-tobe", "repair-asis"))
    assert flow.variant == "to-be" and flow.details == today.details and flow.estimates == today.estimates
    assert list(flow.steps) == list(today.steps)
    assert [step.next for step in flow.steps.values()] == [step.next for step in today.steps.values()]
    assert flow.title == Text(zh="报修（目标）", en="Repair, to be")
    text = proposal.changes[0].after
    skeleton = text[text.index("repair-tobe:") :]
    for name, step in today.steps.items():
        line = re.search(rf"(?m)((?:^ *#.*\n)*)^      {name}:", skeleton)
        asks = "待定" in line[1]
        waits_or_by_hand = getattr(step, "wait", None) is not None or getattr(step, "mode", None) == "manual"
        has_chances = step.next is not None and any(branch.chance for branch in step.next.values())
        assert asks == (waits_or_by_hand or has_chances), name
    assert "repair-asis" in text and "shapes: repair-tobe" in text


def test_comments_are_in_the_language_of_the_engagement(here, tmp_path):
    path = tmp_path / "m" / "engagement.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("[zh, en]", "[en, zh]"), encoding="utf-8")
    text = proposal_of(opened(tmp_path / "m"), to_be_of(opened(tmp_path / "m"), "报修（现状）")).changes[0].after
    assert "TO DECIDE" in text and "待定" not in text


def test_it_goes_right_behind_the_flow_of_today():
    here = opened(ROOT / "models" / "western-corridor")
    with pytest.raises(Failure, match="booking-tobe"):
        to_be_of(here, "booking-asis")
    with pytest.raises(Failure, match=r"现状流程|flow of today"):
        to_be_of(here, "booking-tobe")
    with pytest.raises(Failure):
        to_be_of(here, "railway")
    with pytest.raises(Failure, match="no-such"):
        to_be_of(here, "no-such")


@pytest.mark.parametrize(
    ("said", "then"),
    [
        (Text(plain="订舱"), "订舱（目标）"),
        (Text(plain="Booking"), "Booking, to be"),
        (Text(plain="订舱（现状）"), "订舱（目标）"),
        (Text(plain="Booking as-is"), "Booking to be"),
    ],
)
def test_titles_say_that_it_is_the_one_to_be(said, then):
    from sevenstep.authoring.adding.flow_to_be import _title

    assert _title(said).plain == then
