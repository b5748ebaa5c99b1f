# `make run` and `make test` need only python3 (3.11 or later) and make; everything else is set up in .venv.
PYTHON ?= python3
BIN := .venv/bin
export HOST PORT FRESH
# A lock names every dependency, so there is nothing to resolve.
INSTALL := --quiet --disable-pip-version-check --no-deps --require-hashes
COMPILE := .data/lock/bin/uv pip compile --universal --python-version 3.11 --fork-strategy fewest --generate-hashes \
  --no-header --no-annotate --no-emit-index-url --no-emit-find-links --quiet
FOR_TESTS := $(BIN)/python -m dev.postgres_server test -- env DEMO=on SECRET_KEY=only-for-tests-only-for-tests-only

.PHONY: help run manage test soak bench bench-quick check setup lock screenshots

help:
	@echo "make run      the site with sample data (PORT=8123 for another port, FRESH=1 to delete its data first)"
	@echo "make manage ARGS=...   any command of manage.py, while make run is running: with its database, keys and address"
	@echo "make test     every test (ARGS=... for pytest)"
	@echo "make soak     races, processes killed by chance and the full matrix, at length: about 20 minutes (ROUNDS=1000)"
	@echo "make bench    what is fast, against peers, with ten million runs and five million events: 12 to 40 minutes, 20 GB of disk"
	@echo "make bench-quick   the same with 200,000 runs"
	@echo "make check    lint, format, types, import contracts, migrations, system checks"
	@echo "make setup    only .venv, with what the site needs"
	@echo "make lock     write the locks again from pyproject.toml and benchmarks/requirements.in"
	@echo "make screenshots   take the pictures in docs/ again (needs Chromium)"

run: .venv/.run
	@$(BIN)/python -m dev.run

manage: .venv/.run
	@$(BIN)/python -m dev.manage $(ARGS)

ALL := -n auto -q

test: .venv/.dev
	@$(FOR_TESTS) $(BIN)/python -m pytest $(or $(ARGS),$(ALL))

soak: .venv/.dev
	@$(FOR_TESTS) ROUNDS=$(or $(ROUNDS),1000) $(BIN)/python -m pytest -m soak $(or $(ARGS),$(ALL))

# Durable, as the figures are recorded: the site's server and not the tests', in a database of its own.
BENCH := $(BIN)/python -m dev.postgres_server bench -- env DEMO=on SECRET_KEY=only-for-benchmarks-only-for-benchmarks $(BIN)/python -m benchmarks

bench: .venv/.run .data/bench/.stamp
	@$(BENCH)

bench-quick: .venv/.run .data/bench/.stamp
	@$(BENCH) --quick

.data/bench/.stamp: benchmarks/requirements.lock
	@echo "… Setting up the peers in .data/bench"
	@$(PYTHON) -m venv --clear .data/bench/venv
	@.data/bench/venv/bin/pip install $(INSTALL) -r benchmarks/requirements.lock
	@touch .data/bench/.stamp

check: .venv/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	@$(FOR_TESTS) sh -e -c '\
	  set -x; $(BIN)/mypy; $(BIN)/lint-imports; \
	  $(BIN)/python manage.py makemigrations --check --dry-run; $(BIN)/python manage.py check --fail-level WARNING'

screenshots: .venv/.dev
	@$(FOR_TESTS) KEEP_SCREENSHOTS=.data/screenshots $(BIN)/python -m pytest tests/browser/test_every_page.py -q -k shown_in_full
	@for name in overview billing-reads key-create readers audit-log; do cp .data/screenshots/$$name-light.png docs/screenshots/$$name.png; done

setup: .venv/.run

# Without a stamp .venv is made again, so an install that was interrupted leaves none.
.venv/.run: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or later is needed; $(PYTHON) is $$($(PYTHON) --version). Name another: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' || { echo "Python's venv is missing. On Debian: apt-get install python3-venv"; exit 1; }
	@echo "… Making .venv"
	@$(PYTHON) -m venv --clear .venv
	@echo "… Installing what the site needs (requirements.lock)"
	@$(BIN)/pip install $(INSTALL) -r requirements.lock
	@touch .venv/.run

# On top of what the site needs, in the same versions.
.venv/.dev: requirements-dev.lock .venv/.run
	@echo "… Installing what tests and checks need (requirements-dev.lock)"
	@rm .venv/.run
	@$(BIN)/pip install $(INSTALL) -r requirements-dev.lock
	@touch .venv/.run .venv/.dev

lock:
	@$(PYTHON) -m venv .data/lock
	@.data/lock/bin/pip install --quiet --disable-pip-version-check uv
	@$(COMPILE) --group run --output-file requirements.lock pyproject.toml
	@$(COMPILE) --group dev --constraint requirements.lock --output-file requirements-dev.lock pyproject.toml
	@$(COMPILE) --output-file benchmarks/requirements.lock benchmarks/requirements.in
