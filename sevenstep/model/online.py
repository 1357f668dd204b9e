"""An indicator that is the online rate of paths, domains or actors, or of the whole."""

from typing import Annotated, Any, ClassVar, Final

from pydantic import model_validator

from sevenstep.language import Text
from sevenstep.model.choices import OnlineCount
from sevenstep.model.field import Declared, Shown
from sevenstep.model.form import Words
from sevenstep.model.part import Part
from sevenstep.model.relation import Closeness, Relation
from sevenstep.model.values import References

_ALL: Final = "all"


class OnlineRate(Part):
    TITLE: ClassVar = Text(zh="上网率", en="Online rate")
    EXPLANATION: ClassVar = Text(
        zh="指标的数值是上网率：交互和步骤里有多少在系统里办；简写时只写谁的：`[customs-path]`，或 `all`（全部）。",
        en="The indicator is an online rate: how much of the exchanges and steps is done in systems; written short, "
        "just whose: `[customs-path]`, or `all`.",
    )
    SHORT: ClassVar = ("of", Words((_ALL,)))

    of: Annotated[
        References,
        Relation(
            "online-rate-of",
            ("path", "domain", "actor"),
            Text(zh="上网率属于", en="online rate of"),
            Text(zh="上网率指标", en="online rate told by"),
            closeness=Closeness.COUNTS,
        ),
        Declared(
            Text(zh="谁的", en="Of"),
            Text(
                zh="哪些路径、领域或主体的，合起来算；不写就是全部。",
                en="Of which paths, domains or actors, taken together; left out, of the whole.",
            ),
            "[booking-path]",
            shown=Shown.HIDDEN,
        ),
    ] = ()
    counts: Annotated[
        OnlineCount | None,
        Declared(
            Text(zh="算什么", en="Counts"),
            Text(
                zh="只算交互还是只算步骤；不写就都算：每次交互算一次，每一步按业务平均经过的次数算。",
                en="Whether only exchanges or only steps count; left out, both: each exchange once, each step as often "
                "as the mean case passes it.",
            ),
            "exchanges",
            shown=Shown.HIDDEN,
        ),
    ] = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        if value == _ALL:
            return {}
        return {"of": value} if isinstance(value, str | list) else value
