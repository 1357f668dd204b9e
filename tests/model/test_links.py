"""Relations: declared once on the classes, read off for everything else."""

from sevenstep.model.kinds import KINDS, SECTION_CLASSES, SECTIONS
from sevenstep.model.links import covering, links, needs_justification, relations


def test_every_relation_points_to_kinds_that_exist():
    for kind in KINDS:
        for relation in relations(kind):
            assert set(relation.to) <= set(KINDS), relation
            assert relation.forward.zh and relation.forward.en and relation.backward.zh and relation.backward.en


def test_a_relation_means_the_same_wherever_it_is_held():
    by_name = {}
    for kind in KINDS:
        for relation in relations(kind):
            assert by_name.setdefault(relation.name, relation) == relation


def test_sections_and_kinds_are_named_once():
    assert len(SECTIONS) == len(SECTION_CLASSES)
    assert all(cls.KIND.title.zh and cls.KIND.title.en for cls in KINDS.values())


def test_the_spine_of_the_method():
    needs = {kind for kind in KINDS if needs_justification(kind)}
    assert needs == {"indicator", "function", "path", "scenario", "item", "flow"}
    covered = {kind for kind in KINDS if covering(kind)}
    assert covered == {
        "context",
        "position",
        "challenge",
        "goal",
        "indicator",
        "function",
        "path",
        "scenario",
        "item",
        "finding",
    }


def test_references_in_all_their_forms(checked):
    chain = checked(
        """
        goals: {G: {title: G, owner: A, answers: C}}
        challenges: {C: {title: C, felt_in: [G, A]}}
        actors: {A: {title: A, type: enterprise}}
        indicators:
          I: {title: I, measures: [G]}
          J: {title: J, measures: G, formula: "[I] * 2 + [I]"}
        functions: {F: {title: F, drives: [I, J], feeds: [{to: F, data: D}]}}
        paths: {P: {title: P, connects: {F: {R: A, A: A}}, exchanges: [{from: A, to: A, data: [D]}]}}
        data: {D: {title: D}}
        """
    ).chain
    found = {
        (link.source, link.relation.name, link.target, link.path) for e in chain.elements.values() for link in links(e)
    }
    assert ("G", "answers", "C", ("answers", 0)) in found
    assert ("G", "owner", "A", ("owner",)) in found
    assert ("C", "felt-in", "A", ("felt_in", 1)) in found
    assert ("J", "computed-from", "I", ("formula",)) in found
    assert ("F", "feeds-data", "D", ("feeds", 0, "data", 0)) in found
    assert ("P", "connects", "F", ("connects", "F")) in found
    assert ("P", "raci-R", "A", ("connects", "F", "R", 0)) in found
    assert ("P", "hands-from", "A", ("exchanges", 0, "from")) in found
    assert not chain.dangling and not chain.mistyped
