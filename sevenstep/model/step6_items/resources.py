"""What an item takes to run: people with their hours, systems, money a year."""

from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, PlainValidator, model_validator

from sevenstep.language import Text
from sevenstep.model.field import Declared, Shown, Written
from sevenstep.model.form import Form
from sevenstep.model.part import Part
from sevenstep.model.quantity import Quantity
from sevenstep.model.quantity.yearly import HeadCount, RunningMoney, WorkingHours
from sevenstep.model.relation import Closeness, Relation
from sevenstep.model.values import Elapsed, Reference, References, Title, is_text, part_or_parts


class Staff(Part):
    TITLE: ClassVar = Text(zh="人员", en="Staff")
    EXPLANATION: ClassVar = Text(
        zh="办这件事的一组人：哪个单位的什么岗位，几个人，每人每年多少小时。简写成一段文字：只说是谁，不能计算。",
        en="People who do the work: of which unit, in which role, how many, and how many hours of each. Written short "
        "as text it says who they are, and nothing can be computed.",
    )
    SHORT: ClassVar = ("role",)

    role: Annotated[
        Title | None,
        Declared(
            Text(zh="岗位", en="Role"),
            Text(
                zh="什么岗位；和操作步骤里的 role 同名，则只承担那些步骤的工作。",
                en="Their role; one that operation steps of the unit name does the work of these steps.",
            ),
            "{zh: 操作员, en: clerk}",
        ),
    ] = None
    unit: Annotated[
        Reference | None,
        Relation(
            "staffed-by",
            ("actor",),
            Text(zh="人员所属单位", en="staffed by"),
            Text(zh="派人的事项", en="gives people to"),
            backward_verb=Text(zh="派人办理", en="gives people to"),
            closeness=Closeness.WORKS,
        ),
        Declared(
            Text(zh="单位", en="Unit"),
            Text(
                zh="属于哪个参与主体；不写，则可承担各单位的工作。",
                en="The actor that they belong to; left out, they do the work of all units.",
            ),
            "forwarder",
        ),
    ] = None
    number: Annotated[
        HeadCount | None,
        PlainValidator(lambda value: None if value is None else HeadCount.of(value)),
        Written(Text(zh="人数，如 2、0.5、2..3人", en="how many people, such as 2, 0.5 or 2..3"), Form.QUANTITY),
        Declared(
            Text(zh="人数", en="Number"),
            Text(zh="人数；可以不是整数。", en="How many; half a person counts too."),
            "2",
            shown=Shown.FIGURE,
        ),
    ] = None
    hours: Annotated[
        WorkingHours | None,
        PlainValidator(lambda value: None if value is None else WorkingHours.of(value)),
        Written(
            Text(
                zh="每人每年的工作小时，如 1600 h/y、35小时/周", en="working hours of each, such as 1600 h/y or 35 h/w"
            ),
            Form.EACH,
        ),
        Declared(
            Text(zh="每人工时", en="Hours each"),
            Text(
                zh="每个人一年（或一个月、一周）有多少小时能用在这件事上。",
                en="The hours that each of them has for it a year, month or week.",
            ),
            "1600 h/y",
            shown=Shown.FIGURE,
        ),
    ] = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"role": value} if is_text(value) else value


class Resources(Part):
    TITLE: ClassVar = Text(zh="运行资源", en="Resources to run it")
    EXPLANATION: ClassVar = Text(
        zh="运行一个事项需要什么；评估拿它和业务量、流程的工作量比。",
        en="What an item takes to run; the evaluation holds it against the volume and the work of its flow.",
    )

    people: Annotated[
        tuple[Staff, ...],
        BeforeValidator(part_or_parts),
        Declared(
            Text(zh="人员", en="People"),
            Text(zh="哪些人，多少人，每人多少工时。", en="Who, how many, and how many hours of each."),
            "[{role: {zh: 操作员, en: clerk}, unit: forwarder, number: 2, hours: 1600 h/y}]",
            shown=Shown.TABLE,
        ),
    ] = ()
    systems: Annotated[
        References,
        Relation(
            "needs-system",
            ("system",),
            Text(zh="所需系统", en="needs system"),
            Text(zh="支撑的事项", en="needed by"),
            down=True,
            backward_verb=Text(zh="支撑事项", en="is needed by"),
        ),
        Declared(
            Text(zh="信息系统", en="System"),
            Text(zh="需要哪些系统。", en="The systems it needs."),
            "[rail-booking]",
            shown=Shown.FACT,
        ),
    ] = ()
    money: Annotated[
        Quantity | None,
        PlainValidator(lambda value: None if value is None else RunningMoney.of(value)),
        Written(
            Text(zh="每年的金额，如 300000 CNY/y、30万元/年", en="an amount of money a year, such as 300000 CNY/y"),
            Form.YEARLY,
        ),
        Declared(
            Text(zh="运行经费", en="Money a year"),
            Text(
                zh="运行它每年有多少钱，写明币种。未写“每年”的金额算作建设投入，检查会请你移到 change。",
                en="What there is to run it a year, with its currency. An amount without a period counts as the cost "
                "of the change; the check asks to move it under `change`.",
            ),
            "300000 CNY/y",
            shown=Shown.FIGURE,
        ),
    ] = None
    time: Annotated[
        Elapsed | None,
        Declared(
            Text(zh="工期（旧写法）", en="Time (old place)"),
            Text(
                zh="旧写法：办成所需的时间。现在写在 change 里，`check --fix` 会移过去。",
                en="How long it takes to bring about, in its old place: it stands under `change` now, and "
                "`check --fix` moves it there.",
            ),
            "6mo",
            shown=Shown.HIDDEN,
        ),
    ] = None
