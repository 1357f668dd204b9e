"""Tells where each element of a model is shown; run with the package that is asked about, which may be a copy."""

import json
import sys
from pathlib import Path

from sevenstep import pipeline
from sevenstep.chain.address import page_path
from sevenstep.chain.coverage import elements_by_step
from sevenstep.chain.justification import path_to_goal
from sevenstep.chain.pictures import pictures_of
from sevenstep.chain.trace import has_trace
from sevenstep.diagrams.layout.bundles import bundle_of
from sevenstep.diagrams.pictures import trace, whole_chain
from sevenstep.diagrams.scene import Link
from sevenstep.method import FRAMES, STEPS
from sevenstep.publishing.context import make_context
from sevenstep.publishing.pages.explorer_view import explorer_view
from sevenstep.publishing.pages.frame_view import frame_view
from sevenstep.publishing.pages.step_view import step_view
from sevenstep.publishing.rendering import element_pages
from sevenstep.report import element as element_report

no_address = Link(lambda _: "")


checked = pipeline.check(Path(sys.argv[1]))
chain = checked.chain
context = make_context(checked, "en", {})
pages = {page.path: page for page in element_pages(context)}
search = {entry.url for page in pages.values() for entry in page.search}
explorer = {row[0] for row in explorer_view(context)["elements"]}
listed = [table for step in STEPS for table in step_view(context, step, ()).tables]
listed += [table for frame in FRAMES for table in frame_view(context, frame).tables]
tables = {ref.id for table in listed for row in table.rows for ref in row.cells[0].refs}
traces = {
    key: repr(trace.draw(chain, element, "en", no_address))
    for key, element in chain.elements.items()
    if has_trace(chain, element)
}
elements = {}
for key, element in chain.elements.items():
    kind = element.KIND
    card = f"{kind.title.en} {key} · "
    elements[key] = {
        "kind": kind.name,
        "step": kind.step,
        "left_out": kind.left_out,
        "shown": {
            "page": page_path(element) in pages,
            "explorer": key in explorer,
            "chain": bundle_of(chain, element) is not None,
            "trace": any(card in scene for other, scene in traces.items() if other != key),
            "own-trace": f"trace/{key}" in pictures_of(chain, element),
        },
        "table": key in tables,
        "search": context.refs[key].url in search,
        "show": "\n".join(str(line) for line in element_report.lines(checked, element, "", "en")),
        "html": pages[page_path(element)].html if page_path(element) in pages else "",
        "why": [hop.to for hop in path_to_goal(chain, key)],
    }
print(
    json.dumps(
        {
            "elements": elements,
            "counts": elements_by_step(chain),
            "chain": repr(whole_chain.draw(chain, "en", no_address)),
            "problems": [[one.element, one.rule.code] for one in checked.found],
        }
    )
)
