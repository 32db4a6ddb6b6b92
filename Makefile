# The two that matter: `make demo` and `make test`. Both make the environment they need.
PYTHON ?= python3
BIN := .venv/bin
# The day on which the examples were last gone through: on a later one, time alone would find fault with them.
LOOKED_AT := 2026-11-22

.PHONY: demo test check lint golden pictures bench clean

demo: .venv/demo
	@$(BIN)/ladder-check demo demo --again

test: .venv/dev
	$(BIN)/python -m pytest -q --numprocesses auto --dist loadfile

check: .venv/dev lint test

lint: .venv/dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/ladder-check check examples questions --strict --today $(LOOKED_AT)
	$(BIN)/cog --check -r README.md docs/*.md docs/how-to/*.md

fix: .venv/dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/cog -r README.md docs/*.md docs/how-to/*.md

golden: .venv/dev
	$(BIN)/python tests/golden.py

pictures: .venv/dev
	$(BIN)/python docs/pictures.py

bench: .venv/dev
	$(BIN)/python benchmarks/start_up.py
	$(BIN)/python benchmarks/check.py
	$(BIN)/python benchmarks/results.py

clean:
	rm -rf .venv demo build dist

.venv/demo: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

.venv/dev: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable . --group dev
	touch $@ .venv/demo
