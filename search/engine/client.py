"""One connection per process to the engine that the settings name; bounded time-outs, no second attempt of its own."""

import json
import logging
from functools import lru_cache
from typing import Any

import elastic_transport
import elasticsearch
import opensearchpy
from django.conf import settings

ASKING = 1.2  # seconds that somebody who searches waits for the engine, at most
PUBLISHING = 0.7  # seconds that somebody who publishes waits for it, at most
WORKING = 30.0  # for what nobody waits for
logging.getLogger("opensearch").setLevel(logging.CRITICAL)  # it warns of each 404; whoever asks decides
logging.getLogger("elastic_transport.transport").setLevel(logging.WARNING)
_JSON = {"accept": "application/json", "content-type": "application/json"}
_LINES = {"accept": "application/json", "content-type": "application/x-ndjson"}


class EngineError(Exception):
    """The engine did not do what it was asked: not there, too slow, too busy, or it refused. `status` 0: no answer."""

    def __init__(self, reason: str, status: int = 0) -> None:
        super().__init__(reason)
        self.status = status


class Engine:
    """What both servers understand: a method, a path, a body."""

    def __init__(self, name: str, url: str) -> None:
        self.name, self.url = name, url
        if name == "elasticsearch":
            self._client: Any = elasticsearch.Elasticsearch(url, max_retries=0, retry_on_timeout=False)
        else:
            self._client = opensearchpy.OpenSearch(url, max_retries=0, retry_on_timeout=False, pool_maxsize=10)

    def call(self, method: str, path: str, body: Any = None, timeout: float = ASKING) -> Any:
        """One request; `body` is a dictionary, or a list of them that is sent line by line."""
        lines = isinstance(body, list)
        data = "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in body) if lines else body
        try:
            if self.name == "elasticsearch":
                client = self._client.options(request_timeout=timeout)
                return client.perform_request(method, path, headers=_LINES if lines else _JSON, body=data).body
            params = {"request_timeout": timeout}
            return self._client.transport.perform_request(method, path, params=params, body=data)
        except (elasticsearch.ApiError, elastic_transport.TransportError) as error:
            raise EngineError(str(error)[:500], getattr(error, "status_code", 0)) from error
        except opensearchpy.OpenSearchException as error:
            status = getattr(error, "status_code", 0)
            raise EngineError(str(error)[:500], status if isinstance(status, int) else 0) from error


@lru_cache(maxsize=2)
def _engine(name: str, url: str) -> Engine:
    return Engine(name, url)


def attached() -> Engine | None:
    """The engine of ELASTICSEARCH_URL or OPENSEARCH_URL; None if neither is set."""
    if settings.ELASTICSEARCH_URL:
        return _engine("elasticsearch", settings.ELASTICSEARCH_URL)
    if settings.OPENSEARCH_URL:
        return _engine("opensearch", settings.OPENSEARCH_URL)
    return None
