"""Tells where a field is met; run with the package that is asked about, which is a copy with one field more.

The arguments are three states of a model: without a value of the field, with one, with a wrong one; and the element.
"""

import json
import sys
from pathlib import Path

from sevenstep import pipeline
from sevenstep.chain.completeness import completeness
from sevenstep.method import STEPS
from sevenstep.model.choices import Edition
from sevenstep.publishing.context import make_context
from sevenstep.publishing.navigation import entries
from sevenstep.publishing.pages.changes_view import changes_view
from sevenstep.publishing.pages.step_view import step_view
from sevenstep.publishing.rendering import element_page
from sevenstep.report import element as element_report
from sevenstep.report.reference import markdown

before, after, wrong = (pipeline.check(Path(folder)) for folder in sys.argv[1:4])
element = after.chain.elements[sys.argv[4]]
changes = pipeline.compare(before, after)
context = make_context(after, "en", {}, changes)
authors = make_context(after, "en", {}, changes, Edition.AUTHORS)
page = element_page(context, element)
tables = [table for step in STEPS for table in step_view(context, step, ()).tables]
rows = [
    dict(zip(table.heads, (cell.text for cell in row.cells), strict=True))
    for table in tables
    for row in table.rows
    if [ref.id for ref in row.cells[0].refs] == [element.id]
]
print(
    json.dumps(
        {
            "refused": [
                [list(one.place.path), one.message.for_language("en")]
                for one in wrong.found
                if "budget" in one.place.path
            ],
            "show": "\n".join(str(line) for line in element_report.lines(after, element, "", "zh")),
            "page": page.html,
            "search": " ".join(f"{entry.text} {entry.more}" for entry in page.search),
            "rows": rows,
            "changes": [
                [view.label, "".join(words for _, words in view.pieces)]
                for step in changes_view(context, changes).steps
                for change in step.changes
                for view in change.fields
            ],
            "completeness": [completeness(one.chain)[element.KIND.step].filled for one in (before, after)],
            "reference": markdown("en"),
            "reference page": next(one for one in entries(authors) if one.path == "reference").page(authors).html,
        }
    )
)
