"""In someone's own MkDocs project: what of theirs stands where a file of ours would go. Theirs is never replaced."""

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs.structure.files import File, Files

from sevenstep.failure import Failure
from sevenstep.language import Text


@dataclass(frozen=True, slots=True)
class Kept:
    """A file of theirs in the way of ours, which is called `title` and goes to `target`.

    Where it `hides` ours, it is what readers find there; otherwise both are there, and only the name is theirs.
    """

    file: File
    title: str
    target: str
    hides: bool

    @property
    def message(self) -> Text:
        name = self.file.src_uri
        if self.hides:
            return Text(
                zh=f"{name} 原样保留，模型的“{self.title}”（{self.target}）没有生成："
                "要生成就给这个文件改名，或给插件换一个 folder",
                en=f"{name} is kept, so “{self.title}” of the model ({self.target}) is left out: "
                "rename your file, or give the plugin another folder",
            )
        return Text(
            zh=f"{name} 原样保留；模型的“{self.title}”同名，写在 {self.target}，按文件名的链接指向你的页面",
            en=f"{name} is kept; “{self.title}” of the model has the same name and stands at {self.target}: "
            "links by the name of the file lead to yours",
        )


class Theirs:
    """The files that will be built besides ours."""

    def __init__(self, files: Files) -> None:
        self._files = files
        present = [file for file in files if not file.inclusion.is_excluded()]
        self._targets = {file.dest_uri.casefold(): file for file in present}
        self._sources = {file.src_uri: file for file in present}

    def add(self, ours: File, title: str) -> Kept | None:
        """Add our file, or tell what keeps it out or gives it another name; raises Failure where neither will do."""
        for at in _with_folders(ours.dest_uri):
            theirs = self._targets.get(at.casefold())
            if theirs is not None and theirs.dest_uri == ours.dest_uri:
                return Kept(theirs, title, ours.dest_uri, hides=True)
            if theirs is not None:
                raise _twins(theirs, ours)
        named = self._sources.get(ours.src_uri)
        if named is not None:
            target = ours.dest_uri
            ours.src_uri = f"{ours.src_uri.removesuffix('.md')}.sevenstep.md"
            ours.dest_uri = target
        elif (excluded := self._files.get_file_from_path(ours.src_uri)) is not None:
            self._files.remove(excluded)
        self._files.append(ours)
        return Kept(named, title, ours.dest_uri, hides=False) if named is not None else None


def _with_folders(path: str) -> Iterator[str]:
    """The path, and the folders that it stands in."""
    yield path
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def _twins(theirs: File, ours: File) -> Failure:
    return Failure(
        Text(
            zh=f"{theirs.src_uri} 生成 {theirs.dest_uri}，与模型的 {ours.dest_uri} 放不到一起："
            "两个名字只差大小写，或者一个是文件、一个是文件夹",
            en=f"{theirs.src_uri} is built to {theirs.dest_uri}, and {ours.dest_uri} of the model cannot stand beside "
            "it: the names differ in case only, or one is a file and the other a folder",
        ),
        Text(zh="把这个文件改名，或给插件换个 folder", en="Rename your file, or give the plugin another folder"),
    )
