"""What places and links say in a unit that cannot be converted into that of the others."""

from collections.abc import Iterable, Iterator
from typing import Literal

from sevenstep.analysis.transport.passages import told_in
from sevenstep.language import Text
from sevenstep.model.quantity import Quantity
from sevenstep.model.step3_places import Traffic
from sevenstep.ruleset.rule import Violation


def in_another_unit(
    elements: Iterable[Traffic], field: Literal["cost", "capacity"], unit: str, zh: str, en: str
) -> Iterator[Violation]:
    """Each value of a field that cannot be told in the unit; `zh` and `en` say what it is, with {} for the element."""
    name = unit or "—"
    for element in elements:
        value: Quantity | None = getattr(element, field)
        if value is not None and told_in(value, unit) is None:
            which = f"“{element.id}”"
            yield Violation(
                element.id,
                Text(
                    zh=f"{zh.format(which)} {value.text} 换算不成别处用的 {name}",
                    en=f"{en.format(which)}, {value.text}, cannot be converted into {name}, which the others use",
                ),
                Text(zh=f"换算成 {name}", en=f"Convert it into {name}"),
                (field,),
            )
