"""One small site, built once for all tests of a run."""

from pathlib import Path

import pytest

from sevenstep import pipeline

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Path:
    target = tmp_path_factory.mktemp("published") / "site"
    folder = ROOT / "tests" / "models" / "compute-network"
    pipeline.publish(pipeline.check(folder), target)
    return target
