"""Rules of the programme in the cases that their examples do not show."""


def test_of_projects_in_a_circle_no_dates_are_told_wrong(checked):
    ring = """
projects:
  a: {title: A, start: 2024-01, end: 2024-06, after: b}
  b: {title: B, start: 2024-01, end: 2024-06, after: [a, c]}
  c: {title: C, start: 2024-01, end: 2024-06}
"""
    codes = [diagnostic.rule.code for diagnostic in checked(ring).found]
    assert codes.count("A405") == 1
    assert codes.count("A404") == 1  # b has to wait for c, which is in no circle
