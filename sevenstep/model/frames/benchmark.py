"""What another place or firm did, and what is learnt from it."""

from typing import Annotated, ClassVar

from sevenstep.language import Text
from sevenstep.method import ASSESSMENT
from sevenstep.model.element import Element, ExpectedDescription, ExpectedSource
from sevenstep.model.field import Declared, Shown
from sevenstep.model.kind import Kind, Where
from sevenstep.model.relation import Closeness, Relation
from sevenstep.model.values import Date, Prose, References, Title


class Benchmark(Element):
    KIND: ClassVar = Kind(
        "benchmark",
        "benchmarks",
        ASSESSMENT.number,
        Text(zh="标杆案例", en="Benchmark"),
        Text(zh="标杆案例", en="Benchmarks"),
        tier=2,
        left_out={
            Where.CHAIN: "it is of another place, and frames the chain",
            Where.TRACE: "what takes it up stands in the trace",
            Where.OWN_TRACE: "its page says what takes it up",
        },
    )
    EXPLANATION: ClassVar = Text(
        zh="别的地方或企业怎么做的，在什么条件下，学到什么，由哪项举措用上。",
        en="What another place or firm did, under which conditions, what is learnt, and which measure takes it up.",
    )

    description: ExpectedDescription = None
    source: ExpectedSource = None

    where: Annotated[
        Title | None,
        Declared(
            Text(zh="在哪里", en="Where"),
            Text(zh="哪个地方、哪家企业。", en="Which place or firm."),
            "{zh: 一家连锁药店, en: A chain of drugstores}",
            expected=True,
            column=1,
        ),
    ] = None
    date: Annotated[
        Date | None,
        Declared(Text(zh="时间", en="Date"), Text(zh="什么时候的事。", en="When that was."), "2023", column=1),
    ] = None
    conditions: Annotated[
        Prose | None,
        Declared(
            Text(zh="条件", en="Conditions"),
            Text(zh="靠什么条件做成的，这里有没有。", en="What made it possible there, and whether it is so here."),
            "{zh: 门店多、负载起伏大, en: Many shops with changing load}",
            shown=Shown.PROSE,
            expected=True,
        ),
    ] = None
    learnt: Annotated[
        Prose | None,
        Declared(
            Text(zh="启示", en="Learnt"),
            Text(zh="从中学到什么。", en="What is learnt from it."),
            "{zh: 负载起伏大的先上云, en: What changes most goes to the cloud first}",
            shown=Shown.PROSE,
            expected=True,
        ),
    ] = None
    about: Annotated[
        References,
        Relation(
            "example-for",
            ("factor", "assessment", "function", "challenge", "scenario"),
            Text(zh="关于", en="is an example for"),
            Text(zh="标杆案例", en="benchmarks"),
            closeness=Closeness.NONE,
            backward_verb=Text(zh="可借鉴", en="has the example"),
        ),
        Declared(
            Text(zh="关于", en="About"),
            Text(
                zh="它对哪个评估因素、环节、痛点或场景有启发。",
                en="The factors, functions, challenges or scenarios that it is an example for.",
            ),
            "[clusters]",
        ),
    ] = ()
    taken_up_by: Annotated[
        References,
        Relation(
            "taken-up-by",
            ("measure", "item", "project", "scenario", "decision"),
            Text(zh="由谁用上", en="taken up by"),
            Text(zh="借鉴的案例", en="takes up"),
            closeness=Closeness.NONE,
            forward_verb=Text(zh="用于", en="is taken up by"),
        ),
        Declared(
            Text(zh="由谁用上", en="Taken up by"),
            Text(
                zh="哪项举措、事项、场景或比选用上了它。",
                en="The measure, item, scenario or decision that takes it up.",
            ),
            "[one-bill]",
            expected=True,
            column=2,
        ),
    ] = ()
