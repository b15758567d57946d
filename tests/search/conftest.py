"""Real search engines for the tests of this folder: started once per file, on free ports."""

import os
import time

import pytest
from django.core.cache import cache
from django.db import connection

from search.engine import upkeep
from tests.engines.elasticsearch import Elasticsearch, Elasticsearch9
from tests.engines.opensearch import OpenSearch

ENGINES = [
    pytest.param(Elasticsearch, id="elasticsearch"),
    pytest.param(OpenSearch, id="opensearch"),
]
if os.environ.get("ES_JAVA_HOME"):
    ENGINES = [pytest.param(Elasticsearch9, id="elasticsearch-9")]


@pytest.fixture(scope="module", params=ENGINES)
def server(request):
    """A running engine; each in turn."""
    engine = request.param.on_a_free_port()
    engine.start()
    yield engine
    engine.throw_away()


@pytest.fixture
def attached(server, settings, transactional_db_copy):
    """The portal with that engine, fresh indexes of its own, and a database that commits and is thrown away."""
    cache.clear()
    server.send_continue()
    settings.ELASTICSEARCH_URL = server.url if server.variable == "ELASTICSEARCH_URL" else ""
    settings.OPENSEARCH_URL = server.url if server.variable == "OPENSEARCH_URL" else ""
    settings.SEARCH_INDEX_PREFIX = f"test{time.time_ns()}"
    settings.SEARCH_ENGINE_TRIALS = False
    upkeep.rebuild()
    connection.close()
    yield server
    cache.clear()
