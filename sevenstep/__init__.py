"""sevenstep: a consultant's business analysis as a checked, drawn, published model.

The public functions, imported when first used. A model is a folder (a name or a path), or what `check` gave for it:

- `check` and `fix` an engagement; `compare_with_baseline` takes out what is known, `compare` tells what has changed;
- `rename` an element wherever it is named, `move` elements to another file, `split` a file, lay all out with `fmt`;
- `analyse` it, `draw` its pictures, `publish` its site, print it as a `pdf`, and `import_comments` of its reviewers;
- `find` or `show` one element, list the open `questions` and the `picture_names`;
- put any of it into a `table`, for pandas or Polars where they are installed;
- list the `rules` and `finding_rules`, look up one `rule`, or have it told by `explain`.

What cannot be done is raised as `Failure`, which says why and what to do. `sevenstep.plugin` is for authors of rules.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sevenstep.changes import fmt, move, rename, split
    from sevenstep.checking.check import Checked, ModelHasErrors
    from sevenstep.failure import Failure
    from sevenstep.lookup import explain, find, finding_rules, picture_names, questions, rule, rules, show, table
    from sevenstep.pipeline import (
        analyse,
        check,
        compare,
        compare_with_baseline,
        draw,
        fix,
        import_comments,
        pdf,
        publish,
    )

    __version__: str

__all__ = [
    "Checked",
    "Failure",
    "ModelHasErrors",
    "__version__",
    "analyse",
    "check",
    "compare",
    "compare_with_baseline",
    "draw",
    "explain",
    "find",
    "finding_rules",
    "fix",
    "fmt",
    "import_comments",
    "move",
    "pdf",
    "picture_names",
    "publish",
    "questions",
    "rename",
    "rule",
    "rules",
    "show",
    "split",
    "table",
]


if not TYPE_CHECKING:  # a checker shall know the names above, and no others

    def __getattr__(name: str) -> object:
        """Import a public name when it is used: ``sevenstep --help`` loads no model. No folder has such a name."""
        if name not in __all__:
            raise AttributeError(f"module 'sevenstep' has no attribute {name!r}")
        if name == "__version__":
            return _version()
        from sevenstep import changes, failure, lookup, pipeline
        from sevenstep.checking import check

        return next(vars(home)[name] for home in (failure, pipeline, changes, lookup, check) if name in vars(home))


def __dir__() -> list[str]:
    return __all__


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("sevenstep")
    except PackageNotFoundError:  # run from a checkout that is not installed
        return "0"
