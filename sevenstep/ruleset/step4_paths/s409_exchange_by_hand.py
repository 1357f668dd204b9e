from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.chain.path_variants import changing
from sevenstep.diagnostic import Severity
from sevenstep.language import Text, joined
from sevenstep.model.choices import Channel
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step4_paths.exchanges import every_exchange


@rule(
    "S409",
    "exchange-by-hand",
    Severity.HINT,
    title=Text(zh="数据走系统，不走纸和电话", en="Data goes through systems, not by paper or phone"),
    reason=Text(
        zh="纸和电话传的数据要重新录入，会慢、会错、查不到。",
        en="What comes by paper or phone is typed again: slowly, with errors, and without a trace.",
    ),
)
def exchange_by_hand(chain: Chain) -> Iterator[Violation]:
    for path, index, exchange in every_exchange(chain):
        if changing(chain, path):  # what becomes of it is told on the to-be path
            continue
        if exchange.channel in {Channel.PAPER, Channel.PHONE} and exchange.data:
            known = (chain.elements.get(key) for key in exchange.data)
            what = joined(element.title for element in known if element is not None)
            channel = exchange.channel.label
            sender, receiver = exchange.sender, exchange.receiver
            yield Violation(
                path.id,
                Text(
                    zh=f"“{what.for_language('zh')}”从“{sender}”到“{receiver}”走{channel.for_language('zh')}",
                    en=f"“{what.for_language('en')}” goes from “{sender}” to “{receiver}” by "
                    f"{channel.for_language('en')}",
                ),
                Text(
                    zh="在目标流程里改走系统，或写成发现 (findings: type: break)",
                    en="Let it go through a system in the to-be flow, or record it as a finding of type break",
                ),
                ("exchanges", index, "channel"),
            )
