"""The seven steps of the method, and the frames around them, as one table: everybody reads it, nobody repeats it."""

from dataclasses import dataclass
from typing import Final

from sevenstep.language import Text


@dataclass(frozen=True, slots=True)
class Step:
    """One of the seven steps, numbered 1 to 7, or a frame around them, before (-1) or after (8 and more); 0 is
    what is of no step.

    `stem` names the step's file in every folder; `colour` is its hue in every picture and page (six-digit RGB).
    `in_full` is its whole name, where `title` is a short form of it.
    """

    number: int
    stem: str
    title: Text
    question: Text
    colour: str
    in_full: Text | None = None

    @property
    def heading(self) -> Text:
        """What heads its page."""
        return self.in_full or self.title

    @property
    def is_frame(self) -> bool:
        """Whether it frames the seven steps: it adds none to them, and its number is never shown."""
        return not 1 <= self.number <= 7

    @property
    def is_before(self) -> bool:
        """Whether it comes before the seven steps."""
        return self.number < 1

    @property
    def kicker(self) -> str:
        """The number as it is shown; nothing for a frame."""
        return "" if self.is_frame else str(self.number)

    @property
    def css_class(self) -> str:
        """What gives a picture its hue: all frames have one."""
        return "frame" if self.is_frame else f"step{self.number}"

    @property
    def name(self) -> Text:
        """Its title behind its number."""
        return (
            self.title.inserted_into(zh=f"{self.number} {{}}", en=f"{self.number} {{}}") if self.kicker else self.title
        )


STEPS: Final[tuple[Step, ...]] = (
    Step(
        1,
        "step1_goals",
        Text(zh="明确战略目标和定位", en="Goals and position"),
        Text(
            zh="客户要在更大的网络中成为什么？有哪些障碍？",
            en="What is the client to become in its wider network, and what stands in the way?",
        ),
        "#b4433c",
    ),
    Step(
        2,
        "step2_indicators",
        Text(zh="制定指标体系", en="Indicators"),
        Text(
            zh="用哪些数字说明目标实现了？",
            en="Which figures tell that the goals are reached?",
        ),
        "#b26a12",
    ),
    Step(
        3,
        "step3_architecture",
        Text(zh="设计业务架构", en="Business architecture"),
        Text(
            zh="业务由哪些环节组成，彼此如何作用？",
            en="Which links is the business made of, and how do they act on each other?",
        ),
        "#7a7a1c",
        Text(zh="设计业务架构，规划全局业务环节", en="Business architecture: the links of the whole business"),
    ),
    Step(
        4,
        "step4_paths",
        Text(zh="理清协同路径", en="Collaboration paths"),
        Text(
            zh="谁负责，谁把什么交给谁，走哪个渠道？",
            en="Who is responsible, and who hands what to whom, by which channel?",
        ),
        "#2f7d4f",
    ),
    Step(
        5,
        "step5_scenarios",
        Text(zh="分解任务场景", en="Task scenarios"),
        Text(
            zh="哪些工作需要改进？",
            en="Which pieces of work are to be done better?",
        ),
        "#1c7c8c",
    ),
    Step(
        6,
        "step6_items",
        Text(zh="评估业务事项", en="Business items"),
        Text(
            zh="先办哪件事，由谁办、用什么办？",
            en="Which matter comes first, done by whom and with what?",
        ),
        "#3a62b0",
    ),
    Step(
        7,
        "step7_flows",
        Text(zh="汇总数据流程", en="Process and data flows"),
        Text(
            zh="业务现在如何办理、将来如何办理，用到哪些数据？",
            en="How does the work run today and tomorrow, and on which data?",
        ),
        "#7a4aa0",
    ),
)


FRAME_COLOUR: Final = "#566372"
"""All frames have one quiet hue: what is coloured is the chain."""

ASSESSMENT: Final = Step(
    -1,
    "assessment",
    Text(zh="评估", en="Assess"),
    Text(
        zh="与谁相比，现状如何，差距在哪里？",
        en="Where does the client stand today, against whom, and what is missing?",
    ),
    FRAME_COLOUR,
)
DECISION: Final = Step(
    8,
    "decision",
    Text(zh="比选", en="Choose"),
    Text(
        zh="有哪些方案，按什么标准选，为什么选它？",
        en="Which ways are open, how are they judged, and why is one of them chosen?",
    ),
    FRAME_COLOUR,
)
BLUEPRINT: Final = Step(
    9,
    "blueprint",
    Text(zh="蓝图", en="Blueprint"),
    Text(
        zh="目标设计要靠哪些系统、接口、服务和数据运行？",
        en="Which systems, interfaces, services and data does the design need to run?",
    ),
    FRAME_COLOUR,
)
PROGRAMME: Final = Step(
    10,
    "programme",
    Text(zh="实施", en="Carry out"),
    Text(
        zh="谁在何时、用谁的资金、完成什么？",
        en="Who brings about what by when, and with whose money?",
    ),
    FRAME_COLOUR,
)
APPRAISAL: Final = Step(
    11,
    "appraisal",
    Text(zh="测算", en="Appraise"),
    Text(
        zh="逐年投入多少、收回多少，谁受益、谁承担？",
        en="What goes in and comes back each year, and who gains and who pays?",
    ),
    FRAME_COLOUR,
)
OUTCOMES: Final = Step(
    12,
    "outcomes",
    Text(zh="成效", en="Evaluate"),
    Text(
        zh="承诺是否兑现，原因何在，下一轮改进什么？",
        en="Has what was promised come true, why, and what follows for the next round?",
    ),
    FRAME_COLOUR,
)
FRAMES: Final = (ASSESSMENT, DECISION, BLUEPRINT, PROGRAMME, APPRAISAL, OUTCOMES)
"""What comes before and after the seven steps, in the order in which it is done."""
STAGES: Final = (ASSESSMENT, *STEPS, *FRAMES[1:])
"""Steps and frames in one order, which is that of their numbers."""
_BY_NUMBER: Final = {step.number: step for step in STAGES}


def stage(number: int) -> Step:
    """The step or frame with that number."""
    return _BY_NUMBER[number]


@dataclass(frozen=True, slots=True)
class Move:
    """One of the three moves in which an engagement is carried out: the steps that it settles, what it looks at."""

    name: str
    title: Text
    does: Text
    steps: tuple[int, ...]


MOVES: Final[tuple[Move, ...]] = (
    Move(
        "standing",
        Text(zh="梳理现状", en="See where things stand"),
        Text(
            zh="先看现状：形势和上位规划、痛点和依据、在用的平台、现状路径和流程、其中的堵点断点盲点。",
            en="Today first: the context, the challenges with their evidence, the platforms in use, paths and flows "
            "as they are, and where they are stuck.",
        ),
        (),
    ),
    Move(
        "strategy",
        Text(zh="构建战略体系", en="Build the strategy"),
        Text(
            zh="再定方向：定位和战略目标，衡量目标的指标、基线和目标值。",
            en="Then the direction: position and goals, and the indicators, baselines and targets that measure them.",
        ),
        (1, 2),
    ),
    Move(
        "architecture",
        Text(zh="构建架构体系", en="Build the architecture"),
        Text(
            zh="最后落到业务：架构、协同路径、任务场景、业务事项，目标流程和数据，以及实现它们的举措。",
            en="Last the business: architecture, paths, scenarios, items, the flows and data to be, and the measures "
            "that bring them about.",
        ),
        (3, 4, 5, 6, 7),
    ),
)
"""The moves of practice in their order. What stands today comes of no single step: of all of them, as they are."""
