"""The blueprint and the moves of flows for a person at a terminal."""

from collections.abc import Iterator

from rich.text import Text as Styled

from sevenstep.analysis.blueprint.flow_moves import flows_by_move, key_nodes
from sevenstep.analysis.blueprint.pairs import SystemPair, system_pairs
from sevenstep.analysis.conclusions.blueprint import blueprint_conclusion
from sevenstep.language import Language, Text, many
from sevenstep.model.step7_flows import Flow
from sevenstep.report.analysis_report import SECTION, AnalysisReport, more, sentences


def blueprint_lines(report: AnalysisReport, language: Language, limit: int | None) -> Iterator[Styled]:
    """What the blueprint comes to, then the interfaces that the design asks for and nobody has declared."""
    found = blueprint_conclusion(report.chain, report.analysis)
    if found is None:
        return
    yield Styled(Text(zh="蓝图：系统与接口", en="Blueprint: systems and interfaces").for_language(language), SECTION)
    yield from sentences(found, language, limit)
    proposed = [pair for pair in system_pairs(report.chain).values() if pair.is_proposed]
    if proposed:
        yield Styled(f"  {_PROPOSED.for_language(language)}", "dim")
    for pair in proposed[:limit]:
        yield Styled(f"    {_ends(report, pair, language)}")
    yield from more(len(proposed) - limit if limit is not None else 0, language)


_PROPOSED = Text(zh="目标流程需要、还没有的接口：", en="Interfaces that the design asks for and that are not there:")


def _ends(report: AnalysisReport, pair: SystemPair, language: Language) -> str:
    ends = f"{report.named(pair.source, language, 40)} → {report.named(pair.target, language, 40)}"
    colon = "：" if language == "zh" else ": "
    return f"{ends}{colon}{report.all_named(list(pair.lacking), language)}"


_MOVES = Text(zh="第七步：流程做到哪一步", en="Step 7: how far the flows have come")


def moves_lines(report: AnalysisReport, language: Language, limit: int | None) -> Iterator[Styled]:
    """How far the work on the flows has come: a line a move; in short those at which a flow stands."""
    found = flows_by_move(report.chain)
    if not found:
        return
    yield Styled(_MOVES.for_language(language), SECTION)
    rest = report.chain.engagement.count(Flow) - sum(map(len, found.values()))
    for move, flows in found.items():
        if limit is not None and not flows:
            continue
        keys = sum(len(key_nodes(flow)) for flow in flows)
        said = Text(
            zh=f"{move.label.zh}：{len(flows)} 个流程" + (f"，关键节点 {keys} 个" if keys else ""),
            en=f"{move.label.en}: {len(flows)}" + (f", with {many(keys, 'key node')}" if keys else ""),
        )
        yield Styled(f"  {said.for_language(language)}", "" if flows else "dim")
    if rest:
        yield Styled(f"  {Text(zh=f'未写：{rest} 个流程', en=f'not said: {rest}').for_language(language)}", "dim")
