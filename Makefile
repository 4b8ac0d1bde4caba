# The only entrance: `make help` lists what it does.

# The Python that makes the virtual environment; empty: the first one on PATH that is new enough.
PYTHON ?=
VENV ?= .venv
# How many tests run at once.
JOBS ?= auto
# SHORT=1 makes `make bench` a matter of minutes.
SHORT ?=
# UPGRADE=--upgrade with `make lock` takes the newest versions that fit.
UPGRADE ?=

BIN := $(VENV)/bin
# The environments of the benchmark: this program's, one for each peer that takes docxtpl's place, npm's packages.
BENCH := benchmarks/.env
PEERS := $(BENCH)/rust/peer.stamp $(BENCH)/ng/peer.stamp $(BENCH)/node/peer.stamp
INSTALL := -m pip --disable-pip-version-check --quiet install
PIP := $(BIN)/python $(INSTALL)
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-header --no-emit-index-url --no-emit-find-links $(UPGRADE)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test check lint quick pythons tools lock templates messages reference pictures bench clean

help: ## what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(VENV)/run.stamp ## every document of samples/ into out/, with all that this needs set up
	$(BIN)/jiyao make samples -d all -o out
	$(BIN)/jiyao make samples/company samples/joint samples/procuratorate -d release -l zh,en,both --html --txt -o out

test: tools lint pythons ## everything: check, pages, the built wheel, every Python on this machine
	$(BIN)/python -m pytest -n $(JOBS)

check: lint quick ## what to run before every commit: style, types, imports, quick tests

lint: $(VENV)/dev.stamp
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/basedpyright --pythonpath $(BIN)/python
	$(BIN)/lint-imports

quick: $(VENV)/test.stamp
	$(BIN)/python -m pytest -n $(JOBS) -m "not rendering and not browser and not slow"

# One environment for each version: the quick tests show that nothing newer or older than promised is used. A few
# examples of each property are enough for that.
pythons: $(VENV)/test.stamp
	@for python in $$(sh requirements/find-python --all); do \
	    version=$$($$python -c 'import sys; print("%d.%d" % sys.version_info[:2])'); \
	    test "$$version" = "$$($(BIN)/python -c 'import sys; print("%d.%d" % sys.version_info[:2])')" && continue; \
	    echo "Python $$version:"; \
	    JIYAO_EXAMPLES=10 $(MAKE) --no-print-directory VENV=.venv-$$version PYTHON=$$python quick || exit 1; \
	done

tools: ## LibreOffice, poppler, Chromium, tidy and fonts for the tests, where this can be done; else what is missing
	@bash tests/setup-tools

lock: $(VENV)/dev.stamp ## requirements/*.txt again from pyproject.toml
	$(LOCK) pyproject.toml -o requirements/run.txt
	$(LOCK) --group build -c requirements/run.txt -o requirements/build.txt
	$(LOCK) --group bench -c requirements/run.txt -o requirements/bench.txt
	$(LOCK) --group bench-rust -c requirements/run.txt -o requirements/bench-rust.txt
	$(LOCK) --group bench-ng -c requirements/run.txt -o requirements/bench-ng.txt
	$(LOCK) --group test -c requirements/run.txt -c requirements/build.txt -c requirements/bench.txt -o requirements/test.txt
	$(LOCK) --group dev -c requirements/run.txt -c requirements/build.txt -c requirements/test.txt -o requirements/dev.txt
	@if command -v npm >/dev/null; then cd benchmarks && \
	    npm install --package-lock-only --omit-lockfile-registry-resolved --no-audit --no-fund --silent; \
	else echo "npm is not installed: benchmarks/package-lock.json stays as it is"; fi

templates: $(VENV)/run.stamp ## templates/*.docx again from templates/build.py
	$(BIN)/python templates/build.py

messages: $(VENV)/run.stamp ## the catalogue of messages again from the code
	$(BIN)/python docs/make_messages.py

reference: $(VENV)/run.stamp ## the reference pages of docs/ again from the code
	$(BIN)/python docs/make_reference.py

pictures: tools $(VENV)/test.stamp ## the pictures of the README and docs/ again; for OmegaT and Poedit with what docs/desktop.py names
	PYTHONPATH=tests $(BIN)/python docs/make_pictures.py
	PYTHONPATH=tests $(BIN)/python docs/make_contact_sheets.py

bench: $(BENCH)/jiyao/bench.stamp $(PEERS) ## measures this program beside its peers, for docs/benchmarks.md; SHORT=1: a first look
	@# Measured is what users install, and not the checkout, whose state has to be looked at in every run.
	$(BENCH)/jiyao/bin/python $(INSTALL) --no-deps --no-build-isolation --force-reinstall .
	$(BENCH)/jiyao/bin/python benchmarks/run.py $(if $(SHORT),--short)
	$(BENCH)/jiyao/bin/python docs/make_benchmarks.py

clean: ## removes what make made, except the fonts in .cache/
	rm -rf $(VENV) .venv-* $(BENCH) out dist build

$(VENV)/pyvenv.cfg:
	@python=$$(sh requirements/find-python $(PYTHON)) && "$$python" -m venv $(VENV)

# Every install is from a lock with hashes; the project itself is built by what build.txt locks.
$(VENV)/run.stamp: pyproject.toml requirements/run.txt requirements/build.txt | $(VENV)/pyvenv.cfg
	$(PIP) --require-hashes -r requirements/build.txt -r requirements/run.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/test.stamp: $(VENV)/run.stamp requirements/test.txt
	$(PIP) --require-hashes -r requirements/test.txt
	@touch $@

$(VENV)/dev.stamp: $(VENV)/test.stamp requirements/dev.txt
	$(PIP) --require-hashes -r requirements/dev.txt
	@touch $@

$(BENCH)/jiyao/bench.stamp: pyproject.toml requirements/run.txt requirements/build.txt requirements/bench.txt
	@$(MAKE) --no-print-directory VENV=$(BENCH)/jiyao $(BENCH)/jiyao/run.stamp
	$(BENCH)/jiyao/bin/python $(INSTALL) --require-hashes -r requirements/bench.txt
	@touch $@

$(BENCH)/%/peer.stamp: requirements/bench-%.txt
	@python=$$(sh requirements/find-python $(PYTHON)) && "$$python" -m venv $(@D)
	$(@D)/bin/python $(INSTALL) --require-hashes -r $<
	@touch $@

# Nothing that a package brings is run while it is installed.
$(BENCH)/node/peer.stamp: benchmarks/package.json benchmarks/package-lock.json
	@mkdir -p $(@D) && cp $^ $(@D)
	@if command -v npm >/dev/null; then cd $(@D) && npm ci --ignore-scripts --no-audit --no-fund --silent; \
	else echo "npm is not installed: the engines that need it are left out"; fi
	@touch $@
