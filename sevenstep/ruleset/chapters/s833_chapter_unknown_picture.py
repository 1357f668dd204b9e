from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.chain.pictures import picture_meant, picture_names
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.chapters.marks import Marks, violation_at
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.source.characters import brief


@rule(
    "S833",
    "chapter-unknown-picture",
    Severity.ERROR,
    literal=True,
    title=Text(zh="正文里放的图必须存在", en="Pictures that a chapter places exist"),
    reason=Text(zh="没有的图只会留下空白。", en="A picture that is not there leaves a hole in the page."),
)
def chapter_unknown_picture(chain: Chain) -> Iterator[Violation]:
    """Names that belong to no picture of the engagement."""
    if not chain.engagement.complete:
        return
    marks = Marks(chain, "picture")
    for mark, place in marks:
        name = mark.name.rpartition("/")[2]
        if len(mark.names) == 1 and name not in chain.engagement.broken and picture_meant(chain, mark.name) is None:
            shown = brief(mark.name)
            choices = [*picture_names(chain), *(name.partition("/")[2] for name in picture_names(chain) if "/" in name)]
            if mark.name.startswith("trace/"):
                choices = [f"trace/{key}" for key in chain.elements]
            yield violation_at(
                place,
                Text(zh=f"没有名为“{shown}”的图", en=f"There is no picture “{shown}”"),
                marks.meant(
                    mark.name,
                    choices,
                    Text(zh="sevenstep draw --list 列出所有的图", en="sevenstep draw --list names all pictures"),
                ),
            )
