"""Find what a text states of law, money and time, so that the ledger can be asked for it."""

import re
from collections.abc import Iterator

_UNITS = (
    # money
    r"lei|leu|leilor|leului|mdl|eur|euro|€|usd|\$|лей|лея|леев|леях|евро|доллар\w*"
    # percentages
    r"|%|procent|la sută|процент\w*|procent|per ?cent"
    # time
    r"|zile?|zilelor|zilei|de zile|luni|lună|lunii|lunilor|ani|anilor|an|ore|oră|săptămân\w+|minute"
    r"|день|дня|дней|месяц\w*|лет|год|года|году|недел\w+|час|часа|часов|минут\w*"
    r"|dag|dagen|maand|maanden|jaar|jaren|week|weken|uur|minuten"
    r"|days?|months?|years?|weeks?|hours?|minutes?"
)
_NUMBER = r"\d{1,3}(?:[ . ,]\d{3})+|\d+(?:[.,]\d+)?"
_FIGURE = re.compile(rf"(?<![\w.,])({_NUMBER})[ \u00a0-]?(?:de )?(?:{_UNITS})(?!\w)", re.IGNORECASE)
_EURO_FIRST = re.compile(rf"(?:€|EUR) ?({_NUMBER})")
_YEAR = re.compile(r"(?:19|20)\d\d ?(?:год|jaar|an|year)", re.IGNORECASE)  # a date, not a period
_LAW = re.compile(
    r"(?:legea|hotărârea|закон\w*|постановлени\w*|wet|besluit|law|act|decision)\s+(?:nr\.?|№|no\.?)\s*(\d+)",
    re.IGNORECASE,
)


def number(text: str) -> float:
    """Return the value of a number written in any of the four languages ("1.500", "1 500", "1,500", "2,5")."""
    bare = re.sub(r"[  ]", "", text)
    if re.fullmatch(r"\d{1,3}([.,]\d{3})+", bare):
        return float(re.sub(r"[.,]", "", bare))
    return float(bare.replace(",", "."))


def figures(text: str) -> Iterator[tuple[str, float]]:
    """Yield (the words, the value) of every amount, percentage, period and number of a law in `text`."""
    for pattern in (_FIGURE, _EURO_FIRST, _LAW):
        for match in pattern.finditer(text):
            if not (pattern is _FIGURE and _YEAR.match(match.group(0))):
                yield match.group(0), number(match.group(1))
