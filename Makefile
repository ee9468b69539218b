# The two commands that matter: `make run` and `make test`. Everything else is a part of them.
export PYTHONPATH := .
export RASA_TELEMETRY_ENABLED := false
export SQLALCHEMY_SILENCE_UBER_WARNING := 1
export TF_CPP_MIN_LOG_LEVEL := 3
export PYTHONWARNINGS := ignore
unexport PYTHONDONTWRITEBYTECODE
PYTHON := .venv/bin/python

.PHONY: run shell test test-core check validate train bench evaluate setup lock

run: train ## the bot, ready to talk to on 127.0.0.1:5005
	@scripts/run

shell: train ## the same in the terminal
	@scripts/shell

test: ## everything tested, from nothing
	@scripts/test

setup: ## Python 3.10 and the locked requirements in .venv
	@scripts/setup

train: setup ## the model, if what it is made of has changed
	@scripts/train

check: setup ## style and types
	@$(PYTHON) -m ruff check . && $(PYTHON) -m ruff format --check . && $(PYTHON) -m mypy

validate: setup ## all data
	@$(PYTHON) -m helpfinder validate

bench: train ## the figures of benchmarks/README.md
	@$(PYTHON) -m benchmarks.all

evaluate: train ## how well it understands, on held-out sentences
	@$(PYTHON) -m benchmarks.understanding

lock: setup ## requirements.in -> requirements.txt
	@uv pip compile --quiet --python-version 3.10 --override overrides.txt --generate-hashes --no-header requirements.in -o requirements.txt
