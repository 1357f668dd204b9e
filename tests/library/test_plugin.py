"""What an author of rules imports: everything from one module, and examples that can be run."""

from sevenstep import plugin
from sevenstep.model.kinds import KINDS
from sevenstep.plugin import Severity, System, Text, Violation, rule, run_example

BAD = """
systems:
  tos: {title: Terminal system}
"""
GOOD = """
actors:
  port: {title: Port, type: enterprise}
systems:
  tos: {title: Terminal system, owner: port}
"""


@rule(
    "ACME101",
    "system-without-owner",
    Severity.WARNING,
    title=Text(zh="每个系统都有负责方", en="Every system has an owner"),
    reason=Text(zh="没有负责方的系统没有人维护。", en="A system that nobody owns is kept up by nobody."),
    bad=BAD,
    good=GOOD,
)
def system_without_owner(chain):
    for system in chain.engagement.of(System):
        if system.owner is None:
            yield Violation(system.id, Text(zh=f"“{system.id}”没有负责方", en=f"“{system.id}” has no owner"))


def test_every_name_is_there_and_every_kind_of_element():
    assert all(hasattr(plugin, name) for name in plugin.__all__)
    assert {cls.__name__ for cls in KINDS.values()} <= set(plugin.__all__)


def test_an_example_says_what_the_rule_finds():
    (found,) = run_example(system_without_owner, BAD)
    assert found.diagnostic.message.for_language("en") == "“Terminal system” has no owner"
    assert (found.span.line, found.span.column) == (4, 3)
    assert run_example(system_without_owner, GOOD) == ()


def test_a_rule_that_crashes_and_an_example_that_cannot_be_read_do_not_pass():
    @rule("ACME102", "crashes", Severity.WARNING, title=Text(en="a"), reason=Text(en="b"), bad=BAD, good=GOOD)
    def crashes(chain):
        yield chain.no_such_thing

    assert [found.diagnostic.rule.code for found in run_example(crashes, GOOD)] == ["S000"]
    assert run_example(system_without_owner, "systems: [")
