"""Decisions: a question, the ways that are open, how they are judged, and what is chosen."""

from typing import Annotated, ClassVar, Final

from pydantic import BeforeValidator

from sevenstep.language import Text
from sevenstep.method import DECISION
from sevenstep.model.element import Element, ExpectedDescription
from sevenstep.model.field import Declared, Shown
from sevenstep.model.frames.chosen import Chosen
from sevenstep.model.frames.deciding import DecidingCriterion, Requirement
from sevenstep.model.frames.option import Option, few
from sevenstep.model.frames.principle import Departures, Principles
from sevenstep.model.kind import Kind, Where
from sevenstep.model.relation import Closeness, Relation, Role
from sevenstep.model.values import Prose, References

MOST_OPTIONS: Final = 40
MOST_CRITERIA: Final = 60


class Decision(Element):
    KIND: ClassVar = Kind(
        "decision",
        "decisions",
        DECISION.number,
        Text(zh="比选", en="Decision"),
        Text(zh="比选", en="Decisions"),
        left_out={
            Where.CHAIN: "it frames the chain; what follows from it stands there",
            Where.TRACE: "what follows from it stands in the trace",
            Where.OWN_TRACE: "its page says what it is for and what follows from it",
        },
    )
    EXPLANATION: ClassVar = Text(
        zh="一次方案比选：问题、方案、必须满足的要求、准则、选了哪个和理由，以及由它决定的事。",
        en="A choice between options: the question, requirements, criteria, what is chosen and why, and what follows.",
    )

    description: ExpectedDescription = None

    question: Annotated[
        Prose | None,
        Declared(
            Text(zh="问题", en="Question"),
            Text(zh="要决定什么。", en="What is to be decided."),
            "{zh: 平台由谁建, en: Who builds the platform}",
            shown=Shown.PROSE,
            expected=True,
        ),
    ] = None
    options: Annotated[
        dict[str, Option],
        BeforeValidator(few(MOST_OPTIONS)),
        Declared(
            Text(zh="方案", en="Options"),
            Text(zh="可选的方案，各有编号。", en="The ways that are open, each with an id."),
            "{epc: {title: {zh: 总承包, en: EPC contract}, values: {skill: 2}}}",
            shown=Shown.HIDDEN,
            expected=True,
            key=Text(zh="方案", en="Option"),
        ),
    ] = {}
    requirements: Annotated[
        dict[str, Requirement],
        BeforeValidator(few(MOST_CRITERIA)),
        Declared(
            Text(zh="必须满足", en="Requirements"),
            Text(zh="不满足就出局的要求。", en="What an option has to meet; one that does not is out."),
            "{operated: {zh: 建成后有人运营, en: Somebody runs it afterwards}}",
            shown=Shown.HIDDEN,
            key=Text(zh="要求", en="Requirement"),
        ),
    ] = {}
    criteria: Annotated[
        dict[str, DecidingCriterion],
        BeforeValidator(few(MOST_CRITERIA)),
        Declared(
            Text(zh="准则", en="Criteria"),
            Text(
                zh="按什么比，带权重；只用文字比的不写权重。",
                en="What options are judged on, with weights; none for what is told in words only.",
            ),
            "{cost: {title: {zh: 费用, en: Cost}, weight: 40%, unit: 万元, direction: decrease}}",
            shown=Shown.HIDDEN,
            expected=True,
            key=Text(zh="准则", en="Criterion"),
        ),
    ] = {}
    choice: Annotated[
        Chosen | None,
        Declared(
            Text(zh="选定", en="Choice"),
            Text(zh="选了哪个方案，为什么，谁在什么时候定的。", en="What is chosen and why, by whom and when."),
            "{option: epc, reason: {zh: 运营能力最强, en: Runs it best}, by: port-office, date: 2024-06}",
        ),
    ] = None
    settles: Annotated[
        References,
        Relation(
            "decided-for",
            ("goal", "indicator", "challenge", "scenario", "item"),
            Text(zh="为了", en="decided for"),
            Text(zh="相关比选", en="decisions"),
            Role.IMPROVES,
            forward_verb=Text(zh="是为了", en="is decided for"),
        ),
        Declared(
            Text(zh="为了", en="For"),
            Text(
                zh="它是为了哪些目标、指标、痛点、场景或事项。",
                en="The goals, indicators, challenges, scenarios or items that it is for.",
            ),
            "[G1.1]",
            column=2,
        ),
    ] = ()
    leads_to: Annotated[
        References,
        Relation(
            "leads-to",
            ("item", "measure", "project", "system", "scenario", "path", "flow", "data", "resource"),
            Text(zh="由此决定", en="leads to"),
            Text(zh="取决于比选", en="hangs on"),
            closeness=Closeness.NONE,
            backward_verb=Text(zh="取决于", en="hangs on"),
        ),
        Declared(
            Text(zh="由此决定", en="Leads to"),
            Text(zh="哪些事项、举措、系统由它决定。", en="The items, measures and systems that follow from it."),
            "[one-bill]",
            expected=True,
            column=3,
        ),
    ] = ()
    principles: Principles = ()
    departs_from: Departures = {}
