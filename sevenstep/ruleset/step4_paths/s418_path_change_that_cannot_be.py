from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.chain.path_variants import CHANGES
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.choices import Variant
from sevenstep.model.step4_paths import Path
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S418",
    "path-change-that-cannot-be",
    Severity.ERROR,
    title=Text(zh="目标路径改变的是现状路径", en="A to-be path changes an as-is path"),
    reason=Text(
        zh="版本没写对，前后就比不起来，差别也无法绘制。",
        en="Unless it is said which is before and which is after, the two are not compared and no difference is drawn.",
    ),
)
def path_change_that_cannot_be(chain: Chain) -> Iterator[Violation]:
    for link in chain.related(CHANGES):
        path, changed = chain.elements[link.source], chain.elements[link.target]
        if not isinstance(path, Path) or not isinstance(changed, Path):
            continue
        if _is_broken(chain, path) or _is_broken(chain, changed):
            continue
        if path.id == changed.id:
            yield _itself(path)
        elif path.variant != Variant.TO_BE:
            yield _no_design(path)
        elif changed.variant != Variant.AS_IS:
            yield _not_of_today(path, changed)


def _is_broken(chain: Chain, path: Path) -> bool:
    """Whether the variant could not be read: that is said already."""
    return any(place[:1] == ("variant",) for place in chain.engagement.partial.get(path.id, ()))


def _itself(path: Path) -> Violation:
    return Violation(
        path.id,
        Text(zh=f"路径“{path.id}”写成改变它自己", en=f"Path “{path.id}” says that it changes itself"),
        Text(zh="写上另一条路径的编号，或删掉 changes", en="Name another path, or take changes out"),
        ("changes",),
    )


def _no_design(path: Path) -> Violation:
    return Violation(
        path.id,
        Text(
            zh=f"路径“{path.id}”改变“{path.changes}”，却未写成目标路径",
            en=f"Path “{path.id}” changes “{path.changes}”, but is not said to be a to-be path",
        ),
        Text(zh="写 variant: to-be，或删掉 changes", en="Write variant: to-be, or take changes out"),
        ("changes",),
    )


def _not_of_today(path: Path, changed: Path) -> Violation:
    is_design = changed.variant == Variant.TO_BE
    return Violation(
        path.id,
        Text(
            zh=f"目标路径“{path.id}”改变的“{changed.id}”{'也是目标路径' if is_design else '未写成现状路径'}",
            en=f"To-be path “{path.id}” changes “{changed.id}”, which is "
            + ("a to-be path too" if is_design else "not said to be an as-is path"),
        ),
        Text(zh="改成现状路径的编号", en="Name an as-is path")
        if is_design
        else Text(zh=f"在“{changed.id}”里写上 variant: as-is", en=f"Write variant: as-is in “{changed.id}”"),
        ("changes",),
    )
