"""The desk: how every page stands in every language, for editors and translators."""
