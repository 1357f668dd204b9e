"""Another id for an element: what `sevenstep rename` would write, as changes of the texts in the editor."""

from sevenstep.authoring.opened import Opened
from sevenstep.authoring.proposal import Proposal
from sevenstep.authoring.rename import rename
from sevenstep.failure import Failure
from sevenstep.language import Text
from sevenstep.lsp.open_engagement import OpenEngagement


def renamed(engagement: OpenEngagement, element: str, new: str) -> Proposal:
    """The change of every file, chapters and settings included, by which the element gets the id `new`.

    Raises Failure where it cannot be, or where a file is half typed: nobody can tell what is named there.
    """
    checked = engagement.checked
    if checked is None:
        raise engagement.failure or Failure(
            Text(zh="模型还没有检查", en="The model has not been checked yet"),
            Text(zh="稍候再试", en="Try again in a moment"),
        )
    for name, text in engagement.typed.items():
        document = next((one for one in checked.documents if one.name == name), None)
        if document is not None and document.text != text:
            raise Failure(
                Text(zh=f"{name} 还在编辑，或没有读全", en=f"{name} is being typed, or cannot be read whole"),
                Text(zh="改好以后再改名", en="Mend it, and rename then"),
            )
    return rename(Opened(engagement.folder, engagement.checker, checked), element, new)
