from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step3_architecture import Function
from sevenstep.model.step4_paths import Path
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step4_paths.authority import entitled_actors


@rule(
    "S405",
    "accountable-without-authority",
    Severity.WARNING,
    title=Text(zh="问责者 (A) 在环节所属的领域里有职权", en="Who is accountable has a say in the function's domain"),
    reason=Text(
        zh="管不着这个领域的人负不了这个责。",
        en="Nobody can answer for work in a domain where they have no say.",
    ),
)
def accountable_without_authority(chain: Chain) -> Iterator[Violation]:
    entitled = entitled_actors(chain)
    anywhere = set().union(*entitled.values())
    for path in chain.engagement.of(Path):
        for key, raci in path.connects.items():
            function = chain.elements.get(key)
            if not isinstance(function, Function) or function.domain is None:
                continue
            for index, who in enumerate(raci.accountable):
                if who in anywhere and who not in entitled.get(function.domain, ()):
                    yield Violation(
                        path.id,
                        Text(
                            zh=f"“{who}”在环节“{key}”被问责，却不在领域“{function.domain}”活动",
                            en=f"“{who}” answers for function “{key}”, but has no say in domain “{function.domain}”",
                        ),
                        Text(
                            zh=f"换一个问责者，或在“{who}”的 domains 里加上 {function.domain}",
                            en=f"Name another actor, or add {function.domain} to the domains of “{who}”",
                        ),
                        ("connects", key, "A", index),
                    )
