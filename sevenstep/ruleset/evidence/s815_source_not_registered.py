from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.contents import sources
from sevenstep.ruleset.evidence.citations import documents_meant
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S815",
    "source-not-registered",
    Severity.WARNING,
    literal=True,
    title=Text(zh="引用登记过的文件，编号要写对", en="A registered document is cited by its id"),
    reason=Text(
        zh="编号差一个字，引用就找不到那份文件。",
        en="With one letter amiss, the citation does not find its document.",
    ),
)
def source_not_registered(chain: Chain) -> Iterator[Violation]:
    meant = documents_meant(chain)
    if not meant:
        return
    for element in chain.elements.values():
        for path, source in sources(element):
            if source.document is not None and (near := meant.get(source.document)):
                yield Violation(
                    element.id,
                    Text(
                        zh=f"没有登记叫“{source.document}”的文件", en=f"No document “{source.document}” is registered"
                    ),
                    Text(
                        zh=f"是不是{' 或 '.join(f'“{document}”' for document in near)}？",
                        en=f"Did you mean {' or '.join(f'“{document}”' for document in near)}?",
                    ),
                    path,
                )
