"""Markup in every text of a model: nothing of it runs, loads or becomes an element, and it is shown as it was typed."""

import json
import shutil
import xml.etree.ElementTree as ElementTree
from html import unescape
from pathlib import Path

import pytest

from sevenstep import pipeline
from tests.browser.markup import LONG, SHORT, Marked, mark_all, read, text_fields

ROOT = Path(__file__).parents[2]
NAMES = frozenset(
    {("Arrivals", "calendar"), ("Resource", "calendar"), ("Estimate", "of"), ("ReviewNote", "element"),
     ("ReviewNote", "revises"), ("Source", "document"), ("CheckSettings", "baseline")}
)  # fmt: skip
"""Texts that name something else: where they name nothing, much of the site is empty."""
STOPS = frozenset({("StoryStop", name) for name in ("element", "picture", "title", "narration")})
"""The stops of a story: where a model has none, the tour begins with the narration of the engagement."""


@pytest.fixture(scope="module")
def marked() -> tuple[Marked, Marked]:
    """What an earlier version and this one hold, once built."""
    return Marked(spared=STOPS), Marked(spared=NAMES)


def text_of(marked, cls: str, name: str) -> str:
    """What stands in the first field of that name."""
    return next(text for one, field, text in marked[1].written.values() if (one, field) == (cls, name))


def documents() -> dict:
    found = read(ROOT / "tests" / "models" / "compute-network")
    found["engagement.yaml"]["sources"] = {
        **found["engagement.yaml"].get("sources", {}),
        "register": {
            "title": "x",
            "figures": {"share": {"value": "70%", "what": "x", "page": "x", "words": "x"}},
        },
    }
    found["engagement.yaml"]["calendars"] = {"office": {"days": "mon-fri"}}
    found["engagement.yaml"]["units"] = {"lot": {"zh": "批", "en": "lots"}}
    found["engagement.yaml"]["tags"] = {"x": "x"}
    words = {"now": {"label": "x"}}
    asked = {"label": "x", "explanation": "x", "on": ["goal"], "type": "word", "words": words}
    found["engagement.yaml"]["fields"] = {"urgency": asked}
    found["engagement.yaml"]["lists"] = {"channel": {"courier": {"label": "x"}}}
    found["business.yaml"]["goals"]["G1"] |= {"tags": ["x"], "urgency": "now"}
    flow = found["flows.yaml"]["flows"]["onboarding-asis"]
    flow["arrivals"] = {"rate": "3/d", "calendar": "office"}
    flow["estimates"] = {"onboarding-days": {"metric": "waiting_time", "of": ["sign", "assess"]}}
    found["more.yaml"] = {
        "context": {"plan": {"title": "x", "type": "plan", "issuer": "x", "asks": "x"}},
        "positions": {"hub": {"title": "x", "statement": "x", "network": "x", "rests_on": ["plan"]}},
        "dimensions": {"area": {"title": "x", "members": {"north": "x", "south": "x"}}},
        "places": {"here": {"title": "x"}, "there": {"title": "x"}},
        "links": {"road": {"title": "x", "from": "here", "to": "there", "mode": "road", "time": "2 h"}},
        "routes": {"way": {"title": "x", "from": "here", "to": "there", "goods": "x"}},
        "regulations": {
            "rule": {
                "title": "x",
                "type": "law",
                "issuer_name": "x",
                "jurisdiction_name": "x",
                "from": "2020",
                "binds": ["onboarding-asis"],
                "subject": "x",
                "demands": "x",
            }
        },
        "indicators": {
            "lots": {"title": "x", "unit": "lot", "baseline": "7 lot"},
            "lone": {"title": "x", "unit": "lot", "baseline": "1 lot"},
        },
        "resources": {"desk": {"title": "x", "calendar": "office", "capacity": "9"}},
        "reviews": {
            "n1": {"element": "G1", "stance": "object", "by": "x"},
            "n3": {"element": "gone", "stance": "comment", "by": "x"},
            "n2": {"element": "G1.1", "stance": "comment", "by": "x", "settled": {"how": "x"}},
        },
    }
    found["around.yaml"] = around_the_steps()
    return found


def around_the_steps() -> dict:
    """One element of each kind that frames the seven steps, with all its parts."""
    money = {"title": "x", "amount": "1000000 CNY"}
    return {
        "scales": {"grade": {"title": "x", "levels": {"1": {"title": "x"}, "2": {"title": "x"}}}},
        "assessments": {
            "level": {"title": "x", "scale": "grade", "peers": {"other": {"title": "x", "date": "2023"}}},
        },
        "factors": {
            "firms": {
                "title": "x",
                "assessment": "level",
                "unit": "CNY",
                "worst": "0 CNY",
                "best": "9 CNY",
                "values": {"2023": {"value": "2 CNY"}},
                "targets": {"2027": {"value": "4 CNY"}},
                "peers": {"other": {"value": "3 CNY"}},
                "courses": [{"title": "x", "start": "1 CNY", "end": "2 CNY", "took": "4 y"}],
            },
        },
        "benchmarks": {"case": {"title": "x", "where": "x", "about": ["firms"]}},
        "decisions": {
            "who": {
                "title": "x",
                "question": "x",
                "requirements": {"run": {"title": "x"}},
                "criteria": {"skill": {"title": "x", "weight": "100%"}, "words": {"title": "x"}},
                "options": {
                    "own": {"title": "x", "meets": {"run": "yes"}, "values": {"skill": {"value": "2"}, "words": "x"}},
                    "let": {"title": "x", "meets": {"run": "yes"}, "values": {"skill": {"value": "4"}, "words": "x"}},
                },
                "choice": {"option": "let", "reason": "x"},
                "departs_from": {"reuse": "x"},
            },
        },
        "layers": {"top": {"title": "x"}},
        "interfaces": {
            "pull": {"title": "x", "from": "access-portal", "to": "asset-register", "data": ["device-record"]}
        },
        "services": {"match": {"title": "x", "hosted_in": "access-portal"}},
        "principles": {"reuse": {"title": "x"}},
        "phases": {"first": {"title": "x", "start": "2023", "end": "2024"}},
        "needs": {"once": {"title": "x"}},
        "funds": {"city": {"title": "x", "amount": "5000000 CNY"}},
        "pools": {"people": {"title": "x", "capacity": "9"}},
        "projects": {
            "build": {
                "title": "x",
                "phase": "first",
                "delivers": ["measure-5g"],
                "needs": ["once"],
                "lead": "plant",
                "start": "2023",
                "end": "2024",
                "milestones": [{"title": "x", "date": "2024-01"}],
                "budget": [{"year": "2023", "amount": "1000000 CNY", "fund": "city"}],
                "spent": [{"date": "2023-11", "amount": "100000 CNY", "fund": "city", "note": "x"}],
                "draws": [{"pool": "people", "amount": "2"}],
                "risks": [{"title": "x", "chance": "moderate", "effect": "severe"}],
                "progress": [{"date": "2023-12-01", "state": "under-way"}],
                "departs_from": {"reuse": "x"},
            },
        },
        "taskforces": {
            "team": {
                "title": "x",
                "lead": "plant",
                "rhythm": "monthly",
                "resolutions": [{"date": "2023-02-01", "says": "x", "by": "plant"}],
            },
        },
        "kpicards": {"card": {"title": "x", "unit": "plant", "weights": {"connected-share": "100%"}}},
        "servicelevels": {"fast": {"title": "x", "of": "access-portal", "promise": "≥99%", "kept": {"2023": "99%"}}},
        "benefits": {
            "gain": {
                "title": "x",
                "promised": "500000 CNY/y",
                "by": "2024",
                "looked_at": "2024-06",
                "reviews": [{"date": "2024-01-31", "measured": "400000 CNY/y", "why": "x"}],
            },
        },
        "lessons": {"learnt": {"title": "x", "learnt_from": ["build"]}},
        "appraisals": {
            "pays": {
                "title": "x",
                "appraises": ["build"],
                "from": "2023",
                "horizon": "9",
                "discount_rate": "5%",
                "outlay": [money],
                "running": [{"title": "x", "amount": "1000 CNY/y"}],
                "income": [{"title": "x", "amount": "900000 CNY/y"}],
                "grants": [money],
                "savings": [{"of": ["item-onboarding"], "cases": "900/y", "title": "x"}],
                "loans": [{"title": "x", "amount": "500000 CNY", "rate": "4%", "term": "5", "borrower": "plant"}],
            },
        },
    }


def write(folder: Path, found: dict) -> None:
    for name, data in found.items():
        (folder / name).write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


@pytest.fixture(scope="module")
def built(tmp_path_factory, marked) -> Path:
    folder, target = tmp_path_factory.mktemp("marked"), tmp_path_factory.mktemp("out") / "site"
    (folder / "chapters").mkdir()
    before, now = marked
    found = mark_all(before, documents())
    found["gone.yaml"] = {"goals": {"GONE": {"title": LONG.format(4_001)}}}
    write(folder, found)
    pipeline.publish(pipeline.check(folder), target, draft=True)
    shutil.copytree(target, earlier_of(target))
    now.numbers = iter(range(5_001, 9_999))
    found = mark_all(now, documents())
    bad = {"title": "Bad", LONG.format(4_002): "1", "parent": SHORT.format(4_003), "horizon": LONG.format(4_004)}
    found["gone.yaml"] = {"goals": {"BAD": bad}, LONG.format(4_005): {}}
    write(folder, found)
    for name, number in (("1-a & b 'c'.md", 4_006), ("2-c.en.md", 4_007)):
        text = f"# {LONG.format(number)}\n\n## {LONG.format(number + 10)}\n\n[[G1]] [[nowhere|{SHORT.format(4_008)}]]\n"
        (folder / "chapters" / name).write_text(text, encoding="utf-8")
    pipeline.publish(pipeline.check(folder), target, draft=True)
    return target


def earlier_of(target: Path) -> Path:
    """The site of the earlier version."""
    return target.with_name("earlier")


@pytest.fixture
def opened(browser):
    """A page on which nothing may run but our own scripts, and nothing may be asked for but our own files."""
    context = browser.new_context(viewport={"width": 1300, "height": 900})
    page = context.new_page()
    page.add_init_script("window.pwned = []; window.pwn = (n) => window.pwned.push(n);")
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("dialog", lambda dialog: (wrong.append("dialog"), dialog.dismiss()))
    page.on("requestfailed", lambda request: "ABORTED" in request.failure or wrong.append(request.url))
    page.on("request", lambda request: wrong.append(request.url) if request.url.startswith("http") else None)
    yield page
    context.close()
    assert wrong == []


LOOK = """() => {
  const wrong = [...window.pwned], said = [document.title];
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) said.push(node.data);
    for (const one of node.attributes || []) {
      if (/^on/i.test(one.name) && one.value !== "print()") wrong.push(node.outerHTML.slice(0, 200));
      if (/^\\s*(javascript|data:text)/i.test(one.value) && /href|src|action/.test(one.name)) wrong.push(one.value);
      if (one.name === "src" && one.value === "x") wrong.push(node.outerHTML);
      if (!/^(href|src|id|for|data-)/.test(one.name)) said.push(one.value);
    }
    if (node.localName === "script" && !node.src && node.type !== "application/json" && /pwn/.test(node.textContent))
      wrong.push(node.textContent);
    if (node.localName !== "script" && node.localName !== "style") node.childNodes.forEach(walk);
  };
  walk(document.documentElement);
  return [wrong, said];
}"""


def pages_of(site: Path) -> list[Path]:
    """Every page of the navigation, and one of each kind of element; of the other language, a few."""
    listed = [*site.glob("*.html"), *site.glob("chapters/*.html")]
    kinds = [folder for folder in sorted(site.iterdir()) if folder.is_dir() and folder.name not in {"assets", "en"}]
    elements = [path for folder in kinds for path in sorted(folder.rglob("*.html"))[:4]]
    return [*listed, *elements, site / "en" / "index.html", site / "en" / "print.html", *site.glob("en/chapters/*")]


def test_every_text_field_is_reached(marked, built):
    before, now = marked
    assert before.reached == text_fields() - STOPS
    assert now.reached == text_fields() - NAMES


UNSHOWN = {
    *(("SourceDocument", "link"), ("Threshold", "reason"), ("Term", "en"), ("Term", "never")),
    *(("Factor", "unit"), ("DecidingCriterion", "unit"), ("CustomField", "explanation")),
    *(("StoryStop", "element"), ("StoryStop", "picture"), ("WrittenConclusion", "figures"), ("Header", "narration")),
}
"""Texts that no page shows in full: units that are none, an address that is none, why a threshold is another, the
glossary, names of what is not there, what added fields are for (editors tell that); and the words of a generated first
stop, whose place the model's own stops take: the tour without them is below.
"""


def test_nothing_runs_and_all_is_shown_as_typed(built, marked, opened):
    said: list[str] = []
    for path in pages_of(built):
        opened.goto(path.as_uri())
        wrong, texts = opened.evaluate(LOOK)
        assert wrong == [], path
        said += texts
    everything = "\n".join(said)
    shown = {
        (cls, name)
        for cls, name, text in marked[1].written.values()
        if text in everything or unescape(text) in everything
    }
    assert marked[1].reached - shown == UNSHOWN
    for number in (4_001, 4_006, 4_007, 4_016):
        assert LONG.format(number) in everything or unescape(LONG.format(number)) in everything, number
    for number in (4_002, 4_004, 4_005):  # messages quote the beginning
        assert LONG.format(number)[:20] in everything


def test_the_narration_of_a_generated_tour_is_shown_as_typed(built, marked, opened):
    told = [text for _, name, text in marked[0].written.values() if name in {"narration", "narrations"}]
    opened.goto((earlier_of(built) / "tour.html").as_uri())
    wrong, texts = opened.evaluate(LOOK)
    everything = "\n".join(texts)
    assert wrong == []
    first = next(text for cls, name, text in marked[0].written.values() if (cls, name) == ("Header", "narration"))
    assert first in everything or unescape(first) in everything
    assert sum(text in everything or unescape(text) in everything for text in told) > 3


def test_a_title_is_shown_as_typed_wherever_the_theme_puts_it(built, marked, opened):
    title = text_of(marked, "Header", "title")
    for name in ("index.html", "tour.html", "goals/G1.html"):
        opened.goto((built / name).as_uri())
        assert opened.title().endswith(title)
        header = opened.locator(".md-header__topic").first
        assert header.text_content().strip() == title
        assert opened.locator("a.md-logo").first.get_attribute("aria-label") == title
        assert opened.locator("a.md-logo").first.get_attribute("title") == title
        assert opened.locator(".md-nav--primary > .md-nav__title").text_content().strip() == title
    chapter = opened.locator(".md-nav--primary .md-nav__link", has_text="m4006m").first
    assert chapter.text_content().strip() == unescape(LONG.format(4_006))


def test_search_shows_what_was_typed(built, marked, opened):
    title = text_of(marked, "Element", "title")
    opened.goto((built / "index.html").as_uri())
    opened.locator(".md-search__input").click()
    opened.locator(".md-search__input").press_sequentially(title.partition("<")[0])
    result = opened.locator(".md-search-result__item h1, .md-search-result__item h2").first
    result.wait_for()
    assert result.text_content().replace("\u200b", "").strip() == title
    assert opened.evaluate("window.pwned") == []


def test_the_other_files_are_sound(built):
    ElementTree.parse(built / "sitemap.xml")
    for path in built.rglob("*.svg"):
        ElementTree.parse(path)
    for path in built.rglob("*.json"):
        json.loads(path.read_text(encoding="utf-8"))
