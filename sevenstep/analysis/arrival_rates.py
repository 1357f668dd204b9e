"""How many cases begin in an hour, by what is said of arrivals. Needs no numbers library."""

from sevenstep.model.calendar import WEEK, Calendar
from sevenstep.model.step7_flows import Arrivals


def per_hour(arrivals: Arrivals, calendar: Calendar | None) -> float:
    """Cases that begin in an hour of elapsed time, on average over weeks."""
    share = calendar.weekly / WEEK if calendar is not None else 1.0
    if arrivals.rate is not None:
        return arrivals.rate.per_hour * (1.0 if arrivals.rate.is_total else share)
    return share / arrivals.every.mean_hours if arrivals.every is not None else 0.0


def per_open_hour(arrivals: Arrivals, calendar: Calendar | None) -> float:
    """Cases that begin in an hour in which cases begin at all."""
    share = calendar.weekly / WEEK if calendar is not None else 1.0
    return per_hour(arrivals, calendar) / share
