"""What a person sees in a notebook where something cannot be done: a sentence, and what to do."""

import pickle

import pytest

import sevenstep
from sevenstep.failure import Failure
from sevenstep.language import Text

MISSING = {
    "en": "There is no folder nowhere-at-all\n→ ",
    "zh": "没有文件夹 nowhere-at-all\n→ ",
}
MODEL = "goals:\n  G1: {title: One, parent: G9}\n"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_failure_reads_as_a_sentence_with_its_remedy(language, monkeypatch):
    monkeypatch.setenv("SEVENSTEP_LANG", language)
    with pytest.raises(sevenstep.Failure) as caught:
        sevenstep.check("nowhere-at-all")
    assert str(caught.value).startswith(MISSING[language])
    assert "Text(" not in str(caught.value) + repr(caught.value)


def test_errors_of_the_model_are_a_failure_with_the_model(engagement, tmp_path):
    with pytest.raises(sevenstep.Failure) as caught:
        sevenstep.publish(engagement(MODEL), tmp_path / "site")
    assert isinstance(caught.value, sevenstep.ModelHasErrors)
    assert str(caught.value).startswith(f"The model has {caught.value.checked.errors} error")
    assert not (tmp_path / "site").exists()


def test_failures_travel_between_processes():
    failure = pickle.loads(pickle.dumps(Failure(Text(plain="a"), Text(plain="b"))))
    assert (failure.message, failure.remedy) == (Text(plain="a"), Text(plain="b"))
    assert str(failure) == "a\n→ b"


@pytest.mark.parametrize(
    "call",
    [
        lambda folder, out: sevenstep.draw(folder, "goal-tree", language="fr"),
        lambda folder, out: sevenstep.publish(folder, out, languages=["fr"], draft=True),
        lambda folder, out: sevenstep.show(folder, "G1", language="fr"),
        lambda folder, out: sevenstep.find(folder, "G1", kind="gaol"),
        lambda folder, out: sevenstep.draw(folder, "gaol-tree"),
        lambda folder, out: sevenstep.check(folder, select="S999"),
    ],
    ids=["language of a picture", "language of a site", "language of a text", "kind", "picture", "rule"],
)
def test_what_there_is_not_is_a_failure(call, engagement, tmp_path):
    with pytest.raises(sevenstep.Failure, match=r"^(There is no|没有)"):
        call(engagement(MODEL), tmp_path / "site")
    assert not (tmp_path / "site").exists()
