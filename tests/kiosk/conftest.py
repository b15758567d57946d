"""Folders for the tests of provisioning."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.kiosk.device import NOBODY, provisioned


@pytest.fixture
def device(tmp_path: Path) -> Path:
    """A folder with all that the script writes."""
    root = tmp_path / "device"
    root.mkdir()
    provisioned(root)
    return root


@pytest.fixture
def kiosk_folder() -> Iterator[Path]:
    """A folder for the kiosk's user with a short path (sockets) that root and the user can reach."""
    with tempfile.TemporaryDirectory(prefix="kiosk-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        for part in ("run", "home", "profile"):
            (folder / part).mkdir(mode=0o700)
        if os.geteuid() == 0:
            for path in (folder, *folder.iterdir()):
                os.chown(path, NOBODY, NOBODY)
        yield folder
