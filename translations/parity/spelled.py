"""Numbers written in words, turned into digits in place: "trei luni" -> "___3 luni", all other letters stay put."""

import re
from functools import cache
from itertools import product

PAD = "\x01"  # fills what the digits are shorter than the words
ONE = "\x02"  # stands for "un", "een", "a": the number one or only an article

_SMALL = {
    "ro": "unu|unei|unui doi|doua trei patru cinci sase sapte opt noua zece unsprezece doisprezece|douasprezece"
    " treisprezece paisprezece cincisprezece saisprezece saptesprezece optsprezece nouasprezece",
    "ru": "один|одна|одно|одну|одного|одной|одному|одним|одном два|две|двух|двум|двумя|двое три|трех|трем|тремя|трое"
    " четыре|четырех|четырем|четырьмя|четверо пять|пяти|пятью шесть|шести|шестью семь|семи"
    " восемь|восьми|восемью девять|девяти|девятью десять|десяти|десятью одиннадцат~ двенадцат~ тринадцат~"
    " четырнадцат~ пятнадцат~ шестнадцат~ семнадцат~ восемнадцат~ девятнадцат~",
    "nl": "één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien"
    " achttien negentien",
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen",
}
_TENS = {
    "ro": "douazeci treizeci patruzeci cincizeci saizeci saptezeci optzeci nouazeci",
    "ru": "двадцат~ тридцат~ сорок|сорока пятьдесят|пятидесяти шестьдесят|шестидесяти семьдесят|семидесяти"
    " восемьдесят|восьмидесяти девяносто|девяноста",
    "nl": "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
}
_HUNDREDS = "сто|ста двести|двухсот триста|трехсот четыреста|четырехсот пятьсот|пятисот шестьсот|шестисот" \
    " семьсот|семисот восемьсот|восьмисот девятьсот|девятисот"  # fmt: skip
_HUNDRED = {"ro": {"suta", "sute"}, "ru": set(), "nl": {"honderd"}, "en": {"hundred"}}
_THOUSAND = {"ro": set(), "ru": {"тысяча", "тысячу"}, "nl": {"duizend"}, "en": set()}  # without a number before it
_ARTICLES = {"ro": {"un", "o"}, "ru": set(), "nl": {"een"}, "en": {"a", "an"}}
_ONE_AND_A_HALF = {"ro": (), "ru": ("полтора", "полторы", "полутора"), "nl": ("anderhalf", "anderhalve"), "en": ()}
_AND = {"ro": "si", "ru": "", "nl": "en", "en": "and"}
_WORD = re.compile(r"[^\W\d_]+")


def _forms(words: str) -> list[list[str]]:
    """Each number's forms; "~" stands for the Russian endings ь, и, ью."""
    return [
        [form.replace("~", end) for form in forms.split("|") for end in (("ь", "и", "ью") if "~" in form else ("",))]
        for forms in words.split()
    ]


@cache
def _values(language: str) -> dict[str, float]:
    """Every single word that is a number up to a thousand, and Dutch numbers written together."""
    values = {form: n for n, forms in enumerate(_forms(_SMALL[language]), start=1) for form in forms}
    values |= {form: 10 * n for n, forms in enumerate(_forms(_TENS[language]), start=2) for form in forms}
    if language == "ru":
        values |= {form: 100 * n for n, forms in enumerate(_forms(_HUNDREDS), start=1) for form in forms}
    if language == "nl":
        units = {"een" if word == "één" else word: value for word, value in values.items() if value < 10}
        tens = {word: value for word, value in values.items() if value >= 20}
        values |= {f"{u}en{t}": units[u] + tens[t] for u, t in product(units, tens)}
        below = {**values, "": 0}
        hundreds = {f"{u}honderd": 100 * n for u, n in {**units, "": 1}.items()}
        values |= {f"{h}{b}": hundreds[h] + below[b] for h, b in product(hundreds, below)}
        values |= {f"{word}duizend": value * 1000 for word, value in list(values.items()) if value < 100}
        values |= {f"{u}en{half}": units[u] + 0.5 for u, half in product(units, ("half", "halve"))}
    values |= dict.fromkeys(_ONE_AND_A_HALF[language], 1.5)
    return values


def spell_out(language: str, plain: str) -> str:
    """Return the text with numbers in words as digits; the length stays as it is."""
    values, pieces, done = _values(language), [], 0
    words = [(match.group(), match.start(), match.end()) for match in _WORD.finditer(plain)]
    position = 0
    while position < len(words):
        word, start, _end = words[position]
        used, value = _run(language, values, words, position, plain)
        if value is None:
            position += 1
            continue
        end = words[position + used - 1][2]
        digits = ONE if value == 0 else str(value)
        if len(digits) <= end - start:
            pieces += [plain[done:start], digits.rjust(end - start, PAD)]
            done = end
        position += used
    return "".join([*pieces, plain[done:]])


def _run(
    language: str, values: dict[str, float], words: list[tuple[str, int, int]], at: int, plain: str
) -> tuple[int, float | None]:
    """How many words from `at` on make one number, and its value: None for no number, 0 for an article."""
    word, start, end = words[at]
    if word in _ARTICLES[language]:
        if plain[end : end + 1] not in (" ", "\n"):
            return 1, None
        following = words[at + 1][0] if at + 1 < len(words) else ""
        total = 100 if following in _HUNDRED[language] else 0
        return (1, 0) if not total else _more(language, values, words, at, 2, total, plain)
    if word in _HUNDRED[language] and word not in values:
        return 1, None
    if word in _THOUSAND[language]:
        alone = not re.search(r"\d\s*$", plain[max(0, start - 4) : start])
        return (1, 1000) if alone else (1, None)
    if word not in values or (language == "ro" and word == "doua" and f" {plain[:start]}".endswith(" a ")):
        return 1, None  # "a doua" is the second
    return _more(language, values, words, at, 1, values[word], plain)


def _more(
    language: str,
    values: dict[str, float],
    words: list[tuple[str, int, int]],
    at: int,
    used: int,
    total: float,
    plain: str,
) -> tuple[int, float]:
    """Add the words that belong to the same number: "two hundred and fifty-five", "сто двадцать пять"."""
    while at + used < len(words):
        gap = plain[words[at + used - 1][2] : words[at + used][1]]
        if gap not in (" ", "-"):
            break
        word = words[at + used][0]
        if word in _HUNDRED[language] and total < 10:
            total, used = total * 100, used + 1
            continue
        skip = 1 if word == _AND[language] and at + used + 1 < len(words) else 0
        value = values.get(words[at + used + skip][0], 0)
        fits = (total % 100 == 0 and 0 < value < 100) or (total % 100 >= 20 and total % 10 == 0 and 0 < value < 10)
        if not fits or (skip and language in ("nl", "en") and total < 100):
            break
        total, used = total + value, used + 1 + skip
    return used, total
