"""Writes engagements of any size: valid, linked from the goals to the data, with labels as long as real ones.

``python benchmarks/generate.py 1000 FOLDER`` writes about 1,000 elements. The same numbers give the same files.
"""

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path

ZH = "口岸 通关 申报 单证 审核 查验 放行 订舱 提箱 集港 装车 铁路 海运 仓储 结算 跟踪 异常 共享 协同 预约".split()  # noqa: SIM905
EN = "port clearance declaration document review release booking container gate loading rail".split()  # noqa: SIM905
PER_FILE = 300
STEPS = 9
"""Activities in one generated flow."""

Fields = dict[str, object]


class Engagement:
    """The elements made so far, by section; ids count from 1 in each section."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.sections: dict[str, dict[str, Fields]] = {}
        self.titles = 0

    def add(self, section: str, prefix: str, **fields: object) -> str:
        """Put an element into its section, described in both languages; returns its id."""
        elements = self.sections.setdefault(section, {})
        element_id = f"{prefix}{len(elements) + 1}"
        elements[element_id] = {"title": self.title(), "description": self.sentence(), **fields}
        return element_id

    def title(self) -> dict[str, str]:
        """A title of two to four words in both languages, like no other: a number stands behind it."""
        words = self.random.randint(2, 4)
        self.titles += 1
        zh = "".join(self.random.choice(ZH) for _ in range(words))
        en = " ".join(self.random.choice(EN) for _ in range(words)).capitalize()
        return {"zh": f"{zh}{self.titles}", "en": f"{en} {self.titles}"}

    def sentence(self) -> dict[str, str]:
        """A sentence as long as the descriptions of real engagements are, in both languages."""
        words = self.random.randint(8, 16)
        zh = "".join(self.random.choice(ZH) for _ in range(words))
        return {"zh": f"{zh}。", "en": " ".join(self.random.choice(EN) for _ in range(words)).capitalize() + "."}

    def some(self, section: str, most: int = 3) -> list[str]:
        """A few ids of a section, near the newest: links stay local, so that no element is linked to everything."""
        near = list(self.sections[section])[-20:]
        return sorted(self.random.sample(near, min(len(near), self.random.randint(1, most))))

    def count(self) -> int:
        """Elements, activities included."""
        return sum(
            1 + sum("type" not in step for step in fields.get("steps", {}).values())  # type: ignore[attr-defined]
            for elements in self.sections.values()
            for fields in elements.values()
        )


def generate(elements: int, folder: Path, seed: int = 1) -> int:
    """Write an engagement of about `elements` elements into `folder`; returns how many there are."""
    made = Engagement(seed)
    add_ground(made)
    while made.count() < elements:
        add_branch(made)
    write(made, folder)
    return made.count()


PARTIES = ("A1", "A2", "A3", "A4", "A5", "A6")
"""The actors that take part in every path."""
SOURCE = "report p. 7"


def add_ground(made: Engagement) -> None:
    """What every engagement has, whatever its size."""
    for kind in ("government", "enterprise", "operator") * 2:
        made.add("actors", "A", type=kind, domains=[f"domain{number}" for number in range(1, 6)])
    for _ in range(5):
        made.add("domains", "domain")
    for axis in ("value", "effort"):
        made.add("criteria", "criterion", weight="50%", axis=axis)
    made.add("systems", "system", owner="A1")
    made.add("groups", "group")
    challenge = add_challenge(made)
    made.add("goals", "G", statement=made.sentence(), horizon="2027", answers=[challenge], owner="A1")
    made.add("data", "D", owner="A1", system_of_record="system1", fields=[made.title()])


def add_branch(made: Engagement) -> None:
    """One branch of the chain, from a goal down to two flows and their data, in the proportions of a real engagement:
    about forty elements, of which less than half are activities."""
    count = len(made.sections.get("items", {}))
    if count % 32 == 28:
        made.add("groups", "group")
        made.add("systems", "system", owner=made.random.choice(PARTIES))
    challenge = add_challenge(made)
    goal = made.add(
        "goals", "G", statement=made.sentence(), parent="G1", horizon="2026", answers=[challenge], owner="A1"
    )
    indicators = [add_indicator(made, goal) for _ in range(3)]
    functions = [add_function(made, indicator) for indicator in [*indicators, indicators[0]]]
    paths = [add_path(made, functions[:2]), add_path(made, functions[2:])]
    group = list(made.sections["groups"])[-1]
    scenarios = [
        made.add("scenarios", "S", group=group, realizes=[path], moves={indicator: "-30%"})
        for path, indicator in zip([*paths, *paths], [*indicators, indicators[0]], strict=True)
    ]
    for scenario in scenarios[1:]:
        add_item(made, scenario, accepted={"S802": made.sentence()})
    item = add_item(made, scenarios[0])
    for variant in ("as-is", "to-be"):
        data = add_data(made)
        add_flow(made, item, variant, indicators[0], data)
    evidence = [{"what": made.sentence(), "source": SOURCE}]
    finding = made.add("findings", "finding", type="break", touches=[item], evidence=evidence)
    made.add("measures", "measure", answers=[finding], owner="A1", cost=f"{made.random.randint(1, 90)} CNY")


def add_challenge(made: Engagement) -> str:
    """A challenge with its evidence; it is felt by the first actors."""
    evidence = [{"what": made.sentence(), "figure": "7..9 d", "source": SOURCE} for _ in range(2)]
    return made.add("challenges", "C", evidence=evidence, felt_in=["A1", "A2"])


def add_indicator(made: Engagement, goal: str) -> str:
    """An indicator with all that a reviewer asks for."""
    return made.add(
        "indicators",
        "I",
        measures=[goal],
        domain=made.some("domains", 1)[0],
        definition=made.sentence(),
        unit="h",
        direction="decrease",
        baseline={"value": made.random.randint(20, 90), "date": "2024", "source": SOURCE},
        targets={"2026": made.random.randint(15, 19), "2027": made.random.randint(2, 14)},
        owner=made.random.choice(PARTIES),
        frequency="monthly",
        source=SOURCE,
    )


def add_function(made: Engagement, indicator: str) -> str:
    """A function that follows another one."""
    follows = made.some("functions", 1) if "functions" in made.sections else []
    return made.add("functions", "F", domain=made.some("domains", 1)[0], drives=[indicator], follows=follows)


def add_path(made: Engagement, functions: list[str]) -> str:
    """A path with all parties, who hand three things to one another."""
    first, second, *others = made.random.sample(PARTIES, len(PARTIES))
    raci = {"R": first, "A": second, "C": others[:2], "I": others[2:]}
    data = made.some("data", 1)
    exchanges = [
        {"from": one, "to": other, "data": data, "channel": "system", "system": "system1"}
        for one, other in ((first, second), (second, others[0]), (others[0], first))
    ]
    return made.add("paths", "P", connects=dict.fromkeys(functions, raci), exchanges=exchanges)


def add_item(made: Engagement, scenario: str, **more: object) -> str:
    """An item with three operations."""
    return made.add(
        "items",
        "item",
        scenario=scenario,
        owner="A1",
        operations=[
            {"does": made.title(), "unit": made.random.choice(PARTIES), "role": made.title()} for _ in range(3)
        ],
        resources={"people": made.title(), "systems": ["system1"], "money": "300000 CNY", "time": "6mo"},
        scores={"criterion1": made.random.randint(1, 5), "criterion2": made.random.randint(1, 5)},
        **more,
    )


def add_data(made: Engagement) -> str:
    """A data object of four fields."""
    return made.add(
        "data",
        "D",
        owner=made.random.choice(PARTIES),
        fields=[made.title() for _ in range(4)],
        classification="internal",
        system_of_record="system1",
    )


def add_flow(made: Engagement, item: str, variant: str, indicator: str, data: str) -> None:
    """A flow with a rework loop and a parallel part, which writes `data` and then reads it."""
    steps: dict[str, Fields] = {"begin": {"title": made.title(), "type": "start", "actor": "A1"}}
    for number in range(1, STEPS + 1):
        steps[f"a{number}"] = activity(made)
        steps[f"a{number}"]["writes" if number == 1 else "reads"] = [data]
        if number == 3:
            steps["check"] = {
                "title": made.title(),
                "type": "exclusive",
                "next": {"split": {"chance": "80%"}, "a1": {"chance": "20%", "when": made.title()}},
            }
            steps["split"] = {"title": made.title(), "type": "parallel", "next": ["a4", "a5"]}
        if number in {4, 5}:
            steps[f"a{number}"]["next"] = "join"
        if number == 5:
            steps["join"] = {"title": made.title(), "type": "parallel"}
    steps["done"] = {"title": made.title(), "type": "end"}
    made.add(
        "flows",
        "flow",
        details=item,
        variant=variant,
        scope={"starts": made.title(), "ends": made.title()},
        source=SOURCE,
        steps=steps,
        estimates={indicator: "lead_time"},
    )


def activity(made: Engagement) -> Fields:
    """An activity of one of the parties."""
    low = made.random.randint(5, 40)
    return {
        "title": made.title(),
        "actor": made.random.choice(PARTIES),
        "system": made.some("systems", 1)[0],
        "mode": made.random.choice(["manual", "assisted", "automatic"]),
        "time": f"{low}..{low * 2} min",
        "wait": f"{made.random.randint(1, 9)}h",
        "cost": f"{made.random.randint(1, 90)} CNY",
    }


def write(made: Engagement, folder: Path) -> None:
    """The engagement as files of at most `PER_FILE` elements."""
    folder.mkdir(parents=True, exist_ok=True)
    sources = "sources: {report: {title: {zh: 报告, en: Report}}}\n"
    header = "id: generated\ntitle: {zh: 生成的项目, en: Generated}\nlanguages: [zh, en]\n"
    (folder / "engagement.yaml").write_text(header + sources, encoding="utf-8")
    for section, elements in made.sections.items():
        ids = list(elements)
        for start in range(0, len(ids), PER_FILE):
            lines = [f"{section}:"]
            for element_id in ids[start : start + PER_FILE]:
                lines += [f"  {element_id}:", *emitted(elements[element_id], 4)]
            name = f"{section}-{start // PER_FILE + 1}.yaml"
            (folder / name).write_text("\n".join([*lines, ""]), encoding="utf-8")


def emitted(fields: Fields, indent: int) -> Iterator[str]:
    """Fields as lines of YAML in block style, as people write them; short values as JSON, which YAML can read."""
    for name, value in fields.items():
        if (isinstance(value, dict) and name in {"steps", "description", "connects"}) or (
            isinstance(value, dict) and "title" in value
        ):
            yield f"{' ' * indent}{name}:"
            yield from emitted(value, indent + 2)
        elif value != []:
            yield f"{' ' * indent}{name}: {json.dumps(value, ensure_ascii=False)}"


def main() -> None:
    """Generate what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("elements", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    print(generate(options.elements, options.folder, options.seed))


if __name__ == "__main__":
    main()
