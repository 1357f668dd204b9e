"""An element gets another id wherever it is named, and nothing else changes: not a relation, not a comment."""

import re
from pathlib import Path

import pytest

from sevenstep.analysis.analyse import analyse
from sevenstep.authoring.opened import opened
from sevenstep.authoring.rename import rename
from sevenstep.authoring.write import carried_out
from sevenstep.failure import Failure
from sevenstep.lookup import find
from sevenstep.model.links import links
from sevenstep.source.comments import comments

MODELS = sorted(path.parent for path in (Path(__file__).parents[2] / "models").glob("*/engagement.yaml"))
NEW = "renamed-7"

SMALL = """\
conclusion: {figures: [speed, share]}
story:
  - {element: speed, narration: "Look at [[speed|how fast]]: {{value speed baseline}}."}
  - {picture: trace/speed}
goals:
  speed-goal: {title: {zh: 更快, en: Faster}, horizon: 2027, description: "speed and [[ speed ]] and \\\\[[speed]]"}
indicators:
  speed:  # the one that counts
    title: {zh: 速度, en: Speed}
    unit: h
    measures: speed-goal
    direction: decrease
    baseline: {value: 10 h, date: 2023}
    targets: {2027: 5 h}
  share:
    title: {zh: 份额, en: Share}
    unit: "%"
    measures: [speed-goal]
    direction: increase
    formula: "[speed] / [speed@baseline] * 100"
actors:
  desk: {title: {zh: 台, en: Desk}, type: enterprise}
flows:
  f:
    title: {zh: 流程, en: Flow}
    variant: as-is
    estimates:
      speed: {metric: lead_time, of: [look]}
    steps:
      start: {title: {zh: 始, en: Start}, type: start, actor: desk}
      look:
        title: {zh: 看, en: Look}
        actor: desk
        time: 1 h
        next: {look: 10% look, end: 90%}
      end: {title: {zh: 终, en: End}, type: end, actor: desk}
measures:
  m: {title: {zh: 举措, en: Measure}, changes: {f/look: {chances: {look: 5%, end: 95%}}}}
reviews:
  n-1: {element: speed, stance: comment, text: "speed of [[speed]]", by: A}
"""


def named(pairs, names):
    return sorted((names.get(a, a), names.get(b, b), name) for a, b, name in pairs)


def relations(chain):
    found = [link for element in chain.elements.values() for link in links(element)]
    return [(link.source, link.target, link.relation.name) for link in found]


@pytest.fixture
def folder(engagement):
    return engagement(SMALL)


def test_every_place_is_changed_and_words_stay(folder):
    text = (folder / "engagement.yaml").read_text(encoding="utf-8")
    carried_out(folder, lambda here: rename(here, "speed", "pace"))
    after = (folder / "engagement.yaml").read_text(encoding="utf-8")
    expected = (
        text.replace("figures: [speed,", "figures: [pace,")
        .replace("element: speed", "element: pace")
        .replace("[[speed|how", "[[pace|how")
        .replace("{{value speed ", "{{value pace ")
        .replace("trace/speed", "trace/pace")
        .replace("[[ speed ]]", "[[ pace ]]")
        .replace(
            "  speed:  # the one that counts\n    title: {zh: 速度, en: Speed}\n",
            "  pace:  # the one that counts\n    title: {zh: 速度, en: Speed}\n    formerly: speed\n",
        )
        .replace("[speed] / [speed@baseline]", "[pace] / [pace@baseline]")
        .replace("      speed: {metric", "      pace: {metric")
        .replace("of [[speed]]", "of [[pace]]")
    )
    assert after == expected


def test_a_step_of_a_flow(folder):
    carried_out(folder, lambda here: rename(here, "f.look", "see"))
    after = (folder / "engagement.yaml").read_text(encoding="utf-8")
    for said in (
        "of: [see]",
        "      see:\n",
        "next: {see: 10% look, end: 90%}",
        "f/see: {chances: {see: 5%, end: 95%}}",
    ):
        assert said in after
    assert "formerly: look" in after and opened(folder).checked.chain.engagement.former == {"f/look": "f/see"}


def test_a_flow_takes_its_steps_along_and_leads_from_all_old_ids(folder):
    carried_out(folder, lambda here: rename(here, "f/look", "f/see"))
    carried_out(folder, lambda here: rename(here, "f", "g"))
    engagement = opened(folder).checked.chain.engagement
    assert engagement.former == {
        "f": "g",
        "f/start": "g/start",
        "f/see": "g/see",
        "f/look": "g/see",
        "g/look": "g/see",
        "f/end": "g/end",
    }
    assert find(folder, "f/look").id == "g/see"
    assert find(folder, "g.see").id == "g/see"


def test_there_and_back_again_leaves_what_was_there_but_for_the_former_id(folder):
    before = (folder / "engagement.yaml").read_text(encoding="utf-8")
    carried_out(folder, lambda here: rename(here, "speed", "pace"))
    carried_out(folder, lambda here: rename(here, "pace", "speed"))
    after = (folder / "engagement.yaml").read_text(encoding="utf-8")
    assert after.replace("    formerly: pace\n", "") == before


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("speed", "share", "already"),
        ("speed", "SHARE", "already"),
        ("speed", "Speed", "in case or width"),
        ("speed", "ｓｐｅｅｄ", "in case or width"),
        ("speed", "speed", "already"),
        ("speed", "../up", "cannot be an id"),
        ("speed", "con", "device"),
        ("speed", "index", "site"),
        ("speed", "", "cannot be an id"),
        ("speed", "a\u202eb", "cannot be an id"),
        ("nobody", "x", "no element"),
        ("f/look", "g/see", "cannot be an id"),
        ("f/look", "end", "already"),
    ],
)
def test_ids_that_exist_or_cannot_be_are_refused_and_nothing_is_written(folder, old, new, said, monkeypatch):
    monkeypatch.setenv("SEVENSTEP_LANG", "en")
    before = (folder / "engagement.yaml").read_bytes()
    with pytest.raises(Failure, match=said):
        carried_out(folder, lambda here: rename(here, old, new))
    assert (folder / "engagement.yaml").read_bytes() == before


def test_the_former_id_of_another_element_is_not_taken(folder):
    carried_out(folder, lambda here: rename(here, "speed", "pace"))
    with pytest.raises(Failure, match="pace"):
        carried_out(folder, lambda here: rename(here, "share", "speed"))


def test_what_cannot_be_read_may_name_it(folder):
    path = folder / "more.yaml"
    path.write_text("goals:\n  G2: {title: t, answers: [speed\n", encoding="utf-8")
    with pytest.raises(Failure, match=r"more\.yaml"):
        rename(opened(folder), "speed", "pace")
    path.write_text("goals:\n  G2: {horizon: 2027, description: '[[speed]]'}\n", encoding="utf-8")
    with pytest.raises(Failure, match="G2"):
        rename(opened(folder), "speed", "pace")


def test_byte_order_mark_and_line_ends_stay(folder):
    path = folder / "engagement.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    carried_out(folder, lambda here: rename(here, "speed", "pace"))
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf") and raw.count(b"\n") == raw.count(b"\r\n") > 30
    assert b"    formerly: speed\r\n" in raw


@pytest.mark.parametrize("model", MODELS, ids=lambda path: path.name)
def test_one_element_of_each_kind_of_every_model(model):
    here = opened(model)
    chain = here.checked.chain
    by_kind = {}
    for key, element in chain.elements.items():
        by_kind.setdefault(element.KIND.name, []).append(key)
    for keys in by_kind.values() if len(by_kind) < 30 else list(by_kind.values())[::3]:
        old = max(keys, key=lambda key: (len(chain.incoming.get(key, ())), key))  # the one that is named most
        flow, slash, _ = old.rpartition("/")
        target = f"{flow}{slash}{NEW}"
        names = {key: target + key[len(old) :] for key in chain.elements if key == old or key.startswith(f"{old}/")}
        proposal = rename(here, old, NEW)
        after = here.with_texts(proposal.texts)
        assert named(relations(after.chain), {}) == named(relations(chain), names)
        assert [names.get(key, key) for key in chain.elements] == list(after.chain.elements)
        for change in proposal.changes:
            if change.file.endswith(".yaml"):
                said = [[comment.said for comment in comments(text)] for text in (change.before, change.after)]
                assert said[0] == said[1]
            lines = change.before.count("\n"), change.after.count("\n")
            assert lines[1] - lines[0] in {0, 1}, "only the former id is a line of its own"


def test_the_analysis_is_the_same_but_for_the_id():
    model = next(path for path in MODELS if path.name == "compute-network")
    here = opened(model)
    chain = here.checked.chain
    for old in ("G1", next(key for key, element in chain.elements.items() if element.KIND.name == "flow")):
        after = here.with_texts(rename(here, old, NEW).texts)
        before, now = (repr(analyse(each, cases=200).metrics) for each in (chain, after.chain))
        assert re.sub(rf"\b{re.escape(old)}\b", NEW, before) == now
