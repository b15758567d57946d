"""Phone numbers, with or without the code of the country, in any grouping."""

import re

from translations.parity.facts import Draft, Reading

# Countries that the portal's readers call, longest code first.
_CODES = (
    *("373", "380", "353", "351", "234", "964", "252", "420", "421"),
    *("31", "32", "33", "34", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49", "30", "36", "90", "7", "1"),
)
_ABROAD = re.compile(r"(?<![\w+])(?:\+[  ]?|00[  ]?)[1-9](?:[ ()./\-‑–]{0,3}\d){6,13}(?!\d)")
_AT_HOME = re.compile(r"(?<![\w.,:/+-])\(?0(?:[ ()/\-‑–.]{0,2}\d){5,11}(?!\d|[.,:]\d|[  ]?[%€])")
_ZERO = re.compile(r"\(0\)")
# The same few digits in every country of the Union.
_SHORT = re.compile(r"(?<![\w.,:/+-])(?:112|116[  \-‑–.]?\d{3})(?![\w%]|[.,]\d)")
_WORDS_BEFORE = (
    r"(?:tel(?:efon\w*|\.)?|phone|call|dial|whatsapp|viber|fax|mobile?|mobil|numar\w*|nr\. de telefon|sunati|apelati"
    r"|тел(?:ефон\w*|\.)?|звон\w+|позвон\w+|номер\w*|набер\w+|bel|belt|nummer|telefoonnummer)"
)
_AFTER_WORD = re.compile(
    rf"(?<!\w){_WORDS_BEFORE}[ :]{{1,3}}(?:(?:la|на|по|op|on|us|ons|nr\.?|номеру|numarul|at)[ :]+){{0,2}}"
    r"(?P<number>\(?\d{1,4}\)?(?:[  \-‑–.]\d{2,4}){1,4})(?![\d%€]|[.,]\d)"
)


def take_phones(draft: Draft) -> None:
    """Take numbers that begin with + or 0, European short numbers, and what a word like "call" announces."""
    for match in _ABROAD.finditer(draft.plain):
        digits = re.sub(r"\D", "", _ZERO.sub("", match.group())).removeprefix("00")
        draft.take("phone", *_abroad(draft, digits, match))
    for match in _AT_HOME.finditer(draft.plain):
        digits = re.sub(r"\D", "", match.group())
        if not 6 < len(digits) < 13:
            continue
        draft.take("phone", digits.lstrip("0"), match.span())
    for match in _AFTER_WORD.finditer(draft.plain):
        digits = re.sub(r"\D", "", match["number"])
        if len(digits) >= 6:
            draft.take("phone", digits, match.span("number"), (("number", digits),))


def take_short_phones(draft: Draft) -> None:
    """Take 112 and 116 xxx, once amounts and periods of as much have been taken."""
    for match in _SHORT.finditer(draft.plain):
        digits = re.sub(r"\D", "", match.group())
        draft.take("phone", digits, match.span(), (("number", digits),))


def _abroad(draft: Draft, digits: str, match: re.Match) -> tuple[str, tuple[int, int], tuple[Reading, ...]]:
    code = next((code for code in _CODES if digits.startswith(code)), "")
    rest = digits[len(code) :].lstrip("0")
    return f"+{code}{rest}", match.span(), (("phone", rest),)
