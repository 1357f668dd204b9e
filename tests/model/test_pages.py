"""Pages of documents in the manner of each language."""

import pytest

from sevenstep.model.pages import pages_said


@pytest.mark.parametrize(
    ("written", "zh", "en"),
    [
        ("pp. 37-54", "第 37–54 页", "pp. 37–54"),
        ("p. 41", "第 41 页", "p. 41"),
        ("pp. 3, 7-9", "第 3、7–9 页", "pp. 3, 7–9"),
        ("第 3 章", "第 3 章", "第 3 章"),
        ("p. 41 bis", "p. 41 bis", "p. 41 bis"),
        ("", "", ""),
    ],
)
def test_pages(written, zh, en):
    assert (pages_said(written, "zh"), pages_said(written, "en")) == (zh, en)
