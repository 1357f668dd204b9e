"""The addresses that pages had before: each leads on to the page, with or without a server."""

from collections.abc import Iterator
from html import escape
from urllib.parse import quote, unquote

from sevenstep.chain.address import page_path
from sevenstep.model.element import Element
from sevenstep.model.kind import Where
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.party_view import party_refs


def former_pages(context: Context) -> dict[str, bytes]:
    """A page that leads on, by its path, for each address that has moved; what stands there now is left alone."""
    taken = {unquote(ref.url.partition("#")[0]).casefold() for ref in context.refs.values()}
    found: dict[str, bytes] = {}
    for path, address, title in _moved(context):
        if path.casefold() not in taken:
            taken.add(path.casefold())
            found[path] = _page(context, path, address, title)
    return found


def _moved(context: Context) -> Iterator[tuple[str, str, str]]:
    """The old path, the new address from the site's root, and what stands there."""
    sheets = party_refs(context)
    for old, now in context.chain.engagement.former.items():
        element, ref = context.chain.elements[now], context.refs[now]
        if element.KIND.is_shown(Where.PAGE):
            yield f"{_path(element, old)}.html", ref.url, ref.title
        if (sheet := sheets.get(now)) is not None:
            folder = unquote(sheet.url).rpartition("/")[0]
            yield f"{folder}/{_path(element, old).rpartition('/')[2]}.html", sheet.url, sheet.title


def _path(element: Element, old: str) -> str:
    return page_path(element.model_copy(update={"id": old}))


def _page(context: Context, path: str, address: str, title: str) -> bytes:
    target = escape("../" * quote(path).count("/") + address)
    said = escape(title)
    return (
        f'<!doctype html>\n<html lang="{context.language}">\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="robots" content="noindex">\n'
        f'<meta http-equiv="refresh" content="0; url={target}">\n<link rel="canonical" href="{target}">\n'
        f'<title>{said}</title>\n<p>{escape(context.words["moved_to"])} <a href="{target}">{said}</a></p>\n</html>\n'
    ).encode()
