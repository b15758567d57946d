"""Every address of the admin, for every role, area and language."""
