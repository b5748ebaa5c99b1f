# `make run` and `make test` need only python3 (3.11 or later) and make. Everything else is installed into .venv.
PYTHON ?= python3
BIN := .venv/bin
export HOST PORT FRESH
# A lock lists every dependency, so pip has nothing to resolve.
INSTALL := --quiet --disable-pip-version-check --no-deps --require-hashes
COMPILE := .data/lock/bin/uv pip compile --universal --python-version 3.11 --fork-strategy fewest --generate-hashes \
  --no-header --no-annotate --no-emit-index-url --no-emit-find-links --quiet
# Python keeps compiled modules, also where the environment says otherwise: tests start about a hundred processes.
FOR_TESTS := $(BIN)/python -m dev.postgres_server test -- env PYTHONDONTWRITEBYTECODE= DEMO=on SECRET_KEY=only-for-tests-only-for-tests-only

.PHONY: help run manage test soak chaos bench bench-quick check setup lock screenshots keep-release openapi image sbom dist docs pictures versions

help:
	@echo "make run      the site with sample data (PORT=8123 for another port, FRESH=1 to delete its data first)"
	@echo "make manage ARGS=...   run a command of manage.py with the database, keys and address of the running make run"
	@echo "make test     run all tests (ARGS=... passes arguments to pytest)"
	@echo "make soak     long tests: races, slow sockets, randomly killed processes, properties and the full matrix, about 45 minutes (ROUNDS=1000)"
	@echo "make chaos    the part of make soak that kills every part of a site by chance, 5 minutes (ROUNDS=1000; 30 seconds at least)"
	@echo "make bench    benchmarks against other packages, with ten million runs and five million events: 12 to 40 minutes, 20 GB of disk"
	@echo "make bench-quick   the same benchmarks with 200,000 runs"
	@echo "make check    lint, format, types, import contracts, migrations, system checks, advisories"
	@echo "make setup    only make .venv, with what the site needs"
	@echo "make image    build the container image (needs podman; BUILDER=docker for another)"
	@echo "make dist     build the wheel and the sdist in .data/dist and check both"
	@echo "make sbom     write what the site is installed with as a CycloneDX document"
	@echo "make lock     write the lock files from pyproject.toml and benchmarks/requirements.in"
	@echo "make keep-release   keep the schema of this version, and rows that it writes, for the tests of upgrades"
	@echo "make openapi  write the OpenAPI document again, after a change of dev/openapi.py"
	@echo "make docs     build the documentation site in .data/docs, with every link checked"
	@echo "make pictures   draw the pictures in docs/ again from their text (needs graphviz)"
	@echo "make versions   try the tests with each supported Python, Django and PostgreSQL that is here (ARGS=... for nox)"
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
	@$(if $(ARGS),,$(MAKE) --no-print-directory chaos)

# Alone: what it kills takes the processors from tests that measure time.
chaos: .venv/.dev
	@$(FOR_TESTS) ROUNDS=$(or $(ROUNDS),1000) $(BIN)/python -m pytest -m chaos -q tests/promises/test_10_nothing_is_lost.py $(ARGS)

# With a durable server of its own, unlike the tests': committing must cost what it costs in production.
BENCH := $(BIN)/python -m dev.postgres_server bench -- env DEMO=on SECRET_KEY=only-for-benchmarks-only-for-benchmarks $(BIN)/python -m benchmarks

bench: .venv/.run .data/bench/.stamp
	@$(BENCH)

bench-quick: .venv/.run .data/bench/.stamp
	@$(BENCH) --quick

.data/bench/.stamp: benchmarks/requirements.lock
	@echo "… Installing the packages to compare with in .data/bench"
	@$(PYTHON) -m venv --clear .data/bench/venv
	@.data/bench/venv/bin/pip install $(INSTALL) -r benchmarks/requirements.lock
	@touch .data/bench/.stamp

check: .venv/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	@$(FOR_TESTS) sh -e -c '\
	  set -x; $(BIN)/mypy; $(BIN)/lint-imports; \
	  $(BIN)/python manage.py makemigrations --check --dry-run; $(BIN)/python manage.py check --fail-level WARNING'
	@$(BIN)/python -m dev.audit_lock

screenshots: .venv/.dev
	@$(FOR_TESTS) KEEP_SCREENSHOTS=.data/screenshots $(BIN)/python -m pytest tests/browser/test_every_page.py -q -k shown_in_full
	@for name in overview billing-reads key-create readers audit-log; do cp .data/screenshots/$$name-light.png docs/screenshots/$$name.png; done

openapi: .venv/.dev
	@$(FOR_TESTS) $(BIN)/python manage.py write_openapi

# The reference lists settings, commands and events, for which no database is read. With --quiet mkdocs would count no
# warning, so its strict mode would let a link that leads nowhere pass.
docs: .venv/.dev
	@env DATABASE_URL=postgresql://nobody@localhost/none DEMO=on SECRET_KEY=only-for-documentation-only-for-documentation \
	  $(BIN)/python -m dev.documentation .data/docs-source
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --clean
	@echo "Open .data/docs/index.html, or with its search: $(BIN)/python -m http.server --directory .data/docs"

pictures: .venv/.run
	@$(BIN)/python -m dev.pictures

versions: .venv/.dev
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/nox $(ARGS)

keep-release: .venv/.dev
	@$(FOR_TESTS) $(BIN)/python manage.py keep_release

setup: .venv/.run

BUILDER := podman
# A health check is no part of the image format that podman writes otherwise.
image:
	@BUILDAH_FORMAT=docker $(BUILDER) build --file deploy/container/Containerfile --tag localhost/billing-access .

dist: .data/dist-tools/.stamp
	@rm -rf .data/dist
	@$(DIST)/hatchling build --directory .data/dist
	@$(DIST)/twine check --strict .data/dist/*
	@$(DIST)/check-wheel-contents .data/dist/*.whl

DIST := .data/dist-tools/bin

# Neither the site nor the tests need these.
.data/dist-tools/.stamp: dev/dist.lock
	@$(PYTHON) -m venv --clear .data/dist-tools
	@$(DIST)/pip install $(INSTALL) -r dev/dist.lock
	@touch .data/dist-tools/.stamp

sbom: .venv/.run
	@$(BIN)/python -m dev.sbom

# The stamp is written last, so that after an interrupted install .venv is made again.
.venv/.run: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or later is needed, but $(PYTHON) is $$($(PYTHON) --version). Use another: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' || { echo "Python's venv is missing. On Debian: apt-get install python3-venv"; exit 1; }
	@test ! -L .venv || { echo ".venv is a link: remaking it would empty the folder that it leads to. Remove the link first: rm .venv"; exit 1; }
	@echo "… Making .venv"
	@$(PYTHON) -m venv --clear .venv
	@echo "… Installing what the site needs (requirements.lock)"
	@$(BIN)/pip install $(INSTALL) -r requirements.lock
	@touch .venv/.run

# Adds to .venv what tests need; what the site needs stays in the same versions.
.venv/.dev: requirements-dev.lock .venv/.run
	@echo "… Installing what tests and checks need (requirements-dev.lock)"
	@rm .venv/.run
	@$(BIN)/pip install $(INSTALL) -r requirements-dev.lock
	@touch .venv/.run .venv/.dev

lock:
	@$(PYTHON) -m venv .data/lock
	@.data/lock/bin/pip install --quiet --disable-pip-version-check uv
	@$(COMPILE) --all-extras --group run --output-file requirements.lock pyproject.toml
	@$(COMPILE) --all-extras --group dev --constraint requirements.lock --output-file requirements-dev.lock pyproject.toml
	@$(COMPILE) --output-file benchmarks/requirements.lock benchmarks/requirements.in
	@$(COMPILE) --output-file dev/dist.lock dev/dist.in
