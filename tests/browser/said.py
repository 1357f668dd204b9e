"""What a page says, read from its HTML: the words of its content and of its pictures, and what shows at the pointer."""

from html.parser import HTMLParser

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())  # noqa: SIM905
SILENT = frozenset(("script", "style", "template"))
QUOTED = frozenset(("q", "blockquote"))  # the words of others
# What stands in a line of text; all else begins a line of its own.
INLINE = frozenset(
    "a abbr b bdi cite code del em i ins kbd label mark s small span strong sub sup tspan u var".split()  # noqa: SIM905
)


class Said(HTMLParser):
    """The lines of the article of a page, and the titles that show at the pointer (`hovers`)."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.hovers: list[str] = []
        self._open: list[str] = []
        self._parts: list[str] = []
        self.feed(markup[markup.find("<article") : markup.rfind("</article>")])  # the rest is the same on every page
        self.close()
        self.lines = [" ".join(line.split()) for line in "".join(self._parts).split("\n") if line.strip()]

    def _is_in(self, *names: str) -> bool:
        return any(name in self._open for name in names)

    @property
    def _is_said(self) -> bool:
        return self._is_in("article") and not self._is_in(*SILENT, *QUOTED)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._is_said and tag not in INLINE:
            self._parts.append("\n")
        if self._is_said or tag == "article":
            self.hovers += [value for name, value in attrs if name == "title" and value]
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:  # what HTML lets stay open ends with what holds it
                pass
        if self._is_said and tag not in INLINE:
            self._parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._is_said:
            return
        if "svg" in self._open and self._open[-1] in ("title", "desc"):
            self.hovers.append(data)
        else:
            self._parts.append(data.replace("\n", " "))
