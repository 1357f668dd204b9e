from collections.abc import Iterator

from sevenstep.analysis.programme.compute import programme
from sevenstep.analysis.programme.wording import money_said
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.frames.project import Project
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A424",
    "spent-beyond-budget",
    Severity.WARNING,
    title=Text(zh="支出不超过预算", en="No more is spent than there is"),
    reason=Text(
        zh="付出去的比预算或资金来源的额度多，要么记错了，要么后面没有钱了。",
        en="Where more is paid than was budgeted or than its source gives, a record is wrong or the money ends early.",
    ),
)
def spent_beyond_budget(chain: Chain) -> Iterator[Violation]:
    found = programme(chain).spending
    for one in found.beyond:
        spent, limit, over = (money_said(amount, found.currency) for amount in (one.spent, one.limit, one.over))
        if isinstance(chain.elements.get(one.element), Project):
            until = Text(zh=f"到 {one.year} 年底", en=f" by the end of {one.year}") if one.year else Text(zh="", en="")
            then = Text(zh="到那时的", en=" until then") if one.year else Text(zh="", en="")
            zh = f"项目“{one.element}”{until.zh}支出 {spent.zh}，{then.zh}预算只有 {limit.zh}"
            en = f"Project “{one.element}” has spent {spent.en}{until.en}, yet its budget{then.en} is {limit.en}"
            path = ("spent",)
        else:
            zh = f"资金来源“{one.element}”{f' {one.year} 年' if one.year else ''}支出 {spent.zh}，额度只有 {limit.zh}"
            when = f" in {one.year}" if one.year else ""
            en = f"{spent.en} of “{one.element}” are spent{when}, yet there is {limit.en}"
            path = ("by_year",) if one.year else ("amount",)
        yield Violation(
            one.element,
            Text(zh=f"{zh}，超出 {over.zh}", en=f"{en}: {over.en} too much"),
            Text(zh="核对支出记录，或调整预算和来源", en="Check the records, or change the budget or its source"),
            path,
        )
