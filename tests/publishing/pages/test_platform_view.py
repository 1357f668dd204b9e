"""The page of today's platforms."""

from sevenstep.publishing.context import make_context
from sevenstep.publishing.navigation import entries
from sevenstep.publishing.pages.platform_view import platforms_view
from tests.analysis.test_platforms import MODEL


def texts(row):
    return [cell.text or " ".join(ref.title for ref in cell.refs) for cell in row.cells]


def test_the_list_has_those_of_today_first(checked):
    listed = platforms_view(make_context(checked(MODEL), "en", {})).listed
    assert listed.heads == (
        "Element",
        "Owner",
        "Activities today",
        "Who enters",
        "Entered again",
        "Items that rely on it",
        "What becomes of it",
    )
    assert [texts(row) for row in listed.rows] == [
        ["Desk", "A", "2", "A B", "", "Item", "goes"],
        ["Portal", "B", "2", "B", "1", "Item", "stays"],
        ["Lone", "", "1", "", "", "Other", "open"],
        ["Hub", "B", "", "", "", "", "new"],
        ["Shelf", "", "", "", "", "Item", "used by no activity"],
    ]


def test_each_tells_who_enters_what_and_what_it_talks_to(checked):
    each = {shown.ref.id: shown for shown in platforms_view(make_context(checked(MODEL), "zh", {})).each}
    enters, talks = each["portal"].tables
    assert [texts(row) for row in enters.rows] == [["B", "Order Bill", "Again", "人工", "Desk"]]
    assert enters.rows[0].cells[-1].note == "重复录入：Order"
    assert [texts(row) for row in talks.rows] == [
        ["Desk", "来自对方", "Order", "人工转录"],
        ["Desk", "送往对方", "Bill", "系统取用"],
    ]
    assert [fact.label for fact in each["portal"].facts] == ["负责方", "依赖该平台的事项", "其他作业"]
    assert each["hub"].tables == ()


def test_the_page_is_there_only_where_there_are_systems(checked):
    def paths(text: str) -> set[str]:
        return {entry.path for entry in entries(make_context(checked(text), "en", {}))}

    assert "platforms" in paths(MODEL)
    assert "platforms" not in paths("goals: {G: {title: G}}")


def test_markup_in_titles_is_text(checked):
    context = make_context(checked(MODEL.replace("title: Portal", 'title: "<img src=x onerror=alert(1)>"')), "en", {})
    [page] = [entry.page(context) for entry in entries(context) if entry.path == "platforms"]
    assert "<img" not in page.html
    assert "&lt;img" in page.html
