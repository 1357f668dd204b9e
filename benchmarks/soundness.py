"""Times how long it takes to judge whether flows are sound, and how that grows with their steps; prints a table.

`blocks` are nested and looped parts one behind the other, `ends` branch off and end all along, `goto` jumps about
between exclusive gateways inside a parallel branch, `broken` is `blocks` with a deadlock at the end. Beside it the time
to make the flow itself out of what was read. Growth is the ratio of two times divided by that of the sizes: 1.0 is
linear. Two thousand steps should be judged in less than a second.
"""

import random
import time
from collections.abc import Callable
from typing import Any

from sevenstep.chain.soundness.verdict import soundness
from sevenstep.model.step7_flows import Flow

SIZES = (250, 500, 1000, 2000, 4000)
Steps = dict[str, dict[str, Any]]


def main() -> None:
    """Judge each kind of flow in each size."""
    print("| flow | steps | made in ms | judged in ms | ratio | growth | verdict |")
    print("|---|---:|---:|---:|---:|---:|---|")
    for kind, make in KINDS.items():
        before = 0.0
        for size in SIZES:
            steps = make(size)
            flow, made = timed(lambda steps=steps: made_of(steps))
            found, judged = timed(lambda flow=flow: soundness(flow))
            growth = judged / before / 2 if before else 1.0
            before = judged
            verdict = "sound" if found.holds else "unsound" if found.stuck or found.twice else "not judged"
            times = f"{made * 1000:.0f} | {judged * 1000:.0f} | {judged / made:.1f} | {growth:.1f}"
            print(f"| {kind} | {len(steps)} | {times} | {verdict} |")


def timed(act: Callable[[], Any]) -> tuple[Any, float]:
    """What comes of it, and the seconds of the processor that it takes."""
    begun = time.process_time()
    return act(), time.process_time() - begun


def made_of(steps: Steps) -> Flow:
    named = {name: {"title": name, **said} for name, said in steps.items()}
    flow = Flow.model_validate({"id": "f", "title": "f", "variant": "as-is", "steps": named})
    flow.sequence_flows  # noqa: B018
    return flow


def to(*names: str, **said: str) -> dict[str, Any]:
    return {"next": dict.fromkeys(names), **said}


def blocks(size: int) -> Steps:
    steps: Steps = {"begin": to("s0", type="start")}
    count = size // 8
    for n in range(count):
        steps |= {
            f"s{n}": to(f"a{n}", f"b{n}", type="parallel"),
            f"a{n}": {},
            f"c{n}": to(f"j{n}", f"a{n}", type="exclusive"),
            f"b{n}": to(f"d{n}", f"e{n}", type="exclusive"),
            f"d{n}": to(f"m{n}"),
            f"e{n}": to(f"m{n}"),
            f"m{n}": to(f"j{n}", type="exclusive"),
            f"j{n}": to(f"s{n + 1}", type="parallel"),
        }
    return {**steps, f"s{count}": {"type": "end"}}


def ends(size: int) -> Steps:
    steps: Steps = {"begin": to("p0", type="start")}
    count = size // 4
    for n in range(count):
        steps |= {
            f"p{n}": to(f"t{n}", f"w{n}", type="parallel"),
            f"t{n}": to(f"e{n}"),
            f"e{n}": {"type": "end"},
            f"w{n}": to(f"p{n + 1}"),
        }
    return {**steps, f"p{count}": {"type": "end"}}


def goto(size: int) -> Steps:
    dice = random.Random(1)
    steps: Steps = {"begin": to("p", type="start"), "p": to("n0", "other", type="parallel"), "other": to("j")}
    for n in range(size):
        onward = [f"n{n + 1}"]
        if n % 3 == 0:
            onward.append(f"n{dice.randrange(max(0, n - 20), min(size, n + 20))}")
        steps[f"n{n}"] = to(*onward, type="exclusive" if len(onward) > 1 else "activity")
    return {**steps, f"n{size}": to("j"), "j": to("done", type="parallel"), "done": {"type": "end"}}


def broken(size: int) -> Steps:
    steps = blocks(size)
    last = list(steps)[-1]
    wrong = {last: to("p", "q", type="exclusive"), "p": to("z"), "q": to("z"), "z": to("done", type="parallel")}
    return {**steps, **wrong, "done": {"type": "end"}}


KINDS = {"blocks": blocks, "ends": ends, "goto": goto, "broken": broken}

if __name__ == "__main__":
    main()
