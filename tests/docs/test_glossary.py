"""The glossary tells of words that are in use: each name is in the code, each term in what people read."""

import ast
import re
from functools import cache

import pytest

from tests.docs.document import CHINESE, ENGLISH, ROOT, Document, documents

_ROW = re.compile(r"^\| ([^|`]+) \| ([^|`]+) \| `(\w+)` \| ([^|]+) \|$", re.MULTILINE)


def document(language: str) -> Document:
    return Document({"en": ENGLISH, "zh": CHINESE}[language]["glossary"])


def rows(language: str) -> list[tuple[str, ...]]:
    """Term, translation, name in the code, meaning."""
    return _ROW.findall(document(language).text)


def parts(language: str) -> int:
    return sum(level == 2 for level, _ in document(language).headings)


@cache
def identifiers() -> frozenset[str]:
    """Every name of a module, class, function, parameter, variable or field of the package, and every text that is one
    word, as the names of metrics are."""
    found: set[str] = set()
    for path in (ROOT / "sevenstep").rglob("*.py"):
        found |= {path.stem, path.parent.name}
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.arg(arg=name):
                    found.add(name)
                case ast.Name(id=name, ctx=ast.Store()) | ast.Constant(value=str(name)):
                    found.add(name)
                case _:
                    pass
    return frozenset(found)


@cache
def said() -> str:
    """The code, with the words that it says, and the documents beside the glossary."""
    code = (path.read_text(encoding="utf-8") for path in (ROOT / "sevenstep").rglob("*.py"))
    texts = (document.text for document in documents() if document.path.stem != "glossary")
    return "\n".join((*code, *texts)).lower()


def test_both_languages_have_the_same_rows():
    assert [(term, other, name) for term, other, name, _ in rows("en")] == [
        (term, other, name) for other, term, name, _ in rows("zh")
    ]
    assert len(rows("en")) == len(document("en").tables) - 2 * parts("en"), "a row without a name"


def test_no_term_stands_twice():
    for language in ("en", "zh"):
        terms = [term for term, *_ in rows(language)]
        assert sorted(term for term in set(terms) if terms.count(term) > 1) == []


def test_names_are_in_the_code():
    gone = {term: name for term, _, name, _ in rows("en") if name not in identifiers()}
    assert gone == {}, "nothing is called so in the code any more"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_terms_of_the_method_and_the_analysis_are_in_use(language):
    """Those of the parts between are for authors of code, and need not be said to anybody."""
    method, _, _, analysis, *_ = document(language).text.split("\n## ")[1:]
    terms = [re.split(r"[（(]", found[0])[0] for part in (method, analysis) for found in _ROW.findall(part)]
    words = [word.strip().lower() for term in terms for word in re.split(r"[、,:：]", term)]
    assert [word for word in words if word not in said()] == []
