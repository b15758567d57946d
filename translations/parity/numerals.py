"""Numbers as Romanian, Russian, Dutch and English write them."""

import re
from decimal import Decimal

WORDS = {
    "ro": {
        "un": 1, "o": 1, "una": 1, "unu": 1, "doi": 2, "două": 2, "trei": 3, "patru": 4, "cinci": 5, "șase": 6,
        "șapte": 7, "opt": 8, "nouă": 9, "zece": 10, "unsprezece": 11, "doisprezece": 12, "douăsprezece": 12,
        "paisprezece": 14, "cincisprezece": 15, "douăzeci": 20, "treizeci": 30, "patruzeci": 40, "cincizeci": 50,
        "șaizeci": 60, "nouăzeci": 90,
    },
    "ru": {
        "один": 1, "одна": 1, "одно": 1, "одного": 1, "одной": 1, "одну": 1, "два": 2, "две": 2, "двух": 2, "двумя": 2,
        "три": 3, "трёх": 3, "трех": 3, "четыре": 4, "четырёх": 4, "четырех": 4, "пять": 5, "пяти": 5, "шесть": 6,
        "шести": 6, "семь": 7, "семи": 7, "восемь": 8, "восьми": 8, "девять": 9, "девяти": 9, "десять": 10,
        "десяти": 10, "одиннадцать": 11, "двенадцать": 12, "двенадцати": 12, "четырнадцать": 14, "пятнадцать": 15,
        "двадцать": 20, "тридцать": 30, "тридцати": 30, "сорок": 40, "пятьдесят": 50, "шестьдесят": 60,
        "девяносто": 90, "полтора": Decimal("1.5"), "полутора": Decimal("1.5"), "полторы": Decimal("1.5"),
    },
    "nl": {
        "een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9,
        "tien": 10, "elf": 11, "twaalf": 12, "veertien": 14, "vijftien": 15, "twintig": 20, "dertig": 30,
        "veertig": 40, "vijftig": 50, "zestig": 60, "negentig": 90, "anderhalf": Decimal("1.5"),
        "anderhalve": Decimal("1.5"),
    },
    "en": {
        "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
        "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fourteen": 14, "fifteen": 15, "twenty": 20, "thirty": 30,
        "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90,
    },
}  # fmt: skip
# Words that are articles as well: they say "one" only when the other text does.
ARTICLES = {"un", "o", "een", "a", "an", "una"}
MULTIPLIERS = (
    (r"mii|mie|тыс\.|тысяч[аиу]?|duizend|thousand", 1_000),
    (r"milioane|milion|млн\.?|миллион(?:а|ов)?|miljoen|million|mln\.?", 1_000_000),
)
MULTIPLIER = r"(?:\s+(?:de\s+)?(?P<times{n}>" + "|".join(words for words, _value in MULTIPLIERS) + r")(?!\w))?"
DIGITS = r"\d{1,3}(?:[ .,]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,2})?(?!\d)"


def number(language: str, n: int = 1) -> str:
    """A pattern for a number in digits or in words; its parts are named number<n> and times<n>."""
    words = "|".join(sorted(WORDS[language], key=len, reverse=True))
    alone = r"(?<![\w.,:/-])" if n == 1 else r""
    return rf"{alone}(?P<number{n}>{DIGITS}|(?:{words})\b)" + MULTIPLIER.format(n=n)


def value_of(match: re.Match, language: str, n: int = 1) -> Decimal:
    """The value of the number that a pattern of `number` found."""
    text, times = match[f"number{n}"], (match[f"times{n}"] or "").lower()
    value = parse(text, language)
    for words, factor in MULTIPLIERS:
        if times and re.fullmatch(words, times):
            value *= factor
    return value


def parse(text: str, language: str) -> Decimal:
    """ "1.500" is 1500 in Dutch and 1.5 in English; "1 500" and "1500" are the same everywhere."""
    word = WORDS[language].get(text.lower())
    if word is not None:
        return Decimal(word)
    text = text.replace(" ", "")
    last = max(text.rfind("."), text.rfind(","))
    if last == -1:
        return Decimal(text)
    mark, after = text[last], len(text) - last - 1
    other = "," if mark == "." else "."
    thousands = "," if language == "en" else "."
    groups = re.fullmatch(rf"\d{{1,3}}(?:\{mark}\d{{3}})+", text)
    if groups and (mark == thousands or text.count(mark) > 1):
        return Decimal(text.replace(mark, ""))
    if after == 3 and other in text:
        return Decimal(text.replace(".", "").replace(",", ""))
    return Decimal(text.replace(other, "").replace(mark, ".")).normalize()
