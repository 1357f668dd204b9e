import pytest

from sevenstep.lsp.matching import rank, spelling


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("cust", ["customs"]),
        ("海关", ["customs", "重庆海关"]),
        ("cqhg", ["customs", "重庆海关"]),
        ("chongq", ["customs", "重庆海关"]),
        ("CLEAR", ["G1", "Faster clearance"]),
        ("ance", ["clearance"]),
        ("ｃｕｓ", ["customs"]),
        ("", ["anything"]),
    ],
)
def test_what_means_an_element(typed: str, names: list[str]) -> None:
    assert rank(typed, names) is not None


def test_what_does_not() -> None:
    assert rank("xyz", ["customs", "重庆海关"]) is None
    assert rank("smotsuc", ["customs"]) is None


def test_the_beginning_goes_before_the_middle_and_the_id_before_its_letters() -> None:
    assert rank("cus", ["customs"]) < rank("tom", ["customs"])  # type: ignore[operator]
    assert rank("customs", ["customs"]) == 0
    assert rank("cqhg", ["重庆海关"]) < rank("qhg", ["重庆海关"])  # type: ignore[operator]
    assert rank("ctm", ["customs"]) > rank("tom", ["customs"])  # type: ignore[operator]


def test_spelling_keeps_what_is_not_chinese() -> None:
    assert spelling("G1 通关") == ("g1tg", "g1tongguan")
