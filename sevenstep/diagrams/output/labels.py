"""Labels as the HTML-like tables of the engine, all text escaped."""

from sevenstep.diagrams.output.classes import Swatch, spaced, style_colour, swatch_address, symbol_colour
from sevenstep.diagrams.output.escape import html
from sevenstep.diagrams.scene import Align, Cell, Entry, Label, Line, font_size


def written(label: Label) -> str:
    """The label as a value of DOT."""
    if not label.rows:
        return '""'
    rows = "".join(f"<TR>{''.join(map(_cell, row))}</TR>" for row in label.rows)
    width = f' WIDTH="{label.table_width:.0f}"' if label.table_width else ""
    colour = f' BGCOLOR="{symbol_colour("chip")}"' if label.chip else ""
    sizes = f'CELLSPACING="{label.spacing}" CELLPADDING="{label.padding}"'
    return f'<<TABLE BORDER="0" CELLBORDER="0" {sizes}{width}{colour}>{rows}</TABLE>>'


def _cell(cell: Cell) -> str:
    if cell.symbol:
        size = f'FIXEDSIZE="TRUE" WIDTH="{cell.width:g}" HEIGHT="{cell.height:g}"'
        leads = f' HREF="{html(_address(cell.swatch))}"' if cell.swatch is not None else ""
        return f'<TD {size} BGCOLOR="{symbol_colour(cell.symbol)}"{leads}></TD>'
    align = f' ALIGN="{cell.align}" BALIGN="{cell.align}"' if cell.align != "CENTER" else ""
    span = f' COLSPAN="{cell.span}"' if cell.span > 1 else ""
    width = f' WIDTH="{cell.width:.0f}"' if cell.width else ""
    return f"<TD{align}{span}{width}>{_lines(cell.lines, cell.align)}</TD>"


def _lines(lines: tuple[Line, ...], align: Align) -> str:
    if align == "CENTER":
        return "<BR/>".join(map(_font, lines))
    return "".join(f'{_font(line)}<BR ALIGN="{align}"/>' for line in lines)


def _font(line: Line) -> str:
    said = spaced(html(line.text), line.style).replace("\N{NO-BREAK SPACE}", "&#160;")
    look = f'POINT-SIZE="{font_size(line.style)}" COLOR="{style_colour(line.style)}"'
    return f"<FONT {look}>{said or '&#160;'}</FONT>"


def _address(entry: Entry) -> str:
    return swatch_address(Swatch(entry.form, entry.shape, entry.style, entry.classes))
