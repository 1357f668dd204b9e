"""The time at which a model is looked at: that of reproducible builds where it is given, so that the same input gives
the same output (https://reproducible-builds.org/specs/source-date-epoch/)."""

import os
from datetime import UTC, date, datetime
from typing import Final

from sevenstep.failure import Failure
from sevenstep.language import Text
from sevenstep.source.characters import brief

_VARIABLE: Final = "SOURCE_DATE_EPOCH"
_MOST: Final = 2**32 - 1
"""In 2106: what the formats that carry a time (gzip, for one) can hold."""


def given_time() -> int | None:
    """The seconds since 1970 that reproducible builds are given, None without; raises Failure where it is no time."""
    said = os.environ.get(_VARIABLE)
    if said is None:
        return None
    plain = said.strip()
    if not (plain.isascii() and plain.isdigit() and len(plain) <= 10 and int(plain) <= _MOST):
        raise Failure(
            Text(
                zh=f"环境变量 {_VARIABLE} 的值“{brief(said)}”不是时间",
                en=f"The environment variable {_VARIABLE} is “{brief(said)}”, which is not a time",
            ),
            Text(
                zh="写成 1970 年以来的秒数（如 1700000000），或取消这个变量",
                en="Set it to seconds since 1970 (as in 1700000000), or unset it",
            ),
        )
    return int(plain)


def today() -> date:
    """The day on which a model is looked at; raises Failure as `given_time`."""
    time = given_time()
    return datetime.now(UTC).date() if time is None else datetime.fromtimestamp(time, UTC).date()
