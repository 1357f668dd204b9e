"""Step 2: the figures that tell whether the goals are reached."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated, ClassVar

from pydantic import AfterValidator, BeforeValidator, PlainValidator

from sevenstep.diagnostic import KeyPath
from sevenstep.language import Text
from sevenstep.model.choices import Direction, Frequency
from sevenstep.model.dimensions import RollUp
from sevenstep.model.element import EXPECTED_OWNER, Element, ExpectedOwner, ExpectedSource
from sevenstep.model.evidence import Figure, MemberFigure, Target
from sevenstep.model.field import Declared, Shown, Written
from sevenstep.model.form import Form
from sevenstep.model.formula import Formula
from sevenstep.model.kind import Kind
from sevenstep.model.online import OnlineRate
from sevenstep.model.quantity.named_unit import with_names
from sevenstep.model.relation import Closeness, Relation, Role
from sevenstep.model.values import Date, Prose, Reference, References, each_once


class Indicator(Element):
    KIND: ClassVar = Kind(
        "indicator",
        "indicators",
        2,
        Text(zh="指标", en="Indicator"),
        Text(zh="指标", en="Indicators"),
        gathered_by=("domain",),
    )
    EXPLANATION: ClassVar = Text(zh="衡量目标的数字。", en="A figure that measures a goal.")

    owner: Annotated[ExpectedOwner, replace(EXPECTED_OWNER, column=3)] = None
    source: ExpectedSource = None

    measures: Annotated[
        References,
        Relation(
            "measures",
            ("goal",),
            Text(zh="衡量目标", en="measures"),
            Text(zh="衡量它的指标", en="measured by"),
            Role.SERVES,
            holders=Text(zh="衡量指标", en="Measured by"),
        ),
        Declared(
            Text(zh="衡量目标", en="Measures"),
            Text(zh="它衡量的目标。", en="The goals it measures."),
            "[G1.1]",
            column=2,
        ),
    ] = ()
    domain: Annotated[
        Reference | None,
        Relation(
            "domain",
            ("domain",),
            Text(zh="所在领域", en="in domain"),
            Text(zh="领域内的指标", en="indicators"),
            Role.PART_OF,
            backward_verb=Text(zh="包含指标", en="holds"),
            closeness=Closeness.COUNTS,
        ),
        Declared(
            Text(zh="领域", en="Domain"),
            Text(zh="它所在的领域。", en="The domain it stands in."),
            "port",
            expected=True,
            column=1,
        ),
    ] = None
    definition: Annotated[
        Prose | None,
        Declared(
            Text(zh="口径", en="Definition"),
            Text(zh="统计什么、如何统计。", en="What exactly is counted, and how."),
            "{zh: 从申报到放行的小时数。, en: Hours from declaration to release.}",
            shown=Shown.PROSE,
            expected=True,
        ),
    ] = None
    direction: Annotated[
        Direction | None,
        Declared(
            Text(zh="方向", en="Direction"),
            Text(
                zh="以哪个方向为优；`hold` 是保持在目标范围内。",
                en="Which way is better; `hold` means to stay within the target's range.",
            ),
            "decrease",
            expected=True,
            column=1,
        ),
    ] = None
    unit: Annotated[
        str,
        AfterValidator(with_names),
        Declared(
            Text(zh="单位", en="Unit"),
            Text(zh='它所有数值的单位；纯数写 ""。', en='The unit of all its values; `""` for a pure number.'),
            "h",
            expected=True,
        ),
    ] = ""
    baseline: Annotated[
        Figure | None,
        Declared(
            Text(zh="基线", en="Baseline"),
            Text(zh="改进之前的数值。", en="Where it stands before anything is done."),
            "{value: 36.5 h, date: 2023, source: quarterly p. 41}",
            shown=Shown.TABLE,
            expected=True,
            column=1,
        ),
    ] = None
    measurements: Annotated[
        dict[Date, Figure],
        BeforeValidator(each_once),
        Declared(
            Text(zh="实测", en="Measured"),
            Text(zh="此后测得的数，按日期写。", en="What was measured since, by date."),
            "{2024Q1: 34 h}",
            shown=Shown.TABLE,
            key=Text(zh="时间", en="Date"),
        ),
    ] = {}
    targets: Annotated[
        dict[Date, Target],
        BeforeValidator(each_once),
        Declared(
            Text(zh="目标值", en="Target"),
            Text(zh="到哪个日期要达到多少。", en="The value to be reached, by date."),
            "{2025: 24 h, 2027: ≤16 h}",
            shown=Shown.TABLE,
            expected=True,
            column=1,
            key=Text(zh="时间", en="Date"),
        ),
    ] = {}
    roll_up: Annotated[
        RollUp | None,
        Declared(
            Text(zh="汇总", en="Roll-up"),
            Text(
                zh="按维度写的数如何得出整体：合计、平均（可加权）或不汇总。",
                en="How the whole follows from its members: the sum, the mean (weighted or not), or not at all.",
            ),
            "{rule: mean, weighted_by: port-throughput}",
            shown=Shown.APART,
        ),
    ] = None
    frequency: Annotated[
        Frequency | None,
        Declared(
            Text(zh="频率", en="Frequency"),
            Text(zh="测量的频率。", en="How often it is measured."),
            "monthly",
            expected=True,
        ),
    ] = None
    formula: Annotated[
        Formula | None,
        PlainValidator(lambda value: None if value is None else Formula.parse(value)),
        Written(
            Text(zh="一个公式，指标的编号写在方括号里", en="a formula, with ids of indicators in square brackets"),
            Form.NAME,
        ),
        Relation(
            "computed-from",
            ("indicator",),
            Text(zh="由指标计算", en="computed from"),
            Text(zh="用于计算", en="used to compute"),
            closeness=Closeness.NONE,
        ),
        Declared(
            Text(zh="公式", en="Formula"),
            Text(
                zh="如何由别的指标算出来；指标的编号写在方括号里。",
                en="How it follows from other indicators, their ids in square brackets.",
            ),
            '"[trade-value] / [trading-partners]"',
            shown=Shown.FACT,
        ),
    ] = None

    online_rate: Annotated[
        OnlineRate | None,
        Declared(
            Text(zh="上网率", en="Online rate"),
            Text(
                zh="它是哪些路径、领域或主体的上网率；`all` 是全部。",
                en="Of which paths, domains or actors it is the online rate; `all`: of the whole.",
            ),
            "{of: [booking-path], counts: exchanges}",
        ),
    ] = None

    @property
    def figures_unit(self) -> str | None:
        """The unit of its figures: as stated, else that of the first figure that names one; None where nobody says."""
        if "unit" in self.model_fields_set:
            return self.unit.strip()
        return next((figure.known.unit for _, figure in self.all_figures() if figure.known.unit), None)

    def figures(self) -> Iterator[tuple[KeyPath, Figure]]:
        """Its figures that have a value as a whole, each with its key path: baseline, targets, measurements."""
        return ((path, figure) for path, figure in self.told_figures() if figure.value is not None)

    @property
    def whole_targets(self) -> dict[str, Target]:
        """The targets that are set for the whole, by date."""
        return {day: target for day, target in self.targets.items() if target.value is not None}

    def told_figures(self) -> Iterator[tuple[KeyPath, Figure]]:
        """All its figures, those too that only have values by dimension."""
        if self.baseline is not None:
            yield ("baseline",), self.baseline
        for field, found in (("targets", self.targets), ("measurements", self.measurements)):
            for day, figure in found.items():
                yield (field, day), figure

    def all_figures(self) -> Iterator[tuple[KeyPath, Figure | MemberFigure]]:
        """Every value that it has: those of the whole, and those of members behind the figure that they are part of."""
        for path, figure in self.told_figures():
            if figure.value is not None:
                yield path, figure
            for dimension, members in figure.by.items():
                for member, part in members.items():
                    if part.value is not None:
                        yield (*path, "by", dimension, member), part
