"""What is remembered, for how long, and that nothing is remembered in another way."""

import gc
import importlib
import inspect
import pkgutil
import re
import weakref
from pathlib import Path

import pytest

import sevenstep
from sevenstep import memory
from sevenstep.memory import by_content, per_chain, per_element, recent_results
from sevenstep.model.step1_goals import Goal

SOURCES = Path(sevenstep.__file__).parent


def test_an_element_is_looked_at_once():
    asked = []

    @per_element
    def letters(element):
        asked.append(element)
        yield from element.id

    @per_element
    def length(element):
        return len(element.id)

    one, twin = (Goal(id="G1", title="Goal") for _ in range(2))
    assert letters(one) == letters(one) == letters(twin) == ("G", "1")
    assert len(asked) == 2
    assert length(one) == 2


def test_what_is_known_of_an_element_or_a_chain_goes_with_it():
    class Holder:
        """Anything that can be referred to weakly."""

    @per_element
    def of_element(element):
        return Holder()

    @per_chain
    def of_chain(chain):
        return Holder()

    subject = Holder()
    assert of_element(subject) is of_element(subject)
    assert of_chain(subject) is of_chain(subject)
    answers = [weakref.ref(of_element(subject)), weakref.ref(of_chain(subject))]
    del subject
    gc.collect()
    assert [one() for one in answers] == [None, None]


def test_a_chain_is_looked_at_once_and_takes_what_another_process_found():
    class Subject:
        """Stands for a chain."""

    asked = []

    @per_chain
    def size(chain):
        asked.append(chain)
        return 1

    one, other = Subject(), Subject()
    size.remember(other, 2)
    assert (size(one), size(one), size(other)) == (1, 1, 2)
    assert asked == [one]


def test_by_content_forgets_what_was_not_used_for_longest():
    asked = []

    @by_content(2)
    def shouted(text):
        asked.append(text)
        return text.upper()

    assert [shouted(text) for text in ("a", "b", "a", "c", "a", "b")] == ["A", "B", "A", "C", "A", "B"]
    assert asked == ["a", "b", "c", "b"]


def test_recent_results_for_equal_values_only():
    asked = []

    @recent_results(by_identity=Goal)
    def total(values, *, start=0):
        asked.append(list(values))
        return sum(values, start)

    assert [total((1, 2)), total((1, 2)), total((1, 3)), total((1, 2), start=1), total((1, 2))] == [3, 3, 4, 4, 3]
    assert asked == [[1, 2], [1, 3], [1, 2]]


def test_only_the_last_results_are_kept():
    asked = []

    @recent_results(by_identity=Goal)
    def same(value):
        asked.append(value)
        return value

    for value in (1, 2, 3, 4, 5, 1):
        same(value)
    assert asked == [1, 2, 3, 4, 5, 1]


def test_results_tell_elements_apart_by_what_they_are_not_by_what_they_hold():
    asked = []

    @recent_results(by_identity=Goal)
    def titles(elements):
        asked.append(elements)
        return [one.id for one in elements.values()]

    one, twin = (Goal(id="G1", title="Goal") for _ in range(2))
    assert titles({"G1": one}) == titles({"G1": one}) == titles({"G1": twin}) == ["G1"]
    assert len(asked) == 2


OTHER_WAYS = re.compile(r"\blru_cache\b|functools import .*\bcache\b|functools\.cache\b|\bWeak\w+Dictionary\b")


def test_nothing_is_remembered_in_another_way():
    for file in SOURCES.rglob("*.py"):
        if file.name != "memory.py":
            assert not OTHER_WAYS.search(file.read_text(encoding="utf-8")), f"{file}: use sevenstep/memory.py"


FEW = {
    "authors: bool",
    "cls: type[sevenstep.model.part.Part]",
    "cls: type[pydantic.main.BaseModel]",
    "kind: str",
    "keys: bool",
    "form: sevenstep.model.form.Form",
    "language: Literal['zh', 'en']",
}
"""Arguments of which there are few whatever a model says. (A kind is one of the table of kinds.)"""


def test_what_is_kept_for_the_whole_process_has_few_arguments():
    modules = [one.name for one in pkgutil.walk_packages([str(SOURCES)], "sevenstep.") if "__main__" not in one.name]
    kept = {
        function: name
        for name in modules
        for function in vars(importlib.import_module(name)).values()
        if hasattr(function, "cache_parameters") and function.cache_parameters()["maxsize"] is None
    }
    assert len(kept) > 10
    for function, module in kept.items():
        arguments = {str(parameter) for parameter in inspect.signature(function).parameters.values()}
        assert arguments <= FEW, f"{function.__name__} of {module}: use by_content"


@pytest.mark.parametrize("name", ["per_element", "per_chain", "by_content", "per_process", "recent_results"])
def test_the_table_names_every_way(name):
    assert f"`{name}`" in memory.__doc__
    assert callable(getattr(memory, name))
