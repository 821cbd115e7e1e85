# The commands of the project; each makes what it needs first.

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
PORT ?= 8000

.PHONY: serve build merge check fresh medicine language languages changes report annotations
.PHONY: test screenshots bench lock licences newest

# All languages, or one: make serve LANGUAGE=pl PORT=8001
# A LANGUAGE of the environment is that of the computer's own messages, not of the site.
serve: $(VENV)/installed
	@$(RUN) hooks/driver.py serve --port $(PORT) \
	  $(if $(filter command,$(origin LANGUAGE)),--language $(LANGUAGE))

# One language alone, into .build/part-pl/: make build LANGUAGE=pl (a variable of that name in the
# shell’s surroundings says which language the computer speaks, and is not meant).
build: $(VENV)/installed
	@$(RUN) hooks/driver.py build $(if $(filter command%,$(origin LANGUAGE)),--language $(LANGUAGE))

# The site from parts that were built anywhere: make merge PARTS="../a/part-en ../b/part-pl";
# without PARTS, from those in .build/.
merge: $(VENV)/installed
	@$(RUN) hooks/driver.py merge $(PARTS)

check: $(VENV)/installed
	@$(RUN) hooks/driver.py check

# Mark a translation as made from today's English page: make fresh PAGE=docs/ur/index.md
# Who translated it, where the page does not say so yet: BY=person, or BY=machine
fresh: $(VENV)/installed
	@$(RUN) hooks/driver.py fresh "$(PAGE)" $(call given,BY,by)

# Begin a new medicine: make medicine NAME="Inventol" GENERIC="inventab"
medicine: $(VENV)/installed
	@$(RUN) hooks/driver.py medicine $(call given,NAME,name) $(call given,GENERIC,generic)

# Begin a new language: make language CODE=gu
language: $(VENV)/installed
	@$(RUN) hooks/driver.py language $(call given,CODE,code) $(call given,NAME,name)

# What was written after “make”, as it was written, and nothing that a computer calls by that name.
given = $(if $(filter command,$(origin $(1))),--$(2)="$$$(1)")

test: $(VENV)/test-installed browser nginx
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy hooks
	$(RUN) hooks/driver.py build
	@# A process that has done its tests takes over some of another's: some files take minutes.
	$(VENV)/bin/pytest --numprocesses auto --dist worksteal

# Pictures of the pages that matter most, in .build/screenshots/: make screenshots LANGUAGES="en pa"
screenshots: $(VENV)/test-installed browser build
	@$(RUN) tests/support/screenshots.py $(LANGUAGES)

# What has changed since a commit, in sentences; without one, since the last: make changes SINCE=main
changes: $(VENV)/installed
	@$(RUN) hooks/driver.py changes --since "$(SINCE)"

# The mistakes in the content, as GitHub shows them at their lines.
annotations: $(VENV)/installed
	@$(RUN) hooks/driver.py check --github

# The languages of the site, for a workflow that builds each on a computer of its own.
languages: $(VENV)/installed
	@$(RUN) hooks/driver.py languages

# What waits for somebody, as Markdown; nothing where nothing waits. ABOUT is one of these four.
report: $(VENV)/test-installed
	@$(RUN) $(or $(REPORT_$(ABOUT)),$(error ABOUT is one of: reviews translations links weaknesses))

REPORT_reviews := hooks/driver.py report reviews
REPORT_translations := hooks/driver.py report translations
REPORT_links := tests/support/outside_links.py
REPORT_weaknesses := tests/support/weaknesses.py

# Build and check with the newest versions of everything, apart from what is locked.
newest: $(VENV)/installed
	@$(RUN) tests/support/newest.py

SINCE ?= HEAD

# How fast the site is beside stock tools, in BENCHMARKS.md; some sizes or parts only, printed:
# make bench SIZES="78 366" PARTS="builds visits lighthouse edits"
bench: $(VENV)/test-installed
	@PYTHONPATH=tests:hooks $(RUN) -m bench --sizes $(SIZES) --parts $(PARTS)

.PHONY: browser
browser: $(VENV)/test-installed
	@{ command -v chromium && command -v pdftotext && $(VENV)/bin/playwright --version; } \
	  >/dev/null 2>&1 || .ci/apt-install chromium fonts-noto-core poppler-utils libatomic1

# The web server that one test starts, without which that test is skipped.
.PHONY: nginx
nginx:
	@PATH="$$PATH:/usr/sbin:.build/nginx/usr/sbin" && command -v nginx >/dev/null || .ci/nginx

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
