"""What the marks of a chapter name: elements, pictures, tables and figures."""

from collections.abc import Iterable, Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.chain.pictures import picture_meant, picture_names
from sevenstep.diagnostic import Place, Severity
from sevenstep.language import Text
from sevenstep.model.chapters.chapter import Mark, MarkKind
from sevenstep.model.chapters.tables import MOST_BLOCKS, TABLES
from sevenstep.model.chapters.values import STAGES, figures_asked
from sevenstep.model.nearest import element_meant
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.suggest import did_you_mean
from sevenstep.rules.rule import Breach, Rule, rule
from sevenstep.source.characters import brief

_FORMS: Final = Text(
    zh="写成 {{picture 名称}}、{{table 名称}} 或 {{value 指标编号}}；只是文字的，前面加 \\",
    en="Write {{picture NAME}}, {{table NAME}} or {{value ID}}; put \\ before what is only text",
)
_MOST_NAMES: Final[dict[MarkKind, int]] = {"picture": 1, "table": 1, "value": 3}
_MOST_SUGGESTIONS: Final = 50
"""For how many marks the nearest name is looked for: each is compared with all the names there are."""
_MOST_BY_TITLE: Final = 10
"""Of how many the nearest title is looked for, too, which takes longer."""
_CHAPTER: Final = """
    goals:
      G1: {title: Faster clearance, horizon: 2027}
    indicators:
      lead-time: {title: Lead time, measures: G1, unit: d, baseline: 3.5, targets: {2027: 1}}
    === chapters/intro.md
    # How to read this
"""


class _Marks:
    """The marks of some kinds in all chapters, each with its place; and suggestions for the first of them."""

    def __init__(self, chain: Chain, *kinds: MarkKind) -> None:
        self.chain = chain
        self.kinds = kinds
        self.suggested = 0

    def __iter__(self) -> Iterator[tuple[Mark, Place]]:
        for chapter in self.chain.engagement.chapters:
            for mark in chapter.marks:
                if mark.kind in self.kinds:
                    yield mark, Place(chapter.file, span=mark.span)

    def meant(self, wrong: str, choices: Iterable[str], otherwise: Text) -> Text:
        self.suggested += 1
        found = did_you_mean(wrong, choices) if self.suggested <= _MOST_SUGGESTIONS else None
        return found or otherwise

    def element(self, wrong: str) -> Text:
        """Which element may be meant, by its id or, where none is near, by its title."""
        elements = self.chain.engagement.elements
        by_title = element_meant(wrong, elements.values()) if self.suggested < _MOST_BY_TITLE else None
        otherwise = Text(zh="写上要素的编号，或删掉这个引用", en="Write the id of an element, or take the mark out")
        return self.meant(wrong, elements, by_title or otherwise)


def _breach(place: Place, message: Text, remedy: Text, mended: str | None = None) -> Breach:
    return Breach("", message, remedy, place=place, mended=mended)


@rule(
    "S831",
    "chapter-unknown-element",
    Severity.ERROR,
    literal=True,
    title=Text(zh="正文里提到的要素必须存在", en="Elements that a chapter names exist"),
    reason=Text(
        zh="读者点不到的链接，等于没有依据的说法。",
        en="A link that leads nowhere is a claim without anything behind it.",
    ),
    bad=f"{_CHAPTER}    Faster booking ([[lead-tme]]) serves [[G2|the goal]].\n",
    good=f"{_CHAPTER}    Faster booking ([[lead-time]]) serves [[G1|the goal]].\n",
)
def unknown_element(chain: Chain) -> Iterator[Breach]:
    """Links to, and figures of, elements that are not there."""
    engagement = chain.engagement
    if not engagement.complete:
        return
    marks = _Marks(chain, "link", "value")
    for mark, place in marks:
        if mark.name and mark.name not in engagement.elements and mark.name not in engagement.broken:
            shown = brief(mark.name)
            yield _breach(
                place,
                Text(zh=f"没有编号为“{shown}”的要素", en=f"There is no element “{shown}”"),
                marks.element(mark.name),
            )


@rule(
    "S832",
    "chapter-unclear-mark",
    Severity.ERROR,
    literal=True,
    title=Text(zh="正文里的标记要写得正确", en="The marks of a chapter are well-formed"),
    reason=Text(
        zh="写错的标记会原样出现在网页上，图、表或数值却没有了。",
        en="A mistyped mark is printed as it stands, and what it should show is missing.",
    ),
    bad=f"{_CHAPTER}    【【G1】】, ｛｛value lead-time｝｝, {{{{vlaue lead-time}}}}, {{{{table}}}}\n",
    good=f"{_CHAPTER}    See [[G1]] and {{{{value lead-time}}}}; `{{{{ 7 * 7 }}}}` is code.\n",
)
def unclear_mark(chain: Chain) -> Iterator[Breach]:
    """Marks with an unknown word, with too few or too many names, with full-width brackets, or not closed."""
    marks = _Marks(chain, "unknown", "slip", *_MOST_NAMES)
    for mark, place in marks:
        shown = brief(mark.written)
        if mark.kind == "slip":
            yield _slip(mark, place, shown)
        elif mark.kind == "unknown":
            yield _breach(
                place,
                Text(zh=f"看不懂“{shown}”", en=f"“{shown}” means nothing here"),
                marks.meant(mark.words, _MOST_NAMES, _FORMS),
            )
        elif not 1 <= len(mark.names) <= _MOST_NAMES[mark.kind]:
            yield _breach(
                place, Text(zh=f"“{shown}”的名称写得不对", en=f"“{shown}” names too little or too much"), _FORMS
            )


def _slip(mark: Mark, place: Place, shown: str) -> Breach:
    if not mark.meant:
        return _breach(
            place,
            Text(zh=f"“{shown}”没有写完", en=f"“{shown}” is not closed"),
            Text(zh="用 ]] 或 }} 结束，或在前面加 \\", en="Close it with ]] or }}, or put \\ before it"),
        )
    return _breach(
        place,
        Text(zh=f"“{shown}”用了全角括号", en=f"“{shown}” has full-width brackets"),
        Text(zh=f"写成 {brief(mark.meant)}", en=f"Write {brief(mark.meant)}"),
        mark.meant,
    )


@rule(
    "S833",
    "chapter-unknown-picture",
    Severity.ERROR,
    literal=True,
    title=Text(zh="正文里放的图必须存在", en="Pictures that a chapter places exist"),
    reason=Text(zh="没有的图只会留下空白。", en="A picture that is not there leaves a hole in the page."),
    bad=f"{_CHAPTER}    {{{{picture goal-tre}}}}\n",
    good=f"{_CHAPTER}    {{{{picture goal-tree}}}}\n",
)
def unknown_picture(chain: Chain) -> Iterator[Breach]:
    """Names that belong to no picture of the engagement."""
    if not chain.engagement.complete:
        return
    marks = _Marks(chain, "picture")
    for mark, place in marks:
        name = mark.name.rpartition("/")[2]
        if len(mark.names) == 1 and name not in chain.engagement.broken and picture_meant(chain, mark.name) is None:
            shown = brief(mark.name)
            choices = [*picture_names(chain), *(one.partition("/")[2] for one in picture_names(chain) if "/" in one)]
            if mark.name.startswith("trace/"):
                choices = [f"trace/{key}" for key in chain.elements]
            yield _breach(
                place,
                Text(zh=f"没有名为“{shown}”的图", en=f"There is no picture “{shown}”"),
                marks.meant(
                    mark.name,
                    choices,
                    Text(zh="sevenstep draw --list 列出所有的图", en="sevenstep draw --list names all pictures"),
                ),
            )


@rule(
    "S834",
    "chapter-unknown-table",
    Severity.ERROR,
    literal=True,
    title=Text(zh="正文里放的表必须存在", en="Tables that a chapter places exist"),
    reason=Text(zh="没有的表只会留下空白。", en="A table that is not there leaves a hole in the page."),
    bad=f"{_CHAPTER}    {{{{table indicator}}}}\n",
    good=f"{_CHAPTER}    {{{{table indicators}}}}\n",
)
def unknown_table(chain: Chain) -> Iterator[Breach]:
    """Names that belong to no table."""
    marks = _Marks(chain, "table")
    for mark, place in marks:
        if len(mark.names) == 1 and mark.name not in TABLES:
            shown = brief(mark.name)
            yield _breach(
                place,
                Text(zh=f"没有名为“{shown}”的表", en=f"There is no table “{shown}”"),
                marks.meant(
                    mark.name, TABLES, Text(zh=f"可以放：{'、'.join(TABLES)}", en=f"There are: {', '.join(TABLES)}")
                ),
            )


@rule(
    "S835",
    "chapter-no-such-value",
    Severity.ERROR,
    literal=True,
    title=Text(zh="正文里引用的数值必须在模型里", en="Figures that a chapter shows are in the model"),
    reason=Text(
        zh="数值取自模型，才会跟着模型变；模型里没有，就没有可显示的。",
        en="A figure comes from the model, so that it changes with it: what is not there cannot be shown.",
    ),
    bad=f"{_CHAPTER}    {{{{value G1}}}}, {{{{value lead-time aim}}}}, {{{{value lead-time target 2030}}}}\n",
    good=f"{_CHAPTER}    {{{{value lead-time}}}}, {{{{value lead-time target 2027}}}}\n",
)
def no_such_value(chain: Chain) -> Iterator[Breach]:
    """Figures of what is no indicator, of a stage that nobody knows, or that the indicator does not have."""
    marks = _Marks(chain, "value")
    for mark, place in marks:
        element = chain.elements.get(mark.name)
        if element is None or len(mark.names) > _MOST_NAMES["value"]:
            continue
        if not isinstance(element, Indicator):
            kind = element.KIND.title
            yield _breach(
                place,
                Text(
                    zh=f"“{mark.name}”是{kind.in_('zh')}，不是指标",
                    en=f"“{mark.name}” is no indicator but a {kind.in_('en').lower()}",
                ),
                Text(
                    zh=f"写指标的编号；要链接就写 [[{mark.name}]]",
                    en=f"Name an indicator; to link, write [[{mark.name}]]",
                ),
            )
            continue
        stage = mark.names[1] if len(mark.names) > 1 else ""
        if stage and stage not in STAGES:
            yield _breach(
                place,
                Text(zh=f"不认识“{brief(stage)}”", en=f"“{brief(stage)}” is no stage of a figure"),
                marks.meant(
                    stage, STAGES, Text(zh=f"可以写：{'、'.join(STAGES)}", en=f"There are: {', '.join(STAGES)}")
                ),
            )
        elif not figures_asked(element, *mark.names[1:]):
            yield _breach(
                place,
                Text(zh=f"指标“{mark.name}”没有这个数值", en=f"The indicator “{mark.name}” does not have this figure"),
                _figures_there(element),
            )


def _figures_there(indicator: Indicator) -> Text:
    said = ["baseline"] if indicator.baseline is not None else []
    said += [f"target {date}" for date in list(indicator.targets)[:5]]
    if not said:
        return Text(zh="给它写上 baseline 和 targets", en="Give it a baseline and targets")
    return Text(zh=f"它有：{'、'.join(said)}", en=f"It has: {', '.join(said)}")


@rule(
    "S838",
    "chapter-block-in-text",
    Severity.ERROR,
    literal=True,
    title=Text(zh="图和表单独占一行", en="A picture or table stands alone on its line"),
    reason=Text(zh="图和表放不进一句话里。", en="Neither fits into a sentence."),
    bad=f"{_CHAPTER}    As {{{{picture goal-tree}}}} shows\n",
    good=f"{_CHAPTER}    As this picture shows:\n\n    {{{{picture goal-tree}}}}\n",
)
def block_in_text(chain: Chain) -> Iterator[Breach]:
    """Pictures and tables with something else on their line."""
    for mark, place in _Marks(chain, "picture", "table"):
        if not mark.is_block:
            yield _breach(
                place,
                Text(zh=f"“{brief(mark.written)}”和别的内容在同一行", en=f"“{brief(mark.written)}” shares its line"),
                Text(zh="让它单独占一行", en="Put it on a line of its own"),
            )


@rule(
    "S830",
    "chapter-too-full",
    Severity.WARNING,
    literal=True,
    title=Text(zh=f"一章最多 {MOST_BLOCKS} 张图和表", en=f"A chapter places at most {MOST_BLOCKS} pictures and tables"),
    reason=Text(
        zh="再多的图没有人看，网页也打不开；多出来的只写出名称。",
        en="Nobody reads more, and the page becomes too heavy to open; of the others only the titles are shown.",
    ),
    bad=_CHAPTER + "    {{picture goal-tree}}\n" * (MOST_BLOCKS + 1),
    good=f"{_CHAPTER}    {{{{picture goal-tree}}}}\n",
)
def too_full(chain: Chain) -> Iterator[Breach]:
    """Chapters with more pictures and tables than are shown."""
    for chapter in chain.engagement.chapters:
        blocks = [mark for mark in chapter.marks if mark.is_block]
        if len(blocks) > MOST_BLOCKS:
            yield _breach(
                Place(chapter.file, span=blocks[MOST_BLOCKS].span),
                Text(
                    zh=f"这一章有 {len(blocks)} 张图和表", en=f"This chapter places {len(blocks)} pictures and tables"
                ),
                Text(zh="分成几章", en="Make several chapters of it"),
            )


RULES: Final[tuple[Rule, ...]] = (
    too_full,
    unknown_element,
    unclear_mark,
    unknown_picture,
    unknown_table,
    no_such_value,
    block_in_text,
)
