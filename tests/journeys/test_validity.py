"""Every template is valid HTML in every language, says the Nu validator."""

import json
import subprocess
import urllib.error
import urllib.request
from pathlib import Path

from tests.journeys.templates import LANGUAGES, TEMPLATES

VALIDATOR = Path(__file__).resolve().parents[2] / "node_modules/vnu-jar/build/dist/vnu.jar"


def read(url: str) -> bytes:
    try:
        return urllib.request.urlopen(url).read()
    except urllib.error.HTTPError as error:
        return error.read()


def test_the_validator_finds_no_error(portal, tmp_path):
    for language in LANGUAGES:
        for number, path in enumerate(TEMPLATES):
            (tmp_path / f"{language}-{number:02d}.html").write_bytes(read(f"{portal}/{language}{path}"))
    command = ["java", "-jar", VALIDATOR, "--errors-only", "--format", "json", "--exit-zero-always", tmp_path]
    report = json.loads(subprocess.run(command, capture_output=True, check=True).stderr)
    assert [f"{m['url'].rpartition('/')[2]}:{m.get('lastLine')} {m['message']}" for m in report["messages"]] == []
