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
    """The pictures that were put in, each read when a page asks for it.

    The files stand in `folder`, and those that go into the site below `site_files`, by their path in it.
    """

    def __init__(self, folder: Path, site_files: Path) -> None:
        self._folder = folder
        self._site_files = site_files

    def __getitem__(self, name: str) -> Figure:
        try:
            return _FIGURE.validate_json(self._path(name).read_bytes())
        except FileNotFoundError:
            raise KeyError(name) from None

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and self._path(name).is_file()

    def __iter__(self) -> Iterator[str]:
        for path in sorted(self._folder.iterdir()) if self._folder.is_dir() else ():
            yield _FIGURE.validate_json(path.read_bytes()).name

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def put(self, drawn: Drawn) -> None:
        """Write the picture, and its own files."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._path(drawn.figure.name).write_bytes(_FIGURE.dump_json(drawn.figure))
        for path, content in drawn.files.items():
            file = self._site_files / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)

    def _path(self, name: str) -> Path:
        return self._folder / sha256(name.encode()).hexdigest()
