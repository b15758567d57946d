"""A search engine beside the database: Elasticsearch (8.19, 9) or OpenSearch, if the environment names one.

The database keeps the documents and stays the truth; the engine is a second place of the same roots, written from a
queue of its own. Whatever is the matter with it, the database answers in its place.
"""
