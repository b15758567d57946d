"""Test settings on the database file that the test names: for a process that is killed."""

import os

from config.settings.test import *  # noqa: F403
from config.settings.test import DATABASES

DATABASES["default"]["NAME"] = os.environ["KILLED_DATABASE"]
