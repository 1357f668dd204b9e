"""Projects as they are read: days of their dates, how they stand, what comes next."""

from datetime import date

from sevenstep.model.frames.project import Project

TEXT = {
    "id": "p",
    "title": "One order",
    "start": "2024-04",
    "end": "2024Q4",
    "lead": "office",
    "responsible": ["operator", "office"],
    "participants": "railway",
    "milestones": [
        {"title": "Whole", "date": "2024-12"},
        {"title": "Trial", "date": "2024-09"},
        {"title": "Begun", "date": "2024-04", "reached": "2024-05"},
    ],
    "progress": [{"date": "2024-08", "state": "late"}, {"date": "2024-06-30", "state": "under-way"}],
    "budget": {"year": "2024", "amount": "80 万元"},
}


def test_dates_are_the_first_and_the_last_day_of_what_they_say():
    project = Project.model_validate(TEXT)
    assert (project.first_day, project.last_day) == (date(2024, 4, 1), date(2024, 12, 31))
    nothing = Project.model_validate({"id": "q", "title": "Other"})
    assert (nothing.first_day, nothing.last_day, nothing.state, nothing.next_milestone) == (None, None, None, None)


def test_the_last_record_tells_the_state_wherever_it_stands():
    assert Project.model_validate(TEXT).state == "late"


def test_the_next_milestone_is_the_first_that_is_not_reached():
    milestone = Project.model_validate(TEXT).next_milestone
    assert milestone is not None and milestone.title.plain == "Trial"


def test_units_are_told_once_the_lead_first():
    assert list(Project.model_validate(TEXT).units) == ["office", "operator", "railway"]


def test_a_line_of_a_budget_may_stand_alone():
    (line,) = Project.model_validate(TEXT).budget
    assert line.amount.low == 80 and line.amount.unit == "万元"
