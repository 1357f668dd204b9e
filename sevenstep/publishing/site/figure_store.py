"""The pictures of a site while it is built: in files, so that several processes draw them and read them for pages."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter

from sevenstep.publishing.figures import Drawn
from sevenstep.publishing.views import Figure

_FIGURE: Final = TypeAdapter(Figure)


class FigureStore(Mapping[str, Figure]):
    """The pictures of these names, each read when a page asks for it.

    The files stand in `folder`, and those that go into the site below `site_files`, by their path in it.
    """

    def __init__(self, folder: Path, site_files: Path, names: tuple[str, ...] = ()) -> None:
        self._folder = folder
        self._site_files = site_files
        self._names = dict.fromkeys(names)

    def __getitem__(self, name: str) -> Figure:
        if name not in self._names:
            raise KeyError(name)
        return _FIGURE.validate_json(self._path(name).read_bytes())

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        yield from self._names

    def __len__(self) -> int:
        return len(self._names)

    def put(self, drawn: Drawn) -> None:
        """Write the picture, and its own file."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._path(drawn.figure.name).write_bytes(_FIGURE.dump_json(drawn.figure))
        if drawn.content is not None:
            file = self._site_files / drawn.figure.file
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(drawn.content)

    def _path(self, name: str) -> Path:
        return self._folder / sha256(name.encode()).hexdigest()
