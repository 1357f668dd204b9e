"""How full descriptions are: of fields that there are, counted by step."""

from sevenstep.chain.completeness import Completeness, completeness


def test_fields_are_counted(checked):
    chain = checked(
        """
        challenges: {C: {title: t, description: d, evidence: [e]}}
        goals: {G: {title: t, horizon: 2027, owner: A}}
        actors: {A: {title: t, type: operator}}
        """
    ).chain
    found = completeness(chain)
    assert found[1] == Completeness(4, 8)
    assert found[4] == Completeness(0, 2)
    assert found[7] == Completeness(0, 0)
