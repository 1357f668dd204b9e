from collections.abc import Iterator

from sevenstep.chain.coverage import covered_elements, holders_of_cover
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text, joined
from sevenstep.model.kinds import KINDS
from sevenstep.model.links import covering
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S802",
    "uncovered",
    Severity.WARNING,
    title=Text(zh="每个要素都要由下一步落实", en="Every element is served by one of the next step"),
    reason=Text(
        zh="没有下一步承接的要素，是一句没有兑现的承诺。",
        en="An element that nothing carries out is a promise that is not kept.",
    ),
)
def uncovered(chain: Chain) -> Iterator[Violation]:
    engagement = chain.engagement
    if not engagement.complete:
        return
    covered = covered_elements(chain)
    unread = set(engagement.broken.values())
    for element in chain.elements.values():
        kind = element.KIND
        if not covering(kind.name) or element.id in covered or unread & holders_of_cover(kind.name):
            continue
        if kind.uncovered is not None:
            own = kind.uncovered
            yield Violation(element.id, _about(own.message, element.id), _about(own.remedy, element.id))
            continue
        holders = joined((KINDS[name].KIND.title for name in sorted(holders_of_cover(kind.name))), "或", " or ")
        yield Violation(
            element.id,
            Text(
                zh=f"没有{holders.for_language('zh')}落实{kind.title.for_language('zh')}“{element.id}”",
                en=f"No {holders.for_language('en').lower()} serves "
                f"{kind.title.for_language('en').lower()} “{element.id}”",
            ),
            Text(
                zh="补上落实它的要素，或写明理由接受：accepted: {S802: 理由}",
                en="Add one that does, or accept the gap with a reason: accepted: {S802: reason}",
            ),
        )


def _about(said: Text, element: str) -> Text:
    return Text(zh=said.for_language("zh").replace("{}", element), en=said.for_language("en").replace("{}", element))
