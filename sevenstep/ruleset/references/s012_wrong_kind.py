from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.suggest import did_you_mean
from sevenstep.ruleset.references.candidates import MOST_SUGGESTIONS, fitting_ids, kinds_allowed
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S012",
    "wrong-kind",
    Severity.ERROR,
    literal=True,
    title=Text(zh="引用要指向合适的种类", en="A reference points to the kind its field asks for"),
    reason=Text(
        zh="每个字段只连接方法规定的两类要素；指错了，链条就走样。",
        en="Each field joins two kinds of the method; pointed at another, the chain says something else.",
    ),
)
def wrong_kind(chain: Chain) -> Iterator[Violation]:
    for count, link in enumerate(chain.mistyped):
        fitting = fitting_ids(chain, link) if count < MOST_SUGGESTIONS else ()
        is_a, wanted = chain.elements[link.target].KIND.title, kinds_allowed(link)
        yield Violation(
            link.source,
            Text(
                zh=f"“{link.target}”是{is_a.for_language('zh')}，这里要写{wanted.for_language('zh')}",
                en=f"“{link.target}” is of kind {is_a.for_language('en').lower()}; "
                f"{wanted.for_language('en').lower()} is needed here",
            ),
            did_you_mean(link.target, fitting)
            or Text(
                zh=f"改成{wanted.for_language('zh')}的编号，或把它移到合适的字段",
                en=f"Name {_a(wanted.for_language('en').lower())}, or move the reference to the field where it belongs",
            ),
            link.path,
            link.on_key,
        )


def _a(noun: str) -> str:
    return f"{'an' if noun[:1] in 'aeiou' else 'a'} {noun}"
