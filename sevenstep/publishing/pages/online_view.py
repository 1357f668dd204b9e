"""The online rate as tables of pages: of the whole, of paths, domains and actors."""

from collections.abc import Iterable

from sevenstep.analysis.online_shares import OnlineRate, Share
from sevenstep.analysis.wording import shown_number
from sevenstep.model.choices import OnlineCount, Variant
from sevenstep.model.step3_architecture import Domain
from sevenstep.model.step4_paths import Actor, Path
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.measured import share_number
from sevenstep.publishing.pages.tables import without_empty_columns
from sevenstep.publishing.views import Cell, Row, Table


def online_table(context: Context) -> Table:
    """The whole, then every path, domain and actor of which anything is known."""
    found = context.analysis.online
    whole = (found.whole,) if found.whole is not None else ()
    return _table(context, (*whole, *found.paths, *found.domains, *found.actors))


def online_of(context: Context, element: object) -> Table:
    """The online rate of one path, domain or actor."""
    found = context.analysis.online
    if not isinstance(element, Path | Domain | Actor):
        return _table(context, ())
    return _table(
        context, [rate for rate in (*found.paths, *found.domains, *found.actors) if rate.element == element.id]
    )


def _table(context: Context, rates: Iterable[OnlineRate]) -> Table:
    words = context.words
    variants = tuple(Variant) if context.analysis.online.has_design else (Variant.AS_IS,)
    named = {Variant.AS_IS: words["as_is"], Variant.TO_BE: words["to_be"]}
    counts = ((OnlineCount.EXCHANGES, "online_exchanges"), (OnlineCount.STEPS, "online_steps"), (None, "online_both"))
    heads = [words["what"]]
    for _, word in counts:
        heads += [f"{words[word]} · {named[variant]}" if len(variants) > 1 else words[word] for variant in variants]
    rows = tuple(
        Row(
            (
                _element(context, rate),
                *(_cell(context, rate.share(variant, count)) for count, _ in counts for variant in variants),
            )
        )
        for rate in rates
    )
    return without_empty_columns(Table(words["online_title"], "online", tuple(heads), rows, words["online_note"]))


def _element(context: Context, rate: OnlineRate) -> Cell:
    if rate.element is None:
        return Cell(text=context.words["online_whole"])
    return Cell(refs=(context.refs[rate.element],))


def _cell(context: Context, share: Share) -> Cell:
    """The share, with how many of how many beside it."""
    if share.rate is None:
        return Cell(number=True)
    online, known = (
        shown_number(number, "", context.language, [share.known]) for number in (share.online, share.known)
    )
    return share_number(context, share.rate, note=f"{online} / {known}")
