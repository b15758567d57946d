"""Letters as they should be stored: composed (NFC), Romanian with the comma below."""

import unicodedata

_COMMA_BELOW = str.maketrans("şţŞŢ", "șțȘȚ")


def mend_letters(text: str) -> str:
    """Return `text` in NFC, with cedilla ş ţ made comma-below ș ț (no language of ours uses the cedilla)."""
    return unicodedata.normalize("NFC", text).translate(_COMMA_BELOW)
