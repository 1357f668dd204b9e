"""How far the model is, in one sentence: does the chain hold, what is deferred, assumed, and still to be confirmed?

What is deferred with a reason is never counted as worked out, and a chain that holds is not called complete while
questions are open.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sevenstep.chain.assumptions import assumed_elements
from sevenstep.chain.coverage import coverage
from sevenstep.checking.check import Checked
from sevenstep.diagnostic import Severity
from sevenstep.language import Text, joined, many


@dataclass(frozen=True, slots=True)
class ModelState:
    """What is wrong with the model, and what is open in it.

    `gaps` are elements that serve nothing or that nothing carries on, `deferred` what is accepted as open with a
    reason, `assumed` elements whose figures are assumptions, `questions` what is to be confirmed.
    """

    errors: int
    warnings: int
    gaps: int
    deferred: int
    assumed: int
    questions: int

    @property
    def holds(self) -> bool:
        """Whether the chain leads from the goals to the data without a gap that nobody has given a reason for."""
        return not (self.errors or self.gaps)

    @property
    def headline(self) -> Text:
        """The state in one sentence."""
        open_ = list(self._open())
        if not open_:
            return self._verdict()
        listed = joined(open_, "，", ", ")
        verdict = self._verdict()
        return Text(zh=f"{verdict.zh}；{listed.zh}", en=f"{verdict.en}; {listed.en}")

    def _verdict(self) -> Text:
        if self.errors:
            return Text(
                zh=f"模型有 {self.errors} 个错误，内容可能不全",
                en=f"The model has {many(self.errors, 'error')} and may be incomplete",
            )
        if self.gaps:
            return Text(
                zh=f"链尚未贯通：{self.gaps} 个要素上下没有衔接",
                en=f"The chain does not hold yet: {many(self.gaps, 'element')} not linked up or down",
            )
        return Text(zh="目标到数据的链已贯通", en="The chain from goals to data holds")

    def _open(self) -> Iterator[Text]:
        if self.warnings:
            yield Text(zh=f"{self.warnings} 条提醒待处理", en=f"{many(self.warnings, 'warning')} open")
        if self.deferred:
            yield Text(zh=f"{self.deferred} 处经同意暂缓", en=f"{self.deferred} deferred with a reason")
        if self.assumed:
            yield Text(
                zh=f"{self.assumed} 个要素的数值是假设", en=f"figures of {many(self.assumed, 'element')} assumed"
            )
        if self.questions:
            yield Text(zh=f"{self.questions} 项待确认", en=f"{self.questions} to be confirmed")


def model_state(checked: Checked) -> ModelState:
    """The state of a checked model."""
    return ModelState(
        errors=checked.errors,
        warnings=checked.warnings,
        gaps=sum(step.open + step.to_justify - step.justified for step in coverage(checked.chain)),
        deferred=len(checked.accepted),
        assumed=sum(1 for _ in assumed_elements(checked.chain)),
        questions=checked.count(Severity.QUESTION),
    )
