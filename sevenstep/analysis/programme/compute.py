"""What follows from the projects of an engagement, in the order in which one part needs the other."""

from sevenstep.analysis.programme.load import effort_loads, pool_loads, unit_loads
from sevenstep.analysis.programme.money import budget
from sevenstep.analysis.programme.results import Programme
from sevenstep.analysis.programme.schedule import schedule
from sevenstep.analysis.programme.spending import spending
from sevenstep.chain.graph import Chain
from sevenstep.memory import per_chain
from sevenstep.model.frames.project import Project


@per_chain
def programme(chain: Chain) -> Programme:
    """Schedule, money and loads; nothing where there are no projects. Time grows with the projects, their
    dependencies, and the months that they run."""
    if not chain.engagement.count(Project):
        return Programme()
    found = schedule(chain)
    money = budget(chain)
    loads = pool_loads(chain, found), unit_loads(chain, found), effort_loads(chain, found)
    return Programme(found, money, *loads, spending(chain, money))
