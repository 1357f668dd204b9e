"""sevenstep: a consultant's business analysis as a checked, drawn, published model."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("sevenstep")
except PackageNotFoundError:  # run from a checkout that is not installed
    __version__ = "0"
