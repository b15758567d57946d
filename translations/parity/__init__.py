"""Do two texts that should say the same state the same facts? Pure Python: texts in, findings out."""

from translations.parity.comparing import Finding, compare
from translations.parity.extracting import Fact, extract

__all__ = ["Fact", "Finding", "compare", "extract"]
