"""The shape of the code is kept by tests: imports point one way, and QGIS stays at the edges."""

import ast
import pathlib
import re
import subprocess
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
ROOMS = ["core", "clients", "work", "gis", "ui"]
WITHOUT_QGIS = ["core", "clients", "work"]
MODULES = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]


def imports(path: pathlib.Path):
    """Yield (absolute module inside the package or outside name, whether it is at module level)."""
    tree = ast.parse(path.read_text("utf-8"))
    inside_functions = {
        id(inner) for outer in ast.walk(tree) if isinstance(outer, (ast.FunctionDef, ast.Lambda)) for inner in ast.walk(outer)
    }
    typing_only = {
        id(inner)
        for outer in ast.walk(tree)
        if isinstance(outer, ast.If) and "TYPE_CHECKING" in ast.unparse(outer.test)
        for inner in ast.walk(outer)
    }
    package = ("klasskart", *path.relative_to(ROOT).with_suffix("").parts)[:-1]
    for node in ast.walk(tree):
        top = id(node) not in inside_functions and id(node) not in typing_only
        if isinstance(node, ast.Import):
            yield from ((alias.name, top) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = list(package[: len(package) - node.level + 1]) if node.level else []
            module = ".".join([*base, node.module] if node.module else base)
            yield module, top
            yield from ((f"{module}.{alias.name}", top) for alias in node.names)


def room_of(module: str) -> str:
    parts = module.split(".")
    return parts[1] if parts[0] == "klasskart" and len(parts) > 1 else ""


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_one_way(path):
    own = ROOMS.index(path.relative_to(ROOT).parts[0])
    for module, _ in imports(path):
        if room_of(module) in ROOMS:
            assert ROOMS.index(room_of(module)) <= own, f"{path.name} reaches up to {module}"


def names_in(path: pathlib.Path) -> set[str]:
    """Give what a module may be asked for: whatever it defines, sets or imports anywhere."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            names.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            names.update((alias.asname or alias.name).partition(".")[0] for alias in node.names)
    return names


NAMES = {".".join(("klasskart", *path.relative_to(ROOT).with_suffix("").parts)): names_in(path) for path in MODULES}


def names_asked(path: pathlib.Path):
    """Yield (module of ours, name) for whatever a module takes from another, by import or as an attribute."""
    nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    own = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    own |= {node.arg for node in nodes if isinstance(node, ast.arg)}
    modules = {}  # by the names that stand for nothing else here
    for taken, _ in imports(path):
        module, _, name = taken.rpartition(".")
        if module in NAMES:
            yield module, name
        if taken in NAMES and name not in own:
            modules.setdefault(name, []).append(taken)
    for node in nodes:
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in modules:
            likely = modules[node.value.id]  # several where rooms have modules of one name
            yield next((module for module in likely if node.attr in NAMES[module]), likely[0]), node.attr


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_a_module_takes_from_another_of_ours_is_there(path):
    """mypy sees to it where QGIS is not known; elsewhere a name that has moved would be missed when it is wanted only."""
    assert not [f"{module}.{name}" for module, name in names_asked(path) if name not in NAMES[module]]


@pytest.mark.parametrize(
    "path", [p for p in MODULES if p.relative_to(ROOT).parts[0] in WITHOUT_QGIS], ids=lambda p: str(p.relative_to(ROOT))
)
def test_values_rules_clients_and_jobs_know_no_qgis(path):
    outside = {module.split(".")[0] for module, _ in imports(path)}
    assert not outside & {"qgis", "PyQt5", "PyQt6", "processing"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_qt_comes_through_qgis_only_and_httpx_from_our_own_package(path):
    outside = {module.split(".")[0] for module, _ in imports(path)}
    assert not outside & {"PyQt5", "PyQt6", "sip", "httpx", "requests", "urllib3", "idna"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_heavy_modules_are_imported_where_they_are_first_needed(path):
    for module, top in imports(path):
        if top:
            assert module.split(".")[0] not in {"pyproj", "numpy"}, f"{path.name} imports {module} at module level"
            # The transport is a class of httpx's: it is itself imported where a connection is opened.
            if path != ROOT / "gis" / "transport.py":
                assert not module.startswith(("klasskart._vendor", "klasskart.gis.transport")), f"{path.name} imports {module}"


# What the heads of algorithms may import of ours: QGIS loads them all when it starts.
LIGHT = {"klasskart.core", "klasskart.core.choices", "klasskart.core.dates", "klasskart.core.feedback"}


@pytest.mark.parametrize("path", sorted((ROOT / "gis" / "algorithms").glob("*.py")), ids=lambda path: path.name)
def test_algorithms_import_what_their_work_needs_when_they_work(path):
    for module, top in imports(path):
        if top and room_of(module) in WITHOUT_QGIS:
            assert ".".join(module.split(".")[:3]) in LIGHT, f"{path.name} imports {module} at module level"


def test_the_parts_without_qgis_can_be_imported_where_there_is_none():
    """In a bare interpreter, in which qgis and PyQt can't be found."""
    names = sorted(
        ".".join(("klasskart", *path.relative_to(ROOT).with_suffix("").parts))
        for room in WITHOUT_QGIS
        for path in (ROOT / room).rglob("*.py")
        if path.name != "__init__.py"
    )
    program = f"""
import importlib, importlib.util, sys
sys.modules["qgis"] = sys.modules["PyQt5"] = sys.modules["PyQt6"] = None
root = {str(ROOT)!r}
spec = importlib.util.spec_from_file_location("klasskart", root + "/__init__.py", submodule_search_locations=[root])
sys.modules["klasskart"] = importlib.util.module_from_spec(spec)
for name in {names!r}:
    importlib.import_module(name)
heavy = sorted(set(sys.modules) & {{"pyproj", "klasskart._vendor.httpx", "numpy"}})
print(heavy)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"


def test_nothing_in_the_plugin_knows_that_it_is_tested():
    """No branch knows a demo, a test or loopback: what is tested is what runs."""
    for path in [*MODULES, ROOT / "plugin.py"]:
        text = path.read_text("utf-8")
        for word in ("127.0.0.1", "standin", "pytest", "KLASSKART_DEMO"):
            if (path.name, word) == ("addresses.py", "127.0.0.1"):  # what `localhost` means, for the rule on private addresses
                continue
            assert word not in text, f"{path.name} knows {word}"


def test_a_plugin_that_is_loaded_anew_leaves_nothing_of_the_old_one():
    """QGIS takes the modules away when it unloads; what Python itself keeps for ever would keep all that belongs to it."""
    program = f"""
import gc, importlib, importlib.util, sys, weakref
root = {str(ROOT)!r}
spec = importlib.util.spec_from_file_location("klasskart", root + "/__init__.py", submodule_search_locations=[root])
sys.modules["klasskart"] = importlib.util.module_from_spec(spec)
for name in ("work.map_services", "work.opendata_opening", "work.boundaries", "core.keep_targets"):
    importlib.import_module("klasskart." + name)
classes = {{"clients.wms": "WmsService", "work.boundary_file": "BoundaryFile", "core.keep_targets": "FileTarget"}}
old = [weakref.ref(getattr(sys.modules["klasskart." + module], name)) for module, name in classes.items()]
for name in [name for name in sys.modules if name.partition(".")[0] == "klasskart"]:
    del sys.modules[name]
del spec
gc.collect()
print([one() for one in old])
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.strip() == "[None, None, None]", done.stdout + done.stderr


def test_the_tree_of_errors_names_every_one():
    tree = ast.parse((ROOT / "core" / "errors.py").read_text("utf-8"))
    named = set(re.findall(r"\w+", ast.get_docstring(tree)))
    assert not {node.name for node in tree.body if isinstance(node, ast.ClassDef)} - named
