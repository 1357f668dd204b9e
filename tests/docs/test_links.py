"""Every link between the documents leads to a file, and to a heading, that is there."""

import pytest

from tests.docs.document import ROOT, Document, documents

AUTHORS = [ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs/decisions").glob("*.md"))]
"""Documents for those who change the code: in English only."""


@pytest.mark.parametrize("document", [*documents(), *map(Document, AUTHORS)], ids=lambda document: document.name)
def test_links_lead_somewhere(document):
    for link in document.links:
        if ":" in link:
            assert link.startswith("https://"), link
            continue
        file, _, anchor = link.partition("#")
        path = (document.path.parent / file).resolve() if file else document.path
        assert path.exists(), f"{document.name} leads to {link}"
        assert path.is_relative_to(ROOT), f"{document.name} leads out of the repository: {link}"
        assert not anchor or anchor in Document(path).anchors, (
            f"{document.name} leads to a heading that is not there: {link}"
        )
