"""A PostgreSQL server with PostGIS for tests: a cluster of its own in a folder of its own, reached by a socket in there."""

import contextlib
import os
import pathlib
import pwd
import shutil
import signal
import subprocess
import tempfile
import time

_SERVERS = "/usr/lib/postgresql"  # of Debian, a folder for each version
_PATIENCE = 60  # seconds
_PREFIX, _OLD = "klasskart-pg-", 3600  # of folders, and seconds after which one without a server is nobody's
_ACCESS = """local all guarded scram-sha-256
local all all trust
"""


def programs() -> pathlib.Path:
    """Give the folder of the newest server that has PostGIS. Raises LookupError where there is none."""
    for folder in sorted(pathlib.Path(_SERVERS).glob("*"), key=lambda one: float(one.name), reverse=True):
        if pathlib.Path(f"/usr/share/postgresql/{folder.name}/extension/postgis.control").is_file():
            return folder / "bin"
    raise LookupError("PostgreSQL with PostGIS is not installed (apt-get install postgresql-postgis)")


def _sweep():
    """Remove the folders of runs that were killed: their servers ended with them."""
    for folder in pathlib.Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with contextlib.suppress(OSError):
            if time.time() - folder.stat().st_mtime > _OLD and not (folder / ".s.PGSQL.5432").exists():
                shutil.rmtree(folder)


class PostGis:
    """The server while it runs; `uri` is a libpq connection text, `sql` asks it something."""

    def __init__(self):
        self._programs = programs()
        _sweep()
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix=_PREFIX))
        self._account = "postgres" if os.geteuid() == 0 else ""  # the server refuses to run as root
        self._server = None

    def __enter__(self):
        try:
            self._start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        if self._server is not None:
            self._server.send_signal(signal.SIGINT)  # it need not wait for its clients
            try:
                self._server.wait(_PATIENCE)
            except subprocess.TimeoutExpired:
                self._server.kill()
                self._server.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def clean(self):
        """Empty the schema `kart`, which all but reader may write to, and forget styles."""
        self.sql(
            "DROP SCHEMA IF EXISTS kart CASCADE; DROP TABLE IF EXISTS public.layer_styles; CREATE SCHEMA kart; "
            "GRANT USAGE ON SCHEMA kart TO reader; GRANT ALL ON SCHEMA kart TO writer, guarded"
        )

    def uri(self, database="maps", user="postgres", more=""):
        return f"dbname='{database}' host='{self.folder}' port='5432' user='{user}' {more}".strip()

    def psql(self, database="maps", user="postgres"):
        """Give the command that asks the server; `-c STATEMENT` is to follow."""
        plain = [self._programs / "psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-F", "\t"]
        return [*plain, "-h", self.folder, "-U", user, "-d", database]

    def sql(self, statement, database="maps", user="postgres"):
        """Give what a statement answers: a list of rows, each a list of texts."""
        done = subprocess.run([*self.psql(database, user), "-c", statement], check=True, capture_output=True, text=True)
        return [line.split("\t") for line in done.stdout.splitlines()]

    def _start(self):
        if self._account:
            account = pwd.getpwnam(self._account)
            os.chown(self.folder, account.pw_uid, account.pw_gid)
        self.folder.chmod(0o755)  # so that the tests reach the socket
        data = self.folder / "data"
        self._run("initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        (data / "pg_hba.conf").write_text(_ACCESS)
        options = {"listen_addresses": "", "unix_socket_directories": self.folder, "fsync": "off", "shared_buffers": "32MB"}
        settings = [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
        with (self.folder / "log").open("wb") as log:
            self._server = subprocess.Popen(
                self._as_account("postgres", "-D", data, *settings), cwd=self.folder, stdout=log, stderr=log
            )
        self._wait()
        self.sql("CREATE DATABASE maps", "postgres")
        self.sql("CREATE DATABASE plain", "postgres")  # without PostGIS
        self.sql("CREATE EXTENSION postgis")
        self.sql("CREATE ROLE reader LOGIN; CREATE ROLE writer LOGIN")
        self.sql("CREATE ROLE guarded LOGIN PASSWORD 'sesam'")  # pragma: allowlist secret
        self.clean()

    def _wait(self):
        until = time.monotonic() + _PATIENCE
        while self._server.poll() is None and time.monotonic() < until:
            asked = subprocess.run([self._programs / "pg_isready", "-q", "-h", self.folder])
            if asked.returncode == 0:
                return
            time.sleep(0.05)
        raise RuntimeError((self.folder / "log").read_text())

    def _run(self, program, *arguments):
        done = subprocess.run(self._as_account(program, *arguments), cwd=self.folder, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(done.stdout + done.stderr)

    def _as_account(self, program, *arguments):
        """Write a command that ends with the tests, even where they are killed."""
        become = ["--reuid", self._account, "--regid", self._account, "--clear-groups"] if self._account else []
        return ["setpriv", *become, "--pdeathsig", "INT", self._programs / program, *arguments]
