"""The server over the protocol, driven as two editors drive it: one that counts UTF-16 units, one that counts bytes."""

import asyncio
from pathlib import Path

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.uris import to_fs_path
from pytest_lsp import LanguageClient

from tests.lsp.over_the_protocol import ENCODINGS, GOALS, INDICATORS, driven


def uri(folder: Path, name: str) -> str:
    return (folder / name).as_uri()


async def opened(client: LanguageClient, folder: Path, name: str, text: str) -> types.TextDocumentIdentifier:
    """Open a file as it stands in the editor, and wait until it has been looked at."""
    address = uri(folder, name)
    client.text_document_did_open(types.DidOpenTextDocumentParams(types.TextDocumentItem(address, "yaml", 1, text)))
    await told(client, address)
    return types.TextDocumentIdentifier(address)


async def told(client: LanguageClient, address: str) -> list[types.Diagnostic]:
    """The problems of a file, as soon as they are told anew."""
    for _ in range(600):
        found = next((found for key, found in client.diagnostics.items() if same(key, address)), None)
        if found is not None:
            client.diagnostics.clear()
            return list(found)
        await asyncio.sleep(0.05)
    raise TimeoutError(address)


def same(one: str, other: str) -> bool:
    return to_fs_path(one) == to_fs_path(other)


def units(client: LanguageClient, text: str) -> int:
    """How many units the editor counts for a text."""
    encoding, width = ENCODINGS[client]
    return len(text.encode(encoding)) // width


def part(client: LanguageClient, line: str, start: int, end: int | None = None) -> str:
    """What stands on a line between two of the editor's characters."""
    encoding, width = ENCODINGS[client]
    return line.encode(encoding)[start * width : end * width if end is not None else None].decode(encoding)


def behind(client: LanguageClient, text: str, word: str) -> types.Position:
    """The place behind the first letter of the word."""
    at = text.index(word) + 1
    line = text.count("\n", 0, at)
    return types.Position(line, units(client, text[text.rfind("\n", 0, at) + 1 : at]))


async def type_text(
    client: LanguageClient, document: types.TextDocumentIdentifier, where: types.Range, text: str
) -> None:
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(version=2, uri=document.uri),
            [types.TextDocumentContentChangePartial(where, text)],
        )
    )


@driven
async def test_from_an_id_to_its_element_and_back(client: LanguageClient, folder: Path) -> None:
    document = await opened(client, folder, "indicators.yaml", INDICATORS)
    place = behind(client, INDICATORS, "G1]")
    found = await client.text_document_definition_async(types.DefinitionParams(document, place))
    assert isinstance(found, types.Location)
    assert same(found.uri, uri(folder, "goals.yaml"))
    assert found.range.start == types.Position(2, 2)
    spots = await client.text_document_references_async(
        types.ReferenceParams(types.ReferenceContext(include_declaration=False), document, place)
    )
    assert spots is not None
    (spot,) = spots
    start = units(client, INDICATORS.splitlines()[2].split("G1")[0])  # there is a face before it
    assert spot.range == types.Range(types.Position(2, start), types.Position(2, start + 2))


@driven
async def test_what_is_offered_is_put_where_it_belongs(client: LanguageClient, folder: Path) -> None:
    document = await opened(client, folder, "indicators.yaml", INDICATORS)
    found = await client.text_document_completion_async(
        types.CompletionParams(document, behind(client, INDICATORS, "G1]"))
    )
    assert isinstance(found, types.CompletionList)
    (item,) = found.items
    assert item.label == "G1"
    edit = item.text_edit
    assert isinstance(edit, types.TextEdit)
    line = INDICATORS.splitlines()[2]
    assert part(client, line, edit.range.start.character, edit.range.end.character) == "G1"


@driven
async def test_problems_of_what_is_typed_and_of_what_that_breaks(client: LanguageClient, folder: Path) -> None:
    document = await opened(client, folder, "goals.yaml", GOALS)
    client.diagnostics.clear()
    await type_text(client, document, types.Range(types.Position(2, 2), types.Position(2, 4)), "G9")
    found: list[types.Diagnostic] = []
    for _ in range(100):
        found = await told(client, uri(folder, "indicators.yaml"))
        if any(one.code == "S011" for one in found):
            break
    (broken,) = [one for one in found if one.code == "S011"]
    assert broken.severity == types.DiagnosticSeverity.Error
    assert "G1" in broken.message
    line = INDICATORS.splitlines()[2]
    told_of = part(client, line, broken.range.start.character, broken.range.end.character)
    assert told_of == "G1"


@driven
async def test_a_fix_is_offered_and_mends(client: LanguageClient, folder: Path) -> None:
    text = GOALS + "  G2: {标题: 😀省钱, horizon: 2027}\n"
    document = await opened(client, folder, "goals.yaml", text)
    whole = types.Range(types.Position(3, 0), types.Position(3, 40))
    found = await client.text_document_code_action_async(
        types.CodeActionParams(document, whole, types.CodeActionContext([]))
    )
    assert found
    fix = next(one for one in found if isinstance(one, types.CodeAction) and one.is_preferred)
    assert fix.edit is not None
    assert fix.edit.changes is not None
    ((edit,),) = fix.edit.changes.values()
    line = text.splitlines()[3]
    before, after = part(client, line, 0, edit.range.start.character), part(client, line, edit.range.end.character)
    assert f"{before}{edit.new_text}{after}" == "  G2: {title: 😀省钱, horizon: 2027}"


@driven
async def test_hover_outline_hints_colours_and_folds(client: LanguageClient, folder: Path) -> None:
    document = await opened(client, folder, "indicators.yaml", INDICATORS)
    hover = await client.text_document_hover_async(types.HoverParams(document, behind(client, INDICATORS, "G1]")))
    assert hover is not None
    assert isinstance(hover.contents, types.MarkupContent)
    assert "Faster clearance" in hover.contents.value
    outline = await client.text_document_document_symbol_async(types.DocumentSymbolParams(document))
    assert outline is not None
    (section,) = outline
    assert isinstance(section, types.DocumentSymbol)
    assert [one.name for one in section.children or ()] == ["I1"]
    whole = types.Range(types.Position(0, 0), types.Position(9, 0))
    hints = await client.text_document_inlay_hint_async(types.InlayHintParams(document, whole))
    assert hints is not None
    assert [hint.label for hint in hints] == ["Faster clearance"]
    tokens = await client.text_document_semantic_tokens_full_async(types.SemanticTokensParams(document))
    assert tokens is not None
    assert list(tokens.data[:5]) == [1, 0, len("indicators"), 0, 0]  # the second line begins with a section
    folds = await client.text_document_folding_range_async(types.FoldingRangeParams(document))
    assert folds is not None
    assert (folds[0].start_line, folds[0].end_line) == (1, 2)
    named = await client.workspace_symbol_async(types.WorkspaceSymbolParams("gktg"))  # 更快通关
    assert named is not None
    assert [one.name for one in named] == ["G1 Faster clearance"]


@driven
async def test_an_id_changes_wherever_it_is_named(client: LanguageClient, folder: Path) -> None:
    document = await opened(client, folder, "indicators.yaml", INDICATORS)
    place = behind(client, INDICATORS, "G1]")
    found = await client.text_document_prepare_rename_async(types.PrepareRenameParams(document, place))
    assert isinstance(found, types.PrepareRenamePlaceholder)
    assert found.placeholder == "G1"
    edit = await client.text_document_rename_async(types.RenameParams(document, place, "clearance"))
    assert edit is not None
    assert edit.changes is not None
    files = {Path(to_fs_path(key) or "").name: edits for key, edits in edit.changes.items()}
    assert files.keys() == {"goals.yaml", "indicators.yaml"}
    ((change,), line) = files["indicators.yaml"], INDICATORS.splitlines()[2]
    before, after = part(client, line, 0, change.range.start.character), part(client, line, change.range.end.character)
    assert f"{before}{change.new_text}{after}" == line.replace("[G1]", "[clearance]")


@driven
async def test_an_id_that_is_taken_is_refused_with_what_to_do(client: LanguageClient, folder: Path) -> None:
    document = await opened(client, folder, "indicators.yaml", INDICATORS)
    with pytest.raises(JsonRpcException, match="There is an element “I1” already") as raised:
        place = behind(client, INDICATORS, "G1]")
        await client.text_document_rename_async(types.RenameParams(document, place, "I1"))
    assert "Take another id" in str(raised.value)


@driven
async def test_lenses_lead_to_what_serves(client: LanguageClient, folder: Path) -> None:
    document = await opened(client, folder, "goals.yaml", GOALS)
    found = await client.text_document_code_lens_async(types.CodeLensParams(document))
    assert found
    lens = await client.code_lens_resolve_async(found[0])
    assert lens.command is not None
    assert lens.command.title == "served by 1 element"
    assert lens.command.arguments is not None
    assert len(lens.command.arguments[2]) == 1


@driven
async def test_a_file_of_no_engagement_is_left_alone(client: LanguageClient, folder: Path) -> None:
    address = (folder.parent / "other.yaml").as_uri()
    text = "goals:\n  G1: {}\n"
    client.text_document_did_open(types.DidOpenTextDocumentParams(types.TextDocumentItem(address, "yaml", 1, text)))
    document = types.TextDocumentIdentifier(address)
    assert await client.text_document_hover_async(types.HoverParams(document, types.Position(0, 1))) is None
    assert await client.text_document_completion_async(types.CompletionParams(document, types.Position(0, 1))) is None
