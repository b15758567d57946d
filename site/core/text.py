"""Letters as they should be stored: composed (NFC), Romanian with the comma below; and as they are compared."""

import unicodedata

_COMMA_BELOW = str.maketrans("şţŞŢ", "șțȘȚ")


def mend_letters(text: str) -> str:
    """Return `text` in NFC, with cedilla ş ţ made comma-below ș ț (no language of ours uses the cedilla)."""
    return unicodedata.normalize("NFC", text).translate(_COMMA_BELOW)


def fold(text: str) -> str:
    """Return `text` as it is compared: small letters without marks, ё as е; й stays й."""
    plain = unicodedata.normalize("NFD", mend_letters(text).casefold().replace("й", "\0"))
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return unicodedata.normalize("NFC", bare.replace("\0", "й"))
