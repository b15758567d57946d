"""Codes, tokens and PINs: how they are made, and what is kept of them."""

import hashlib
import secrets

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # without 0 O 1 I
CODE_LENGTH, PIN_LENGTH = 8, 6
ITERATIONS = 200_000  # of PBKDF2-SHA256; the device checks a PIN with WebCrypto in some tenths of a second


def new_code() -> str:
    """Eight characters that are read off a screen: 40 bits, valid for ten minutes."""
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))


def new_token() -> str:
    """256 bits, in 43 characters that may stand in a cookie."""
    return secrets.token_urlsafe(32)


def tidy(code: str) -> str:
    """A code as somebody typed it: small letters, blanks and dashes are meant well."""
    return "".join(character for character in code.upper() if character.isalnum())


def hash_of(secret: str) -> str:
    """What is kept of a code or a token; both are random, so a plain hash is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()


def new_salt() -> str:
    """16 bytes, in hex."""
    return secrets.token_hex(16)


def pin_hash(pin: str, salt: str) -> str:
    """What is kept of a PIN, in hex; the device makes the same without a network (assets/js/staff.js)."""
    return hashlib.pbkdf2_hmac("sha256", pin.encode(), bytes.fromhex(salt), ITERATIONS).hex()
