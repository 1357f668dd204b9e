"""What is wrong with the regulations that bind the business: they clash, differ along the way, are missing or over."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from sevenstep.analysis.choices import Weight
from sevenstep.analysis.findings.blockages import hours, number
from sevenstep.analysis.findings.rule import FindingContext, Match, finding
from sevenstep.analysis.regulations.comparison import compared, differing
from sevenstep.analysis.regulations.conflicts import conflicts
from sevenstep.analysis.regulations.demands import demand_shown
from sevenstep.analysis.regulations.reach import area_title, met_on
from sevenstep.analysis.regulations.required_work import required_steps
from sevenstep.analysis.results import Fact
from sevenstep.analysis.wording import shown_number
from sevenstep.chain.graph import Chain
from sevenstep.language import Text, joined
from sevenstep.model.choices import FindingType, Metric, Variant
from sevenstep.model.step3_regulations import Regulation
from sevenstep.model.step7_flows import Flow

_MOST_NAMED: Final = 5
"""Areas or elements that a message names; of the others it says how many there are."""


_MOST_FACTS: Final = 30


def _named(titles: Iterable[Text]) -> Text:
    quoted = [title.inserted_into(zh="“{}”", en="“{}”") for title in titles]
    left = len(quoted) - _MOST_NAMED
    if left > 0:
        told = joined(quoted[:_MOST_NAMED])
        return told.inserted_into(zh=f"{{}}等 {len(quoted)} 处", en=f"{{}} and {left} more")
    return joined((joined(quoted[:-1]), quoted[-1]), zh="和", en=" and ") if len(quoted) > 1 else joined(quoted)


def _sentence(zh: str, en: str, **said: Text) -> Text:
    """Two sentences with texts where their names stand in braces."""
    return Text(
        zh=zh.format(**{name: text.for_language("zh") for name, text in said.items()}),
        en=en.format(**{name: text.for_language("en") for name, text in said.items()}),
    )


def _demands(chain: Chain, regulations: Iterable[Regulation]) -> tuple[Fact, ...]:
    """Who demands what; of a long list the first."""
    listed = list(regulations)
    told = [
        Fact(area_title(chain, regulation), _of(demand_shown(regulation.demands), regulation.title))
        for regulation in listed[:_MOST_FACTS]
    ]
    if (left := len(listed) - _MOST_FACTS) > 0:
        told.append(Fact(Text(zh="另有", en="besides"), Text(zh=f"{left} 条", en=f"{left} more")))
    return tuple(told)


def _of(demand: Text, title: Text) -> Text:
    return _sentence("{demand}（{title}）", "{demand} ({title})", demand=demand, title=title)


@finding(
    "F411",
    "demands-clash",
    FindingType.BLOCKAGE,
    Weight.SERIOUS,
    title=Text(zh="两条规定不能同时满足", en="Two demands that cannot both be met"),
    meaning=Text(
        zh="两条法规标准在同一件事上约束同一个要素，要求的数值没有交集：满足一条就违反另一条。只比数值，文字不比。",
        en="Two regulations bind one element on one subject with figures that share no value: whoever meets one breaks "
        "the other. Figures alone are compared, not words.",
    ),
    advice=Text(
        zh="请两个制定方商定以哪条为准，或按适用范围把要素分开。",
        en="Have both issuers settle which counts, or part the element by jurisdiction.",
    ),
)
def demands_clash(context: FindingContext) -> Iterator[Match]:
    chain = context.chain
    for clash in conflicts(chain):
        pair = (clash.one, clash.other)
        yield Match(
            (*clash.elements, clash.one.id, clash.other.id),
            _sentence(
                "在“{subject}”上，{first}和{second}都约束{elements}，却没有一个数值能同时满足两者",
                "On “{subject}”, {first} and {second} both bind {elements}, and no value meets the two",
                subject=clash.one.subject or Text(plain=""),
                first=_of(demand_shown(clash.one.demands), clash.one.title),
                second=_of(demand_shown(clash.other.demands), clash.other.title),
                elements=_named(chain.elements[key].title for key in clash.elements),
            ),
            _demands(chain, pair),
        )


@finding(
    "F412",
    "demands-differ-along-the-way",
    FindingType.BREAK,
    Weight.NOTABLE,
    title=Text(zh="一路上各地规定不同", en="Jurisdictions differ along one way"),
    meaning=Text(
        zh="同一条流程、协同路径或运输路线上，项目日期当时适用的几个范围在同一件事上要求不同：每过一地就要换一套做法。"
        "数值只和数值比，文字只和文字比。",
        en="Along one flow, path or route the jurisdictions that apply at the date of the engagement "
        "demand different things on one subject: "
        "whoever passes changes ways at each border. Figures are compared with figures, words with words.",
    ),
    advice=Text(zh="商定一个共同的要求，或互认对方的结果。", en="Agree on one demand, or accept each other's results."),
)
def demands_differ_along_the_way(context: FindingContext) -> Iterator[Match]:
    chain = context.chain
    ways_of = met_on(chain)
    for subject in compared(chain).subjects:
        on: dict[str, list[Regulation]] = {}
        for regulation in subject.regulations:
            for way in ways_of[regulation.id]:
                on.setdefault(way, []).append(regulation)
        apart = {way: found for way, met in on.items() if (found := differing(met))}
        if apart:
            regulations = list({one.id: one for found in apart.values() for one in found}.values())
            areas = {regulation.area: area_title(chain, regulation) for regulation in regulations}
            yield Match(
                (*(regulation.id for regulation in regulations), *apart),
                _sentence(
                    "“{subject}”在{areas}要求不同，{ways}都会遇到",
                    "On “{subject}”, {areas} demand different things, all met on {ways}",
                    subject=subject.title,
                    areas=_named(areas.values()),
                    ways=_named(chain.elements[way].title for way in apart),
                ),
                _demands(chain, regulations),
            )


@finding(
    "F413",
    "subject-not-settled",
    FindingType.BLIND_SPOT,
    Weight.MINOR,
    title=Text(zh="有的范围没有规定", en="A jurisdiction that settles nothing"),
    meaning=Text(
        zh="别的范围在项目日期当时对这件事有规定，这个范围没有，它所在的上级范围也没有。只比至少还有一件事同样作了规定的范围。",
        en="Others settle this subject at the date of the engagement; this jurisdiction does not, nor "
        "does one around it. Only jurisdictions "
        "are compared that settle at least one other subject alike.",
    ),
    advice=Text(
        zh="查明是没有规定，还是没有填；确实没有的，商定按谁的办。",
        en="Find out whether nothing applies or nothing was entered; where nothing applies, agree whose demand counts.",
    ),
)
def subject_not_settled(context: FindingContext) -> Iterator[Match]:
    chain = context.chain
    areas = compared(chain)
    for subject in areas.subjects:
        if subject.gaps:
            regulations = subject.regulations
            yield Match(
                (
                    *(regulation.id for regulation in regulations),
                    *(key for key in subject.gaps if key in chain.elements),
                ),
                _sentence(
                    "“{subject}”在{there}有规定，在{here}没有",
                    "“{subject}” is settled in {there}, and not in {here}",
                    subject=subject.title,
                    there=_named(areas.titles[area] for area in subject.by_area),
                    here=_named(areas.titles[area] for area in subject.gaps),
                ),
                _demands(chain, regulations),
            )


@finding(
    "F414",
    "bound-by-what-does-not-apply",
    FindingType.BLIND_SPOT,
    Weight.NOTABLE,
    title=Text(zh="步骤受不适用的法规标准约束", en="Steps bound by what does not apply"),
    meaning=Text(
        zh="这条法规标准在项目日期当时已经失效，或尚未生效，步骤却仍按其办理。尚未生效的，只看现状流程。",
        en="At the date of the engagement the regulation is over, or does not apply yet, and still the "
        "steps go by it. Of one that is to come "
        "only flows as is are looked at.",
    ),
    advice=Text(
        zh="查明现行的是哪一条，把步骤改过来；有后续规定的，补上。",
        en="Find out which one applies now and fix the steps; add the one that came after it.",
    ),
)
def bound_by_what_does_not_apply(context: FindingContext) -> Iterator[Match]:
    chain, day = context.chain, context.chain.engagement.as_of
    for regulation in chain.engagement.of(Regulation):
        over, to_come = regulation.is_over(day), regulation.is_to_come(day)
        if not over and not to_come:
            continue
        bound = [element.id for element in chain.targets(regulation.id, "binds") if "/" in element.id]
        if to_come:
            required = (step.id for step in chain.holders(regulation.id, "required-by"))
            bound = [step for step in dict.fromkeys((*bound, *required)) if _is_as_is(chain, step)]
        if bound:
            when = Text(plain=str((regulation.until if over else regulation.begins) or ""))
            steps = _named(chain.elements[step].title for step in bound)
            yield Match(
                (regulation.id, *bound),
                _sentence(
                    "“{title}”{when} 已失效，仍约束{steps}" if over else "“{title}”{when} 才生效，现状里已约束{steps}",
                    "“{title}” applied until {when}, and still binds {steps}"
                    if over
                    else "“{title}” applies from {when} only, and binds {steps} as they are today",
                    title=regulation.title,
                    when=when,
                    steps=steps,
                ),
                (Fact(Text(zh="受约束的步骤", en="steps bound"), number(len(bound))),),
            )


def _is_as_is(chain: Chain, step: str) -> bool:
    flow = chain.elements[step.rpartition("/")[0]]
    return isinstance(flow, Flow) and flow.variant == Variant.AS_IS


@finding(
    "F415",
    "done-for-what-is-over",
    FindingType.BLOCKAGE,
    Weight.SERIOUS,
    title=Text(zh="为已失效的规定而做的步骤", en="Steps done for what no longer applies"),
    meaning=Text(
        zh="这些步骤只因某条法规标准才做，而要求它们的每一条在项目日期当时都已失效：可以不做了。",
        en="These steps are done only for regulations, and every one that demands them is over at the "
        "date of the engagement: they need not be "
        "done.",
    ),
    advice=Text(
        zh="与制定方确认已没有后续要求，然后取消这些步骤。",
        en="Make sure with the issuer that nothing replaced it, then leave these steps out.",
    ),
)
def done_for_what_is_over(context: FindingContext) -> Iterator[Match]:
    chain, day = context.chain, context.chain.engagement.as_of
    for flow in chain.engagement.of(Flow):
        over = {
            step: required
            for step, required in required_steps(chain, flow).items()
            if all(_is_over(chain, key, day) for key in required) and _are_all_known(chain, step)
        }
        if over:
            regulations = dict.fromkeys(key for required in over.values() for key in required)
            yield Match(
                (*over, *regulations),
                _sentence(
                    "{steps}只为{regulations}而做，{these}已失效",
                    "{steps}: done only for {regulations}, which no longer {these}",
                    steps=_named(chain.elements[step].title for step in over),
                    regulations=_named(chain.elements[key].title for key in regulations),
                    these=Text(
                        zh="它们都" if len(regulations) > 1 else "它", en="apply" if len(regulations) > 1 else "applies"
                    ),
                ),
                tuple(_saved(context, flow, over)),
            )


def _is_over(chain: Chain, key: str, day: date) -> bool:
    regulation = chain.elements[key]
    return isinstance(regulation, Regulation) and regulation.is_over(day)


def _are_all_known(chain: Chain, step: str) -> bool:
    """Whether every regulation that the step names is there: one that is not may still apply."""
    written = sum(link.relation.name == "required-by" for link in chain.written[step])
    return written == sum(link.relation.name == "required-by" for link in chain.outgoing.get(step, ()))


def _saved(context: FindingContext, flow: Flow, steps: Iterable[str]) -> Iterator[Fact]:
    """What the steps take a case."""
    found = context.metrics.get(flow.id)
    if found is None:
        return
    sums = [found.steps[step.rpartition("/")[2]] for step in steps]
    work, waiting = sum(step.processing for step in sums), sum(step.waiting for step in sums)
    if work:
        yield Fact(Text(zh="每件的办理", en="work a case"), hours(work))
    if waiting:
        yield Fact(Text(zh="每件的等待", en="waiting a case"), hours(waiting))
    cost = sum(step.cost for step in sums)
    if cost and Metric.COST in found.values:
        yield Fact(
            Text(zh="每件的成本", en="cost a case"),
            Text(zh=shown_number(cost, found.currency, "zh"), en=shown_number(cost, found.currency, "en")),
        )


RULES: Final = (
    demands_clash,
    demands_differ_along_the_way,
    subject_not_settled,
    bound_by_what_does_not_apply,
    done_for_what_is_over,
)
"""In the order of the codes."""
