"""See the package."""

import sys

from tests.engines.elasticsearch import Elasticsearch
from tests.engines.opensearch import OpenSearch

KINDS = {"elasticsearch": (Elasticsearch, 9200), "opensearch": (OpenSearch, 9210)}


def main(arguments: list[str]) -> int:
    if len(arguments) not in (2, 3) or arguments[0] not in KINDS or arguments[1] not in ("start", "stop"):
        print("python -m tests.engines elasticsearch|opensearch start|stop [PORT]")
        return 2
    kind, port = KINDS[arguments[0]]
    engine = kind(int(arguments[2]) if len(arguments) == 3 else port)
    try:
        engine.start() if arguments[1] == "start" else engine.stop()
    except RuntimeError as error:
        print(error)
        return 1
    print(f"{engine.variable}={engine.url}" if arguments[1] == "start" else f"{engine.name} is stopped")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
