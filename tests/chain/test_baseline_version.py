"""What a new state is compared with: read from the place that was named and from nowhere else."""

import os

import pytest

from sevenstep.chain.baseline_version import FILE, baseline_in, baseline_of_site
from sevenstep.chain.snapshot import Snapshot, to_json
from sevenstep.failure import Failure

OLD = Snapshot(id="x", version="1", elements={})
NOW = Snapshot(id="x", version="2", elements={})


@pytest.fixture
def site(tmp_path):
    (tmp_path / "site" / "assets").mkdir(parents=True)
    return tmp_path / "site"


def test_the_state_of_the_site_before(site):
    (site / FILE).write_bytes(to_json(OLD))
    assert baseline_of_site(site, NOW) == OLD
    assert baseline_in(site) == baseline_in(site / FILE) == OLD


def test_the_same_version_leads_to_the_one_before_it(site):
    (site / FILE).write_bytes(to_json(NOW.model_copy(update={"previous": OLD})))
    assert baseline_of_site(site, NOW) == OLD


def test_without_versions_dates_tell_states_apart(site):
    older, newer = (Snapshot(id="x", date=day, elements={}) for day in ("2026-01", "2026-02"))
    (site / FILE).write_bytes(to_json(older))
    assert baseline_of_site(site, newer) == older
    assert baseline_of_site(site, older) is None


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
def test_a_link_out_of_the_site_is_not_followed(site, tmp_path):
    (tmp_path / "secret.json").write_bytes(to_json(OLD))
    (site / FILE).symlink_to(tmp_path / "secret.json")
    assert baseline_of_site(site, NOW) is None
    with pytest.raises(Failure):
        baseline_in(site)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(site):
    os.mkfifo(site / FILE)
    assert baseline_of_site(site, NOW) is None
    with pytest.raises(Failure):
        baseline_in(site / FILE)


def test_a_folder_without_a_model_is_told_what_it_lacks(tmp_path):
    with pytest.raises(Failure, match=r"no engagement\.yaml, and no assets/model\.json"):
        baseline_in(tmp_path)


def test_a_path_that_no_system_knows_is_refused(tmp_path):
    with pytest.raises(Failure, match="Cannot compare with"):
        baseline_in(tmp_path / ("x" * 5000))
