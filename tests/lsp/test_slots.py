from sevenstep.lsp.slots import label_of, slots_at
from sevenstep.model.step1_goals import Goal
from sevenstep.model.step7_flows import Activity, Event, Gateway


def test_the_fields_of_an_element() -> None:
    (slot,) = slots_at("a.yaml", ("goals", "G1"))
    assert slot.classes == (Goal,)


def test_a_step_of_a_flow_may_be_of_any_kind() -> None:
    (slot,) = slots_at("a.yaml", ("flows", "F1", "steps", "a"))
    assert slot.classes == (Activity, Event, Gateway)


def test_a_list_of_ids_and_the_one_without_a_list_name_the_same() -> None:
    (listed,) = slots_at("a.yaml", ("indicators", "I1", "measures", 0))
    (alone,) = slots_at("a.yaml", ("indicators", "I1", "measures"))
    assert listed.relation is alone.relation
    assert listed.relation is not None
    assert "goal" in listed.relation.to


def test_targets_of_a_step_are_keys_that_name_steps() -> None:
    found = slots_at("a.yaml", ("flows", "F1", "steps", "a", "next"))
    assert all(slot.relation is not None and slot.relation.local and slot.takes_keys for slot in found)


def test_fixed_words_with_what_they_are_called() -> None:
    (slot,) = slots_at("a.yaml", ("indicators", "I1", "direction"))
    assert slot.words == ("increase", "decrease", "hold")
    label = label_of(slot, "decrease")
    assert label is not None
    assert "低" in label.for_language("zh")


def test_a_text_has_languages_for_keys() -> None:
    (slot,) = slots_at("a.yaml", ("goals", "G1", "title"))
    assert slot.key_words == ("zh", "en")


def test_the_header_has_fields_only_in_its_own_file() -> None:
    assert slots_at("engagement.yaml", ("analysis",))
    assert not slots_at("other.yaml", ("analysis",))


def test_what_leads_nowhere_has_no_slots() -> None:
    assert not slots_at("a.yaml", ("goals", "G1", "nothing", "there"))
    assert not slots_at("a.yaml", ("no-section", "x"))
