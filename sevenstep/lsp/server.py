"""The server: what the editor asks over the protocol, answered by the providers. The only door to the library."""

import asyncio
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final

from lsprotocol import types
from pygls import uris
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer

from sevenstep.diagnostic import Severity, Span
from sevenstep.failure import Failure
from sevenstep.language import Language, user_language
from sevenstep.lsp import actions as acting
from sevenstep.lsp import completion, hints, hover, lenses, navigation, renaming, symbols
from sevenstep.lsp.actions import Action, TextChange
from sevenstep.lsp.colours import TYPES, colours
from sevenstep.lsp.completion import Offer, OfferKind
from sevenstep.lsp.navigation import Spot
from sevenstep.lsp.open_engagement import OpenEngagement, folder_of
from sevenstep.lsp.positions import Positions
from sevenstep.lsp.symbols import Symbol
from sevenstep.lsp.tree import steps_tree
from sevenstep.report.wording import message_and_remedy
from sevenstep.source.places import Located

SOURCE: Final = "sevenstep"
SHOW_REFERENCES: Final = "sevenstep.showReferences"
"""A command of the editor's extension: it is given the address, the position and the places to show."""
_QUICK: Final = 0.05
_WHOLE: Final = 0.4
_ANALYSIS: Final = 1.5
"""Seconds after the last key until a file, the whole model, and its figures are looked at again."""

_SEVERITIES: Final = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.HINT: types.DiagnosticSeverity.Information,
    Severity.QUESTION: types.DiagnosticSeverity.Hint,
}
_KINDS: Final = {
    OfferKind.SECTION: types.CompletionItemKind.Module,
    OfferKind.FIELD: types.CompletionItemKind.Property,
    OfferKind.ELEMENT: types.CompletionItemKind.Reference,
    OfferKind.WORD: types.CompletionItemKind.EnumMember,
    OfferKind.UNIT: types.CompletionItemKind.Unit,
    OfferKind.SOURCE: types.CompletionItemKind.File,
    OfferKind.TEXT: types.CompletionItemKind.Snippet,
}


class Server(LanguageServer):
    """One editor, with the engagements whose files it has open."""

    def __init__(self, language: Language | None = None) -> None:
        from sevenstep import __version__

        super().__init__(SOURCE, __version__, text_document_sync_kind=types.TextDocumentSyncKind.Incremental)
        self.asked_language = language
        self.said: Language = language or user_language()
        self.engagements: dict[Path, OpenEngagement] = {}
        self.published: dict[str, int] = {}
        self.waiting: dict[tuple[Path, str], asyncio.Task[None]] = {}
        self.worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="sevenstep-check")

    # -- files -----------------------------------------------------------------------

    def place(self, uri: str) -> tuple[OpenEngagement, str] | None:
        """The engagement of a file, and the file's name in it; None for a file that belongs to none."""
        path = uris.to_fs_path(uri)
        if path is None:
            return None
        file = Path(os.path.abspath(path))  # noqa: PTH100  # resolve() follows links
        folder = next((one for one in file.parents if one in self.engagements), None) or folder_of(file)
        if folder is None:
            return None
        engagement = self.engagements.setdefault(folder, OpenEngagement(folder))
        name = engagement.name_of(file)
        return (engagement, name) if name is not None else None

    def address(self, engagement: OpenEngagement, file: str) -> str:
        """The address of a file of an engagement."""
        return uris.from_fs_path(str(engagement.folder / file)) or ""

    def text(self, engagement: OpenEngagement, file: str) -> str:
        """What a file says, as it is typed."""
        typed = engagement.typed.get(file)
        if typed is not None:
            return typed
        document = engagement.document(file)
        return document.text if document is not None else ""

    def positions(self, engagement: OpenEngagement, file: str) -> Positions:
        return Positions(self.text(engagement, file), self.workspace.position_codec)

    def asked(self, uri: str, position: types.Position) -> "_Asked | None":
        """The file and the place that the editor asks about."""
        found = self.place(uri)
        if found is None:
            return None
        engagement, file = found
        positions = self.positions(engagement, file)
        line, column = positions.inwards(position.line, position.character)
        return _Asked(engagement, file, positions, line, column)

    # -- looking again ---------------------------------------------------------------

    def later(self, engagement: OpenEngagement, what: str, seconds: float, work: Any) -> None:
        """Do `work` in that time, unless it is asked for again before."""
        key = (engagement.folder, what)
        if (task := self.waiting.pop(key, None)) is not None:
            task.cancel()

        async def run() -> None:
            await asyncio.sleep(seconds)
            self.waiting.pop(key, None)
            result = work()
            if asyncio.iscoroutine(result):
                await result

        self.waiting[key] = asyncio.get_running_loop().create_task(run())

    def look_again(self, engagement: OpenEngagement, file: str | None = None) -> None:
        """A file has changed, or something on disk: tell what is wrong now, first of the file, then of everything."""
        if file is not None and engagement.checked is not None:
            self.later(engagement, file, _QUICK, lambda: self.publish_quick(engagement, file))
        self.later(engagement, "", _WHOLE if engagement.checked is not None else 0, lambda: self.check(engagement))

    async def check(self, engagement: OpenEngagement) -> None:
        """Check the whole model beside the editor's questions, and tell what was found."""
        typed = engagement.typed_documents()
        loop = asyncio.get_running_loop()
        result = await loop.run_in_executor(self.worker, engagement.checked_with, typed)
        engagement.take(result)
        if engagement.failure is not None:
            message = engagement.failure.message.for_language(self.said)
            self.window_log_message(types.LogMessageParams(types.MessageType.Warning, message))
        self.publish(engagement)
        self.refresh()
        self.later(engagement, "analysis", _ANALYSIS, lambda: self.analyse(engagement))

    async def settled(self, engagement: OpenEngagement) -> None:
        """Check what was typed since the last check at once, where there is something."""
        if self.waiting.get((engagement.folder, "")) is not None:
            self.later(engagement, "", 0, lambda: self.check(engagement))
            await self.waiting[engagement.folder, ""]

    async def analyse(self, engagement: OpenEngagement) -> None:
        """Compute the figures that lenses and hovers tell."""
        await asyncio.get_running_loop().run_in_executor(self.worker, engagement.analyse)
        self.refresh()

    def refresh(self) -> None:
        """Have the editor ask again for what stands beside the text, where it can be told to."""
        workspace = self.client_capabilities.workspace
        if workspace is None:
            return
        if workspace.code_lens is not None and workspace.code_lens.refresh_support:
            self.workspace_code_lens_refresh(None)
        if workspace.inlay_hint is not None and workspace.inlay_hint.refresh_support:
            self.workspace_inlay_hint_refresh(None)

    # -- problems --------------------------------------------------------------------

    def publish(self, engagement: OpenEngagement) -> None:
        """Tell what is wrong with every file."""
        for file, problems in engagement.problems().items():
            self.publish_file(engagement, file, problems)

    def publish_quick(self, engagement: OpenEngagement, file: str) -> None:
        """Tell what is wrong with a file that is being typed."""
        self.publish_file(engagement, file, list(engagement.quick_problems(file)))

    def publish_file(self, engagement: OpenEngagement, file: str, problems: list[Located]) -> None:
        uri = self.address(engagement, file)
        if not problems and not self.published.get(uri) and file not in engagement.typed:
            return
        self.published[uri] = len(problems)
        positions = self.positions(engagement, file)
        told = [self.diagnostic(engagement, positions, problem) for problem in problems]
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, told))

    def diagnostic(self, engagement: OpenEngagement, positions: Positions, problem: Located) -> types.Diagnostic:
        found = problem.diagnostic
        related = [
            types.DiagnosticRelatedInformation(
                types.Location(
                    self.address(engagement, place.file), _range(self.positions(engagement, place.file), span)
                ),
                message_and_remedy(found, self.said).splitlines()[0],
            )
            for place, span in zip(found.also, problem.also, strict=False)
            if span is not None
        ]
        return types.Diagnostic(
            _range(positions, problem.span or Span(1, 1, 1, 1)),
            message_and_remedy(found, self.said),
            severity=_SEVERITIES[found.severity],
            code=found.rule.code,
            source=SOURCE,
            related_information=related or None,
        )


class _Asked:
    """A place in a file that the editor asks about."""

    def __init__(self, engagement: OpenEngagement, file: str, positions: Positions, line: int, column: int) -> None:
        self.engagement, self.file, self.positions = engagement, file, positions
        self.line, self.column = line, column


def _range(positions: Positions, span: Span) -> types.Range:
    (line, character), (end_line, end_character) = positions.of_span(span)
    return types.Range(types.Position(line, character), types.Position(end_line, end_character))


def _stretch(positions: Positions, start: int, end: int) -> types.Range:
    return types.Range(types.Position(*positions.of_offset(start)), types.Position(*positions.of_offset(end)))


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
        items = [_item(asked.positions, offer, order) for order, offer in enumerate(offers)]
        return types.CompletionList(is_incomplete=True, items=items)

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hovered(ls: Server, params: types.HoverParams) -> types.Hover | None:
        asked = ls.asked(params.text_document.uri, params.position)
        if asked is None:
            return None
        told = hover.told(asked.engagement, asked.file, asked.positions.text, asked.line, asked.column, ls.said)
        if told is None:
            return None
        where = _range(asked.positions, told.span) if told.span is not None else None
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
        asked = ls.asked(params.text_document.uri, params.position)
        mention = asked and navigation.mention_at(asked.engagement, asked.file, asked.line, asked.column)
        if not asked or not mention:
            return None
        spot = navigation.definition_of(asked.engagement, mention.element)
        return _location(ls, asked.engagement, spot) if spot is not None else None

    @server.feature(types.TEXT_DOCUMENT_REFERENCES)
    def referred(ls: Server, params: types.ReferenceParams) -> list[types.Location] | None:
        asked = ls.asked(params.text_document.uri, params.position)
        mention = asked and navigation.mention_at(asked.engagement, asked.file, asked.line, asked.column)
        if not asked or not mention:
            return None
        spots = navigation.references_of(
            asked.engagement, mention.element, with_definition=params.context.include_declaration
        )
        return [_location(ls, asked.engagement, spot) for spot in spots]

    @server.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    def nameable(ls: Server, params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder | None:
        asked = ls.asked(params.text_document.uri, params.position)
        mention = asked and navigation.mention_at(asked.engagement, asked.file, asked.line, asked.column)
        if not asked or not mention:
            return None
        name = mention.element.rpartition("/")[2]
        return types.PrepareRenamePlaceholder(_range(asked.positions, mention.span), name)

    @server.feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))
    async def renamed(ls: Server, params: types.RenameParams) -> types.WorkspaceEdit | None:
        asked = ls.asked(params.text_document.uri, params.position)
        mention = asked and navigation.mention_at(asked.engagement, asked.file, asked.line, asked.column)
        if not asked or not mention:
            return None
        engagement, loop = asked.engagement, asyncio.get_running_loop()
        await ls.settled(engagement)
        try:
            proposal = await loop.run_in_executor(
                ls.worker, renaming.renamed, engagement, mention.element, params.new_name
            )
        except Failure as failure:
            raise JsonRpcException(_said(failure, ls.said), types.LSPErrorCodes.RequestFailed.value) from failure
        changes = {change.file: acting.changed(change.before or "", change.after or "") for change in proposal.changes}
        return _workspace_edit(ls, engagement, changes)

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT)
    def highlighted(ls: Server, params: types.DocumentHighlightParams) -> list[types.DocumentHighlight] | None:
        asked = ls.asked(params.text_document.uri, params.position)
        mention = asked and navigation.mention_at(asked.engagement, asked.file, asked.line, asked.column)
        if not asked or not mention:
            return None
        spots = navigation.references_of(asked.engagement, mention.element)
        return [types.DocumentHighlight(_range(asked.positions, s.span)) for s in spots if s.file == asked.file]

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def outlined(ls: Server, params: types.DocumentSymbolParams) -> list[types.DocumentSymbol] | None:
        found = ls.place(params.text_document.uri)
        document = found[0].document(found[1]) if found is not None else None
        if found is None or document is None:
            return None
        positions = ls.positions(*found)
        return [_symbol(positions, one, 0) for one in symbols.outline(document, ls.said, found[0])]

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
        return list(_folds(symbols.outline(document, ls.said)))

    @server.feature(
        types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL,
        types.SemanticTokensLegend(token_types=list(TYPES), token_modifiers=[]),
    )
    def coloured(ls: Server, params: types.SemanticTokensParams) -> types.SemanticTokens | None:
        found = ls.place(params.text_document.uri)
        document = found[0].document(found[1]) if found is not None else None
        if found is None or document is None:
            return None
        return types.SemanticTokens(_tokens(ls.positions(*found), colours(document, found[0].added)))


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


def _item(positions: Positions, offer: Offer, order: int) -> types.CompletionItem:
    where = _stretch(positions, offer.start, offer.end)
    return types.CompletionItem(
        offer.name,
        label_details=types.CompletionItemLabelDetails(detail=f"  {offer.title}" if offer.title else None),
        kind=_KINDS[offer.kind],
        detail=offer.title or None,
        documentation=types.MarkupContent(types.MarkupKind.Markdown, offer.about) if offer.about else None,
        sort_text=f"{order:04}",
        # what was typed: the editor shall not throw out what was found by a title or its initials
        filter_text=positions.text[offer.start : offer.end] or offer.name,
        insert_text_format=types.InsertTextFormat.Snippet if offer.snippet else types.InsertTextFormat.PlainText,
        text_edit=types.TextEdit(where, offer.insert),
    )


def _said(failure: Failure, language: Language) -> str:
    said = (failure.message, failure.remedy)
    return "\n→ ".join(text.for_language(language) for text in said if text is not None)


def _location(ls: Server, engagement: OpenEngagement, spot: Spot) -> types.Location:
    return types.Location(ls.address(engagement, spot.file), _range(ls.positions(engagement, spot.file), spot.span))


_SYMBOL_KINDS: Final = (types.SymbolKind.Module, types.SymbolKind.Class, types.SymbolKind.Function)


def _symbol(positions: Positions, symbol: Symbol, depth: int) -> types.DocumentSymbol:
    return types.DocumentSymbol(
        symbol.name,
        _SYMBOL_KINDS[min(depth, 2)],
        _range(positions, symbol.whole),
        _range(positions, symbol.key),
        detail=symbol.title or None,
        children=[_symbol(positions, one, depth + 1) for one in symbol.inner],
    )


def _folds(outline: list[Symbol] | tuple[Symbol, ...]) -> Iterator[types.FoldingRange]:
    for symbol in outline:
        end = symbol.whole.end_line - (symbol.whole.end_column == 1)
        if end > symbol.whole.line:
            yield types.FoldingRange(symbol.whole.line - 1, end - 1)
        yield from _folds(symbol.inner)


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
                types.TextEdit(_stretch(ls.positions(engagement, file), change.start, change.end), change.new)
            ]
            for file, change in changes.items()
        }
    )


def _lens(ls: Server, uri: str, positions: Positions, lens: lenses.Lens) -> types.CodeLens:
    """A lens; the places that it leads to are looked for when it is seen."""
    where, text = _range(positions, lens.span), lens.text.for_language(ls.said)
    if not lens.shows_references:
        return types.CodeLens(where, types.Command(text, ""))
    return types.CodeLens(where, data={"uri": uri, "element": lens.element, "text": text})


def _tokens(positions: Positions, found: list[Any]) -> list[int]:
    data: list[int] = []
    last_line = last_start = 0
    for one in found:
        (line, start), (_, end) = positions.of_span(one.span)
        if end <= start:
            continue
        data += (
            line - last_line,
            start - last_start if line == last_line else start,
            end - start,
            TYPES.index(one.type),
            0,
        )
        last_line, last_start = line, start
    return data
