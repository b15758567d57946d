"""Elasticsearch 8.19 and 9.2 without their optional modules: the official servers as Maven has them.

They lack the module of analysers. The portal needs none: it hands over roots, parted by blanks (decision 0012).
"""

import os
import pwd
import shutil
import subprocess
from pathlib import Path

from tests.engines.running import MAVEN, Engine, maven

ARTIFACT = "org.elasticsearch.distribution.integ-test-zip:elasticsearch:{version}:zip"
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
    version = "8.19.21"

    @property
    def home(self) -> Path:
        return self.folder / f"elasticsearch-{self.version}"

    @property
    def java(self) -> Path:
        return Path(shutil.which("java")).resolve().parents[1]

    def prepare(self) -> None:
        if not (self.home / "bin").exists():
            artifact = ARTIFACT.format(version=self.version)
            copy = ["-Dtransitive=false", f"-Dartifact={artifact}", f"-DoutputDirectory={self.folder}"]
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
        before = ["runuser", "-u", USER, "--"] if os.geteuid() == 0 else []
        pid_file = self.folder / "server-pid"
        with (self.folder / "log").open("w") as log:
            subprocess.run(
                [
                    *before,
                    "env",
                    f"ES_JAVA_HOME={self.java}",
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


class Elasticsearch9(Elasticsearch):
    """The next line, to which the client of 8.19 speaks as well.

    It needs a whole JDK of Java 21 or newer in ES_JAVA_HOME: it asks for the module jdk.incubator.vector, which PyPI's
    lacks. So these tests are run where there is one (`make test-nine`).
    """

    version = "9.2.0"

    @property
    def java(self) -> Path:
        return Path(os.environ["ES_JAVA_HOME"])
