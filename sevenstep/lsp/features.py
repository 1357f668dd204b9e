"""What the editor may ask, each question answered by its provider."""

import asyncio
from collections.abc import Iterator
from typing import Any

from lsprotocol import types

from sevenstep.failure import Failure
from sevenstep.language import Language
from sevenstep.lsp import actions as acting
from sevenstep.lsp import completion, hints, hover, lenses, navigation, renaming, symbols
from sevenstep.lsp.actions import Action, TextChange
from sevenstep.lsp.colours import TYPES, colours
from sevenstep.lsp.navigation import Spot
from sevenstep.lsp.open_engagement import OpenEngagement
from sevenstep.lsp.positions import Positions
from sevenstep.lsp.protocol import (
    completion_item,
    document_symbol,
    folding_ranges,
    range_of,
    stretch_of,
    token_data,
)
from sevenstep.lsp.server import SHOW_REFERENCES, Server
from sevenstep.lsp.tree import steps_tree


def make_server(language: Language | None = None) -> Server:
    """A server that answers; `language` is that of its words, else the editor's own counts."""
    server = Server(language)
    for features in (_files, _writing, _finding_ones_way, _beside_the_text, _own):
        features(server)
    return server


def _files(server: Server) -> None:
    """What the editor tells of itself and of its files."""

    @server.feature(types.INITIALIZE)
    def initialize(ls: Server, params: types.InitializeParams) -> None:
        if ls.asked_language is None and params.locale:
            ls.said = "zh" if params.locale.lower().startswith("zh") else "en"

    @server.feature(types.INITIALIZED)
    def initialized(ls: Server, _: types.InitializedParams) -> None:
        watched = ls.client_capabilities.workspace and ls.client_capabilities.workspace.did_change_watched_files
        if watched and watched.dynamic_registration:
            options = types.DidChangeWatchedFilesRegistrationOptions(
                [types.FileSystemWatcher("**/*.{yaml,yml,md}"), types.FileSystemWatcher("**/pyproject.toml")]
            )
            registration = types.Registration("sevenstep-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            ls.client_register_capability(types.RegistrationParams([registration]))

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
        _typed(ls, params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
        _typed(ls, params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(ls: Server, params: types.DidSaveTextDocumentParams) -> None:
        if (found := ls.place(params.text_document.uri)) is not None:
            ls.look_again(found[0])

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
        if (found := ls.place(params.text_document.uri)) is not None:
            found[0].close(found[1])
            ls.look_again(found[0])

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def files_changed(ls: Server, params: types.DidChangeWatchedFilesParams) -> None:
        touched = [found[0] for change in params.changes if (found := ls.place(change.uri)) is not None]
        for engagement in {id(one): one for one in touched}.values():
            ls.look_again(engagement)


def _writing(server: Server) -> None:
    """What helps while one types."""

    @server.feature(
        types.TEXT_DOCUMENT_COMPLETION,
        types.CompletionOptions(trigger_characters=[" ", ":", "[", ",", "{", "-"], resolve_provider=False),
    )
    def complete(ls: Server, params: types.CompletionParams) -> types.CompletionList | None:
        asked = ls.asked(params.text_document.uri, params.position)
        if asked is None:
            return None
        offers = completion.offers(
            asked.engagement, asked.file, asked.positions.text, asked.line, asked.column, ls.said
        )
        items = [completion_item(asked.positions, offer, order) for order, offer in enumerate(offers)]
        return types.CompletionList(is_incomplete=True, items=items)

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hovered(ls: Server, params: types.HoverParams) -> types.Hover | None:
        asked = ls.asked(params.text_document.uri, params.position)
        if asked is None:
            return None
        told = hover.told(asked.engagement, asked.file, asked.positions.text, asked.line, asked.column, ls.said)
        if told is None:
            return None
        where = range_of(asked.positions, told.span) if told.span is not None else None
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, told.markdown), where)

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions([types.CodeActionKind.QuickFix, types.CodeActionKind.SourceFixAll]),
    )
    def act(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction] | None:
        found = ls.place(params.text_document.uri)
        if found is None:
            return None
        return list(_actions(ls, found[0], found[1], params))


def _finding_ones_way(server: Server) -> None:
    """From one place to others."""

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    def defined(ls: Server, params: types.DefinitionParams) -> types.Location | None:
        if (found := ls.named(params.text_document.uri, params.position)) is None:
            return None
        asked, mention = found
        spot = navigation.definition_of(asked.engagement, mention.element)
        return _location(ls, asked.engagement, spot) if spot is not None else None

    @server.feature(types.TEXT_DOCUMENT_REFERENCES)
    def referred(ls: Server, params: types.ReferenceParams) -> list[types.Location] | None:
        if (found := ls.named(params.text_document.uri, params.position)) is None:
            return None
        asked, mention = found
        spots = navigation.references_of(
            asked.engagement, mention.element, with_definition=params.context.include_declaration
        )
        return [_location(ls, asked.engagement, spot) for spot in spots]

    @server.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    def nameable(ls: Server, params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder | None:
        if (found := ls.named(params.text_document.uri, params.position)) is None:
            return None
        asked, mention = found
        name = mention.element.rpartition("/")[2]
        return types.PrepareRenamePlaceholder(range_of(asked.positions, mention.span), name)

    @server.feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))
    async def renamed(ls: Server, params: types.RenameParams) -> types.WorkspaceEdit | None:
        if (found := ls.named(params.text_document.uri, params.position)) is None:
            return None
        asked, mention = found
        engagement, loop = asked.engagement, asyncio.get_running_loop()
        await ls.settled(engagement)
        try:
            proposal = await loop.run_in_executor(
                ls.worker, renaming.renamed, engagement, mention.element, params.new_name
            )
        except Failure as failure:
            raise ls.refused(failure) from failure
        changes = {change.file: acting.changed(change.before or "", change.after or "") for change in proposal.changes}
        return _workspace_edit(ls, engagement, changes)

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT)
    def highlighted(ls: Server, params: types.DocumentHighlightParams) -> list[types.DocumentHighlight] | None:
        if (found := ls.named(params.text_document.uri, params.position)) is None:
            return None
        asked, mention = found
        spots = navigation.references_of(asked.engagement, mention.element)
        return [types.DocumentHighlight(range_of(asked.positions, s.span)) for s in spots if s.file == asked.file]

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def outlined(ls: Server, params: types.DocumentSymbolParams) -> list[types.DocumentSymbol] | None:
        found = ls.place(params.text_document.uri)
        document = found[0].document(found[1]) if found is not None else None
        if found is None or document is None:
            return None
        positions = ls.positions(*found)
        return [document_symbol(positions, one, 0) for one in symbols.outline(document, ls.said, found[0])]

    @server.feature(types.WORKSPACE_SYMBOL)
    def searched(ls: Server, params: types.WorkspaceSymbolParams) -> list[types.WorkspaceSymbol]:
        return [
            types.WorkspaceSymbol(
                _location(ls, engagement, one.spot),
                f"{one.element} {one.title}",
                types.SymbolKind.Class,
                container_name=one.kind,
            )
            for engagement in ls.engagements.values()
            for one in symbols.named(engagement, params.query, ls.said)
        ]


def _beside_the_text(server: Server) -> None:
    """What stands beside the text, and how it looks."""

    @server.feature(types.TEXT_DOCUMENT_CODE_LENS, types.CodeLensOptions(resolve_provider=True))
    def lens(ls: Server, params: types.CodeLensParams) -> list[types.CodeLens] | None:
        found = ls.place(params.text_document.uri)
        if found is None:
            return None
        positions = ls.positions(*found)
        return [_lens(ls, params.text_document.uri, positions, one) for one in lenses.lenses(*found)]

    @server.feature(types.CODE_LENS_RESOLVE)
    def lens_resolved(ls: Server, params: types.CodeLens) -> types.CodeLens:
        asked: Any = params.data
        found = ls.place(asked["uri"]) if isinstance(asked, dict) else None
        if found is None:
            return params
        engagement, element = found[0], asked["element"]
        spots = navigation.references_of(engagement, element, with_definition=False)
        places = [_location(ls, engagement, spot) for spot in spots]
        arguments = [asked["uri"], params.range.start, places]
        return types.CodeLens(params.range, types.Command(asked["text"], SHOW_REFERENCES, arguments=arguments))

    @server.feature(types.TEXT_DOCUMENT_INLAY_HINT)
    def hint(ls: Server, params: types.InlayHintParams) -> list[types.InlayHint] | None:
        found = ls.place(params.text_document.uri)
        if found is None:
            return None
        positions = ls.positions(*found)
        first, last = params.range.start.line + 1, params.range.end.line + 1
        return [
            types.InlayHint(
                types.Position(*positions.outwards(one.line, one.column)),
                one.title,
                tooltip=one.whole,
                padding_left=True,
            )
            for one in hints.hints(*found, first, last, ls.said)
        ]

    @server.feature(types.TEXT_DOCUMENT_FOLDING_RANGE)
    def fold(ls: Server, params: types.FoldingRangeParams) -> list[types.FoldingRange] | None:
        found = ls.place(params.text_document.uri)
        document = found[0].document(found[1]) if found is not None else None
        if document is None:
            return None
        return list(folding_ranges(symbols.outline(document, ls.said)))

    @server.feature(
        types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL,
        types.SemanticTokensLegend(token_types=list(TYPES), token_modifiers=[]),
    )
    def coloured(ls: Server, params: types.SemanticTokensParams) -> types.SemanticTokens | None:
        found = ls.place(params.text_document.uri)
        document = found[0].document(found[1]) if found is not None else None
        if found is None or document is None:
            return None
        return types.SemanticTokens(token_data(ls.positions(*found), colours(document, found[0].added)))


def _own(server: Server) -> None:
    """What our own extension asks besides."""

    @server.feature("sevenstep/steps")
    def steps(ls: Server, params: Any) -> list[dict[str, Any]]:
        found = ls.place(params.uri)
        if found is None:
            return []
        return steps_tree(
            found[0], ls.said, lambda file: ls.address(found[0], file), lambda file: ls.positions(found[0], file)
        )

    @server.feature("sevenstep/elementAt")
    def element_at(ls: Server, params: Any) -> dict[str, str] | None:
        asked = ls.asked(params.uri, types.Position(int(params.position.line), int(params.position.character)))
        if asked is None:
            return None
        return symbols.element_around(asked.engagement, asked.file, asked.line)


def _typed(ls: Server, uri: str) -> None:
    found = ls.place(uri)
    if found is None:
        return
    engagement, file = found
    engagement.type(file, ls.workspace.get_text_document(uri).source)
    ls.look_again(engagement, file)


def _location(ls: Server, engagement: OpenEngagement, spot: Spot) -> types.Location:
    return types.Location(ls.address(engagement, spot.file), range_of(ls.positions(engagement, spot.file), spot.span))


def _actions(
    ls: Server, engagement: OpenEngagement, file: str, params: types.CodeActionParams
) -> Iterator[types.CodeAction]:
    positions = ls.positions(engagement, file)
    problems = list(engagement.quick_problems(file))
    only = params.context.only or [types.CodeActionKind.QuickFix, types.CodeActionKind.SourceFixAll]
    if types.CodeActionKind.QuickFix in only:
        first, last = params.range.start.line + 1, params.range.end.line + 1
        here = [
            one for one in problems if one.span is not None and one.span.line <= last and one.span.end_line >= first
        ]
        for action in acting.actions(engagement, file, here):
            yield _action(ls, engagement, positions, action)
    if types.CodeActionKind.SourceFixAll in only:
        document = engagement.document(file)
        change = acting.fix_all(document, problems) if document is not None else None
        if change is not None:
            edit = _workspace_edit(ls, engagement, {file: change})
            title = acting.FIX_ALL.for_language(ls.said)
            yield types.CodeAction(title, kind=types.CodeActionKind.SourceFixAll, edit=edit)


def _action(ls: Server, engagement: OpenEngagement, positions: Positions, action: Action) -> types.CodeAction:
    return types.CodeAction(
        action.title.for_language(ls.said),
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[ls.diagnostic(engagement, positions, action.problem)],
        is_preferred=action.is_fix or None,
        edit=_workspace_edit(ls, engagement, action.changes),
    )


def _workspace_edit(ls: Server, engagement: OpenEngagement, changes: dict[str, TextChange]) -> types.WorkspaceEdit:
    return types.WorkspaceEdit(
        {
            ls.address(engagement, file): [
                types.TextEdit(stretch_of(ls.positions(engagement, file), change.start, change.end), change.new)
            ]
            for file, change in changes.items()
        }
    )


def _lens(ls: Server, uri: str, positions: Positions, lens: lenses.Lens) -> types.CodeLens:
    """A lens; the places that it leads to are looked for when it is seen."""
    where, text = range_of(positions, lens.span), lens.text.for_language(ls.said)
    if not lens.shows_references:
        return types.CodeLens(where, types.Command(text, ""))
    return types.CodeLens(where, data={"uri": uri, "element": lens.element, "text": text})
