"""Where a site is opened from: tests take files, and both where the difference can matter (search, storage, saving)."""

import pytest

BOTH = pytest.mark.parametrize("root", ["file", "server"], indirect=True)
