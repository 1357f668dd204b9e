"""Messages call elements by their titles; baselines know them by their ids; Chinese messages hold no English words."""

import re
import typing
from collections.abc import Iterator

import pytest

from sevenstep.checking.check import Checked, check
from sevenstep.checking.example import check_example
from sevenstep.checking.fingerprint import fingerprints
from sevenstep.diagnostic import Diagnostic
from sevenstep.language import Choice
from sevenstep.model.kinds import KINDS
from sevenstep.ruleset.catalogue import ALL_RULES, CHAIN_RULES
from sevenstep.source.files import SourceFile
from sevenstep.source.reader import read

RULES = [pytest.param(rule, id=rule.info.code) for rule in CHAIN_RULES]
QUOTED = re.compile(r"“([^“”]*)”")
EXPLAINED = re.compile(r"[\w\-]+（[^）]*）")
FORMULA = re.compile(r"\[[^\]]*\]")
WORD = re.compile(r"(?<![\w.\-/])[A-Za-z][\w.\-]*")
FOR_EVERYBODY = set("RACI R A C I UTF-8 GB18030 GBK PNG JPEG GIF WebP YAML Windows CNY TEU h d zh en".split())  # noqa: SIM905
"""Letters of a method, formats and units: the same in Chinese."""
FILE = {"engagement.yaml"}


def checked_of(text: str) -> Checked:
    return check([read(SourceFile("engagement.yaml", f"id: x\ntitle: X\n{text}"))])


def one_of(text: str, code: str) -> Diagnostic:
    (found,) = [diagnostic for diagnostic in checked_of(text).found if diagnostic.rule.code == code]
    return found


def ids_left(checked: Checked, said: str, language: str, flow: str) -> Iterator[str]:
    """The ids in a message that stand where a title could."""
    known = {
        key.removeprefix(f"{flow}/"): element.title.for_language(language)
        for key, element in checked.chain.elements.items()
    }
    titles = set(known.values())
    beside = WORD.findall(FORMULA.sub("", QUOTED.sub("", said))) if language == "zh" else ()
    for key in (*QUOTED.findall(said), *beside):
        if key in known and known[key] != key and key not in titles:
            yield key


@pytest.mark.parametrize("rule", [rule for rule in RULES if not rule.values[0].literal])
def test_no_id_stands_where_there_is_a_title(rule):
    checked = check_example(rule.info, rule.info.bad)
    for diagnostic in checked.found:
        if diagnostic.rule.code == rule.info.code:
            for language in ("zh", "en"):
                said = diagnostic.message.for_language(language)
                assert not list(ids_left(checked, said, language, diagnostic.element.partition("/")[0])), said


def keys_and_values() -> tuple[set[str], set[str]]:
    """What an author types: the keys of the YAML, and the words that may stand under them."""
    keys, values = {kind.KIND.section for kind in KINDS.values()}, set()
    waiting: list[typing.Any] = list(KINDS.values())
    seen: set[int] = set()
    while waiting:
        annotation = waiting.pop()
        if id(annotation) in seen:
            continue
        seen.add(id(annotation))
        if isinstance(annotation, type) and issubclass(annotation, Choice):
            values.update(annotation)
        for name, field in getattr(annotation, "model_fields", {}).items():
            keys |= {name, field.alias or name}
            waiting.append(field.annotation)
        waiting.extend(typing.get_args(annotation))
    return keys, values


INFOS = [pytest.param(info, id=info.code) for info in ALL_RULES if info.code != "S000"]


@pytest.mark.parametrize("info", INFOS)
def test_chinese_messages_hold_no_english_words(info):
    """What is quoted is the author's own; beside it stand only keys as they are typed, and explained values."""
    keys, values = keys_and_values()
    assert {"goals", "title", "horizon"} <= keys and {"as-is", "manual"} <= values
    checked = check_example(info, info.bad, info.encoding)
    own = set(WORD.findall("\n".join(document.text for document in checked.documents))) - values
    allowed = FOR_EVERYBODY | FILE | keys | own
    for diagnostic in checked.found:
        if diagnostic.rule.code == info.code:
            said = EXPLAINED.sub("", QUOTED.sub("", diagnostic.message.for_language("zh")))
            assert not set(WORD.findall(said)) - allowed, said


TITLES = """
actors:
  shipper: {title: {zh: 货主, en: Shipper}, type: enterprise}
  forwarder: {title: {zh: 货代, en: Forwarder}, type: enterprise}
data:
  order: {title: {zh: 订舱申请, en: Booking request}}
paths:
  rail-sea: {title: P, exchanges: [{from: shipper, to: forwarder, data: order, channel: phone}]}
"""


def test_each_language_has_its_titles():
    found = one_of(TITLES, "S409")
    assert found.message.for_language("zh") == "“订舱申请”从“货主”到“货代”走电话"
    assert found.message.for_language("en") == "“Booking request” goes from “Shipper” to “Forwarder” by phone"


def test_a_title_may_change_and_the_baseline_still_knows_the_violation():
    """Of questions, which no baseline knows, the titles are part."""
    other = GOALS.replace("更快", "快些").replace("Faster", "Quicker")
    before, after = (
        [diagnostic for diagnostic in checked_of(text).found if diagnostic.rule.code != "S108"]
        for text in (GOALS, other)
    )
    assert [diagnostic.message for diagnostic in before] != [diagnostic.message for diagnostic in after]
    assert fingerprints(before) == fingerprints(after)
    (diagnostic,) = [diagnostic for diagnostic in before if diagnostic.rule.code == "S102"]
    assert diagnostic.known_as == "Goal “G” has no horizon"


GOALS = "goals: {G: {title: {zh: 更快, en: Faster}}}\n"


@pytest.mark.parametrize(
    ("goals", "called"),
    [
        ("{G: {title: 更快}}", "更快"),
        ("{G: {title: '“单一窗口”'}}", "‘单一窗口’"),  # quotation marks inside quotation marks
        ("{G: {title: {en: Faster}}}", "Faster"),  # no other title there is
        (f"{{G: {{title: {'更快通关' * 10}}}}}", f"{'更快通关' * 7}更…"),
        (f"{{G: {{title: {'faster clearance ' * 5}}}}}", "faster clearance faster clearance faster clearance faster…"),
        ("{G: {title: 更快}, H: {title: G, horizon: 2027}}", "G"),  # it may be the title of H that is quoted
        ("{更快: {title: 通关更快}}", "通关更快"),
        ("{G: {title: {zh: 更快, en: G}}}", "更快"),  # the title in the other language is its own
    ],
)
def test_what_an_element_is_called(goals, called):
    found = one_of(f"goals: {goals}\n", "S102")
    assert found.message.for_language("zh") == f"目标“{called}”没有期限"


FLOW = """
items: {%s: {title: 事项}}
flows:
  %s:
    title: 流程
    variant: as-is
    steps:
      begin: {title: 开始, type: start}
      end: {title: 结束, type: end}
      load: {title: 装车}
"""


@pytest.mark.parametrize(
    ("item", "flow", "called"),
    [("booking", "F", "装车"), ("load", "F", "装车"), ("booking", "load", "load")],
    ids=["a step", "a step and an item", "a step of a flow with its id"],
)
def test_a_step_is_meant_in_its_flow(item, flow, called):
    assert f"步骤“{called}”" in one_of(FLOW % (item, flow), "S703").message.for_language("zh")


def test_the_ways_out_of_a_step_are_steps():
    flow = FLOW % ("load", "F") + "      ask: {title: 问, next: {load: 50%%, end: 50%%}}\n".replace("%%", "%")
    assert one_of(flow, "S710").message.for_language("zh") == "“问”未写明何时走哪一路：“装车”、“结束”"


def test_two_of_one_title_are_told_apart_by_their_ids():
    text = "actors: {A: {title: 货代, type: enterprise}, B: {title: 货代 , type: enterprise}}\n"
    path = "paths: {P: {title: P, exchanges: [{from: A, to: B, channel: phone}]}}\n"
    assert one_of(text + path, "S407").message.for_language("zh") == "“A”交给“B”什么？此处未写明"
