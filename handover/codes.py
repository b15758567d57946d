"""Codes that people read off a paper or a screen and type: the alphabet, and what is meant by what they type.

23 signs, a prime number, so that a check sign finds every single mistake (handover.slips). No vowels, so that no word
comes out by chance; of signs that look alike only one is used, and the others are understood as that one.
"""

import secrets
import unicodedata

ALPHABET = "23456789CDFHJKLMNPRTVWX"
BASE = len(ALPHABET)
VALUES = {sign: value for value, sign in enumerate(ALPHABET)}
LOOK_ALIKES = {
    "0": "D", "O": "D", "Q": "D", "1": "L", "I": "L", "|": "L", "A": "4", "B": "8", "E": "3", "G": "6", "S": "5",
    "U": "V", "Y": "V", "Z": "2",
    # The Russian letters that look like them, for who types on a Russian keyboard.
    "А": "4", "Б": "6", "В": "8", "Е": "3", "З": "3", "К": "K", "М": "M", "Н": "H", "О": "D", "Р": "P", "С": "C",
    "Т": "T", "У": "V", "Х": "X", "Ч": "4", "І": "L", "Ј": "J", "Ѕ": "5",
}  # fmt: skip
LONGEST = 100  # of what is typed; the rest is not read


def tidy(text: str) -> str:
    """What was meant: capitals of the alphabet without spaces, dashes and dots; signs that mean nothing stay."""
    plain = unicodedata.normalize("NFKC", text[:LONGEST]).upper()
    meant = (LOOK_ALIKES.get(sign, sign) for sign in plain)
    return "".join(sign for sign in meant if sign.isalnum())


def is_code(text: str, length: int) -> bool:
    """Whether a tidied text is made of the alphabet and as long as it should be."""
    return len(text) == length and all(sign in VALUES for sign in text)


def new_code(length: int) -> str:
    """A code by chance."""
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


def in_groups(code: str, size: int, between: str = " ") -> str:
    """A code in groups, as it is read aloud and printed."""
    return between.join(code[start : start + size] for start in range(0, len(code), size))


def to_signs(number: int, length: int) -> str:
    """A number in signs of the alphabet, the largest place first."""
    signs = []
    for _ in range(length):
        number, value = divmod(number, BASE)
        signs.append(ALPHABET[value])
    return "".join(reversed(signs))


def to_number(signs: str) -> int:
    """The number that `to_signs` wrote."""
    number = 0
    for sign in signs:
        number = number * BASE + VALUES[sign]
    return number
