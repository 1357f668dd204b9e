"""sevenstep: a consultant's business analysis as a checked, drawn, published model.

The public functions, imported when first used: `check` reads and checks a folder, `find` looks an element up,
`analyse` computes what follows from it, `draw` writes pictures, `publish` builds the site. Failures are raised as
`Failure`.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sevenstep.checking.check import ModelHasErrors
    from sevenstep.failure import Failure
    from sevenstep.lookup import find
    from sevenstep.pipeline import analyse, check, draw, publish

    __version__: str

__all__ = ["Failure", "ModelHasErrors", "__version__", "analyse", "check", "draw", "find", "publish"]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used, so that ``sevenstep --help`` loads no model."""
    if name not in __all__:
        raise AttributeError(f"module 'sevenstep' has no attribute {name!r}")
    if name == "__version__":
        return _version()
    from sevenstep import failure, lookup, pipeline
    from sevenstep.checking import check

    homes = (failure, pipeline, lookup, check)
    return next(getattr(home, name) for home in homes if hasattr(home, name))


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("sevenstep")
    except PackageNotFoundError:  # run from a checkout that is not installed
        return "0"
