"""What readers of each language call a unit: 元/标箱 and CNY/TEU, however its author wrote it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sevenstep.language import Language
from sevenstep.memory import by_content
from sevenstep.model.quantity.named_unit import NamedUnit, UnitName, UnitNames
from sevenstep.model.quantity.unit_parts import Kind, lookup, scaled, written_parts

_KNOWN: Final[Mapping[str, UnitName]] = {
    "second": UnitName("秒", "s"),
    "millisecond": UnitName("毫秒", "ms"),
    "minute": UnitName("分钟", "min"),
    "hour": UnitName("小时", "h"),
    "day": UnitName("天", "days", "day"),
    "week": UnitName("周", "weeks", "week"),
    "month": UnitName("个月", "months", "month", ("月", "month")),
    "year": UnitName("年", "years", "year"),
    "working_day": UnitName("个工作日", "working days", "working day", ("工作日", "working day")),
    "percent": UnitName("%", "%"),
    "permille": UnitName("‰", "‰"),
    "percentage_point": UnitName("个百分点", "percentage points", "percentage point"),
    "permille_point": UnitName("个千分点", "per mille points", "per mille point"),
    "basis_point": UnitName("个基点", "basis points", "basis point"),
    "TEU": UnitName("标箱", "TEU"),
    "FEU": UnitName("FEU", "FEU"),
    "tonne": UnitName("吨", "t"),
    "kilogram": UnitName("千克", "kg"),
    "gram": UnitName("克", "g"),
    "metre": UnitName("米", "m"),
    "centimetre": UnitName("厘米", "cm"),
    "kilometre": UnitName("公里", "km"),
    "tonne_kilometre": UnitName("吨公里", "tkm"),
    "square_metre": UnitName("平方米", "m²"),
    "square_kilometre": UnitName("平方公里", "km²"),
    "hectare": UnitName("公顷", "ha"),
    "mu": UnitName("亩", "mu"),
    "cubic_metre": UnitName("立方米", "m³"),
    "litre": UnitName("升", "l"),
    "kilowatt_hour": UnitName("千瓦时", "kWh"),
    "megawatt_hour": UnitName("兆瓦时", "MWh"),
    "kilowatt": UnitName("千瓦", "kW"),
    "megawatt": UnitName("兆瓦", "MW"),
    "kilogram_co2e": UnitName("千克 CO₂e", "kg CO₂e"),
    "gram_co2e": UnitName("克 CO₂e", "g CO₂e"),
    "tonne_co2e": UnitName("吨 CO₂e", "t CO₂e"),
    "container": UnitName("箱", "containers", "container"),
    "consignment": UnitName("票", "consignments", "consignment"),
    "person": UnitName("人", "people", "person"),
    "train": UnitName("列", "trains", "train"),
    "truck": UnitName("卡车", "trucks", "truck"),
    "CNY": UnitName("元", "CNY"),
    "USD": UnitName("美元", "USD"),
    "EUR": UnitName("欧元", "EUR"),
    "HKD": UnitName("港元", "HKD"),
    "JPY": UnitName("日元", "JPY"),
    "GBP": UnitName("英镑", "GBP"),
    "SGD": UnitName("新加坡元", "SGD"),
    "KRW": UnitName("韩元", "KRW"),
    "RUB": UnitName("卢布", "RUB"),
    "THB": UnitName("泰铢", "THB"),
    "VND": UnitName("越南盾", "VND"),
    "MYR": UnitName("林吉特", "MYR"),
    "AUD": UnitName("澳元", "AUD"),
    "CAD": UnitName("加元", "CAD"),
    "CHF": UnitName("瑞士法郎", "CHF"),
    "MOP": UnitName("澳门元", "MOP"),
    "TWD": UnitName("新台币", "TWD"),
}
"""The units of the tables, by their names in the units library."""

_MEASURE_WORDS: Final[tuple[tuple[tuple[str, ...], UnitName], ...]] = (
    (("次", "次数", "time", "times"), UnitName("次", "times", "time")),
    (("倍", "x"), UnitName("倍", "times")),
    (("个", "count", "number"), UnitName("个", "")),
    (("例",), UnitName("例", "cases", "case")),
    (("单",), UnitName("单", "orders", "order")),
    (("件",), UnitName("件", "items", "item")),
    (("项",), UnitName("项", "items", "item")),
    (("份",), UnitName("份", "copies", "copy")),
    (("笔",), UnitName("笔", "transactions", "transaction")),
    (("户",), UnitName("户", "households", "household")),
    (("家",), UnitName("家", "firms", "firm")),
    (("人次",), UnitName("人次", "visits", "visit")),
    (("名", "位"), UnitName("人", "people", "person")),
    (("辆",), UnitName("辆", "vehicles", "vehicle")),
    (("车次",), UnitName("车次", "truck trips", "truck trip")),
    (("趟",), UnitName("趟", "trips", "trip")),
    (("班", "班次"), UnitName("班", "departures", "departure")),
    (("航次",), UnitName("航次", "voyages", "voyage")),
    (("批", "批次"), UnitName("批", "batches", "batch")),
    (("艘",), UnitName("艘", "ships", "ship")),
    (("架",), UnitName("架", "aircraft")),
    (("台",), UnitName("台", "units", "unit")),
    (("套",), UnitName("套", "sets", "set")),
    (("页",), UnitName("页", "pages", "page")),
    (("床", "张床"), UnitName("床", "beds", "bed")),
    (("床日",), UnitName("床日", "bed days", "bed day")),
    (("分",), UnitName("分", "points", "point")),
)
_COUNTED: Final[Mapping[str, UnitName]] = {
    **{word: name for _, name in reversed(_MEASURE_WORDS) for word in (name.en, name.one) if word},
    **{word: name for words, name in _MEASURE_WORDS for word in words},
}
"""Chinese measure words that one English word fits nearly everywhere, by both; where it does not, ``units`` of the
engagement gives another."""

_SCALE_WORDS: Final[Mapping[float, tuple[str, str]]] = {
    1e2: ("百", "100 "),
    1e3: ("千", "1,000 "),
    1e4: ("万", "10,000 "),
    1e6: ("百万", "million "),
    1e8: ("亿", "100 million "),
    1e9: ("十亿", "billion "),
    1e12: ("万亿", "trillion "),
}


@dataclass(frozen=True, slots=True)
class Wording:
    """A unit ready to be written with a number: the scale that goes into the number, the currency before it in
    English, and what stands behind it, for one and for others."""

    factor: float
    before: str
    behind: str
    one: str
    is_close: bool
    """Whether it stands right behind the number: %."""
    is_scaled: bool
    """Whether 万 and 亿, million and billion may stand before it."""

    def of(self, number: str) -> str:
        """What stands behind a written number."""
        return self.one if number.lstrip("+−-") == "1" else self.behind


def wording(unit: str, language: Language) -> Wording:
    """How a unit is written in that language."""
    return _wording(str(unit), language, unit.names if isinstance(unit, NamedUnit) else ())


@by_content(2048)
def _wording(unit: str, language: Language, names: UnitNames) -> Wording:
    parts = list(written_parts(unit))
    if not parts:
        return Wording(1.0, "", "", "", is_close=False, is_scaled=False)
    declared = dict(names)
    first, power = parts[0]
    factor, bare = scaled(first) if power == 1 else (1.0, first)
    kind, name = _named(bare, declared)
    is_code = kind == "money" and name.en in _KNOWN
    before = name.en if language == "en" and is_code and power == 1 else ""
    rest = "".join(_joined(part, power, declared, language) for part, power in parts[1:])
    if power < 0:
        behind = one = f"/{name.below(language)}{rest}"
    elif before:
        behind = one = rest
    else:
        raised = f"^{power}" if power > 1 else ""
        behind = f"{name.behind(language)}{raised}{rest}"
        one = f"{(name.one or name.en) if language == 'en' else name.zh}{raised}{rest}"
    is_close = behind[:1] in {"%", "‰", "°", "/", "℃"}
    can_scale = kind in {"money", "measure", "thing", "number"} and power == 1 and bool(behind or before)
    return Wording(factor, before, behind, one, is_close=is_close, is_scaled=can_scale)


def _joined(part: str, power: int, declared: Mapping[str, UnitName], language: Language) -> str:
    """A further part of a unit, with the sign before it."""
    factor, bare = scaled(part)
    _, name = _named(bare, declared)
    scale = ""
    if factor != 1.0:
        zh, en = _SCALE_WORDS.get(factor, (part.removesuffix(bare), part.removesuffix(bare)))
        scale = zh if language == "zh" else en
    raised = f"^{abs(power)}" if abs(power) > 1 else ""
    said = name.below(language) if power < 0 else name.behind(language)
    return f"{'/' if power < 0 else '·'}{scale}{said}{raised}"


def _named(name: str, declared: Mapping[str, UnitName]) -> tuple[Kind, UnitName]:
    """What a name counts, and what it is called in both languages: as its author wrote it where nobody knows."""
    plain = name.casefold()
    bare = plain.removeprefix("个").strip() or plain
    found = lookup(plain)
    if (own := declared.get(plain) or declared.get(bare)) is not None:
        return found[0] if found is not None else "thing", own
    if found is not None and found[1] in _KNOWN:
        return found[0], _KNOWN[found[1]]
    if counted := _COUNTED.get(plain) or _COUNTED.get(bare):
        return "number" if found else "thing", counted
    is_code = len(name) == 3 and name.isascii() and name.isupper() and name in _codes()
    return "money" if is_code else (found[0] if found else "thing"), UnitName(name, name)


def _codes() -> frozenset[str]:
    from sevenstep.model.unit_names import CURRENCY_CODES

    return CURRENCY_CODES


def unnamed_parts(unit: str, language: Language) -> tuple[str, ...]:
    """The parts of a unit that readers of a language find in words of the other: Chinese characters in English, and in
    Chinese English words that are no signs such as kWh or Mbps."""
    declared = dict(unit.names) if isinstance(unit, NamedUnit) else {}
    bare = (scaled(part)[1] for part, _ in written_parts(unit))
    return tuple(part for part in bare if is_foreign(_named(part, declared)[1].behind(language), language))


def is_foreign(words: str, language: Language) -> bool:
    """Whether words are of the other language: Chinese characters, or English words that are no abbreviation."""
    if language == "en":
        return _CHINESE.search(words) is not None
    return _CHINESE.search(words) is None and _ENGLISH.search(words) is not None


_CHINESE: Final = re.compile("[\u3400-\u9fff]")
_ENGLISH: Final = re.compile(r"(?<![A-Za-z])[A-Z]?[a-z]{3,}(?![A-Za-z])")
