"""Read attached files in the background, within limits of size and time; what cannot be read is told to editors."""

import json
import logging
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver
from django.utils import timezone

from core.models import CustomDocument
from search import queue, reading
from search.attachments import pages_with
from search.models import FileText

logger = logging.getLogger(__name__)
AT_ONCE = 10  # files of one minute
BUDGET = 45  # seconds of one minute


@receiver(post_save, sender=CustomDocument, dispatch_uid="search-file")
def file_changed(sender: type, instance: CustomDocument, **kwargs: Any) -> None:
    """A new file, or another file in its place: to be read within the next minutes."""
    if Path(instance.file.name).suffix.lower() not in reading.KINDS:
        return
    row, made = FileText.objects.get_or_create(document=instance, defaults={"name": instance.file.name})
    if not made and row.name != instance.file.name:
        row.name, row.state, row.text = instance.file.name, FileText.State.WAITING, ""
        row.save()


def read_waiting() -> int:
    """Read the files that wait, within a budget of time; how many were read or given up."""
    started, done = time.monotonic(), 0
    for row in FileText.objects.filter(state=FileText.State.WAITING).select_related("document")[:AT_ONCE]:
        if time.monotonic() - started > BUDGET:
            break
        answer = _read(row.document)
        row.text = answer.get("text", "")
        row.state = FileText.State.READ if row.text else FileText.State.FAILED
        row.trouble = answer.get("trouble", "")
        row.read_at = timezone.now()
        row.save()
        queue.add(pages_with(row.document))
        done += 1
    return done


def _read(document: CustomDocument) -> dict[str, str]:
    """Copy the file (it may be kept far away) and have it read by a program that may be stopped."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"file{Path(document.file.name).suffix.lower()}"
        try:
            with document.file.open("rb") as source, path.open("wb") as target:
                for part in source.chunks():
                    target.write(part)
            command = [sys.executable, reading.__file__, str(path)]
            result = subprocess.run(command, capture_output=True, timeout=reading.SECONDS * 2, check=True)
            return json.loads(result.stdout)
        except subprocess.TimeoutExpired:
            return {"trouble": FileText.Trouble.SLOW}
        except subprocess.CalledProcessError as error:
            return {"trouble": FileText.Trouble.SLOW if error.returncode < 0 else FileText.Trouble.BROKEN}
        except (OSError, ValueError):
            logger.exception("The file of document %s could not be read", document.pk)
            return {"trouble": FileText.Trouble.GONE}
