"""The page of the blueprint, what a system exchanges on its page, and how far flows have come on the page of step 7."""

from sevenstep.method import BLUEPRINT, STEPS
from sevenstep.publishing.context import make_context
from sevenstep.publishing.navigation import pages
from sevenstep.publishing.pages.element_view import parts_of
from sevenstep.publishing.pages.frame_view import frame_view
from sevenstep.publishing.pages.step_view import step_view
from tests.analysis.blueprint.test_carrying import MODEL, TO_HUB

WITHOUT = MODEL.replace("interfaces:\n", "")


def texts(row):
    return [cell.text or " ".join(ref.id for ref in cell.refs) for cell in row.cells]


def test_the_page_says_first_what_lacks_then_each_connection(checked):
    view = frame_view(make_context(checked(MODEL + TO_HUB), "en", {}), BLUEPRINT)
    assert "there is an interface for none of them yet" in view.conclusion.headline
    connections = next(table for table in view.tables if table.anchor == "connections")
    assert connections.heads == ("From", "To", "Data exchanged", "Over", "Typed over today", "State")
    assert [texts(row) for row in connections.rows] == [
        ["desk", "port", "order", "", "", "lacking"],
        ["desk", "hub", "order", "i", "", "carried"],
        ["desk", "yard", "", "", "order", "today only"],
    ]
    assert [table.anchor for table in view.tables] == ["connections", "interfaces"]


def test_a_system_tells_what_it_exchanges(checked):
    context = make_context(checked(MODEL + TO_HUB), "en", {})
    (table,) = parts_of(context, context.chain.elements["yard"], ()).analysis
    assert [texts(row) for row in table.rows] == [["desk", "yard", "order", "today only"]]
    assert not parts_of(context, context.chain.elements["hub-part"], ()).analysis


def test_a_model_without_a_blueprint_tells_nothing_of_it(checked):
    context = make_context(checked(WITHOUT), "en", {})
    assert not parts_of(context, context.chain.elements["port"], ()).analysis
    assert not [page for page in pages(context) if page.path == "blueprint"]


def test_every_move_tells_of_how_many_flows_it_is_done(checked):
    assert [move.done for move in step_view(make_context(checked(WITHOUT), "en", {}), STEPS[6], ()).moves] == [None] * 5
    model = WITHOUT.replace("variant: as-is", "variant: as-is\n    move: lay-out", 1)
    model = model.replace("variant: to-be", "variant: to-be\n    move: collect", 1)
    context = make_context(checked(model), "zh", {})
    assert [move.done for move in step_view(context, STEPS[6], ()).moves] == [(2, 2), (2, 2), (1, 2), (0, 2), (0, 2)]
    html = next(page.html for page in pages(context) if page.path == "step7_flows")
    assert html.count("ss-move-done") == 5 and ">1/2</span>" in html


def scopes(checked, model: str):
    view = step_view(make_context(checked(model), "en", {}), STEPS[6], ())
    return next(table for move in view.moves for table in move.tables if table.anchor == "scopes")


def test_the_page_of_step_7_tells_how_far_flows_have_come(checked):
    model = WITHOUT.replace("variant: as-is", "variant: as-is\n    details: i\n    move: lay-out", 1)
    model = model.replace("{title: R, system: port", '{title: R, key_node: "true", system: port', 1)
    model += "items: {i: {title: Item}}\n"
    table = scopes(checked, model)
    assert table.heads[-2:] == ("Done up to", "Key nodes")
    assert [texts(row)[-2:] for row in table.rows] == [["lay out the flow and its key nodes", "R"]]
    assert (
        "Key nodes"
        not in scopes(
            checked,
            WITHOUT.replace("variant: as-is", "variant: as-is\n    details: i", 1) + "items: {i: {title: Item}}\n",
        ).heads
    )
