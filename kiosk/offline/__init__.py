"""The offline set: everything that a device keeps, rendered once, addressed by its hash."""
