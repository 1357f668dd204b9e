"""What a notebook shows: records as a table, and texts that are to be read."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any, Final, Protocol, overload

from sevenstep.failure import Failure
from sevenstep.language import Text, user_language

if TYPE_CHECKING:
    import pandas
    import polars

_MOST: Final = 50
"""How many rows a notebook shows."""


class Shown(Protocol):
    """What a notebook can show."""

    def _repr_html_(self) -> str: ...


class Table(Sequence[Mapping[str, Any]]):
    """Records with the same columns: a sequence for programs, a table for a notebook, a frame where one is wanted."""

    def __init__(self, columns: Iterable[str], rows: Iterable[Sequence[Any]]) -> None:
        self.columns: Final = tuple(columns)
        self._rows: Final = tuple(tuple(row) for row in rows)

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, index: int) -> Mapping[str, Any]: ...
    @overload
    def __getitem__(self, index: slice) -> "Table": ...
    def __getitem__(self, index: int | slice) -> "Mapping[str, Any] | Table":
        if isinstance(index, slice):
            return Table(self.columns, self._rows[index])
        return dict(zip(self.columns, self._rows[index], strict=True))

    def __repr__(self) -> str:
        return f"<Table of {len(self)} rows: {', '.join(self.columns)}>"

    def _repr_html_(self) -> str:
        return _html_table(self.columns, self._rows)

    def to_pandas(self) -> "pandas.DataFrame":
        """The table as a frame of pandas; raises Failure where that is not installed."""
        try:
            import pandas
        except ImportError:
            raise _not_installed("pandas") from None
        return pandas.DataFrame.from_records(self._rows, columns=list(self.columns))

    def to_polars(self) -> "polars.DataFrame":
        """The table as a frame of Polars; raises Failure where that is not installed."""
        try:
            import polars
        except ImportError:
            raise _not_installed("polars") from None
        return polars.DataFrame(self._rows, schema=list(self.columns), orient="row", infer_schema_length=None)


class Reading(str):
    """A text of several lines that a notebook shows as it is to be read."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)

    def _repr_html_(self) -> str:
        return f"<pre>{escape(self)}</pre>"


def _html_table(columns: Iterable[str], rows: Sequence[Sequence[Any]]) -> str:
    """The first rows as HTML in which nothing but our own marks means anything."""
    head = "".join(f"<th>{escape(column)}</th>" for column in columns)
    body = "".join(f"<tr>{''.join(_cells(row))}</tr>" for row in rows[:_MOST])
    left = len(rows) - _MOST
    more = Text(zh=f"……另有 {left} 行", en=f"… and {left} more rows").for_language(user_language())
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>" + (
        f"<p>{more}</p>" if left > 0 else ""
    )


def html_card(title: str, lines: Iterable[str], *below: Shown) -> str:
    """One thing: what it is called, what is to be known of it, and what belongs to it."""
    head = f"<p><b>{escape(title)}</b></p>" if title else ""
    listed = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return "".join([head, f"<ul>{listed}</ul>" if listed else "", *(part._repr_html_() for part in below)])


def _cells(row: Sequence[Any]) -> Iterator[str]:
    return (f"<td>{escape('' if cell is None else str(cell))}</td>" for cell in row)


def _not_installed(library: str) -> Failure:
    return Failure(
        Text(zh=f"没有安装 {library}", en=f"{library} is not installed"),
        Text(
            zh=f"pip install {library}；不装也行：list(表) 就是一列字典",
            en=f"pip install {library}; or go without: list(table) is a list of dictionaries",
        ),
    )
