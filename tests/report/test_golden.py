"""What each format looks like as a whole, in both languages. Renew with --update-golden and read the difference."""

from pathlib import Path

import pytest

from sevenstep.language import LANGUAGES
from sevenstep.output.formats import CheckFormat

FORMATS = [format for format in CheckFormat if format != CheckFormat.TEXT]
GOLDEN = Path(__file__).parent / "golden"
ENDINGS = {"concise": "txt", "github": "txt", "junit": "xml", "cobertura": "xml"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("format", FORMATS)
def test_a_format_looks_as_it_did(format, language, report, golden):
    golden(GOLDEN / f"{format}.{language}.{ENDINGS.get(format, 'json')}", format.writer.render(report, language))


@pytest.mark.parametrize("format", FORMATS)
def test_a_format_is_whole_lines_in_utf_8_and_the_same_every_time(format, report):
    text = format.writer.render(report, "zh")
    assert text.endswith("\n")
    assert text.encode("utf-8")
    assert format.writer.render(report, "zh") == text
