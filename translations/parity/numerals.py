"""Numbers in digits as Romanian, Russian, Dutch and English write them: "1.500", "1 500", "1,500", "2,5", "2 mii"."""

import re
from decimal import Decimal

from translations.parity.spelled import ONE, PAD

GAP = rf"[ {PAD}\n]{{0,80}}"
_PADS = rf"{PAD}{{0,40}}"  # repetitions are bounded and atomic, so that no text takes longer than its length allows
_GROUPED = rf"(?<!\d)\d{{1,3}}(?:(?:{PAD}{{5}})?[ '’]\d{{3}}){{1,4}}(?!\d)(?:[.,]\d{{1,2}}(?!\d))?"
_DIGITS = rf"{_PADS}(?>{_GROUPED}|\d{{1,30}}+(?:[.,]\d++){{0,8}}+|{ONE})"
SCALES = (
    (1_000, r"mii|mie|тыс\.?|тысяч\w{0,3}|duizend|thousand"),
    (1_000_000, r"mil\.|milio\w+|mln\.?|млн\.?|миллион\w{0,3}|miljoen|million"),
    (1_000_000_000, r"miliard\w*|mld\.?|млрд\.?|миллиард\w{0,3}|miljard|billion"),
)
_SCALE = rf"(?:{GAP}(?:de )?(?:{'|'.join(words for _value, words in SCALES)})(?![^\W\d_]))?"
# "2,5", "10-ти", "2 mii", "two and a half"
HALF = r"(?:si jumatate|с половиной|en een half|en \x01{0,12}\x02 half|(?:and|si) \x01?\x02 half|and a half)"
NUMBER = rf"(?<![\w.,:/+-]){_DIGITS}(?:-(?:ти|и|х|ми)(?!\w))?{_SCALE}(?:{GAP}{HALF})?"
NEXT = rf"{_DIGITS}(?:-(?:ти|и|х|ми)(?!\w))?{_SCALE}(?:{GAP}{HALF})?"
ANY = rf"{_DIGITS}{_SCALE}"
# What stands between the ends of a range or before the last of several.
BETWEEN = {
    "ro": r"pana la|si|sau|la|ori",
    "ru": r"до|или|и|по",
    "nl": r"tot en met|t/m|tot|en|of",
    "en": r"up to|to|and|or",
}
DASH = r"[-‐‑‒–—]"


def several(language: str) -> str:
    """A pattern for one number or more: "3", "3-5", "3, 6 sau 12", "от 3 до 6"; its part is named numbers."""
    link = rf"(?:{GAP}{DASH}{GAP}|,{GAP}|{GAP} (?:{BETWEEN[language]}) {GAP})"
    return rf"(?P<numbers>{NUMBER}(?:{link}{NEXT}){{0,3}})"


def numbers_in(text: str) -> list[tuple[Decimal, bool]]:
    """The values in a passage that `several` found; False where it is only an article. "2-3 mii" begins at 2000."""
    found: list[tuple[Decimal, bool]] = []
    scale = 1
    for match in reversed(list(re.finditer(NEXT, text))):
        own = scale_of(match.group())
        scale = own if own > 1 or not found else scale
        value = value_of(match.group())
        found.append((value * scale if own == 1 and value < 1000 else value, ONE not in match.group()))
    return found[::-1]


def value_of(text: str) -> Decimal:
    """The value of one number, with its scale and half."""
    value = digits(re.search(_DIGITS, text).group())
    return (value + Decimal("0.5") if re.search(HALF, text) else value) * scale_of(text)


def scale_of(text: str) -> int:
    """1 or what the word after the number multiplies it by."""
    for scale, words in SCALES:
        if re.search(rf"(?:{words})(?![^\W\d_])", text):
            return scale
    return 1


def digits(text: str) -> Decimal:
    """ "1.500", "1,500" and "1 500" are 1500; "12,50" and "12.50" are 12.5; "0,125" is an eighth."""
    if ONE in text:
        return Decimal(1)
    bare = re.sub(rf"[ '’{PAD}]", "", text)
    marks = re.findall(r"[.,]", bare)
    if not marks:
        return Decimal(bare)
    last = marks[-1]
    whole, _mark, rest = bare.rpartition(last)
    grouped = marks.count(last) > 1 or (
        len(rest) == 3 and len(marks) == 1 and len(whole) <= 3 and not whole.startswith("0")
    )
    if grouped or (len(set(marks)) == 1 and len(marks) > 1):
        return Decimal(re.sub(r"[.,]", "", bare))
    return Decimal(f"{re.sub(r'[.,]', '', whole)}.{rest}")


def written(value: Decimal) -> str:
    """The value as a text without needless zeros: 12.50 -> "12.5", 1E+3 -> "1000"."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
