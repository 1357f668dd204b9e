"""Where something is done: at places, on links, along routes. Functions, flows, activities and resources may say it."""

from typing import Annotated

from sevenstep.language import Text
from sevenstep.model.field import Declared
from sevenstep.model.relation import Closeness, Relation
from sevenstep.model.values import References

At = Annotated[
    References,
    Relation(
        "at",
        ("place", "transport-link", "route"),
        Text(zh="所在地点", en="at"),
        Text(zh="在此进行", en="done here"),
        forward_verb=Text(zh="发生在", en="is at"),
        backward_verb=Text(zh="承载", en="hosts"),
        closeness=Closeness.WORKS,
    ),
    Declared(
        Text(zh="地点", en="Where"),
        Text(
            zh="它在哪里：哪些地点，哪些运输区段，哪些运输路线。",
            en="Where it is: the places, transport links or routes.",
        ),
        "qinzhou-port",
    ),
]
