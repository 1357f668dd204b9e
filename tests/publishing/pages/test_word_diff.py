"""Two wordings told apart word by word."""

from hypothesis import given
from hypothesis import strategies as st

from sevenstep.publishing.pages.word_diff import around_changes, pieces

texts = st.text(max_size=60) | st.lists(st.sampled_from(["口", "岸", "a ", "b. ", "。"]), max_size=500).map("".join)


@given(texts, texts)
def test_pieces_give_back_both_texts(old, new):
    found = list(pieces(old, new))
    assert "".join(text for kind, text in found if kind != "ins") == old
    assert "".join(text for kind, text in found if kind != "del") == new


@given(texts)
def test_a_text_does_not_differ_from_itself(text):
    assert list(pieces(text, text)) in ([], [("same", text)])


def test_chinese_is_compared_by_character_and_latin_by_word():
    assert list(pieces("海关、边检", "海关、海事、边检")) == [("same", "海关、"), ("ins", "海事、"), ("same", "边检")]
    assert list(pieces("by 2027 at most", "by 2028 at most")) == [
        ("same", "by "),
        ("del", "2027"),
        ("ins", "2028"),
        ("same", " at most"),
    ]


def test_of_long_texts_sentences_are_compared():
    many = [f"This is sentence number {number} of many. " for number in range(200)]
    changed = [line.replace("is", "was") if at in {3, 150} else line for at, line in enumerate(many)]
    found = list(pieces("".join(many), "".join(changed)))
    assert sum(kind == "same" for kind, _ in found) >= 3
    assert sum(len(text) for kind, text in found if kind == "ins") < 100


def test_long_stretches_that_stayed_are_shortened():
    words = " ".join(f"w{number}" for number in range(200))
    shown = list(around_changes([("same", words), ("ins", "new"), ("same", words), ("del", "old"), ("same", words)]))
    assert [kind for kind, _ in shown] == ["same", "ins", "same", "del", "same"]
    first, _, middle, _, last = (text for _, text in shown)
    assert first.startswith(" … ") and first.endswith("w199")
    assert middle.startswith("w0 ") and " … " in middle and middle.endswith("w199")
    assert last.startswith("w0 ") and last.endswith(" … ")
    assert len(middle) < 150


def test_short_texts_stay_whole():
    assert list(around_changes([("same", "a b"), ("del", "c" * 900)])) == [("same", "a b"), ("del", "c" * 900)]
