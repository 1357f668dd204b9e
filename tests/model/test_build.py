"""Slips that are good YAML and say something else than was meant."""


def messages(checked) -> list[str]:
    return [one.diagnostic.message.zh for one in checked.problems if one.diagnostic.is_error]


def test_full_width_colons_make_the_fields_one_text(checked):
    found = checked("goals:\n  G1:\n    title：更快\n    horizon：2027\n")
    assert messages(found) == ["这一行用了全角冒号“：”"] * 2


def test_full_width_spaces_make_a_line_a_section(checked):
    found = checked("goals:\n  G1: {title: a}\n\u3000\u3000G2: {title: b}\n")
    assert messages(found) == ["这一行用全角空格或不换行空格缩进"]
