# The commands of the project; each makes what it needs first.

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
PORT ?= 8000

.PHONY: serve build check fresh test screenshots lock licences

# All languages, or one: make serve LANGUAGE=pl PORT=8001
# A LANGUAGE of the environment is that of the computer's own messages, not of the site.
serve: $(VENV)/installed
	@$(RUN) hooks/driver.py serve --port $(PORT) \
	  $(if $(filter command,$(origin LANGUAGE)),--language $(LANGUAGE))

build: $(VENV)/installed
	@$(RUN) hooks/driver.py build

check: $(VENV)/installed
	@$(RUN) hooks/driver.py check

# Mark a translation as made from today's English page: make fresh PAGE=docs/ur/index.md
fresh: $(VENV)/installed
	@$(RUN) hooks/driver.py fresh "$(PAGE)"

test: $(VENV)/test-installed browser
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy hooks
	$(RUN) hooks/driver.py build
	@# In their own order: with the longest files of tests last, one process would wait for another.
	$(VENV)/bin/pytest --numprocesses auto --dist loadfile --no-loadscope-reorder

# Pictures of the pages that matter most, in .build/screenshots/: make screenshots LANGUAGES="en pa"
screenshots: $(VENV)/test-installed browser build
	@$(RUN) tests/support/screenshots.py $(LANGUAGES)

.PHONY: browser
browser: $(VENV)/test-installed
	@{ command -v chromium && command -v pdftotext && $(VENV)/bin/playwright --version; } \
	  >/dev/null 2>&1 || .ci/apt-install chromium fonts-noto-core poppler-utils libatomic1

# Choose the newest allowed versions anew and pin them with their hashes.
lock: $(VENV)/test-installed
	$(VENV)/bin/uv pip compile --quiet --upgrade $(LOCK) pyproject.toml --output-file requirements.lock
	$(VENV)/bin/uv pip compile --quiet --upgrade $(LOCK) --extra test --constraint requirements.lock \
	  pyproject.toml --output-file requirements-test.lock

# The licences of all that is locked, in guides/licences-of-parts.md.
licences: $(VENV)/test-installed
	@$(RUN) tests/support/licences.py

LOCK := --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header

$(VENV)/installed: requirements.lock
	@$(PYTHON) -m venv $(VENV) 2>/dev/null || \
	  { .ci/apt-install python3-venv ca-certificates && $(PYTHON) -m venv $(VENV); }
	@$(VENV)/bin/pip install --quiet --disable-pip-version-check --require-hashes --requirement $<
	@touch $@

$(VENV)/test-installed: requirements-test.lock $(VENV)/installed
	@$(VENV)/bin/pip install --quiet --disable-pip-version-check --require-hashes --requirement $<
	@touch $@
