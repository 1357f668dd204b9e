"""Assessments: what the scores and figures of the factors come to, against peers and targets."""
