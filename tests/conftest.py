"""Makes `import klasskart` mean this checkout, whatever its folder is called."""

import datetime
import importlib.util
import pathlib
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"  # recorded answers and real boundaries; optional, never copied

if "klasskart" not in sys.modules:
    spec = importlib.util.spec_from_file_location("klasskart", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)])
    sys.modules["klasskart"] = module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
if str(ROOT / "tests") not in sys.path:
    sys.path.insert(0, str(ROOT / "tests"))  # `from standin import …`


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
