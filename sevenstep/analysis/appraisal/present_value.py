"""What sums of later years are worth in the first one."""

from collections.abc import Sequence


def discounted(sums: Sequence[float], rate: float) -> list[float]:
    """Each sum told in its worth of the first year: sum ÷ (1 + rate)^years."""
    return [amount / (1.0 + rate) ** year for year, amount in enumerate(sums)]


def present_value(sums: Sequence[float], rate: float) -> float:
    """Net present value, where the sums are what comes in less what goes out: the sum of all, discounted."""
    return sum(discounted(sums, rate))


def running_sum(sums: Sequence[float]) -> list[float]:
    """What has come in up to the end of each year."""
    total, found = 0.0, []
    for amount in sums:
        total += amount
        found.append(total)
    return found


def benefit_cost_ratio(benefits: Sequence[float], costs: Sequence[float], rate: float) -> float | None:
    """The present value of all benefits for each unit of that of all costs; None where nothing is paid."""
    paid = present_value(costs, rate)
    return present_value(benefits, rate) / paid if paid > 0 else None


def profitability(net: Sequence[float], outlay: Sequence[float], rate: float) -> float | None:
    """Net present value for each unit of the present value of the outlay; None where there is no outlay."""
    invested = present_value(outlay, rate)
    return present_value(net, rate) / invested if invested > 0 else None
