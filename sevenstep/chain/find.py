"""Finding an element by what a person types."""

from sevenstep.chain.graph import Chain
from sevenstep.failure import Failure
from sevenstep.language import Text
from sevenstep.model.element import Element
from sevenstep.model.kinds import KINDS
from sevenstep.model.nearest import element_meant, there_are
from sevenstep.model.suggest import did_you_mean
from sevenstep.model.values import same_id


def find(chain: Chain, element_id: str, kind: str = "") -> Element:
    """The element with that id (case and full-width forms do not matter), or which had it
    before; it must be of the `kind`, if one is named.

    Raises Failure where there is none, with the elements that may be meant.
    """
    if kind and kind not in KINDS:
        raise Failure(Text(zh=f"没有类别“{kind}”", en=f"There is no kind “{kind}”"), did_you_mean(kind, KINDS))
    wanted = same_id(element_id)
    found = chain.elements.get(element_id) or next(
        (element for key, element in chain.elements.items() if same_id(key) == wanted), None
    )
    if found is None and (now := chain.engagement.former.get(element_id) or step_meant(chain, element_id)):
        found = chain.elements[now]
    if found is not None and kind in ("", found.KIND.name):
        return found
    fitting = [element for element in chain.elements.values() if kind in ("", element.KIND.name)]
    raise Failure(
        Text(zh=f"没有编号为“{element_id}”的要素", en=f"There is no element “{element_id}”")
        if found is None
        else _of_another_kind(found, KINDS[kind].KIND.title),
        element_meant(element_id, fitting) or there_are(fitting),
    )


def step_meant(chain: Chain, said: str) -> str | None:
    """The step of a flow that is written with a dot, FLOW.STEP; ids may hold dots themselves."""
    parts = (f"{said[:at]}/{said[at + 1 :]}" for at, sign in enumerate(said) if sign == ".")
    return next((key for key in parts if key in chain.elements), None)


def _of_another_kind(found: Element, wanted: Text) -> Text:
    kind = found.KIND.title
    return Text(
        zh=f"“{found.id}”是{kind.for_language('zh')}，不是{wanted.for_language('zh')}",
        en=f"“{found.id}” is of the kind {kind.for_language('en').lower()}, not {wanted.for_language('en').lower()}",
    )
