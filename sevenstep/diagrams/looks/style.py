"""The one visual language: what a class of a picture's part looks like, as CSS.

The engine's own colours and fonts are dropped from every picture; all looks come from here.
"""

import re
from collections.abc import Set
from itertools import compress
from typing import Final

from sevenstep.diagrams.looks.palette import Scheme, colours
from sevenstep.memory import by_content, per_process
from sevenstep.method import FRAMES, STEPS

FONT_FAMILY: Final = (
    '"Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", '
    '"Hiragino Sans GB", "Segoe UI", system-ui, sans-serif'
)

CHANNEL_MARKS: Final = (
    ("system", 7, "none"),
    ("paper", 1, "5 3"),
    ("phone", 2, "1.5 3"),
    ("email", 6, "8 3 1.5 3"),
    ("in-person", 4, "none"),
)
"""The step whose colour a channel has, and how its line is broken, as for arrows (`looks/channels`)."""

_HUES: Final = {f".{step.css_class}": str(step.number) for step in STEPS} | {f".{FRAMES[0].css_class}": "frame"}
"""The hue of each class of a step, and of all frames."""

_HEATS: Final = (
    ("findings", "finding"),
    ("gap", "finding"),
    ("cost", "cost"),
    ("maturity", "cost"),
    ("idle", "finding"),
    ("tag", "tag"),
)
"""The hue of each heat."""

_RULES: Final[tuple[tuple[str, str], ...]] = (
    ("text", f"font-family: {FONT_FAMILY}; fill: var(--ink); stroke: none"),
    (".title", "font-weight: 600"),
    (".kicker, .note", "fill: var(--muted)"),
    (".fact", "fill: var(--ink)"),
    (".mark", "fill: var(--finding); font-weight: 600"),
    (".wait", "fill: var(--wait)"),
    (".wait-clock", "fill: none; stroke: var(--wait); stroke-width: 1.1; stroke-linecap: round"),
    (".up, .down, .hold", "fill: var(--good); font-weight: 600"),
    (".shape", "fill: var(--paper); stroke: var(--line); stroke-width: 1.2"),
    (".fold", "fill: none; stroke: var(--line); stroke-width: 1"),
    (".cluster > .shape, .cluster > a > .shape", "fill: var(--band); stroke: var(--hair)"),
    (".edge .wire", "fill: none; stroke: var(--line); stroke-width: 1.1; stroke-opacity: 0.85"),
    (".edge .head", "fill: var(--line); stroke: var(--line); stroke-width: 1"),
    (".edge text", "fill: var(--muted)"),
    (".edge .name", "fill: var(--ink)"),
    (".chip", "fill: var(--paper); stroke: none"),
    *(
        (f"{name} > .shape, {name} > a > .shape", f"fill: var(--tint{hue}); stroke: var(--step{hue})")
        for name, hue in _HUES.items()
    ),
    *((f"{name} .fold", f"stroke: var(--step{hue})") for name, hue in _HUES.items()),
    *((f"{name} .kicker", f"fill: var(--step{hue})") for name, hue in _HUES.items()),
    *((f".edge{name} .wire", f"stroke: var(--step{hue})") for name, hue in _HUES.items()),
    *((f".edge{name} .head", f"fill: var(--step{hue}); stroke: var(--step{hue})") for name, hue in _HUES.items()),
    (".cluster.group > .shape, .cluster.group > a > .shape", "fill: var(--band); stroke: var(--hair)"),
    (".kind-challenge > .shape, .kind-challenge > a > .shape", "stroke-dasharray: 4 2.5"),
    (".more > .shape, .more > a > .shape", "fill: none; stroke: var(--line); stroke-dasharray: 2 3"),
    (".connector > .shape, .connector > a > .shape", "fill: var(--ink); stroke: var(--ink)"),
    (".connector .title", "fill: var(--paper); font-weight: 600"),
    (".muted > .shape, .muted > a > .shape", "fill: var(--paper); stroke: var(--line)"),
    (".strong > .shape, .strong > a > .shape", "stroke-width: 2.6"),
    (".soft .wire", "stroke-dasharray: 5 3"),
    (".dotted .wire", "stroke-dasharray: 1.5 3; stroke-linecap: round"),
    (".broken .wire", "stroke-dasharray: 8 3 1.5 3"),
    (".bold .wire", "stroke-width: 2"),
    (".back .wire", "stroke: var(--finding); stroke-dasharray: 5 3"),
    (".back .head", "fill: var(--finding); stroke: var(--finding)"),
    (".back text", "fill: var(--finding)"),
    (".lane > .shape", "fill: var(--paper); stroke: var(--hair)"),
    (".lane-head > .shape, .lane-head > a > .shape", "fill: var(--paper); stroke: var(--hair)"),
    (".lane.odd > .shape", "fill: var(--band)"),
    (".lane-head.odd > .shape, .lane-head.odd > a > .shape", "fill: var(--band)"),
    (".work > .shape, .work > a > .shape", "fill: var(--paper); stroke: var(--ink); stroke-width: 1"),
    *(
        (f".work.heat{number} > .shape, .work.heat{number} > a > .shape", f"fill: var(--heat{number})")
        for number in (1, 2, 3)
    ),
    (".work .fold", "stroke: var(--ink)"),
    (".work.stays > .shape, .work.stays > a > .shape", "stroke: var(--line)"),
    (".work.changes > .shape, .work.changes > a > .shape", "stroke: var(--accent); stroke-width: 2.2"),
    (".work.only-to-be > .shape, .work.only-to-be > a > .shape", "stroke: var(--good); stroke-width: 2.2"),
    (
        ".work.only-as-is > .shape, .work.only-as-is > a > .shape",
        "fill: var(--band); stroke: var(--muted); stroke-dasharray: 4 2.5",
    ),
    (".work.only-as-is .title", "fill: var(--muted); text-decoration: line-through"),
    (".work.only-as-is .fact, .work.only-as-is .name", "fill: var(--muted)"),
    (".edge.was .wire", "stroke: var(--line); stroke-dasharray: 1.5 3; stroke-linecap: round"),
    (".edge.was .head", "fill: var(--line); stroke: var(--line)"),
    (".icon", "fill: none; stroke: var(--ink); stroke-width: 1.1; stroke-linejoin: round; stroke-linecap: round"),
    (".kind-event > .shape, .kind-event > a > .shape", "fill: var(--paper); stroke-width: 1.4"),
    (".end > .shape, .end > a > .shape", "stroke-width: 3.4"),
    (".by-regulation > .shape, .by-regulation > a > .shape", "stroke-width: 1.6; stroke-dasharray: 6 3"),
    (".kind-gateway > .shape, .kind-gateway > a > .shape", "fill: var(--paper); stroke-width: 1.4"),
    (".kind-gateway > .sign, .kind-gateway > a > .sign", "fill: none; stroke: var(--ink); stroke-width: 1.6"),
    (".key-node > .shape, .key-node > a > .shape", "stroke-width: 2.4"),
    (".quadrant > .shape", "fill: var(--paper); stroke: var(--hair)"),
    (".quick-wins > .shape", "fill: var(--tint6)"),
    (".quadrant-head .title, .axis .name", "fill: var(--muted)"),
    (".dot > .shape, .dot > a > .shape", "fill: var(--step6); stroke: var(--paper)"),
    (".dot .name", "fill: var(--paper); font-weight: 600"),
    (".stop > .shape, .stop > a > .shape", "stroke-width: 1.6"),
    (".edge.transport .wire", "stroke: var(--step3)"),
    (".edge.nearly-full .wire", "stroke: var(--wait); stroke-width: 2.6"),
    (".edge.over-full .wire", "stroke: var(--finding); stroke-width: 3.2"),
    (".stop.nearly-full > .shape, .stop.nearly-full > a > .shape", "stroke: var(--wait); stroke-width: 3"),
    (".stop.over-full > .shape, .stop.over-full > a > .shape", "stroke: var(--finding); stroke-width: 3.4"),
    (".edge.way-taken .wire", "stroke-width: 2.8"),
    (".edge.way-taken .head", "fill: var(--step3); stroke: var(--step3)"),
    (".edge.way-next .wire, .edge.way-later .wire", "stroke: var(--muted); stroke-width: 1.6"),
    (".edge.way-next .head, .edge.way-later .head", "fill: var(--muted); stroke: var(--muted)"),
    (".edge.unopened .wire", "stroke: var(--line); stroke-opacity: 0.8"),
    (".stop.unopened > .shape, .stop.unopened > a > .shape", "stroke: var(--line); stroke-dasharray: 2 2"),
    (".shelf > .shape, .band > .shape", "fill: var(--band); stroke: none"),
    (".grid-head .name", "font-weight: 600"),
    (".grid-mark > .shape, .grid-mark > a > .shape", "fill: var(--tint7); stroke: var(--step7)"),
    (".grid-mark.step3 > .shape, .grid-mark.step3 > a > .shape", "fill: var(--tint3); stroke: var(--step3)"),
    (".grid-mark.writes > .shape, .grid-mark.writes > a > .shape", "fill: var(--step7)"),
    (".grid-mark.writes .name", "fill: var(--paper); font-weight: 600"),
    *(
        (
            f".grid-mark.channel-{channel} > .shape, .grid-mark.channel-{channel} > a > .shape",
            f"fill: var(--tint{step}); stroke: var(--step{step}); stroke-dasharray: {dashes}",
        )
        for channel, step, dashes in CHANNEL_MARKS
    ),
    (".grid-mark.channel-mixed > .shape, .grid-mark.channel-mixed > a > .shape", "stroke: var(--ink)"),
    (".grid-mark.channel-mixed > .shape, .grid-mark.channel-mixed > a > .shape", "fill: var(--paper); stroke-width: 2"),
    (".grid-mark.channel-unsaid > .shape, .grid-mark.channel-unsaid > a > .shape", "fill: none; stroke: var(--line)"),
    *(
        (f".grid-mark.{look} > .shape, .grid-mark.{look} > a > .shape", rules)
        for look, rules in (
            ("interface-running", "fill: var(--step7)"),
            ("interface-planned", "fill: var(--tint7); stroke: var(--step7); stroke-width: 1.6"),
            ("interface-proposed", "fill: var(--paper); stroke: var(--finding); stroke-dasharray: 4 2.5"),
            ("interface-over-others", "fill: none; stroke: var(--line)"),
            ("interface-by-hand", "fill: none; stroke: var(--wait); stroke-dasharray: 1.5 3"),
            ("sharing-unconditional", "fill: var(--good); stroke: var(--good)"),
            ("sharing-conditional", "fill: var(--tint7); stroke: var(--step7)"),
            ("sharing-not-shared", "fill: var(--paper); stroke: var(--finding); stroke-width: 2"),
            ("sharing-unsaid", "fill: none; stroke: var(--line)"),
        )
    ),
    (".interface-running .name, .sharing-unconditional .name", "fill: var(--paper); font-weight: 600"),
    (".lifeline .wire", "stroke: var(--line); stroke-dasharray: 2 3"),
    (".lifeline-foot > .shape", "fill: var(--line); stroke: none"),
    (
        ".node.only-as-is > .shape, .node.only-as-is > a > .shape",
        "fill: var(--paper); stroke: var(--finding); stroke-dasharray: 4 2.5",
    ),
    (".node.only-as-is .name, .node.only-as-is .title", "fill: var(--finding)"),
    (".node.only-to-be > .shape, .node.only-to-be > a > .shape", "stroke: var(--good); stroke-width: 2.2"),
    (".node.only-to-be.writes > .shape, .node.only-to-be.writes > a > .shape", "fill: var(--good)"),
    (".edge.only-as-is .wire", "stroke: var(--finding); stroke-dasharray: 4 2.5"),
    (".edge.only-as-is .head", "fill: var(--finding); stroke: var(--finding)"),
    (".edge.only-to-be .wire", "stroke: var(--good); stroke-width: 1.8"),
    (".edge.only-to-be .head", "fill: var(--good); stroke: var(--good)"),
    *(
        (f".hot-{by}-{grade} > .shape, .hot-{by}-{grade} > a > .shape", f"fill: var(--{hue}{grade})")
        for by, hue in _HEATS
        for grade in (range(1, 5) if by != "tag" else (4,))
    ),
    (".hot-gap-0 > .shape, .hot-gap-0 > a > .shape", "fill: var(--reached)"),
    (".hot-idle-0 > .shape, .hot-idle-0 > a > .shape", "fill: var(--reached)"),
    (".cold > .shape, .cold > a > .shape", "fill: var(--paper)"),
    (".road-bar > .shape, .road-bar > a > .shape", "fill: var(--line); stroke: none"),
    (".road-critical > .shape, .road-critical > a > .shape", "fill: var(--accent); stroke: none"),
    (".road-slack > .shape", "fill: var(--muted); stroke: none"),
    (".road-line > .shape", "fill: var(--hair); stroke: none"),
    (".road-mark > .shape", "fill: var(--paper); stroke: var(--ink); stroke-width: 1.4"),
    (".road-mark.reached > .shape", "fill: var(--good)"),
    (".edge.road-wait .wire", "stroke: var(--muted)"),
    (".edge.road-wait .head", "fill: var(--muted); stroke: var(--muted)"),
    (".edge.road-wait.critical .wire", "stroke: var(--accent); stroke-width: 1.6"),
    (".edge.road-wait.critical .head", "fill: var(--accent); stroke: var(--accent)"),
    (".moved-from > .shape", "fill: var(--ink); stroke: none"),
    (".edge.moved .wire", "stroke: var(--muted)"),
    (".legend .shape", "stroke-width: 1"),
    ("a:hover > .shape", "stroke-width: 2.2"),
    (".grid", "stroke: var(--hair); stroke-width: 1"),
    (".web", "fill: none; stroke: var(--hair); stroke-width: 1"),
    (".axis-line", "fill: none; stroke: var(--muted); stroke-width: 1; stroke-linejoin: round"),
    (".said", "fill: var(--ink); stroke: var(--paper); stroke-width: 3; stroke-linejoin: round; paint-order: stroke"),
    (".processing, .to-be", "fill: var(--step7)"),
    (".waiting", "fill: var(--wait)"),
    (".as-is, .lead-time", "fill: var(--line)"),
    (".better, .target", "fill: var(--good)"),
    (".worse", "fill: var(--finding)"),
    (".money-in", "fill: var(--accent)"),
    (".money-out", "fill: var(--muted)"),
    (".money-line", "fill: none; stroke: var(--ink); stroke-width: 1.8; stroke-linejoin: round"),
    (".money-dot", "fill: var(--ink)"),
    (".own", "fill: var(--accent)"),
    (".peer", "fill: var(--muted); fill-opacity: 0.55"),
    (".own-line", "fill: none; stroke: var(--accent); stroke-width: 2"),
    (".own-area", "fill: var(--accent); fill-opacity: 0.12; stroke: none"),
    (".peer-1, .peer-2, .peer-3", "fill: none; stroke: var(--muted); stroke-width: 1.4"),
    (".peer-2", "stroke-dasharray: 6 3"),
    (".peer-3", "stroke-dasharray: 1.5 2.5"),
    (".other-line", "fill: none; stroke: var(--muted); stroke-width: 1.2; stroke-opacity: 0.7"),
    (".measured", "fill: var(--step2)"),
    (".measured-line", "fill: none; stroke: var(--step2); stroke-width: 1.6"),
    (".target-line, .goal-line", "fill: none; stroke: var(--good); stroke-width: 1.4; stroke-dasharray: 5 3"),
    (".goal-line", "stroke-opacity: 0.5"),
    (".expected-line", "fill: none; stroke: var(--accent); stroke-width: 1.8"),
    (".expected", "fill: var(--accent)"),
    (".interval, .percentile", "stroke: var(--ink); stroke-width: 1.6"),
    (".step, .divider", "stroke: var(--muted); stroke-width: 1; stroke-dasharray: 2 2"),
)
_CLASS: Final = re.compile(r"\.([a-zA-Z][\w-]*)")
_VARIABLE: Final = re.compile(r"var\(--([a-z0-9]+)\)")


def css(scope: str) -> str:
    """The style sheet for pages that hold pictures below `scope`: light, and dark in Material's ``slate`` scheme."""
    dark = _properties(f'[data-md-color-scheme="slate"] {scope}', "dark")
    return "\n".join((_properties(scope, "light"), dark, *_rules(scope), ""))


@by_content(256)
def css_of_file(scope: str, used: frozenset[str]) -> str:
    """The style sheet inside a picture that stands alone: light, or dark where the reader's system is. It has the rules
    for the classes that are `used` in it, no others."""
    meant = [any(part <= used for part in needed) for needed in _needed()]
    rules = list(compress(_rules(scope), meant))
    named = {"paper", *_VARIABLE.findall(" ".join(rules))}
    light, dark = _properties(scope, "light", named), _properties(scope, "dark", named)
    paper = f"{scope} .paper {{ fill: var(--paper) }}"
    return "\n".join((light, f"@media (prefers-color-scheme: dark) {{ {dark} }}", paper, *rules))


@per_process
def _needed() -> list[list[frozenset[str]]]:
    """For each rule the classes that have to be there for one of its selectors to mean anything."""
    return [[frozenset(_CLASS.findall(part)) for part in selector.split(",")] for selector, _ in _RULES]


def css_for_png(scope: str, scheme: Scheme = "light", family: str = FONT_FAMILY) -> str:
    """The same with literal colours and a font that is sure to be there, for renderers that know no properties."""
    known = colours(scheme)
    rules = "\n".join((f"{scope} .paper {{ fill: var(--paper) }}", *_rules(scope)))
    return _VARIABLE.sub(lambda match: known[match[1]], rules).replace(FONT_FAMILY, family)


def _properties(selector: str, scheme: Scheme, named: Set[str] | None = None) -> str:
    """The colours as properties; only those `named` where any are."""
    known = colours(scheme).items()
    listed = "; ".join(f"--{name}: {value}" for name, value in known if named is None or name in named)
    return f"{selector} {{ {listed} }}"


@by_content(256)
def _rules(scope: str) -> tuple[str, ...]:
    return tuple(
        f"{', '.join(f'{scope} {part.strip()}' for part in selector.split(','))} {{ {declarations} }}"
        for selector, declarations in _RULES
    )
