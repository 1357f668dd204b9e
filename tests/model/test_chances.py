"""What stands behind a target of `next`: the chance is read in every natural way, or the text is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from sevenstep.model.folding import unfolded
from sevenstep.model.quantity import InvalidValue
from sevenstep.model.step7_flows.chances import branch_of
from sevenstep.model.step7_flows.nodes import Branch

READ = [
    ("90%齐全", 0.9, "齐全"),
    ("５％ 抽中", 0.05, "抽中"),
    ("98 % 合格", 0.98, "合格"),
    ("95.5%合格", 0.955, "合格"),
    ("0.9 ok", 0.9, "ok"),
    ("0.9，合格", 0.9, "合格"),
    (".5 ok", 0.5, "ok"),
    ("九成", 0.9, None),
    ("九成合格", 0.9, "合格"),
    ("九成五 合格", 0.95, "合格"),
    ("百分之九十齐全", 0.9, "齐全"),
    ("三分之一加急", 1 / 3, "加急"),
    ("1/3 rush", 1 / 3, "rush"),
    ("一半", 0.5, None),
    ("一半 加急", 0.5, "加急"),
    ("约一半", 0.5, None),
    ("90%多式联运", 0.9, "多式联运"),
    ("½ ok", 0.5, "ok"),
    ("5‰ damaged", 0.005, "damaged"),
    ("90 percent complete", 0.9, "complete"),
    ("80％：齐全", 0.8, "齐全"),
    ("80% - complete", 0.8, "complete"),
    ("80%，齐全", 0.8, "齐全"),
    ("90%（齐全）", 0.9, "齐全"),
    ("(90%) complete", 0.9, "complete"),
    ("90%的单证齐全", 0.9, "单证齐全"),
    ("齐全 90%", 0.9, "齐全"),
    ("齐全90%", 0.9, "齐全"),
    ("齐全（90%）", 0.9, "齐全"),
    ("齐全：９０％", 0.9, "齐全"),
    ("complete (0.9)", 0.9, "complete"),
    ("ok 0.9", 0.9, "ok"),
    ("80%", 0.8, None),
    ("0.8", 0.8, None),
    ("1", 1, None),
    ("0", 0, None),
    ("100% always", 1, "always"),
    ("1e-10%", 1e-12, None),
    ("1e-3% rare", 1e-5, "rare"),
    ("80% papers complete", 0.8, "papers complete"),
    ("20% no reply after 2 days", 0.2, "no reply after 2 days"),
]
TEXTS = [
    *("always", "papers complete", ">5 kg", "weight over 20 t", "no reply after 2 days", "2 documents missing"),
    *(
        "Gate 1",
        "阶段1",
        "第1次",
        "1次通过",
        "3.5 m high",
        "高度 3.5",
        "version 2.0",
        "24/7 desk",
        "成功",
        "三成品",
        "8成新",
    ),
    *("5 of 8", "两天内答复", "20英尺箱", "一次通过", "完成一半", "一半时间内办完", "另一半"),
]
REFUSED = [
    *("VAT 13% applies", "VAT 13%", "税率 13%", "装载率超过 80%", "load > 80%", "load above 80%", "占比 80%"),
    *("80-90% ok", "80%~90% ok", "80至90%齐全", ">90% ok", "至少90%齐全", "90%以上齐全", "90% or more complete"),
    *("90% 10% x", "10% overload above 80%", "0.5 t overweight", "0.5 kg", "1 ok", "0 ok", "1 document missing"),
    *("1O%", "2O% ok", "ok 1l%", "10%多", "九成多 合格", "10余%", "一半以上"),
    *("ok: 1", "ok (0)", "rush 1/3", "1,5% lost", "110% ok", "-10% loss", "90", "1.5", "0，9"),
]


@pytest.mark.parametrize(("text", "chance", "condition"), READ)
def test_a_chance_is_read(text, chance, condition):
    found = Branch.model_validate(text)
    assert found.chance == pytest.approx(chance)
    assert (found.when and found.when.plain) == condition


@pytest.mark.parametrize(
    "text", ["about 90% complete", "约90%齐全", "大约九成 齐全", "~90% ok", "近90%齐全", "齐全 约90%"]
)
def test_an_approximate_chance_says_so(text):
    found = Branch.model_validate(text)
    assert found.chance == pytest.approx(0.9)
    assert found.chance.approximate
    assert found.chance.shown("zh") == "约 90%"


@pytest.mark.parametrize("text", TEXTS)
def test_a_condition_may_hold_numbers(text):
    found = Branch.model_validate(text)
    assert (found.chance, found.when.plain) == (None, unfolded(text))


@pytest.mark.parametrize("text", REFUSED)
def test_what_looks_like_a_chance_and_is_none_for_certain_is_refused(text):
    with pytest.raises(ValidationError) as caught:
        Branch.model_validate(text)
    invalid = caught.value.errors()[0]["ctx"]["error"]
    assert invalid.message.zh
    assert invalid.remedy.en


@pytest.mark.parametrize("text", [*TEXTS, *REFUSED, "80%"])
def test_when_is_text_whatever_it_holds(text):
    found = Branch.model_validate({"when": text})
    assert (found.chance, found.when.plain) == (None, unfolded(text))


@given(st.text(alphabet="0123456789.%％成约 齐全ok:：()（）-/一九十", max_size=30))
def test_no_per_cent_is_left_in_a_text_without_a_chance(text):
    try:
        found = branch_of(text)
    except InvalidValue:
        return
    assert "chance" in found or not any(mark in text.strip() for mark in ("5%", "0％", "九成 "))


@pytest.mark.parametrize("text", ["9" * 200, "(" * 200, "1" * 100 + "%" * 100, " " * 199 + "%", "成" * 200, "0." * 100])
def test_no_text_is_slow(text):
    try:
        branch_of(text)
    except InvalidValue as invalid:
        assert invalid.message.en
