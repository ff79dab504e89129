# The commands of this project. `make` alone lists them.
PYTHON ?= python3
PORT ?= 8501
BIN := .venv/bin

help: ## list the commands
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

run: .venv/run ## install, build the warehouse if there is none, serve http://127.0.0.1:8501 (PORT=8600 for another)
	@$(BIN)/python -m data.build --if-needed || true
	@exec $(BIN)/streamlit run streamlit_app.py --server.port $(PORT)

test: .venv/test .venv/browser ## install what the tests need, a browser included, and run them all
	$(BIN)/python -m pytest -q -n 2 --dist loadfile --maxfail=8

check: .venv/test ## lint, format and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: .venv/bench .venv/browser ## the benchmark, as a table and as JSON (ARGS="--events 2000 --quick" for a part)
	@$(BIN)/python -m tests.bench $(ARGS)

.venv/python:
	$(PYTHON) -m venv .venv
	@touch $@

.venv/run: requirements.txt | .venv/python
	@echo "Installing what it needs: a minute or two."
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/test: tests/requirements.txt requirements.txt | .venv/python
	@echo "Installing what the tests need: a minute or two."
	$(BIN)/pip install --quiet --disable-pip-version-check -r tests/requirements.txt
	@touch $@ .venv/run

.venv/bench: tests/bench/requirements.txt .venv/test | .venv/python
	$(BIN)/pip install --quiet --disable-pip-version-check -r tests/bench/requirements.txt
	@touch $@

.venv/browser:
	@command -v chromium >/dev/null || (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-dejavu-core >/dev/null)
	@mkdir -p .venv && touch $@

.PHONY: help run test check bench
.DEFAULT_GOAL := help
