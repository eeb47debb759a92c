# Two commands are enough: `make demo` and `make test`. Both set everything up first, in .venv only.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

VENV := .venv
PYTHON_IN_VENV := $(VENV)/bin/python
UV := $(VENV)/bin/uv

# Packages go into .venv whatever the caller's shell says.
unexport PYTHONPATH PYTHONHOME PIP_TARGET PIP_PREFIX PIP_USER VIRTUAL_ENV CONDA_PREFIX
export DO_NOT_TRACK := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export UV_PYTHON_DOWNLOADS := never

# The stamp's name holds the place of the checkout and what is pinned, so that a second run installs nothing,
# and a moved checkout or a changed pin installs again.
PINS := pyproject.toml requirements-setup.txt requirements.txt requirements-duckdb15.txt
KEY := $(shell { pwd; cat $(PINS); } | cksum | tr -d ' ')
STAMP := $(VENV)/.ready-$(KEY)
BROKEN := $(if $(realpath $(PYTHON_IN_VENV)),,again)

.PHONY: help setup demo test fuzz faults bench check format screenshots rules clean again

help: ## show what each target does
	@awk 'BEGIN { FS = ":.*## " } /^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

setup: $(STAMP) ## set everything up in .venv, and do nothing else

demo: $(STAMP) ## make the demo submissions, load, accept, build and publish them, and serve the dashboard
	@$(VENV)/bin/opvangspiegel demo $(ARGS)

test: $(STAMP) ## run every test (ARGS="-k words" narrows it down)
	@$(PYTHON_IN_VENV) -m pytest -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder $(ARGS)

fuzz: $(STAMP) ## read ten thousand damaged files and count what became of them (ARGS="500 7": how many, which seed)
	@$(PYTHON_IN_VENV) -m tests.fuzz.run $(ARGS)

faults: $(STAMP) ## kill a hundred loads, acceptances, builds and publications, and count what was lost
	@$(PYTHON_IN_VENV) -m tests.faults.kills $(ARGS)

bench: $(STAMP) ## print the measured ratios
	@$(PYTHON_IN_VENV) bench/run.py $(ARGS)

check: $(STAMP) ## lint: ruff (style and format), the import rules, the SQL
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/lint-imports
	@$(VENV)/bin/sqlfluff lint dbt_project/models dbt_project/tests

format: $(STAMP) ## put the Python files in the one format that `make check` accepts
	@$(VENV)/bin/ruff check --fix-only --quiet .
	@$(VENV)/bin/ruff format .

catalogues: $(STAMP) ## bring the translations up to date with the texts in the code; then fill in the empty ones
	@mkdir -p build
	@$(VENV)/bin/pybabel -q extract --no-location --sort-output --omit-header -k marked -o build/dashboard.pot dashboard
	@$(VENV)/bin/pybabel -q update --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --omit-header -w 110 \
	    -i build/dashboard.pot -d dashboard/locale -D dashboard

screenshots: $(STAMP) ## photograph the pages of the published dashboard into docs/images (needs Chromium)
	@$(PYTHON_IN_VENV) -m tests.browser.screenshots $(ARGS)

rules: $(STAMP) ## write the list of rules (docs/rules.md) from the rules
	@$(PYTHON_IN_VENV) -m tests.ingest.rules_document

clean: ## remove .venv and every cache; what was handed in (warehouse/) stays
	rm -rf $(VENV) build *.egg-info .pytest_cache .ruff_cache .import_linter_cache .hypothesis dbt_project/target dbt_project/logs
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

again:

$(STAMP): $(BROKEN)
	@.ci/setup $(VENV)
	@rm -f $(VENV)/.ready-*
	@touch $@
