"""What is wrong with the client's business, found in the model: blockages, breaks and blind spots."""

from sevenstep.analysis.findings.find import find

__all__ = ("find",)
