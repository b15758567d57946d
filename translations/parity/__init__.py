"""Do two texts that should say the same state the same facts? Pure Python: texts in, findings out."""

from translations.parity.comparison import compare
from translations.parity.extraction import extract
from translations.parity.facts import KINDS, Fact, Finding

__all__ = ["KINDS", "Fact", "Finding", "compare", "extract"]
