"""Assessments: where a place, a firm or a function stands, against whom, and what is missing."""

from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field

from sevenstep.language import Text
from sevenstep.method import ASSESSMENT
from sevenstep.model.element import Element, ExpectedDescription, ExpectedSource
from sevenstep.model.field import Declared, Shown
from sevenstep.model.form import reads
from sevenstep.model.frames.peers import Peer
from sevenstep.model.frames.yardstick import JudgedBy
from sevenstep.model.kind import Kind, Where
from sevenstep.model.members import YesNo
from sevenstep.model.quantity import InvalidValue
from sevenstep.model.relation import Closeness, Relation
from sevenstep.model.values import Reference, Title, id_problem

MOST_PEERS = 60
"""As many peers as can still be told apart in a picture."""
FEWEST_SPOKES = 3
"""A radar of two spokes is a line."""
MOST_SPOKES = 12
"""As many spokes as have room for their names."""


@reads(ids=True, most=MOST_PEERS)
def _peers(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    if len(value) > MOST_PEERS:
        raise InvalidValue(
            Text(
                zh=f"一次评估最多 {MOST_PEERS} 个对标对象，这里有 {len(value)} 个",
                en=f"An assessment has {MOST_PEERS} peers at most, not {len(value)}",
            )
        )
    for name in value:
        if problem := id_problem(str(name)):
            raise InvalidValue(
                problem, Text(zh="编号写短，名称写在后面：hefei: 合肥", en="Write a short id, and the name behind it")
            )
    return value


class Assessment(Element):
    KIND: ClassVar = Kind(
        "assessment",
        "assessments",
        ASSESSMENT.number,
        Text(zh="评估", en="Assessment"),
        Text(zh="评估", en="Assessments"),
        left_out={
            Where.CHAIN: "it frames the chain; the challenges that it shows stand there",
            Where.TRACE: "the challenges that it shows stand for it",
            Where.OWN_TRACE: "its page has its tree of factors",
        },
    )
    EXPLANATION: ClassVar = Text(
        zh="看一个地方、一家企业或一个环节今天站在哪里：按因素逐项评，与别人相比，与目标相比。",
        en="Where a place, a firm or a function stands today: judged factor by factor, against others and the target.",
    )

    description: ExpectedDescription = None
    source: ExpectedSource = None

    subject: Annotated[
        Reference | None,
        Relation(
            "assesses",
            ("actor", "place", "function", "domain", "system", "path", "scenario"),
            Text(zh="评估对象", en="assesses"),
            Text(zh="所做的评估", en="assessed in"),
            backward_verb=Text(zh="见于评估", en="is assessed in"),
            closeness=Closeness.JUDGES,
        ),
        Declared(
            Text(zh="评估对象", en="Subject"),
            Text(
                zh="评的是哪个参与主体、地点、环节或领域；不是模型里的要素时，写进 subject_name。",
                en="The actor, place, function or domain that is assessed; what is not an element of the model goes "
                "into "
                "subject_name.",
            ),
            "port-office",
            column=1,
        ),
    ] = None
    subject_name: Annotated[
        Title | None,
        Declared(
            Text(zh="对象名称", en="Name of the subject"),
            Text(
                zh="评估对象不是模型里的要素时，写它的名称。",
                en="What is assessed, where it is not an element of the model.",
            ),
            "{zh: 本区, en: The district}",
            column=1,
        ),
    ] = None
    scale: JudgedBy = None
    peers: Annotated[
        dict[str, Peer],
        BeforeValidator(_peers),
        Declared(
            Text(zh="对标对象", en="Peers"),
            Text(
                zh="与谁相比，各有编号、名称和时间。",
                en="Who it is compared with: an id, the title and the date of each.",
            ),
            "{hefei: {title: {zh: 合肥, en: Hefei}, date: 2022, source: quarterly p. 8}}",
            shown=Shown.TABLE,
            key=Text(zh="编号", en="Id"),
        ),
    ] = Field(default={})
    radar: Annotated[
        YesNo | None,
        Declared(
            Text(zh="雷达图", en="Radar"),
            Text(
                zh="写 true，再画一张主要因素的雷达图；平时不写，点图更准。",
                en="true draws the main factors as a radar too; left out mostly, since the rows of dots say it more "
                "exactly.",
            ),
            '"true"',
        ),
    ] = None
