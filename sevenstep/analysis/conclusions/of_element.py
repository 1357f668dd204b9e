"""The conclusion of an element, whatever it is."""

from sevenstep.analysis.conclusions.appraisal import appraisal_conclusion
from sevenstep.analysis.conclusions.assessment import assessment_conclusion, factor_conclusion
from sevenstep.analysis.conclusions.card import card_conclusion
from sevenstep.analysis.conclusions.conclusion import Conclusion
from sevenstep.analysis.conclusions.decision import decision_conclusion
from sevenstep.analysis.conclusions.finding import finding_conclusion
from sevenstep.analysis.conclusions.flow import flow_conclusion
from sevenstep.analysis.conclusions.goal import goal_conclusion
from sevenstep.analysis.conclusions.indicator import indicator_conclusion
from sevenstep.analysis.conclusions.item import item_conclusion
from sevenstep.analysis.conclusions.measure import measure_conclusion
from sevenstep.analysis.results import Analysis
from sevenstep.chain.graph import Chain
from sevenstep.model.element import Element
from sevenstep.model.frames.appraisal import Appraisal
from sevenstep.model.frames.assessment import Assessment
from sevenstep.model.frames.decision import Decision
from sevenstep.model.frames.factor import Factor
from sevenstep.model.frames.governance import KpiCard
from sevenstep.model.step1_goals import Goal
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step6_items import Item
from sevenstep.model.step7_flows import Finding, Flow, Measure


def conclusion_of(chain: Chain, analysis: Analysis, element: Element) -> Conclusion | None:
    """What the element comes to; None for kinds of elements that come to nothing."""
    match element:
        case Flow():
            return flow_conclusion(chain, analysis, element)
        case Item():
            return item_conclusion(chain, analysis, element)
        case Measure():
            return measure_conclusion(chain, analysis, element)
        case Goal():
            return goal_conclusion(chain, analysis, element)
        case Indicator():
            return indicator_conclusion(chain, analysis, element)
        case Finding():
            return finding_conclusion(chain, analysis, element)
        case Appraisal():
            return appraisal_conclusion(analysis, element)
        case Assessment():
            return assessment_conclusion(chain, analysis, element)
        case Factor():
            return factor_conclusion(chain, analysis, element)
        case Decision():
            return decision_conclusion(analysis, element)
        case KpiCard():
            return card_conclusion(chain, analysis, element)
    return None
