"""The sheets of parties as pages: listed, linked from where one looks for them, and nothing of the authors on them."""

import pytest

from sevenstep.publishing.context import make_context
from sevenstep.publishing.navigation import pages

MODEL = """
goals: {G: {title: Faster, owner: town-office}}
indicators: {lead-time: {title: "<b>Lead</b> time", measures: G, owner: town-office, source: {note: "assumed: guess"}}}
actors:
  ministry: {title: Ministry, type: government}
  town-office: {title: "Office & <i>yard</i>", type: government, parent: ministry}
  nobody: {title: Nobody, type: enterprise}
"""


@pytest.fixture
def made(checked):
    context = make_context(checked(MODEL), "en", {})
    return {page.path: page.html for page in pages(context)}


def test_each_party_with_something_to_tell_has_a_sheet(made):
    sheets = {path for path in made if path.startswith("parties/")}
    assert sheets == {"parties/ministry", "parties/town-office"}
    assert 'href="parties/town-office.html"' in made["parties"]
    assert 'href="../parties/town-office.html"' in made["actors/town-office"]
    assert "../parties/" not in made["actors/nobody"]
    assert 'href="parties/ministry.html"' in made["questions"]


def test_the_sheet_says_what_is_asked_and_leaves_room_for_the_answer(made):
    sheet = made["parties/ministry"]
    asked = sheet.count("<li class=") + sheet.count('<li><p class="ss-asked-text"')
    assert sheet.count('class="ss-party-answer"') == asked
    assert "Please confirm" in sheet and "town-office" not in sheet.replace("town-office.html", "")


def test_titles_are_text(made):
    assert "<i>yard</i>" not in made["parties/town-office"]
    assert "Office &amp; &lt;i&gt;yard" in made["parties/town-office"]


def test_a_model_without_actors_has_no_such_page(checked):
    context = make_context(checked("goals: {G: {title: G}}\n"), "en", {})
    assert "parties" not in {page.path for page in pages(context)}
