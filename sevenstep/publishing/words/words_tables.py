"""Words of tables and lists: what stands around their rows."""

from typing import Final

TABLES: Final[dict[str, tuple[str, str]]] = {
    "table_filter": ("筛选…", "Filter…"),
    "table_csv": ("下载为 CSV（Excel 可打开）", "Save as CSV (opens in Excel)"),
    "table_all": ("全部 {} 行", "All {} rows"),
    "the_rest": ("其余 {} 项", "{} more"),
    "table_first": ("只看开头几行", "Only the first rows"),
}
