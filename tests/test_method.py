"""The steps and the frames around them."""

from sevenstep.method import FRAMES, STAGES, STEPS, stage
from sevenstep.model.kinds import SECTION_CLASSES


def test_stages_stand_in_the_order_of_their_numbers_and_are_found_by_them():
    numbers = [step.number for step in STAGES]
    assert numbers == sorted(set(numbers)) and 0 not in numbers
    assert all(stage(step.number) is step for step in STAGES)
    assert {step.stem for step in STAGES} == {step.stem for step in (*STEPS, *FRAMES)}


def test_only_steps_are_numbered_for_people():
    assert [step.number for step in STAGES if step.kicker] == [1, 2, 3, 4, 5, 6, 7]
    assert stage(3).name.for_language("en") == "3 Business architecture"
    assert not any(character.isdigit() for frame in FRAMES for character in frame.name.for_language("zh"))


def test_every_kind_stands_in_a_step_or_a_frame():
    assert all(stage(cls.KIND.step) for cls in SECTION_CLASSES)
