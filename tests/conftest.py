"""Makes `import klasskart` mean this checkout, whatever its folder is called."""

import datetime
import gc
import importlib.util
import os
import pathlib
import shutil
import subprocess
import sys
import traceback

import hypothesis
import pytest

ROOT = pathlib.Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"  # recorded answers and real boundaries; optional, never copied
WORKER = os.environ.get("PYTEST_XDIST_WORKER")  # where several processes share the tests, this one's name

if "klasskart" not in sys.modules:
    spec = importlib.util.spec_from_file_location("klasskart", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)])
    sys.modules["klasskart"] = module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
if str(ROOT / "tests") not in sys.path:
    sys.path.insert(0, str(ROOT / "tests"))  # `from standin import …`

if WORKER:  # what QGIS keeps for its user is each process's own
    for variable in ("HOME", "XDG_RUNTIME_DIR"):
        own = ROOT / "build" / "workers" / WORKER / variable.lower()
        own.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.environ[variable] = str(own)

# No test asserts a time, and a busy machine is no fault of the code.
hypothesis.settings.register_profile("klasskart", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile("klasskart")


@pytest.fixture(scope="session")
def shared() -> pathlib.Path:
    """The folder of recordings and real data; the test skips where it is missing."""
    if not (SHARED / "recordings").is_dir():
        pytest.skip("no recorded data beside the checkout")
    return SHARED


# --- the services of the stand-in, for those who need no other --------------------------


@pytest.fixture(scope="module")
def server():
    from standin import Standin

    with Standin(today=datetime.date(2026, 11, 21)) as running:
        yield running


@pytest.fixture
def standin(server):
    """The stand-in as each test finds it: whole, and asked for nothing yet."""
    server.heal()
    server.generation = "B"
    server.requests.clear()
    yield server
    server.heal()


@pytest.fixture
def services(standin, tmp_path):
    from klasskart.core.settings import Config
    from klasskart.work.services import open_services

    environment = {**standin.environment(), "KLASSKART_CACHE_DIR": str(tmp_path / "cache"), "KLASSKART_READ_TIMEOUT": "120"}
    opened = open_services(Config.read(environment=environment))
    yield opened
    opened.close()


# --- the languages of the user interface ------------------------------------------------


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """A folder of Qt's own files, made of those in the checkout."""
    lrelease = shutil.which("lrelease")
    if lrelease is None:
        pytest.skip("Qt's lrelease is not installed")
    folder = tmp_path_factory.mktemp("words")
    for language in ("nb", "nn", "en"):
        source = ROOT / "resources" / "i18n" / f"klasskart_{language}.ts"
        subprocess.run([lrelease, "-silent", str(source), "-qm", str(folder / f"{language}.qm")], check=True, timeout=60)
    return folder


@pytest.fixture
def speak(qgis_app, built):
    """Let the user interface speak a language until the test is done."""
    from qgis.PyQt.QtCore import QCoreApplication, QTranslator

    installed = []

    def install(language):
        translator = QTranslator()
        assert translator.load(str(built / f"{language}.qm"))
        QCoreApplication.installTranslator(translator)
        installed.append(translator)

    yield install
    for translator in installed:
        QCoreApplication.removeTranslator(translator)


# --- a database ---------------------------------------------------------------------------


@pytest.fixture(scope="session")
def postgis_server():
    """A PostgreSQL server with PostGIS of the tests' own; the test skips where it is not installed."""
    import postgis

    try:
        server = postgis.PostGis()
    except LookupError as error:
        pytest.skip(str(error))
    with server:
        yield server


@pytest.fixture
def postgis(postgis_server):
    """The server as each test finds it: with an empty schema `kart`."""
    postgis_server.clean()
    return postgis_server


# --- what went wrong where no test sees it ----------------------------------------------

_unseen: list[str] = []  # faults in slots and other calls from Qt
_tests = 0  # that have ended
_terminal = None  # the real standard error: what a dying process says is lost in pytest's capture


def pytest_configure(config):
    global _terminal
    _terminal = os.fdopen(os.dup(2), "w")
    sys.excepthook = _on_fault
    gc.set_threshold(0)  # threads of the stand-in would let go of QObjects; the main thread does it below


def _on_fault(kind, error, trace):
    """Keep a fault in a slot for the test's end. Without a hook PyQt ends the process; QGIS has one that shows a message."""
    told = "".join(traceback.format_exception(kind, error, trace))
    _unseen.append(told)
    print(told, file=_terminal, flush=True)


@pytest.fixture(scope="session", autouse=True)
def last_words_are_heard():
    """Print what Qt says before it ends the process. Where there is no Qt, nothing is to be heard."""
    try:
        from qgis.PyQt.QtCore import QtMsgType, qInstallMessageHandler
    except ImportError:
        yield
        return
    grave = (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)

    def hear(kind, context, message):
        print(message, file=_terminal if kind in grave else sys.stderr, flush=True)

    earlier = qInstallMessageHandler(hear)
    yield
    qInstallMessageHandler(earlier)


@pytest.fixture(autouse=True)
def no_fault_goes_unseen():
    global _tests
    _unseen.clear()
    yield
    _tests += 1
    if not _tests % 20:
        gc.collect()
    assert not _unseen, "in a slot: " + "\n".join(_unseen)


# Skips that are no hole: data that lie beside the checkout only at home, and what root can't be refused.
ALLOWED_SKIPS = ("no recorded data beside the checkout", "root may write everywhere")


def pytest_addoption(parser):
    parser.addoption("--fail-on-skip", action="store_true", help="fail where a test skips for a reason that is not allowed")


def pytest_sessionfinish(session, exitstatus):
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if not (reporter and session.config.getoption("--fail-on-skip")):
        return
    reasons = {str(report.longrepr[2]) for report in reporter.stats.get("skipped", []) if isinstance(report.longrepr, tuple)}
    holes = sorted(r for r in reasons if not any(allowed in r for allowed in ALLOWED_SKIPS))
    if holes:
        reporter.write_line("skipped for reasons that are not allowed here: " + "; ".join(holes), red=True)
        session.exitstatus = 1
