"""Would the plugin load on a QGIS built on Qt 6? Found out without one:  qt6.py --names FILE | qt6.py FILE

The first form, in a Python that has QGIS, writes down which enum values of QGIS's classes need the name of their enum. The
second, in one that has PyQt6, looks for every value that the sources name, and imports every module with PyQt6 behind
qgis.PyQt. What it can't see: values reached through an instance, and what Qt 6 does otherwise. Exit status 1: something breaks.
"""

from __future__ import annotations

import ast
import importlib
import importlib.util
import json
import os
import sys
import types
from collections.abc import Iterator
from pathlib import Path

from make_zip import ROOT, members

OF_QGIS = ("qgis.core", "qgis.gui", "qgis.analysis")
STUBBED = (*OF_QGIS, "qgis.utils", "processing", "processing.core", "processing.core.Processing", "processing.tools")
MOVED = ("QAction", "QActionGroup", "QShortcut")  # from QtWidgets to QtGui; QGIS gives them in QtWidgets still
GONE = {"exec_": "exec()", "desktop": "screen()", "setMargin": "setContentsMargins()"}


def write_names(target: Path) -> None:
    """Write the enum values of QGIS's classes that Qt 6 knows by the name of their enum only."""
    found = {}
    for module in OF_QGIS:
        for owner in vars(importlib.import_module(module)).values():
            for name in dir(owner) if isinstance(owner, type) else ():
                kind = type(getattr(owner, name, None))
                if type(kind).__name__ == "enumtype" and "." in kind.__qualname__:
                    found[f"{owner.__name__}.{name}"] = f"{kind.__qualname__}.{name}"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(found), "utf-8")


class Anything(type):
    """A class of QGIS's of which nothing is known: every attribute is another."""

    def __getattr__(cls, name: str):
        if name.startswith("__"):
            raise AttributeError(name)
        return _anything(name)

    def __or__(cls, other):
        return cls

    __ror__ = __and__ = __or__


def _anything(name: str) -> type:
    return Anything(name, (), {"__init__": lambda self, *given, **named: None, "__getattr__": _of_instance})


def _of_instance(_instance, name: str) -> type:
    if name.startswith("__"):
        raise AttributeError(name)
    return _anything(name)


class Stub(types.ModuleType):
    """A module of QGIS's that is not there."""

    __path__ = ()  # a package: what is below it is found

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        setattr(self, name, _anything(name))  # a base class stays the same class
        return self.__dict__[name]


class ThroughQgis:
    """Finds qgis.PyQt and what is below it: PyQt6, with what QGIS puts back into it."""

    def find_spec(self, name: str, path=None, target=None):
        if name == "qgis.PyQt" or name.startswith("qgis.PyQt."):
            return importlib.util.spec_from_loader(name, self, is_package=name == "qgis.PyQt")
        return None

    def create_module(self, spec):
        return None

    def exec_module(self, module) -> None:
        _, _, *below = module.__name__.split(".")
        real = importlib.import_module(".".join(["PyQt6", *below]))
        module.__dict__.update({name: value for name, value in vars(real).items() if not name.startswith("__")})
        if below == ["QtWidgets"]:
            gui = importlib.import_module("PyQt6.QtGui")
            module.__dict__.update({name: getattr(gui, name) for name in MOVED})
        if below == ["QtCore"]:
            module.NULL = None
            for kind in real.QMetaType.Type:
                setattr(real.QVariant, kind.name.removeprefix("Q"), kind)


def stand_in() -> None:
    """Put PyQt6 behind qgis.PyQt, and stubs for the rest of QGIS."""
    sys.modules["qgis"] = Stub("qgis")
    for name in STUBBED:
        sys.modules[name] = Stub(name)
        if name.startswith("qgis."):
            setattr(sys.modules["qgis"], name.split(".")[1], sys.modules[name])
    sys.meta_path.insert(0, ThroughQgis())


def faults(tree: ast.Module, names: dict[str, str]) -> Iterator[str]:
    """Tell what of a module is not there on Qt 6, with the line."""
    known: dict[str, object] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from _imported(node, known)
    inner = {node.value for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in GONE:
            yield f"{node.lineno}: {node.func.attr}(): write {GONE[node.func.attr]}"
        if isinstance(node, ast.Attribute) and node not in inner:
            yield from _missing(node, known, names)


def _imported(node: ast.ImportFrom, known: dict[str, object]) -> Iterator[str]:
    """Take down what classes the names of an import stand for."""
    for alias in node.names:
        if node.module in OF_QGIS:
            known[alias.asname or alias.name] = alias.name
        elif node.module.startswith("qgis.PyQt."):
            try:
                known[alias.asname or alias.name] = getattr(importlib.import_module(node.module), alias.name)
            except (AttributeError, ImportError) as error:
                yield f"{node.lineno}: from {node.module} import {alias.name}: {error}"


def _missing(node: ast.Attribute, known: dict[str, object], names: dict[str, str]) -> Iterator[str]:
    path = _path(node)
    at = known.get(path[0]) if path else None
    if isinstance(at, str):  # of QGIS: what PyQt6 will have is known by the names
        better = names.get(f"{at}.{path[1]}")
        if better:
            yield f"{node.lineno}: {'.'.join(path)}: write {better}"
        return
    for name in path[1:] if at is not None else ():
        if not hasattr(at, name):
            yield f"{node.lineno}: {'.'.join(path)}: not there on Qt 6"
            return
        at = getattr(at, name)


def _path(node: ast.AST) -> list[str]:
    """Give the names of `A.b.c`; none where it does not begin with a name."""
    names = []
    while isinstance(node, ast.Attribute):
        names.append(node.attr)
        node = node.value
    return [node.id, *reversed(names)] if isinstance(node, ast.Name) else []


def import_all(files: list[Path]) -> Iterator[str]:
    """Import the plugin, every module of it; tell which fail."""
    place = ROOT / "__init__.py"
    spec = importlib.util.spec_from_file_location("klasskart", place, submodule_search_locations=[str(ROOT)])
    sys.modules["klasskart"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(sys.modules["klasskart"])
    for file in files:
        parts = [part for part in file.relative_to(ROOT).with_suffix("").parts if part != "__init__"]
        try:
            importlib.import_module(".".join(["klasskart", *parts]))
        except Exception as error:
            yield f"{file.relative_to(ROOT)}: can't be imported on Qt 6: {type(error).__name__}: {error}"


def main() -> int:
    if sys.argv[1] == "--names":
        write_names(Path(sys.argv[2]))
        return 0
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    sys.dont_write_bytecode = True
    from PyQt6.QtCore import QT_VERSION_STR
    from PyQt6.QtWidgets import QApplication

    stand_in()
    application = QApplication([])
    names = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    files = [file for file in members() if file.suffix == ".py" and "_vendor" not in file.relative_to(ROOT).parts]
    found = []
    for file in files:
        found += [f"{file.relative_to(ROOT)}:{text}" for text in faults(ast.parse(file.read_text("utf-8")), names)]
    found += import_all(files)
    print(*found, f"Qt {QT_VERSION_STR}: {len(found)} faults in {len(files)} files, {len(names)} enum values of QGIS", sep="\n")
    application.quit()
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
