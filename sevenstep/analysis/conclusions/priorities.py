"""What comes first: the best item with its cost and effect, how sure that is, and where the order of work, or that of
the author's text, is another."""

from collections.abc import Iterator

from sevenstep.analysis.conclusions.conclusion import Conclusion
from sevenstep.analysis.conclusions.effects import comparison_of, difference_of
from sevenstep.analysis.conclusions.item import invested, moved
from sevenstep.analysis.conclusions.wording import named, sentence, titled
from sevenstep.analysis.results import Analysis, Ranking
from sevenstep.chain.graph import Chain
from sevenstep.language import Text, noun
from sevenstep.model.choices import Metric
from sevenstep.model.step6_items import Item

_MIDDLE = 0.5


def priorities_conclusion(chain: Chain, analysis: Analysis) -> Conclusion:
    """The headline names what comes first, at which cost, and what it brings."""
    return Conclusion(_headline(chain, analysis), tuple(_lead(chain, analysis)))


def _headline(chain: Chain, analysis: Analysis) -> Text:
    ranked = analysis.ranking.items
    if not ranked:
        return sentence(
            "尚无排名：准则未写，或者没有一个事项在每条准则上都有分",
            "Nothing is ranked yet: there are no criteria, or no item has a score on all of them",
        )
    first = ranked[0].item
    item, title = chain.elements[first], titled(chain, first)
    effect = moved(difference_of(comparison_of(analysis, first), Metric.LEAD_TIME))
    cost = invested(item) if isinstance(item, Item) else None
    zh = "，".join(part.for_language("zh") for part in (cost, effect) if part is not None)
    en = ": ".join(part.for_language("en") for part in (cost, effect) if part is not None)
    return sentence(f"先办{title.zh}{'：' if zh else ''}{zh}", f"{title.en} comes first{', ' if en else ''}{en}")


def _lead(chain: Chain, analysis: Analysis) -> Iterator[Text]:
    ranking = analysis.ranking
    if not ranking.items:
        return
    first = ranking.items[0]
    other = min(ranking.items, key=lambda ranked: (ranked.topsis_place, ranked.weighted_place))
    if len(ranking.items) > 1:
        if first.topsis_place == other.topsis_place:
            yield sentence("两种算法都把它排在第一", "Both ways of ranking put it first")
        else:
            title, mine = titled(chain, other.item), titled(chain, first.item)
            yield sentence(
                f"加权总分把{mine.zh}排在第一，TOPSIS 把{title.zh}排在第一：宜先商定",
                f"The weighted sum puts {mine.en} first, TOPSIS {title.en}: talk it over before you decide",
            )
    yield from _order_of_work(chain, ranking)
    yield from _order_of_text(chain, ranking)
    if on_line := on_the_line(ranking):
        what = named(chain, on_line)
        yield sentence(
            f"图中{what.zh}的价值或投入居中，落在分界线上，归哪一边由决策者定",
            f"In the picture {what.en} {noun(len(on_line), 'lies', 'lie')} on a line between quadrants: of middling "
            "value or effort",
        )
    if ranking.unscored:
        what = named(chain, ranking.unscored)
        yield sentence(f"评分不全、没有参加排名的：{what.zh}", f"Not ranked for want of scores: {what.en}")


def on_the_line(ranking: Ranking) -> list[str]:
    """The items that the picture shows on a line between quadrants."""
    return [ranked.item for ranked in ranking.items if _MIDDLE in {ranked.value, ranked.effort}]


def _order_of_work(chain: Chain, ranking: Ranking) -> Iterator[Text]:
    """The best item that has to wait for one that ranks behind it."""
    places = ranking.places
    for ranked in ranking.items:
        later = [
            needed.id
            for needed in chain.targets(ranked.item, "depends-on")
            if places.get(needed.id, len(places) + 1) > places[ranked.item]
        ]
        if later:
            title, what = titled(chain, ranked.item), named(chain, later)
            yield sentence(
                f"{title.zh}排名靠前，但须等排名靠后的{what.zh}先完成",
                f"{title.en} ranks higher, but has to wait for {what.en}, which ranks behind it",
            )
            return


def _order_of_text(chain: Chain, ranking: Ranking) -> Iterator[Text]:
    """Where the author's chapters begin with another item than the ranking."""
    told = [
        key
        for key in dict.fromkeys(
            mark.names[0]
            for chapter in chain.engagement.chapters
            for mark in chapter.marks
            if mark.kind == "link" and mark.names
        )
        if key in ranking.places
    ]
    if len(told) < 2 or ranking.places[told[0]] == 1:
        return
    title, place = titled(chain, told[0]), ranking.places[told[0]]
    first = titled(chain, ranking.items[0].item)
    yield sentence(
        f"正文先讲{title.zh}，它在排名中列第 {place}；排名第一的是{first.zh}",
        f"The text begins with {title.en}, which ranks number {place}; number one is {first.en}",
    )
