from collections.abc import Collection, Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import KeyPath, Severity
from sevenstep.language import Text
from sevenstep.model.frames.decision import Decision
from sevenstep.model.suggest import did_you_mean
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A205",
    "unknown-name-in-decision",
    Severity.ERROR,
    title=Text(zh="方案、准则和要求都在比选里写明", en="Options, criteria and requirements are named in the decision"),
    reason=Text(
        zh="名称对不上，写的值就用不上。",
        en="What is said of something that the decision does not name is lost.",
    ),
)
def unknown_name_in_decision(chain: Chain) -> Iterator[Violation]:
    for decision in chain.engagement.of(Decision):
        for path, name, known, what in _named(decision):
            if name not in known:
                remedy = Text(zh=f"先在 {what} 里写上它", en=f"Name it under {what} first")
                yield Violation(
                    decision.id,
                    Text(zh=f"比选的 {what} 里没有 {name}", en=f"The decision has no {name} among its {what}"),
                    did_you_mean(name, known) or remedy,
                    path,
                    on_key=path[-1] == name,
                )


def _named(decision: Decision) -> Iterator[tuple[KeyPath, str, Collection[str], str]]:
    for key, option in decision.options.items():
        for name in option.values:
            yield ("options", key, "values", name), name, decision.criteria, "criteria"
        for name in option.meets:
            yield ("options", key, "meets", name), name, decision.requirements, "requirements"
    for key, requirement in decision.requirements.items():
        if requirement.criterion is not None:
            yield ("requirements", key, "criterion"), requirement.criterion, decision.criteria, "criteria"
    if decision.choice is not None:
        yield ("choice", "option"), decision.choice.option, decision.options, "options"
