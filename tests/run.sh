#!/bin/sh
# Builds the test database from the real content (when content or code changed), then runs pytest on three processes: on two
# cores, since a browser makes its test wait.
set -eu
cd "$(dirname "$0")/.."
export DJANGO_SETTINGS_MODULE=config.settings.test
.venv/bin/python manage.py compile_messages
.venv/bin/python manage.py build_assets
.venv/bin/python -m tests.build_database
.venv/bin/python -m tests.served
exec .venv/bin/python -m pytest -n 3 --dist loadfile "$@"
