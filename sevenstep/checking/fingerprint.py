"""What tells one violation from another over time: not the line, which moves, but the rule, the place and the words."""

import hashlib
from collections import Counter
from collections.abc import Iterable

from sevenstep.diagnostic import Diagnostic


def fingerprint(diagnostic: Diagnostic) -> str:
    """Sixteen hexadecimal digits from the rule's code, the element (or file), the key path and the English message.

    The message is that with ids: a title that changes makes no new violation.
    """
    where = diagnostic.element or diagnostic.place.file
    path = "/".join(str(part) for part in diagnostic.place.path)
    said = "\0".join((diagnostic.rule.code, where, path, diagnostic.known_as or diagnostic.message.for_language("en")))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def fingerprints(found: Iterable[Diagnostic]) -> list[str]:
    """The fingerprint of each; a second one with the same fingerprint gets ``-2`` behind it, and so on."""
    seen: Counter[str] = Counter()
    result = []
    for diagnostic in found:
        plain = fingerprint(diagnostic)
        seen[plain] += 1
        result.append(plain if seen[plain] == 1 else f"{plain}-{seen[plain]}")
    return result
