"""What each format looks like as a whole, in both languages. Renew with --update-golden and read the difference."""

from pathlib import Path

import pytest

from sevenstep.language import LANGUAGES
from sevenstep.report.formats import FORMATS

GOLDEN = Path(__file__).parent / "golden"
ENDINGS = {"concise": "txt", "github": "txt", "junit": "xml", "cobertura": "xml"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FORMATS)
def test_a_format_looks_as_it_did(name, language, report, golden):
    golden(GOLDEN / f"{name}.{language}.{ENDINGS.get(name, 'json')}", FORMATS[name](report, language))


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_is_whole_lines_in_utf_8_and_the_same_every_time(name, report):
    text = FORMATS[name](report, "zh")
    assert text.endswith("\n")
    assert text.encode("utf-8")
    assert FORMATS[name](report, "zh") == text
