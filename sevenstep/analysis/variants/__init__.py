"""As-is against to-be: each metric before and after, and which measure accounts for the difference."""

from sevenstep.analysis.variants.compare import comparisons

__all__ = ("comparisons",)
