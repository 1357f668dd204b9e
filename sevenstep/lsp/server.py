"""The server: what the editor asks over the protocol, answered by the providers. The only door to the library."""

import asyncio
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final

from lsprotocol import types
from pygls import uris
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer

from sevenstep.diagnostic import Span
from sevenstep.failure import Failure
from sevenstep.language import Language, user_language
from sevenstep.lsp import navigation
from sevenstep.lsp.mentions import Mention
from sevenstep.lsp.open_engagement import OpenEngagement, folder_of
from sevenstep.lsp.positions import Positions
from sevenstep.lsp.protocol import SEVERITIES, range_of
from sevenstep.report.wording import message_and_remedy
from sevenstep.source.places import Located

SOURCE: Final = "sevenstep"
SHOW_REFERENCES: Final = "sevenstep.showReferences"
"""A command of the editor's extension: it is given the address, the position and the places to show."""
_QUICK: Final = 0.05
_WHOLE: Final = 0.4
_ANALYSIS: Final = 1.5
"""Seconds after the last key until a file, the whole model, and its figures are looked at again."""


class Server(LanguageServer):
    """One editor, with the engagements whose files it has open."""

    def __init__(self, language: Language | None = None) -> None:
        from sevenstep import __version__

        super().__init__(SOURCE, __version__, text_document_sync_kind=types.TextDocumentSyncKind.Incremental)
        self.asked_language = language
        self.said: Language = language or user_language()
        self.engagements: dict[Path, OpenEngagement] = {}
        self.published: dict[str, int] = {}
        self._positions: dict[tuple[Path, str], Positions] = {}
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
        """The lines of a file as the editor counts; looked for once as long as the file says the same."""
        text, key = self.text(engagement, file), (engagement.folder, file)
        known = self._positions.get(key)
        if known is None or known.text is not text:
            known = self._positions[key] = Positions(text, self.workspace.position_codec)
        return known

    def asked(self, uri: str, position: types.Position) -> "_Asked | None":
        """The file and the place that the editor asks about."""
        found = self.place(uri)
        if found is None:
            return None
        engagement, file = found
        positions = self.positions(engagement, file)
        line, column = positions.inwards(position.line, position.character)
        return _Asked(engagement, file, positions, line, column)

    def named(self, uri: str, position: types.Position) -> "tuple[_Asked, Mention] | None":
        """The place that the editor asks about, and the id that stands there; None where none does."""
        asked = self.asked(uri, position)
        mention = asked and navigation.mention_at(asked.engagement, asked.file, asked.line, asked.column)
        return (asked, mention) if asked and mention else None

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

    def refused(self, failure: Failure) -> JsonRpcException:
        """What the editor tells the person of a request that cannot be answered."""
        return JsonRpcException(failure.said(self.said), types.LSPErrorCodes.RequestFailed.value)

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
                    self.address(engagement, place.file), range_of(self.positions(engagement, place.file), span)
                ),
                message_and_remedy(found, self.said).splitlines()[0],
            )
            for place, span in zip(found.also, problem.also, strict=False)
            if span is not None
        ]
        return types.Diagnostic(
            range_of(positions, problem.span or Span(1, 1, 1, 1)),
            message_and_remedy(found, self.said),
            severity=SEVERITIES[found.severity],
            code=found.rule.code,
            source=SOURCE,
            related_information=related or None,
        )


class _Asked:
    """A place in a file that the editor asks about."""

    def __init__(self, engagement: OpenEngagement, file: str, positions: Positions, line: int, column: int) -> None:
        self.engagement, self.file, self.positions = engagement, file, positions
        self.line, self.column = line, column
