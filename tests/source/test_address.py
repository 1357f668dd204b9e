"""Which addresses may be followed: nothing that runs, nothing that leaves the way it is said to lead."""

import pytest

from sevenstep.source.address import SECURE, WEB, safe_address


@pytest.mark.parametrize("schemes", [WEB, SECURE])
@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " javascript:alert(1)",
        "JAVASCRIPT:x",
        "java\tscript:x",
        "java\u200bscript:x",
        "java\u00adscript:x",
        "java&#115;cript:x",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil",
        "&#47;/evil",
        "\\\\evil\\share",
        "http://[::1",
        "https://example.org:port/",
        "a:b",
        "a/b:c",
    ],
)
def test_addresses_that_are_dropped(address, schemes):
    assert safe_address(address, schemes) == ""


@pytest.mark.parametrize("schemes", [WEB, SECURE])
@pytest.mark.parametrize(
    "address",
    [
        "goals/G1.html",
        "../goals/G1.html#a",
        "https://example.org/x?y=1&z",
        "https://example.org/a?b=c#d",
        "#top",
        "目标/甲.html",
    ],
)
def test_addresses_that_stay(address, schemes):
    assert safe_address(address, schemes) == address


@pytest.mark.parametrize("address", ["mailto:a@example.org", "http://example.org/a"])
def test_a_picture_leads_less_far_than_a_page(address):
    assert safe_address(address, WEB) == address
    assert safe_address(address, SECURE) == ""
