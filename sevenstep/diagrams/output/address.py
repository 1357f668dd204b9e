"""Which addresses a picture may lead to."""

from urllib.parse import urlsplit


def safe_address(address: str) -> str:
    """The address where it is relative or https; empty otherwise."""
    address = "".join(character for character in address if character.isprintable()).strip()
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    if parts.scheme == "https":
        return address
    relative = not parts.scheme and not parts.netloc and not address.startswith(("//", "\\"))
    return address if relative and ":" not in address.partition("/")[0] else ""
