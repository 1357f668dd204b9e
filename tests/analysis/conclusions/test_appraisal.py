"""What appraisals come to in words, in both languages."""

import pytest

from sevenstep.analysis.analyse import analyse
from sevenstep.analysis.conclusions.appraisal import appraisal_conclusion, frame_conclusion
from sevenstep.model.frames.appraisal import Appraisal

PAYS = (
    "from: 2024, horizon: 4, discount_rate: 0%, source: ledger, outlay: {title: A, amount: 100 CNY},"
    " income: {title: I, amount: 50 CNY/y}"
)


@pytest.fixture
def concluded(checked):
    def conclude(*appraisals: str):
        said = "".join(f"  a{number}: {{title: A{number}, {text}}}\n" for number, text in enumerate(appraisals))
        chain = checked(f"sources: {{ledger: {{title: L}}}}\nappraisals:\n{said}").chain
        analysis = analyse(chain)
        first = next(chain.engagement.of(Appraisal))
        return appraisal_conclusion(analysis, first), frame_conclusion(chain, analysis)

    return conclude


def test_what_pays(concluded):
    found, frame = concluded(PAYS)
    assert found.headline.zh == "净现值 50 元，2026 年（第 3 年）收回投入。"
    assert found.headline.en == "Net present value CNY 50; the outlay is back in 2026 (year 3)."
    assert [text.en for text in found.lead] == [
        "From 2024 to 2027, in constant prices, discounted at 0%; internal rate of return 23.4%; "
        "benefit–cost ratio 1.5.",
        "Income and savings may fall by 33.3%, outlay may rise by 50%, the start may slip by 1 year, each alone, "
        "before it turns.",
    ]
    assert found.lead[1].zh == "收入和节省减少 33.3%、投入增加 50%、推迟 1 年，单独发生时仍不亏。"
    assert frame == found


def test_what_does_not_pay(concluded):
    found, _ = concluded(
        "from: 2024, horizon: 2, outlay: {title: A, amount: 100 CNY}, income: {title: I, amount: 50 CNY/y}"
    )
    assert found.headline.zh == "净收益（未折现） −50 元，2 年内收不回投入。"
    assert found.lead[1].en == "Income and savings have to be 100% higher before it pays."
    assert found.lead[-1].zh == "2 项收支中 2 项是假设。"


def test_several_rates_are_said(concluded):
    found, _ = concluded(
        "from: 2024, horizon: 3, outlay: {title: A, by_year: {2024: 100 CNY, 2026: 132 CNY}},"
        " income: {title: I, by_year: {2025: 230 CNY}}"
    )
    assert "internal rate of return has 2 values (10%, 20%), so the present value decides" in found.lead[0].en
    assert "内部收益率有 2 个（10%、20%），以净现值为准" in found.lead[0].zh


def test_coverage_below_the_limit(concluded):
    found, _ = concluded(f"{PAYS}, loans: {{title: L, amount: 100 CNY, rate: 0%, term: 2, coverage: 1.2}}")
    (said,) = [text for text in found.lead if "Coverage" in text.en]
    assert said.en == "Coverage is 1 at its lowest (2025), 1 on average, below the lender’s limit of 1.2."
    assert said.zh == "偿债备付率最低 1（2025 年）、平均 1，低于贷款方要求的 1.2。"


def test_who_pays_interest_while_building(concluded):
    lines = "from: 2024, horizon: 5, income: {title: I, amount: 900 CNY/y, from: 2026}"
    loan = "title: L, amount: 1000 CNY, rate: 5%, term: 4, building: 1"
    found, _ = concluded(f"{lines}, loans: [{{{loan}}}, {{{loan}, building_interest: capitalised}}]")
    assert [text.zh for text in found.lead if "建设期" in text.zh] == [
        "建设期利息不靠收入：50 元由借款方的自有资金支付，50 元计入本金，投运后一并偿还。"
    ]
    (said,) = [text.en for text in found.lead if "building" in text.en]
    assert "CNY 50 is paid out of the borrower’s own money, CNY 50 is added to what is owed" in said
    found, _ = concluded(f"{lines}, loans: {{title: L, amount: 1000 CNY, rate: 5%, term: 4}}")
    assert not [text for text in found.lead if "building" in text.en]


def test_without_dates_years_are_counted(concluded):
    found, _ = concluded("outlay: {title: A, amount: 100 CNY}, income: {title: I, amount: 50 CNY/y}")
    assert found.headline.en.endswith("; the outlay is back in year 3.")


def test_without_money_nothing_is_said(concluded):
    found, _ = concluded("horizon: 3")
    assert found.headline.zh == "尚未写明收支，算不出净现值。"


def test_several_appraisals_are_told_each(concluded):
    _, frame = concluded(PAYS, PAYS.replace("50 CNY/y", "5 CNY/y"))
    assert frame.headline.en == "The present value of 1 of 2 appraisals is above nought."
    assert [text.zh for text in frame.lead] == [
        "“A0”：净现值 50 元，2026 年（第 3 年）收回投入。",
        "“A1”：净现值 −85 元，4 年内收不回投入。",
    ]
