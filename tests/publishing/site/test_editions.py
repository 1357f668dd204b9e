"""Two editions of one model: what readers do without, authors have."""

from html import unescape

import pytest

from sevenstep import pipeline
from sevenstep.failure import Failure
from sevenstep.model.choices import Edition
from sevenstep.publishing.context import make_context
from sevenstep.publishing.navigation import pages

MODEL = """
challenges: {slow-start: {title: Slow, actors: [port-office]}}
goals: {G-main: {title: Faster, answers: slow-start}}
actors: {port-office: {title: Port office}}
indicators: {lead-time: {title: Lead time, measures: G-main}}
paths: {way-in: {title: Way in, exchanges: [{from: port-office, to: port-office, content: form, channel: phone}]}}
"""


@pytest.fixture
def said(checked):
    def of(edition, model=MODEL):
        context = make_context(checked(model), "en", {}, edition=edition)
        return {page.path: unescape(page.html) for page in pages(context)}

    return of


def test_readers_see_titles_and_authors_ids_codes_and_places(said):
    readers, authors = said(Edition.READERS), said(Edition.AUTHORS)
    assert "<code>lead-time</code>" in authors["indicators/lead-time"]
    assert "<code>lead-time</code>" not in readers["indicators/lead-time"]
    assert ".yaml" in authors["indicators/lead-time"]
    assert not [path for path, html in readers.items() if ".yaml" in html or "<code>" in html]
    assert "ss-problem" in authors["problems"]
    assert not [path for path, html in readers.items() if "ss-problem" in html]


def test_no_link_of_the_readers_leads_to_a_page_of_the_authors(said):
    readers = said(Edition.READERS)
    only = set(said(Edition.AUTHORS)) - set(readers)
    assert only == {"problems", "rules", "reference"}
    assert not [(path, name) for path, html in readers.items() for name in only if f"{name}.html" in html]


def test_the_engagement_may_choose_its_edition(checked):
    chosen = checked("settings: {edition: authors}\n" + MODEL)
    assert make_context(chosen, "en", {}).authors
    assert not make_context(chosen, "en", {}, edition=Edition.READERS).authors
    assert not make_context(checked(MODEL), "en", {}).authors


def test_an_edition_that_there_is_not_is_refused(engagement, tmp_path):
    with pytest.raises(Failure) as failure:
        pipeline.publish(engagement(MODEL), tmp_path / "site", edition="printers")
    assert "readers, authors" in failure.value.remedy.for_language("en")
