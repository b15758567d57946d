"""`make proofread`: LanguageTool over all content and interface texts; prints what is neither mended nor accepted."""

import json
import re
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import polib

from core.languages import LANGUAGES
from home.loading.check import _walk, check
from tests.messages import path_of
from tests.served import free_port

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "tests" / "languagetool"
LIBRARIES = ROOT / "var" / "languagetool"
CODES = {"ro": "ro", "ru": "ru-RU", "nl": "nl", "en": "en-GB"}
# Matters of taste, or rules that our house style breaks on purpose (docs/voice.md).
OFF = ("WHITESPACE_RULE", "COMMA_PARENTHESIS_WHITESPACE", "UPPERCASE_SENTENCE_START", "EN_QUOTES", "DASH_RULE",
       "PUNCTUATION_PARAGRAPH_END", "ENGLISH_WORD_REPEAT_BEGINNING_RULE", "ROMANIAN_WORD_REPEAT_BEGINNING_RULE",
       "OPASTROF", "Cap_Letters_Name", "UNPAIRED_BRACKETS", "DOUBLE_PUNCTUATION")  # fmt: skip


def accepted() -> dict[str, set[str]]:
    """Words and names that are right although the tool does not know them, by language ("all" for every language)."""
    lines = (FOLDER / "accepted.txt").read_text(encoding="utf-8").splitlines()
    found: dict[str, set[str]] = {}
    for line in lines:
        if line.strip() and not line.startswith("#"):
            language, word = line.split("\t")[:2]
            found.setdefault(language, set()).add(word)
    return found


def texts(language: str) -> Iterator[tuple[str, str]]:
    """(where it stands, text) of everything that people read in one language."""
    contents = check(ROOT / "content")[0]
    for folder in (*contents.pages.values(), *contents.providers.values()):
        parts = [value for _path, value in _walk(folder.text(language)) if isinstance(value, str) and " " in value]
        yield f"content/{folder.words[language].name}", "\n\n".join(plain(part) for part in parts)
    rows = contents.term_rows()
    yield "content/terms.yml", "\n\n".join(row["definition"][language] for row in rows)
    entries = [entry for entry in polib.pofile(str(path_of(language))) if "%" not in entry.msgid]
    yield f"locale/{language}", "\n\n".join(entry.msgstr for entry in entries if " " in entry.msgstr)


def plain(text: str) -> str:
    """Rich text without its marks."""
    return re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", text).replace("**", "")


@contextmanager
def server() -> Iterator[str]:
    """LanguageTool on a free port."""
    if not list(LIBRARIES.glob("languagetool-server-*.jar")):
        print("Fetching LanguageTool by Maven (once, 245 MB) ...", flush=True)
        command = [
            "mvn",
            "-q",
            "-f",
            FOLDER / "pom.xml",
            "dependency:copy-dependencies",
            f"-DoutputDirectory={LIBRARIES}",
        ]
        subprocess.run(command, check=True)
    port = free_port()
    command = ["java", "-Xmx1g", "-cp", f"{LIBRARIES}/*", "org.languagetool.server.HTTPServer", "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        base = f"http://127.0.0.1:{port}/v2/check"
        for _ in range(120):
            try:
                ask(base, "en-GB", "Ready.")
                break
            except OSError:
                time.sleep(0.5)
        yield base
    finally:
        process.terminate()
        process.wait()


def ask(base: str, code: str, text: str) -> list[dict]:
    data = urllib.parse.urlencode({"language": code, "text": text, "disabledRules": ",".join(OFF)}).encode()
    with urllib.request.urlopen(base, data, timeout=120) as response:
        return json.load(response)["matches"]


def hunspell(fine: set[str]) -> int:
    """Romanian once more by Debian's hunspell-ro, because LanguageTool is weak there; the number of unknown words."""
    total = 0
    for name, text in texts("ro"):
        found = subprocess.run(
            ["hunspell", "-d", "ro_RO", "-i", "utf-8", "-l"], input=text, capture_output=True, text=True, check=True
        ).stdout.split()
        for word in sorted(set(found) - fine):
            total += 1
            print(f"{name}: {word!r} (hunspell-ro)")
    return total


def main() -> int:
    known = accepted()
    if not shutil.which("hunspell"):
        print("Missing: hunspell and hunspell-ro. On Debian: apt-get install hunspell hunspell-ro")
        return 1
    total = hunspell(known["ro"] | known["all"])
    with server() as base:
        for language in LANGUAGES:
            fine = known.get(language, set()) | known.get("all", set())
            for name, text in texts(language):
                for match in ask(base, CODES[language], text):
                    word = text[match["offset"] : match["offset"] + match["length"]]
                    if word in fine or match["rule"]["id"] in fine:
                        continue
                    total += 1
                    context = match["context"]["text"].strip()
                    print(f"{name}: {word!r} ({match['rule']['id']}): {match['message']} | {context}")
    print(f"{total} findings that are neither mended nor accepted")
    return 1 if total else 0


if __name__ == "__main__":
    sys.exit(main())
