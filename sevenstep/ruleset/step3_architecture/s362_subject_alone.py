from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step3_architecture.peers import by_subject


@rule(
    "S362",
    "subject-alone",
    Severity.HINT,
    title=Text(zh="规定事项要有别的范围可比", en="A subject is settled in more than one jurisdiction"),
    reason=Text(
        zh="只有一个范围有规定的事项比不出差异：或是写法不同，或是别处没有填。",
        en="Where one jurisdiction alone settles a subject nothing is compared: "
        "it is worded otherwise elsewhere, or missing there.",
    ),
)
def subject_alone(chain: Chain) -> Iterator[Violation]:
    peers_of = by_subject(chain)
    if len({peer.area for peers in peers_of.values() for peer in peers if peer.area}) < 2:
        return
    for peers in peers_of.values():
        if len({peer.area for peer in peers}) == 1 and peers[0].area:
            yield Violation(
                peers[0].id,
                Text(
                    zh=f"“{peers[0].id}”规定的事项，别的范围都没有规定",
                    en=f"No other jurisdiction settles the subject of “{peers[0].id}”",
                ),
                Text(
                    zh="补上别处的规定，或改成别处的写法；没有可比的，就去掉 subject 和 demands",
                    en="Add what applies elsewhere, or word it as there; "
                    "where nothing compares, leave out subject and demands",
                ),
                ("subject",),
            )
