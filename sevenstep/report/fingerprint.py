"""What tells a problem from another and stays the same when lines are put before it."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable

from sevenstep.diagnostic import Diagnostic

_LENGTH = 32
"""Hexadecimal digits: 128 bits are enough that no two problems of a model ever meet."""


def fingerprints(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """The fingerprint of each, in the order given; equal ones are told apart by the running number after the colon.

    It is made of the rule's code, the element (of the file where there is none), the key path and the message in
    English. It depends neither on lines nor on the language of the report, nor on where the person stands.
    """
    seen: Counter[str] = Counter()
    result = []
    for one in diagnostics:
        digest = _digest(one)
        seen[digest] += 1
        result.append(f"{digest}:{seen[digest]}")
    return result


def _digest(one: Diagnostic) -> str:
    parts = [one.rule.code, one.element or one.place.file, one.place.path, one.message.in_("en")]
    return hashlib.sha256(json.dumps(parts).encode("ascii")).hexdigest()[:_LENGTH]
