# Two commands: `make demo` serves the whole portal, `make test` checks it. README.md says more.
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
MANAGE := $(RUN) manage.py

.PHONY: demo demo-reset dev test test-slow test-nine bench engines proofread screenshots kiosk-pictures messages lock tools lint format

$(VENV)/installed: requirements.txt pyproject.toml
	@$(PYTHON) -c "import sys; sys.exit('The portal needs Python 3.11 or newer; this is ' + sys.version.split()[0]) if sys.version_info < (3, 11) else 0"
	@$(PYTHON) -c "import venv, ensurepip" || (echo "Missing: python3-venv. On Debian: apt-get install python3-venv"; exit 1)
	$(PYTHON) -m venv $(VENV)
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(RUN) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/installed-test: $(VENV)/installed requirements-test.txt
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.txt
	@touch $@

demo: $(VENV)/installed
	@$(MANAGE) compile_messages
	@$(MANAGE) demo

demo-reset: $(VENV)/installed
	rm -rf var/portal.sqlite3 var/portal.sqlite3-shm var/portal.sqlite3-wal var/media var/cache
	@$(MAKE) --no-print-directory demo

dev: $(VENV)/installed
	@$(MANAGE) compile_messages
	@$(MANAGE) build_assets
	DJANGO_SETTINGS_MODULE=config.settings.dev $(MANAGE) runserver 127.0.0.1:$${PORT:-8000}

tools: $(VENV)/installed-test
	@tests/install_tools.sh

lint: $(VENV)/installed-test
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/lint-imports
	$(VENV)/bin/djlint --lint --quiet site home services countries search phones handover kiosk translations quality

format: $(VENV)/installed-test
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format .

test: tools lint
	@tests/run.sh -m "not slow"

test-slow: tools
	@tests/run.sh -m slow

test-nine: tools
	@test -n "$$ES_JAVA_HOME" || (echo "Set ES_JAVA_HOME to a JDK of Java 21 or newer"; exit 1)
	$(VENV)/bin/python -m pytest -p no:xdist tests/search/test_engine.py tests/search/test_engine_failures.py

bench: tools
	@$(RUN) -m bench

engines: tools
	@$(RUN) -m tests.engines elasticsearch start
	@$(RUN) -m tests.engines opensearch start

proofread: tools
	@$(RUN) -m tests.proofread

screenshots: tools
	@$(RUN) -m tests.screenshots

kiosk-pictures: tools
	@DJANGO_SETTINGS_MODULE=config.settings.test $(RUN) -m tests.kiosk_pictures

messages: $(VENV)/installed
	$(RUN) -m tests.messages

lock:
	uv pip compile pyproject.toml --group lock --universal --python-version 3.11 --generate-hashes --no-header -q -o requirements.txt
	uv pip compile pyproject.toml --group test --group lock --universal --python-version 3.11 --generate-hashes --no-header -q -o requirements-test.txt
