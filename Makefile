# `make run` and `make test` need only python3 (3.11 or later) and make; everything else is set up in .venv.
PYTHON ?= python3
BIN := .venv/bin
export HOST PORT
FOR_TESTS := $(BIN)/python -m dev.postgres_server test -- env DEMO=on SECRET_KEY=only-for-tests-only-for-tests-only

.PHONY: help run test soak bench bench-quick check setup lock screenshots

help:
	@echo "make run      the site with sample data (PORT=8123 for another port)"
	@echo "make test     every test (ARGS=... for pytest)"
	@echo "make soak     the attacks that race and processes killed by chance, at length: about 20 minutes (ROUNDS=1000)"
	@echo "make bench    what is fast, against peers, with ten million runs and five million events: 12 to 40 minutes, 20 GB of disk"
	@echo "make bench-quick   the same with 200,000 runs"
	@echo "make check    lint, format, types, import contracts, migrations, system checks"
	@echo "make setup    only the environment in .venv"
	@echo "make lock     the locks anew from requirements.in and benchmarks/requirements.in"
	@echo "make screenshots   the pictures in docs/ anew (needs Chromium)"

run: .venv/.stamp
	@$(BIN)/python -m dev.run

# Those that start servers and browsers of their own run after the others, a file at a time in each process.
ALONE := tests/browser tests/config tests/dev

test: .venv/.stamp
ifdef ARGS
	@$(FOR_TESTS) $(BIN)/python -m pytest $(ARGS)
else
	@$(FOR_TESTS) sh -c '\
	  $(BIN)/python -m pytest -n auto --dist worksteal -q $(addprefix --ignore=,$(ALONE)); many=$$?; \
	  $(BIN)/python -m pytest -n auto --dist loadfile -q $(ALONE); alone=$$?; \
	  exit $$((many > alone ? many : alone))'
endif

soak: .venv/.stamp
	@$(FOR_TESTS) ROUNDS=$(or $(ROUNDS),1000) $(BIN)/python -m pytest tests/attacks tests/billing_access/billing/tags/test_backfill_faults.py tests/billing_audit/transparency/test_sealer_faults.py $(ARGS)

# Durable, as the figures are recorded: the site's server and not the tests', in a database of its own.
BENCH := $(BIN)/python -m dev.postgres_server bench -- env DEMO=on SECRET_KEY=only-for-benchmarks-only-for-benchmarks $(BIN)/python -m benchmarks

bench: .venv/.stamp .data/bench/.stamp
	@$(BENCH)

bench-quick: .venv/.stamp .data/bench/.stamp
	@$(BENCH) --quick

.data/bench/.stamp: benchmarks/requirements.lock
	@echo "… Setting up the peers in .data/bench"
	@$(PYTHON) -m venv --clear .data/bench/venv
	@.data/bench/venv/bin/pip install --quiet --disable-pip-version-check --require-hashes -r benchmarks/requirements.lock
	@touch .data/bench/.stamp

check: .venv/.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	@$(FOR_TESTS) sh -e -c '\
	  set -x; $(BIN)/mypy; $(BIN)/lint-imports; \
	  $(BIN)/python manage.py makemigrations --check --dry-run; $(BIN)/python manage.py check --fail-level WARNING'

screenshots: .venv/.stamp
	@$(FOR_TESTS) KEEP_SCREENSHOTS=.data/screenshots $(BIN)/python -m pytest tests/browser/test_every_page.py -q -k shown_in_full
	@for name in overview billing-reads key-create readers audit-log; do cp .data/screenshots/$$name-light.png docs/screenshots/$$name.png; done

setup: .venv/.stamp

.venv/.stamp: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or later is needed; $(PYTHON) is $$($(PYTHON) --version). Name another: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' || { echo "Python's venv is missing. On Debian: apt-get install python3-venv"; exit 1; }
	@echo "… Setting up .venv (about a minute the first time)"
	@$(PYTHON) -m venv --clear .venv
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch .venv/.stamp

lock:
	@$(PYTHON) -m venv .data/lock
	@.data/lock/bin/pip install --quiet --disable-pip-version-check uv
	@for name in requirements benchmarks/requirements; do \
	  .data/lock/bin/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	    --no-emit-index-url --no-emit-find-links --quiet --output-file $$name.lock $$name.in || exit 1; done
