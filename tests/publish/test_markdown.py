"""Descriptions: Markdown that can do no harm, and ends."""

import time

import pytest

from sevenstep.publish.markdown import safe_address, to_html


@pytest.mark.parametrize(
    "bomb", ["[" * 20_000, "*" * 20_000, "`" * 19_999, "<" * 20_000, "> " * 10_000, "[a](" * 5_000]
)
def test_bombs_come_out_at_once(bomb):
    start = time.perf_counter()
    assert to_html(bomb).startswith("<")
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "java\tscript:x",
        "java&#115;cript:x",
        "data:text/html,x",
        "//evil.example",
        "http://[::1",
        "file:///etc",
    ],
)
def test_unsafe_addresses_are_dropped(address):
    assert safe_address(address) == ""


@pytest.mark.parametrize("address", ["https://example.org/a?b=c#d", "mailto:a@example.org", "goals/G1.html", "#there"])
def test_safe_addresses_stay(address):
    assert safe_address(address) == address


def test_raw_html_is_text():
    assert "<b>" not in to_html("<b>x</b> **y**")
    assert "<strong>y</strong>" in to_html("<b>x</b> **y**")
