"""Rules of assessments."""

from typing import Final

from sevenstep.ruleset.assessment.a101_factor_weights_off_one import factor_weights_off_one
from sevenstep.ruleset.assessment.a102_levels_without_order import levels_without_order
from sevenstep.ruleset.assessment.a103_peer_without_date import peer_without_date
from sevenstep.ruleset.assessment.a104_value_off_its_scale import value_off_its_scale
from sevenstep.ruleset.assessment.a105_unknown_peer import unknown_peer
from sevenstep.ruleset.assessment.a106_factor_of_no_assessment import factor_of_no_assessment
from sevenstep.ruleset.assessment.a107_value_above_others import value_above_others
from sevenstep.ruleset.assessment.a108_one_number_twice import one_number_twice
from sevenstep.ruleset.assessment.a109_factor_not_measured import factor_not_measured
from sevenstep.ruleset.assessment.a110_factor_without_value import factor_without_value
from sevenstep.ruleset.assessment.a111_assessment_without_subject import assessment_without_subject
from sevenstep.ruleset.assessment.a112_target_worse_than_now import target_worse_than_now
from sevenstep.ruleset.assessment.a113_assessment_without_factors import assessment_without_factors
from sevenstep.ruleset.assessment.a114_radar_of_few_factors import radar_of_few_factors
from sevenstep.ruleset.rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    factor_weights_off_one,
    levels_without_order,
    peer_without_date,
    value_off_its_scale,
    unknown_peer,
    factor_of_no_assessment,
    value_above_others,
    one_number_twice,
    factor_not_measured,
    factor_without_value,
    assessment_without_subject,
    target_worse_than_now,
    assessment_without_factors,
    radar_of_few_factors,
)
