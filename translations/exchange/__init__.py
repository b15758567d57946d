"""Texts out to translators' tools and back: PO and XLIFF 1.2."""
