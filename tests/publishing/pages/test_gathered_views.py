"""The tables of a path as is and to be, and the inventory of data."""

from sevenstep.model.choices import Edition
from sevenstep.publishing.context import make_context
from sevenstep.publishing.pages.data_inventory_view import data_inventory_view
from sevenstep.publishing.pages.path_change_view import path_change_tables
from tests.chain.test_joined_flows import MODEL as FLOWS
from tests.chain.test_path_variants import MODEL as PATHS


def tables(checked, text, path):
    found = checked(text)
    context = make_context(found, "en", {}, None)
    return list(path_change_tables(context, found.chain.elements[path]))


def test_both_sides_of_a_path_show_the_same(checked):
    assert tables(checked, PATHS, "today") == tables(checked, PATHS, "design")


def test_fewer_hand_overs_by_hand_are_better(checked):
    counted, exchanges = tables(checked, PATHS, "design")
    by_hand = next(row for row in counted.rows if row.cells[0].text == "handed over by hand")
    assert [cell.text for cell in by_hand.cells[1:]] == ["5", "1", "−4"]
    assert by_hand.cells[3].style == "is-better"
    assert [row.cells[0].text for row in exchanges.rows] == ["1", "old 2", "2", "3", "4", "old 5"]


def test_a_path_told_in_one_way_has_no_such_tables(checked):
    assert tables(checked, PATHS.replace("    changes: today\n", ""), "design") == []


def test_each_data_object_is_a_row(checked):
    view = data_inventory_view(make_context(checked(FLOWS), "en", {}, edition=Edition.AUTHORS))
    assert [row.cells[0].note for row in view.table.rows] == ["order", "ticket", "note"]
    assert [count for count, _ in view.counts] == [3, 2, 1, 0]
    assert all(len(row.cells) == len(view.table.heads) for row in view.table.rows)
