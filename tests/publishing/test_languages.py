"""Two languages: what is not translated is marked, and an engagement in one language has one site."""

import re

import pytest

from sevenstep import pipeline

MODEL = """
goals:
  G1: {title: {zh: 只有中文}, statement: {zh: 一天之内}}
  G2: {title: {zh: 两种, en: Both}, statement: {zh: 都有, en: Both there}}
indicators:
  i: {title: {en: Time}, measures: [G1, G2], unit: h}
"""


@pytest.fixture
def published(engagement, tmp_path):
    def run(languages: str):
        folder = engagement(f"languages: {languages}\n{MODEL}")
        pipeline.publish(pipeline.check(folder), tmp_path / "site", draft=True)
        return tmp_path / "site"

    return run


def test_words_in_the_other_language_say_so(published):
    site = published("[zh, en]")
    page = (site / "en" / "goals" / "G1.html").read_text(encoding="utf-8")
    assert '<h1 lang="zh" title="not translated yet">只有中文</h1>' in page
    assert '<div lang="zh"><p>一天之内</p>' in page
    page = (site / "goals" / "G2.html").read_text(encoding="utf-8")
    assert '<span lang="en">Time</span>' in page
    assert "<h1>两种</h1>" in page
    assert '<div lang="' not in page


def test_one_language_is_one_site_without_a_switch(published):
    site = published("[zh]")
    assert not (site / "en").exists()
    pages = list(site.rglob("*.html"))
    assert len(pages) > 15
    for path in pages:
        text = path.read_text(encoding="utf-8")
        assert 'class="md-header__button ss-language"' not in text
        assert not re.search(r'href="[^"]*\ben/', text)
