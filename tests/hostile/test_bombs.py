"""Small files that swell, nest or keep the parser busy are refused at once."""

import pytest

DEEP = 100_000
ALIASES = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{f'*a{n - 1}, ' * 9}]\n" for n in range(1, 30))
MERGES = "a0: &a0 {x: 1}\n" + "".join(f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}\n" for n in range(1, 30))

BOMBS = {
    "aliases": ALIASES,
    "merge keys": MERGES,
    "many aliases": f"a: &a x\nb: [{'*a, ' * DEEP}]\n",
    "many merge keys": f"a: &a {{x: 1}}\nb: {{{'<<: *a, ' * DEEP}}}\n",
    "endless alias": "a: &a [*a]\n",
    "lists in one line": "[" * DEEP,
    "mappings in one line": "{" * DEEP,
    "both in turn": "[{a: " * DEEP,
    "closed lists": "[" * DEEP + "]" * DEEP,
    "block lists": "- " * DEEP + "x",
    "block mappings": "".join(f"{' ' * depth}a:\n" for depth in range(2_000)),
    "complex keys": "? " * DEEP,
    "below a complex key": "? [a]\n: " + "[" * DEEP,
    "inside a complex key": "? " + "[" * DEEP,
    "tag directives": "".join(f"%TAG !a{n}! x\n" for n in range(500_000)) + "--- a\n",
    "tag directives after a document": "a: 1\n...\n" + "".join(f"%TAG !a{n}! x\n" for n in range(500_000)) + "--- a\n",
    "tag directives and lone CR": "".join(f"%TAG !a{n}! x\r" for n in range(500_000)) + "--- a\r",
    "documents": "---\n" * 500_000,
}


@pytest.mark.parametrize("name", ["a.yaml", "engagement.yaml"])
@pytest.mark.parametrize("bomb", BOMBS)
def test_is_refused(reported, bomb, name):
    assert "S003" in reported(BOMBS[bomb], name)


@pytest.mark.parametrize("bomb", ["many aliases", "many merge keys"])
def test_few_of_many_are_listed(reported, judged, bomb):
    reported(BOMBS[bomb])
    found = [one for one in judged().problems if one.diagnostic.rule.code == "S003"]
    assert len(found) == 50


@pytest.mark.parametrize("lead", ["- ", ": ", "    "])
def test_a_line_that_keeps_the_search_for_slips_busy(reported, lead):
    assert "S002" in reported(f"a: b\na: {lead * 300_000}\n - ]\n")
