"""The ledger of projects for a person at a terminal, and as a table that a spreadsheet opens."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Final

from rich.text import Text as Styled

from sevenstep.analysis.programme.ledger import LedgerRow, ledger
from sevenstep.analysis.programme.wording import money_shown
from sevenstep.chain.graph import Chain
from sevenstep.language import Language, Text
from sevenstep.report.table import aligned, cut
from sevenstep.report.terminal import shown
from sevenstep.source.files import BYTE_ORDER_MARK

HEADS: Final = (
    Text(zh="项目", en="Project"),
    Text(zh="编号", en="Id"),
    Text(zh="阶段", en="Phase"),
    Text(zh="满足需求", en="Needs"),
    Text(zh="交付", en="Delivers"),
    Text(zh="占用资源", en="Resources"),
    Text(zh="牵头单位", en="Lead"),
    Text(zh="主责单位", en="Responsible"),
    Text(zh="参与单位", en="Participants"),
    Text(zh="开始", en="Start"),
    Text(zh="完成", en="End"),
    Text(zh="余量（天）", en="Slack (days)"),
    Text(zh="预算", en="Budget"),
    Text(zh="已支出", en="Spent"),
    Text(zh="币种", en="Currency"),
    Text(zh="资金来源", en="Source of money"),
    Text(zh="状态", en="State"),
    Text(zh="更新日期", en="Updated"),
    Text(zh="情况", en="Note"),
    Text(zh="下一里程碑", en="Next milestone"),
    Text(zh="里程碑时间", en="Date of milestone"),
    Text(zh="考核指标", en="KPI"),
)
_COMPUTED: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for a formula where a text begins with it."""
_WIDTH: Final = 26
NOTHING: Final = Text(zh="模型里还没有实施项目。", en="The model has no projects yet.")


def render(chain: Chain, language: Language) -> str:
    """The whole ledger as CSV."""
    written = io.StringIO()
    table = csv.writer(written)
    table.writerow([head.for_language(language) for head in HEADS])
    table.writerows([_safe(cell) for cell in cells(chain, row, language)] for row in ledger(chain))
    return BYTE_ORDER_MARK.decode("utf-8") + written.getvalue()


def cells(chain: Chain, row: LedgerRow, language: Language) -> tuple[str, ...]:
    """One row in words."""
    record, milestone = row.record, row.next_milestone
    return (
        _title(chain, row.project, language),
        row.project,
        _title(chain, row.phase, language),
        _titles(chain, row.needs, language),
        _titles(chain, row.delivers, language),
        _titles(chain, row.resources, language),
        _title(chain, row.lead, language),
        _titles(chain, row.responsible, language),
        _titles(chain, row.participants, language),
        row.begin.isoformat() if row.begin is not None else "",
        row.end.isoformat() if row.end is not None else "",
        str(row.slack) if row.slack is not None else "",
        f"{row.money:.10g}" if row.money is not None else "",
        f"{row.spent:.10g}" if row.spent is not None else "",
        row.currency if row.money is not None or row.spent is not None else "",
        _titles(chain, row.funds, language),
        row.state.label.for_language(language) if row.state is not None else "",
        record.date if record is not None else "",
        record.note.for_language(language) if record is not None and record.note is not None else "",
        milestone.title.for_language(language) if milestone is not None else "",
        milestone.date if milestone is not None else "",
        _joined((f"{_title(chain, key, language)} {day}" for key, day in row.kpis), language),
    )


def lines(chain: Chain, language: Language) -> Iterator[Styled]:
    """The ledger on a screen: who, when, how much, how it stands."""
    rows = list(ledger(chain))
    if not rows:
        yield Styled(NOTHING.for_language(language))
        return
    told = [HEADS[0], HEADS[6], HEADS[9], HEADS[10], HEADS[11], HEADS[12], HEADS[13], HEADS[16], HEADS[19]]
    table = [[head.for_language(language) for head in told]]
    for row in rows:
        milestone = row.next_milestone
        table.append(
            [
                cut(shown(_title(chain, row.project, language)), _WIDTH),
                cut(shown(_title(chain, row.lead, language)), _WIDTH),
                row.begin.isoformat() if row.begin is not None else "–",
                row.end.isoformat() if row.end is not None else "–",
                str(row.slack) if row.slack is not None else "–",
                *(
                    money_shown(amount, row.currency, language) if amount is not None else "–"
                    for amount in (row.money, row.spent)
                ),
                row.state.label.for_language(language) if row.state is not None else "–",
                cut(shown(f"{milestone.date} {milestone.title.for_language(language)}"), _WIDTH) if milestone else "–",
            ]
        )
    for number, line in enumerate(aligned(table, left=(0, 1, 2, 3, 7, 8))):
        yield Styled(line, "bold" if number == 0 else "")


def _title(chain: Chain, key: str, language: Language) -> str:
    element = chain.elements.get(key)
    return element.title.for_language(language) if element is not None else key


def _titles(chain: Chain, keys: Iterable[str], language: Language) -> str:
    return _joined((_title(chain, key, language) for key in keys), language)


def _joined(parts: Iterable[str], language: Language) -> str:
    return ("；" if language == "zh" else "; ").join(parts)


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_COMPUTED) else text
