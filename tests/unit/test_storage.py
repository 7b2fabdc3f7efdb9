"""A disk that gives out in the middle: it is told, what was there stays, and nothing half is left."""

import datetime
import errno
import signal
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest
from klasskart.core.codes import Code, CodeList
from klasskart.core.errors import DiskFull, NotWritable, StorageError
from klasskart.core.matching import match
from klasskart.core.storage import refusal, storage_error
from klasskart.work.figures import read_table
from klasskart.work.report_files import save_csv, save_xlsx
from klasskart.work.table_file import write_table

resource = pytest.importorskip("resource")  # not on Windows

CODES = CodeList(131, datetime.date(2024, 1, 1), tuple(Code(f"{n:04}", None, "1", "Kommune") for n in range(101, 4000)))


@contextmanager
def room_for(size):
    """Let no file grow beyond `size` bytes, as on a disk with so much left."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)


def report(path: Path, save) -> None:
    save(match({code.code: 1 for code in CODES.codes[:3]}, CODES), path)


def table(path: Path) -> None:
    column = SimpleNamespace(name="navn", kind="text")
    write_table(path, "tall", [column], ([f"rad {n}"] for n in range(20_000)))


def figures(path: Path) -> None:
    source = path.parent / "in" / "tall.csv"
    source.parent.mkdir(exist_ok=True)
    if not source.exists():
        source.write_text("kommunenummer;antall\n" + "".join(f"{code.code};1\n" for code in CODES.codes), "utf-8")
    read_table(source, path)


WRITERS = {
    "report.csv": lambda path: report(path, save_csv),
    "report.xlsx": lambda path: report(path, save_xlsx),
    "table.gpkg": table,
    "figures.gpkg": figures,
}


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("room", [0, 2_000, 20_000])
def test_an_older_file_stays_whole_where_the_new_one_has_no_room(tmp_path, name, room):
    target, write = tmp_path / name, WRITERS[name]
    write(target)
    older = target.read_bytes()
    assert len(older) > room
    with room_for(room), pytest.raises(StorageError) as caught:
        write(target)
    assert Path(caught.value.path) == target
    assert target.read_bytes() == older
    assert [path.name for path in tmp_path.iterdir() if path.name not in ("in", name)] == []
    write(target)


def test_what_the_system_and_the_database_say_of_a_full_disk_is_the_same_to_us(tmp_path):
    assert isinstance(storage_error(OSError(errno.ENOSPC, "No space left"), tmp_path), DiskFull)
    assert isinstance(refusal(tmp_path, "sqlite3_exec(COMMIT) failed: database or disk is full"), DiskFull)
    denied = refusal(tmp_path, "unable to open database file" + "x" * 9000)
    assert isinstance(denied, NotWritable)
    assert len(denied.words) < 300
