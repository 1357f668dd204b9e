"""Blanks that folding puts between Chinese characters go; those that mean something stay."""

import pytest

from sevenstep.model.folding import unfolded


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("物流站点， 境外铁路", "物流站点，境外铁路"),
        ("负责。 因此", "负责。因此"),
        ("他说： “可以”。 然后", "他说：“可以”。然后"),
        ("the train of 12 cars", "the train of 12 cars"),
        ("共 12 列，TEU 计", "共 12 列，TEU 计"),
        ("**甲** 乙", "**甲** 乙"),
        ("- 甲\n- 乙 丙", "- 甲\n- 乙丙"),
        ("看 `甲 乙` 与 甲 乙", "看 `甲 乙` 与甲乙"),
        ("前\n\n```\n甲 乙\n```\n\n甲 乙", "前\n\n```\n甲 乙\n```\n\n甲乙"),
        ("| 甲 | 乙 |", "| 甲 | 乙 |"),
        ("甲\u3000乙", "甲\u3000乙"),
        ("“Tuan” 站", "“Tuan”站"),
    ],
)
def test_blanks_between_characters(written, read):
    assert unfolded(written) == read


def test_texts_of_a_model_are_read_so(checked):
    chain = checked("""
        goals:
          G:
            title: 更快
            description: >-
              先看铁路，
              再看港口。 Then the
              port.
    """).chain
    assert chain.elements["G"].description.for_language("zh") == "先看铁路，再看港口。 Then the port."


def test_korean_keeps_the_blanks_between_its_words():
    assert unfolded("사회과학원 어학연구소") == "사회과학원 어학연구소"
