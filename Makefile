PYTHON ?= /usr/bin/python3
HTTPX = httpx==0.28.1
IDNA = idna==3.20

.PHONY: vendor

# The bundled libraries below our own package, so that no other plugin's version is met or disturbed.
vendor: _vendor/.done
_vendor/.done: Makefile
	rm -rf _vendor build/wheels && mkdir -p _vendor build/wheels && : > _vendor/__init__.py
	$(PYTHON) -m pip download -q --no-deps --only-binary=:all: --python-version 3.9 -d build/wheels $(HTTPX) $(IDNA)
	for wheel in build/wheels/*.whl; do $(PYTHON) -m zipfile -e $$wheel build/wheels/x; done
	cp -r build/wheels/x/httpx build/wheels/x/idna _vendor/
	for name in httpx idna; do cp build/wheels/x/$$name-*.dist-info/licenses/LICENSE* _vendor/$$name/; done
	rm _vendor/httpx/_main.py _vendor/*/py.typed
	sed -i 's/^import idna$$/from .. import idna/' _vendor/httpx/_urls.py _vendor/httpx/_urlparse.py
	sed -i -E '/a secret|a%20secret@/s/$$/  # pragma: allowlist secret/' _vendor/httpx/_urls.py
	touch $@
