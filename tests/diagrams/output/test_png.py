"""PNG: an image with all its text, or a clear failure; never an image from which text has vanished."""

import struct

import pytest

from sevenstep.diagrams.output.as_png import files
from sevenstep.diagrams.text import fonts
from sevenstep.diagrams.text.font_file import FontUnreadable, characters_of, family_of
from sevenstep.diagrams.text.fonts import FontMissing, font_for


@pytest.fixture(scope="module")
def chinese_font():
    try:
        return font_for({"口", "岸"})
    except FontMissing:
        pytest.skip("no font with Chinese on this machine")


def test_a_picture_becomes_an_image_of_twice_its_size(drawing, rendered, chinese_font):
    (picture,) = files([drawing("flow/booking-tobe")], None, None)
    assert picture.content.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", picture.content[16:24])
    said = rendered("flow/booking-tobe").partition("viewBox")[0]
    assert f'width="{width // 2}' in said or f'width="{width / 2:g}' in said
    assert height > 100


def test_same_input_same_bytes(drawing, chinese_font):
    one, other = files([drawing("scenario-map")] * 2, None, None)
    assert one.content == other.content


def test_without_a_font_for_it_there_is_no_image(drawing, monkeypatch):
    monkeypatch.setattr(fonts, "_installed", lambda: ())
    with pytest.raises(FontMissing) as caught:
        list(files([drawing("goal-tree")], None, None))
    assert "fonts-noto-cjk" in caught.value.remedy.en


def test_a_font_that_lacks_characters_is_refused(chinese_font):
    with pytest.raises(FontMissing, match="lacks"):
        font_for({"口", "\u12a3"}, chinese_font.file)


def test_what_is_no_font_is_refused(tmp_path):
    for content in (
        b"",
        b"not a font at all, but long enough to look into",
        b"ttcf\x00\x01\x00\x00\x00\x00\x00\x01\xff\xff\xff\xff",
    ):
        file = tmp_path / f"{len(content)}.ttf"
        file.write_bytes(content)
        with pytest.raises(FontUnreadable):
            characters_of(file)
        with pytest.raises(FontMissing):
            font_for({"a"}, file)


def test_a_font_tells_its_name_and_characters(chinese_font):
    assert family_of(chinese_font.file) == chinese_font.family
    assert {"A", "。", "龙"} <= characters_of(chinese_font.file)
    assert "\ue83a" not in characters_of(chinese_font.file)
