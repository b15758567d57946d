"""How words arrive when the keyboard is the wrong one: Russian in Latin letters, and one layout typed on another."""

import re
from itertools import product

_QWERTY = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
_RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбюё"
_TO_RUSSIAN = dict(zip(_QWERTY, _RUSSIAN, strict=True)) | {"{": "х", "}": "ъ", ":": "ж", '"': "э", "<": "б", ">": "ю"}
_TO_QWERTY = dict(zip(_RUSSIAN, _QWERTY, strict=True))
# The keys of the Romanian layout that stand where QWERTY has brackets, semicolon and quote.
_ROMANIAN_KEYS = {"ă": "х", "î": "ъ", "ș": "ж", "ț": "э"}
_FROM_ROMANIAN = {cyrillic: latin for latin, cyrillic in _ROMANIAN_KEYS.items()}

CYRILLIC = re.compile(r"[а-яё]")
LATIN = re.compile(r"[a-zăâîșț]")


def as_russian_layout(text: str) -> str:
    """What a Russian keyboard would have written: `gfcgjhn` is паспорт."""
    return "".join(_TO_RUSSIAN.get(letter) or _ROMANIAN_KEYS.get(letter, letter) for letter in text.lower())


def as_latin_layout(text: str, language: str) -> str:
    """What a Latin keyboard would have written: `зфыызщке` is passport."""
    special = _FROM_ROMANIAN if language == "ro" else {}
    return "".join(special.get(letter) or _TO_QWERTY.get(letter, letter) for letter in text.lower())


LETTERS = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "Z", "з": "z", "и": "i", "й": "i",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "h", "ц": "c", "ч": "C", "ш": "S", "щ": "S", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia",
}  # fmt: skip
SCIENTIFIC = str.maketrans(
    {"š": "sh", "č": "ch", "ž": "zh", "ŝ": "sh", "û": "yu", "â": "ya", "è": "e", "ë": "e", "é": "e", "ý": "y",
     "ș": "sh", "ț": "ts", "ă": "a", "î": "i", "'": "", "’": "", "ʹ": "", "`": "", '"': ""}
)  # fmt: skip
SEQUENCES = (
    ("shch", "S"),
    ("shh", "S"),
    ("sch", "S"),
    ("sh", "S"),
    ("zh", "Z"),
    ("ch", "C"),
    ("kh", "h"),
    ("tz", "c"),
)
ALTERNATIVES = (("yo", ("io", "e")), ("jo", ("io", "e")), ("io", ("io", "e")), ("x", ("h", "ks")), ("j", ("i", "Z")))
MOST_KEYS = 12


def _settle(key: str) -> str:
    """What all ways to write a sound in Latin letters have in common."""
    key = key.replace("ts", "c").replace("sC", "S").replace("SC", "S")
    key = key.replace("y", "i").replace("j", "i").replace("w", "v").replace("q", "k")
    key = re.sub(r"i+(?=[aeou])", "", key)
    return re.sub(r"(.)\1+", r"\1", key)


def latin_key(word: str) -> str:
    """The one canonical form in Latin letters of a Russian word."""
    return _settle("".join(LETTERS.get(letter, letter) for letter in word.lower()))


def latin_keys(typed: str) -> list[str]:
    """The canonical forms that a word typed in Latin letters may stand for, the likeliest first."""
    text = typed.lower().translate(SCIENTIFIC)
    for sequence, letter in SEQUENCES:
        text = text.replace(sequence, letter)
    parts: list[tuple[str, ...]] = []
    position = 0
    while position < len(text):
        for sequence, choices in ALTERNATIVES:
            if text.startswith(sequence, position):
                parts.append(choices)
                position += len(sequence)
                break
        else:
            parts.append((text[position],))
            position += 1
    found: dict[str, None] = {}
    for choice in product(*parts):
        found[_settle("".join(choice))] = None
        if len(found) >= MOST_KEYS:
            break
    return list(found)
