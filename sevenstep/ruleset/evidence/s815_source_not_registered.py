from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.evidence.citations import document_named, documents_meant, every_source
from sevenstep.ruleset.rule import Violation, rule

_MOST_NAMED: Final = 5


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
    registered = chain.engagement.header.sources
    if not registered:
        return
    meant, none_near = documents_meant(chain), _none_near(registered)
    for element in chain.elements.values():
        for path, source in every_source(element):
            name = document_named(source)
            if not name or name in registered or chain.engagement.lacks("sources", name):
                continue
            near, cites_figure = meant.get(name), source.figure is not None or name != source.document
            if near or cites_figure:
                yield Violation(
                    element.id,
                    Text(zh=f"没有登记叫“{name}”的文件", en=f"No document “{name}” is registered"),
                    _which(near) if near else none_near,
                    path,
                )


def _which(near: list[str]) -> Text:
    return Text(
        zh=f"是不是{' 或 '.join(f'“{document}”' for document in near)}？",
        en=f"Did you mean {' or '.join(f'“{document}”' for document in near)}?",
    )


def _none_near(registered: Iterable[str]) -> Text:
    """What to do about a figure of a document like none that is registered: perhaps its name just has a ``#``."""
    names = list(islice(registered, _MOST_NAMED + 1))
    shown, more = names[:_MOST_NAMED], len(names) > _MOST_NAMED
    return Text(
        zh=f"# 前面写登记过的文件（{'、'.join(shown)}{' 等' if more else ''}），或在 engagement.yaml 的 sources: "
        "下登记这一份；如果 # 是文件名称的一部分，改写成“第…号”",
        en=f"Before # name a registered document ({', '.join(shown)}{', …' if more else ''}), or register this one "
        "in engagement.yaml under sources:; if the # belongs to the name of the document, write No. instead",
    )
