"""A model has the picture of five actions where it holds something of each."""

import pytest

from sevenstep.chain.five_actions import has_five_actions
from sevenstep.chain.pictures import picture_names

PARTS = {
    "needs": "needs: {n: {title: Enter once}}\n",
    "goals": "goals: {G1: {title: Fast}}\n",
    "decisions": "decisions: {d: {title: Which way, options: {a: {title: A}}}}\n",
    "projects": "projects: {p: {title: Works}}\n",
    "benefits": "benefits: {b: {title: Faster}}\n",
}


def test_all_five_make_the_picture(checked):
    chain = checked("".join(PARTS.values())).chain
    assert has_five_actions(chain)
    assert "five-actions" in picture_names(chain)


@pytest.mark.parametrize("without", PARTS)
def test_without_one_there_is_none(checked, without):
    chain = checked("".join(text for name, text in PARTS.items() if name != without)).chain
    assert not has_five_actions(chain)
    assert "five-actions" not in picture_names(chain)


@pytest.mark.parametrize("last", ["appraisals: {a: {title: Pays}}\n", "assessments: {a: {title: Where it stands}}\n"])
def test_evaluation_may_be_an_appraisal_or_an_assessment(checked, last):
    assert has_five_actions(checked("".join(list(PARTS.values())[:4]) + last).chain)
