"""Why an element exists, as one sentence: from it hop by hop up to a goal, each with the place where it is written."""

from sevenstep.chain.justification import path_to_goal
from sevenstep.publishing.context import Context
from sevenstep.publishing.problems import source_link
from sevenstep.publishing.views import Hop


def reason(context: Context, element: str) -> tuple[Hop, ...]:
    """The hops of the sentence; none where no path leads to a goal."""
    hops = []
    for hop in path_to_goal(context.chain, element):
        file, line = context.line_of(hop.link.source, hop.link.path)
        place = f"{file}:{line}" if line else file
        place_link = source_link(context.header.settings.repository, file, line)
        hops.append(Hop(context.said(hop.verb), context.refs[hop.to], place, place_link))
    return tuple(hops)
