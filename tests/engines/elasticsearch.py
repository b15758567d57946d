"""Elasticsearch 8.19 without its optional modules: the official server as Maven has it.

It lacks the module of analysers. The portal needs none: it hands over roots, parted by blanks (decision 0012).
"""

import os
import pwd
import shutil
import subprocess
from pathlib import Path

from tests.engines.running import MAVEN, Engine, maven

VERSION = "8.19.21"
ARTIFACT = f"org.elasticsearch.distribution.integ-test-zip:elasticsearch:{VERSION}:zip"
USER = "nobody"  # it refuses root
SETTINGS = """discovery.type: single-node
xpack.security.enabled: false
network.host: 127.0.0.1
http.port: {port}
transport.port: {transport}
cluster.routing.allocation.disk.threshold_enabled: false
"""


class Elasticsearch(Engine):
    """See the module."""

    name = "elasticsearch"
    variable = "ELASTICSEARCH_URL"

    @property
    def home(self) -> Path:
        return self.folder / f"elasticsearch-{VERSION}"

    def prepare(self) -> None:
        if not (self.home / "bin").exists():
            copy = ["-Dtransitive=false", f"-Dartifact={ARTIFACT}", f"-DoutputDirectory={self.folder}"]
            maven(self.folder, f"{MAVEN}:copy", *copy)
            archive = next(self.folder.glob("elasticsearch*.zip"))
            subprocess.run(["unzip", "-q", "-o", str(archive), "-d", str(self.folder)], check=True)
            archive.unlink()
        shutil.rmtree(self.home / "data", ignore_errors=True)
        text = SETTINGS.format(port=self.port, transport=self.port + 100)
        (self.home / "config" / "elasticsearch.yml").write_text(text)
        (self.home / "config" / "jvm.options.d").mkdir(exist_ok=True)
        (self.home / "config" / "jvm.options.d" / "heap.options").write_text("-Xms512m\n-Xmx512m\n")
        (self.folder / "log").touch()
        if os.geteuid() == 0:
            person = pwd.getpwnam(USER)
            for path in [self.folder, *self.folder.rglob("*")]:
                os.chown(path, person.pw_uid, person.pw_gid)

    def launch(self) -> int:
        java = Path(shutil.which("java")).resolve().parents[1]
        before = ["runuser", "-u", USER, "--"] if os.geteuid() == 0 else []
        pid_file = self.folder / "server-pid"
        with (self.folder / "log").open("w") as log:
            subprocess.run(
                [
                    *before,
                    "env",
                    f"ES_JAVA_HOME={java}",
                    "HOME=/tmp",
                    f"{self.home}/bin/elasticsearch",
                    "-d",
                    "-p",
                    str(pid_file),
                ],
                check=True,
                stdout=log,
                stderr=log,
                cwd=self.home,
            )
        return int(pid_file.read_text())
