"""Lines of templates say nothing to those who read the page."""

import jinja2
import pytest

from sevenstep.publishing.template_lines import without_line_breaks


def rendered(template: str, **values: object) -> str:
    return jinja2.Environment(autoescape=True).from_string(without_line_breaks(template)).render(values)


@pytest.mark.parametrize(
    ("template", "page"),
    [
        ("<p>\n  <b>a</b>\n  <i>b</i>\n</p>\n", "<p><b>a</b><i>b</i></p>"),
        ("<p>a \n\n b</p>", "<p>ab</p>"),
        ("<b>a</b>\n  {{ ' ' }}\n  b", "<b>a</b> b"),
        ("{% if a %} a{% endif %}", " a"),
        (
            "<a\n  href='x'\n  {% if a %} lang='zh'{% endif %}\n  class='y'\n>z</a>",
            "<a href='x' lang='zh' class='y'>z</a>",
        ),
        ("<a\n  {% if not a %} lang='zh'{% endif %}\n>\nz</a>", "<a>z</a>"),
        ("{# a\n b #}c", "c"),
        ("<p title='{{ a }}'>\n{{ a }}\n</p>", "<p title='1 &gt; 0\nx'>1 &gt; 0\nx</p>"),
    ],
)
def test_line_breaks_go_and_blanks_stay(template, page):
    assert rendered(template, a="1 > 0\nx") == page


def test_an_error_names_the_line_that_it_stands_in():
    with pytest.raises(jinja2.TemplateSyntaxError) as error:
        rendered("<p\n  class='x'\n>\n\n{% if %}\n</p>")
    assert error.value.lineno == 5
