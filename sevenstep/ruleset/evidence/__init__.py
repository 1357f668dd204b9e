"""Rules on figures and sources: what is known, from where, and how sure it is."""

from typing import Final

from sevenstep.ruleset.evidence.s811_money_without_currency import money_without_currency
from sevenstep.ruleset.evidence.s812_figure_without_source import figure_without_source
from sevenstep.ruleset.evidence.s813_assumption_not_confirmed import assumption_not_confirmed
from sevenstep.ruleset.evidence.s814_unsure_source import unsure_source
from sevenstep.ruleset.evidence.s815_source_not_registered import source_not_registered
from sevenstep.ruleset.evidence.s816_source_not_cited import source_not_cited
from sevenstep.ruleset.evidence.s817_alike import alike
from sevenstep.ruleset.evidence.s818_figure_without_unit import figure_without_unit
from sevenstep.ruleset.evidence.s819_figure_differs_from_source import figure_differs_from_source
from sevenstep.ruleset.evidence.s820_cited_figure_not_registered import cited_figure_not_registered
from sevenstep.ruleset.evidence.s821_registered_figure_not_cited import registered_figure_not_cited
from sevenstep.ruleset.evidence.s822_figure_on_another_page import figure_on_another_page
from sevenstep.ruleset.rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    money_without_currency,
    figure_without_source,
    assumption_not_confirmed,
    unsure_source,
    source_not_registered,
    source_not_cited,
    alike,
    figure_without_unit,
    figure_differs_from_source,
    cited_figure_not_registered,
    registered_figure_not_cited,
    figure_on_another_page,
)
