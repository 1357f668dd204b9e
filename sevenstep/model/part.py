"""What everything that the YAML is read by is made of."""

from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict

from sevenstep.language import Text
from sevenstep.model.field import require_declarations
from sevenstep.model.form import Form, Words


class Part(BaseModel):
    """A piece of an element, or an element: frozen, and with no field that is not declared."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        allow_inf_nan=False,
        arbitrary_types_allowed=True,
        defer_build=True,  # most parts are validated inside their elements only
    )

    TITLE: ClassVar[Text]
    """What it is called; elements are called by their kind."""
    EXPLANATION: ClassVar[Text]
    """What it is, and how it is written short."""
    SHORT: ClassVar[tuple[str | Form | Words, ...]] = ()
    """What may stand in place of its fields: the value of the field of that name alone, or something of its own."""
    NEEDS: ClassVar[tuple[str, ...]] = ()
    """Fields of which one at least has to be there."""

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        require_declarations(cls)
