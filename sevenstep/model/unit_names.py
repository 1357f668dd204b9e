"""The units that engagements are written in, by the names people give them in both languages."""

from collections.abc import Mapping
from typing import Final

DEFINITIONS: Final = (
    "hour = [time]",
    "second = hour / 3600",
    "millisecond = second / 1000",
    "minute = hour / 60",
    "day = 24 * hour",
    "week = 168 * hour",
    "month = 730.5 * hour",
    "year = 8766 * hour",
    "working_day = [working_time]",
    "metre = [length]",
    "centimetre = metre / 100",
    "kilometre = 1000 * metre",
    "kilogram = [mass]",
    "gram = kilogram / 1000",
    "tonne = 1000 * kilogram",
    "tonne_kilometre = tonne * kilometre",
    "kilogram_co2e = [greenhouse_gas]",
    "gram_co2e = kilogram_co2e / 1000",
    "tonne_co2e = 1000 * kilogram_co2e",
    "square_metre = metre ** 2",
    "square_kilometre = kilometre ** 2",
    "hectare = 10000 * metre ** 2",
    "mu = 10000 / 15 * metre ** 2",
    "cubic_metre = metre ** 3",
    "litre = metre ** 3 / 1000",
    "kilowatt_hour = [energy]",
    "megawatt_hour = 1000 * kilowatt_hour",
    "kilowatt = kilowatt_hour / hour",
    "megawatt = 1000 * kilowatt",
    "TEU = [slot]",
    "FEU = 2 * TEU",
    "container = [container]",
    "consignment = [consignment]",
    "person = [person]",
    "train = [train]",
    "truck = [truck]",
    "percent = 0.01",
    "permille = 0.001",
    "percentage_point = 0.01",
    "permille_point = 0.001",
    "basis_point = 0.0001",
)
"""The units, as the units library reads them. A working day is no stretch of elapsed time, and a container may be one
TEU or two: neither is ever turned into the other. A mu is the Chinese measure of land, 1/15 of a hectare. A mass of
greenhouse gas is told as that of the carbon dioxide that warms as much (CO2e), and is no mass of goods."""

CURRENCIES: Final[Mapping[str, tuple[str, ...]]] = {
    "CNY": ("rmb", "yuan", "元", "人民币", "人民币元", "元人民币", "¥"),
    "USD": ("us$", "$", "dollar", "dollars", "us dollar", "us dollars", "美元"),
    "EUR": ("€", "euro", "euros", "欧元"),
    "HKD": ("hk$", "港元", "港币"),
    "JPY": ("yen", "日元"),
    "GBP": ("£", "英镑"),
    "SGD": ("s$", "新加坡元", "新元"),
    "KRW": ("₩", "韩元"),
    "RUB": ("₽", "卢布"),
    "THB": ("฿", "泰铢"),
    "VND": ("₫", "越南盾"),
    "MYR": ("林吉特",),
    "AUD": ("澳元",),
    "CAD": ("加元",),
    "CHF": ("瑞士法郎",),
    "MOP": ("澳门元",),
    "TWD": ("新台币",),
}

_CODES: Final = """
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF
    CLP CNH CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD
    HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD
    MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN
    PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY
    TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XDR XOF XPF YER ZAR ZMW ZWG
"""
CURRENCY_CODES: Final = frozenset(_CODES.split())
"""The codes of ISO 4217: an amount may be in any of them. They are read as written, in capitals, for some are words."""
"""Each currency is a dimension of its own: rates change by the day, so none is turned into another."""

POINTS: Final = (
    *("百分点", "个百分点", "pp", "ppt", "pct pt", "pct pts", "percentage point", "percentage points", "% point"),
    *("% points", "%-point", "%-points", "点", "个点", "point", "points", "pt", "pts"),
)
"""What a difference of two shares is told in: from 40 % to 44 % are 4 points, and 10 per cent."""

SHARES: Final[Mapping[str, tuple[str, ...]]] = {
    "percent": ("%", "per cent", "pct", "百分比"),
    "percentage_point": POINTS,
    "permille": ("‰", "per mille", "千分比"),
    "permille_point": ("千分点", "个千分点", "per mille point"),
    "basis_point": ("bp", "基点"),
}
TIMES: Final[Mapping[str, str]] = {
    "s": "second",
    "min": "minute",
    "h": "hour",
    "d": "day",
    "w": "week",
    "mo": "month",
    "y": "year",
}
"""The units of time by their keys in the model."""

WORKING_DAYS: Final[Mapping[str, tuple[str, ...]]] = {
    "working_day": ("工作日", "工作天", "working day", "work day", "workday", "business day"),
}
NUMBERS: Final[Mapping[str, tuple[str, ...]]] = {
    "": ("次", "次数", "time", "count", "number", "倍", "x", "个"),
}
"""Words for a number of happenings or a multiple: pure numbers."""

MEASURES: Final[Mapping[str, tuple[str, ...]]] = {
    "millisecond": ("ms", "毫秒"),
    "TEU": ("标准箱", "标箱", "20英尺标准箱"),
    "FEU": ("40英尺标准箱",),
    "tonne": ("t", "ton", "metric ton", "吨"),
    "kilogram": ("kg", "公斤", "千克"),
    "gram": ("g", "克"),
    "metre": ("meter", "米"),
    "centimetre": ("cm", "centimeter", "厘米"),
    "kilometre": ("km", "kilometer", "公里", "千米"),
    "tonne_kilometre": ("吨公里", "tkm", "ton kilometer"),
    "square_metre": ("m2", "sqm", "square meter", "square metre", "平方米", "平米"),
    "square_kilometre": ("km2", "square kilometer", "square kilometre", "平方公里"),
    "hectare": ("ha", "公顷"),
    "mu": ("亩",),
    "cubic_metre": ("m3", "cbm", "cubic meter", "cubic metre", "立方米"),
    "litre": ("l", "liter", "升"),
    "kilowatt_hour": ("kwh", "千瓦时", "度"),
    "megawatt_hour": ("mwh", "兆瓦时"),
    "kilowatt": ("kw", "千瓦"),
    "megawatt": ("mw", "兆瓦"),
}
_GASES: Final = ("co2e", "co2", "co2eq", "co2-eq", "co2 eq", "二氧化碳当量", "二氧化碳", "碳当量")


def _of_gas(*masses: str) -> tuple[str, ...]:
    return tuple(f"{mass}{gap}{gas}" for mass in masses for gas in _GASES for gap in ("", " "))


EMISSIONS: Final[Mapping[str, tuple[str, ...]]] = {
    "kilogram_co2e": _of_gas("kg", "公斤", "千克", "kilogram"),
    "gram_co2e": _of_gas("g", "克", "gram"),
    "tonne_co2e": _of_gas("t", "吨", "tonne", "ton"),
}
"""Masses of greenhouse gas, as people write them; those of carbon dioxide alone count as they are."""
THINGS: Final[Mapping[str, tuple[str, ...]]] = {
    "container": ("箱", "自然箱", "集装箱", "box", "boxe"),
    "consignment": ("票", "shipment"),
    "person": ("人", "people", "人员"),
    "train": ("列", "班列"),
    "truck": ("卡车", "集卡"),
}
SCALES: Final[Mapping[str, float]] = {
    "百": 1e2,
    "千": 1e3,
    "万": 1e4,
    "十万": 1e5,
    "百万": 1e6,
    "千万": 1e7,
    "亿": 1e8,
    "十亿": 1e9,
    "百亿": 1e10,
    "千亿": 1e11,
    "万亿": 1e12,
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "mn": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
}
"""Factors that stand before any unit, or alone."""
