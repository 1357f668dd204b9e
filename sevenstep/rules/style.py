"""Rules of naming and style. They are off until an engagement switches them on."""

import re
from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.contents import texts
from sevenstep.model.step1_goals import Goal
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step4_paths import Path
from sevenstep.model.step5_scenarios import Scenario
from sevenstep.model.step6_items import Item
from sevenstep.rules.rule import Breach, rule


@rule(
    "S851",
    "id-style",
    Severity.WARNING,
    literal=True,
    on=False,
    title=Text(
        zh="编号用小写字母和连字符，或字母加数字", en="Ids are lower case with hyphens, or a letter and numbers"
    ),
    reason=Text(
        zh="编号会出现在网址里；写法一致才好记、好找。",
        en="Ids become addresses; written alike they are easier to remember and to find.",
    ),
    bad="""
    goals:
      Faster_Clearance: {title: Faster clearance}
    """,
    good="""
    goals:
      faster-clearance: {title: Faster clearance}
      G1.2: {title: Faster inspection}
      通关: {title: 通关}
    """,
)
def id_style(chain: Chain) -> Iterator[Breach]:
    for element in chain.elements.values():
        name = element.id.rpartition("/")[2]
        if name.isascii() and not _ID.fullmatch(name):
            better = re.sub(r"[_\s]+", "-", re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", name)).lower()
            yield Breach(
                element.id,
                Text(zh=f"编号“{name}”的写法和别的不同", en=f"The id “{name}” is written in another way than others"),
                Text(zh=f"写成 {better}，引用处也改", en=f"Write {better}, and change what refers to it"),
            )


@rule(
    "S852",
    "title-ends-in-punctuation",
    Severity.WARNING,
    literal=True,
    on=False,
    title=Text(zh="名称不以标点结尾", en="A title does not end in punctuation"),
    reason=Text(zh="名称不是句子。", en="A title is no sentence."),
    bad="""
    goals:
      G1: {title: Faster clearance.}
    """,
    good="""
    goals:
      G1: {title: Faster clearance}
    """,
)
def title_ends_in_punctuation(chain: Chain) -> Iterator[Breach]:
    for element in chain.elements.values():
        for path, said in _said(element.title, ("title",)):
            if said[-1:] in _ENDS and element.KIND.name not in {"gateway", "event"}:
                yield Breach(
                    element.id,
                    Text(zh=f"名称以“{said[-1]}”结尾", en=f"The title ends in “{said[-1]}”"),
                    Text(zh="去掉它", en="Take it out"),
                    path,
                )


@rule(
    "S853",
    "title-starts-small",
    Severity.WARNING,
    literal=True,
    on=False,
    title=Text(zh="英文名称以大写字母开头", en="An English title begins with a capital"),
    reason=Text(zh="表格和图里，大小写不一的名称显得随意。", en="Titles of mixed case look careless side by side."),
    bad="""
    goals:
      G1: {title: faster clearance}
    """,
    good="""
    goals:
      G1: {title: Faster clearance}
    """,
)
def title_starts_small(chain: Chain) -> Iterator[Breach]:
    for element in chain.elements.values():
        for path, said in _said(element.title, ("title",)):
            if _SMALL.match(said):
                yield Breach(
                    element.id,
                    Text(zh=f"名称以小写字母开头：“{said}”", en=f"The title begins with a small letter: “{said}”"),
                    Text(zh=f"写成 {said[0].upper()}{said[1:]}", en=f"Write {said[0].upper()}{said[1:]}"),
                    path,
                )


@rule(
    "S854",
    "half-width-punctuation",
    Severity.WARNING,
    literal=True,
    on=False,
    title=Text(zh="中文里用全角标点", en="Chinese text has full-width punctuation"),
    reason=Text(zh="中文夹着半角标点，版面疏密不匀。", en="Half-width marks between Chinese characters look cramped."),
    bad="""
    goals:
      G1: {title: "更快,更省"}
    """,
    good="""
    goals:
      G1: {title: 更快，更省}
    """,
)
def half_width_punctuation(chain: Chain) -> Iterator[Breach]:
    for element in chain.elements.values():
        for path, text in texts(element):
            for here, said in _said(text, path):
                if match := _HALF_WIDTH.search(said):
                    yield Breach(
                        element.id,
                        Text(zh=f"“{match[0]}”里是半角标点", en=f"“{match[0]}” has half-width punctuation"),
                        Text(
                            zh=f"写成“{match[0].translate(_FULL_WIDTH)}”",
                            en=f"Write “{match[0].translate(_FULL_WIDTH)}”",
                        ),
                        here,
                    )


@rule(
    "S855",
    "no-description",
    Severity.WARNING,
    on=False,
    title=Text(zh="主要的要素要有说明", en="The main elements are described"),
    reason=Text(
        zh="名称说不清的地方，说明来补；评审的人没有参加过讨论。",
        en="Reviewers were not in the room: what a title cannot say, the description does.",
    ),
    bad="""
    paths:
      rail-sea: {title: Rail–sea transport}
    """,
    good="""
    paths:
      rail-sea: {title: Rail–sea transport, description: From the plant in the interior to the ship at the quay}
    """,
)
def no_description(chain: Chain) -> Iterator[Breach]:
    for element in chain.elements.values():
        said = element.description or getattr(element, "statement", None) or getattr(element, "definition", None)
        if isinstance(element, _DESCRIBED) and said is None:
            title = element.KIND.title
            yield Breach(
                element.id,
                Text(
                    zh=f"{title.in_('zh')}“{element.id}”没有说明",
                    en=f"{title.in_('en')} “{element.id}” is not described",
                ),
                Text(zh="写上 description", en="Add description:"),
            )


@rule(
    "S856",
    "id-says-nothing",
    Severity.WARNING,
    literal=True,
    on=False,
    title=Text(zh="编号不只是数字", en="An id is more than a number"),
    reason=Text(
        zh="“12”是目标还是事项？引用的人要去查。", en="“12” may be anything: whoever reads a reference must look it up."
    ),
    bad="""
    goals:
      "12": {title: Faster clearance}
    """,
    good="""
    goals:
      G12: {title: Faster clearance}
    """,
)
def id_says_nothing(chain: Chain) -> Iterator[Breach]:
    for element in chain.elements.values():
        name = element.id.rpartition("/")[2]
        if name.replace(".", "").replace("-", "").isdecimal():
            yield Breach(
                element.id,
                Text(zh=f"编号“{name}”只有数字", en=f"The id “{name}” is a mere number"),
                Text(zh="加上字母，如 G1 或 clearance-time", en="Put letters to it, as in G1 or clearance-time"),
            )


_ID: Final = re.compile(r"[a-z][a-z0-9.]*(?:-[a-z0-9.]+)*|[A-Z]{1,3}[0-9]+(?:\.[0-9]+)*|[A-Z]")
_ENDS: Final = frozenset(".。,，;；:：!！")
_SMALL: Final = re.compile(r"[a-z](?!-)[a-z]")
_HALF_WIDTH: Final = re.compile("[\u3400-\u9fff][,;:?!]\\s?[\u3400-\u9fff]|[\u3400-\u9fff][,;:?!]$")
_FULL_WIDTH: Final = str.maketrans(",;:?!", "，；：？！")
_DESCRIBED: Final = (Goal, Indicator, Path, Scenario, Item)


def _said(text: Text, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every wording of a text, with its path."""
    for language, said in (("zh", text.zh), ("en", text.en)):
        if said is not None:
            yield (*path, language), said
    if text.plain is not None:
        yield path, text.plain


RULES: Final = (
    id_style,
    title_ends_in_punctuation,
    title_starts_small,
    half_width_punctuation,
    no_description,
    id_says_nothing,
)
"""These rules."""
